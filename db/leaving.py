"""What goes with somebody who leaves: what waits to be said unasked, and links that nobody used."""

from sqlalchemy import delete, update

from db.outbox import OutboxState, Rank
from db.tables import invites, outbox, practitioners
from db.tx import Tx


async def cancel_unasked(tx: Tx, person_id: int, reason: str) -> None:
    """What waits for that person and nobody asked for is not said any more."""
    waiting = update(outbox).where(
        outbox.c.person_id == person_id, outbox.c.state == OutboxState.WAITING.value, outbox.c.rank == Rank.PROMPT
    )
    await tx.run(waiting.values(state=OutboxState.CANCELLED.value, reason=reason, ended_at=tx.now))


async def remove_practitioner(tx: Tx, person_id: int) -> None:
    """They are no practitioner any more, and their links that were not used lead nowhere."""
    await drop_links(tx, person_id)
    await tx.run(delete(practitioners).where(practitioners.c.person_id == person_id))


async def drop_links(tx: Tx, person_id: int) -> int:
    """Links that they made and nobody used lead nowhere; how many."""
    unused = delete(invites).where(invites.c.issued_by == person_id, invites.c.used_at.is_(None))
    return (await tx.run(unused)).rowcount
