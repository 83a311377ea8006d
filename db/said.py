"""What went to whom, as the outbox knows it: for an operator who looks for those who read a text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from db.outbox import OutboxState
from db.tables import outbox, people, plans
from db.tx import Tx

_ARRIVED = (OutboxState.DELIVERED.value, OutboxState.UNCERTAIN.value)
_SHOWS = ("send", "edit")


@dataclass(frozen=True, slots=True)
class Said:
    """One sending or edit that reached somebody, or may have (`uncertain`), and which wording it had."""

    person_id: int
    screen_id: int
    wording_id: int
    at: datetime
    uncertain: bool


async def with_wordings(tx: Tx, wording_ids: Collection[int], since: datetime | None = None) -> Sequence[Said]:
    """All that went with one of these wordings, oldest first; from that moment on, where there is one."""
    columns = outbox.c.person_id, outbox.c.screen_id, outbox.c.wording_id, outbox.c.ended_at, outbox.c.state
    wanted = select(*columns).where(outbox.c.wording_id.in_(list(wording_ids)), outbox.c.state.in_(_ARRIVED))
    if since is not None:
        wanted = wanted.where(outbox.c.ended_at >= since)
    rows = await tx.run(wanted.order_by(outbox.c.id))
    uncertain = OutboxState.UNCERTAIN.value
    return [Said(row.person_id, row.screen_id, row.wording_id, row.ended_at, row.state == uncertain) for row in rows]


async def shown_now(tx: Tx, wording_ids: Collection[int]) -> dict[int, int | None]:
    """By screen that ever had one of these wordings: the wording that stands on the phone now, as far as we know.

    None: another one that is not known, or the message was deleted by us.
    """
    had = select(outbox.c.screen_id).where(outbox.c.wording_id.in_(list(wording_ids)))
    newest = (
        select(func.max(outbox.c.id))
        .where(outbox.c.screen_id.in_(had), outbox.c.verb.in_([*_SHOWS, "delete"]), outbox.c.state.in_(_ARRIVED))
        .group_by(outbox.c.screen_id)
    )
    rows = await tx.run(select(outbox.c.screen_id, outbox.c.wording_id).where(outbox.c.id.in_(newest)))
    return {row.screen_id: row.wording_id for row in rows}


async def unknown(tx: Tx, since: datetime) -> int:
    """How many messages arrived since then of which it is not known any more which texts they had."""
    wanted = select(func.count()).where(
        outbox.c.wording_id.is_(None),
        outbox.c.verb.in_(_SHOWS),
        outbox.c.state.in_(_ARRIVED),
        outbox.c.ended_at >= since,
    )
    return int((await tx.run(wanted)).scalar_one())


async def with_plans(tx: Tx, kinds: Collection[str], before: datetime) -> int:
    """How many people have something of these kinds due before that moment and can be reached."""
    wanted = (
        select(func.count(plans.c.person_id.distinct()))
        .join(people, people.c.id == plans.c.person_id)
        .where(plans.c.kind.in_(list(kinds)), plans.c.next_due_at < before, people.c.cannot_reach_since.is_(None))
    )
    return int((await tx.run(wanted)).scalar_one())
