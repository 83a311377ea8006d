"""Which techniques stood in the messages that reached a client, by week: it stays when the outbox is emptied."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import received
from db.tx import Tx


@dataclass(frozen=True, slots=True)
class Received:
    """What stood in one message of one client, in the week that begins on that Monday; see programme.bct.packed."""

    person_id: int
    week: date
    screen_id: int
    techniques: int


def _join(make: Any) -> Any:
    """An insert that adds to the row which is there, for the dialect's own `insert`."""
    new = make(received)
    both = received.c.techniques.op("|")(new.excluded.techniques)
    return new.values({name: bindparam(name) for name in Received.__slots__}).on_conflict_do_update(
        index_elements=["person_id", "week", "screen_id"], set_={"techniques": both}
    )


_JOIN = {"sqlite": _join(sqlite.insert), "postgresql": _join(postgresql.insert)}


async def add_many(tx: Tx, those: Collection[Received]) -> None:
    """These reached their clients. What stood in the same message that week before changes nothing."""
    if those:
        await tx.run(_JOIN[tx.dialect], [asdict(one) for one in those])


async def of_week(tx: Tx, person_id: int, week: date) -> Sequence[int]:
    """What stood in each message of that week, packed."""
    wanted = select(received.c.techniques).where(received.c.person_id == person_id, received.c.week == week)
    return list((await tx.run(wanted)).scalars())


async def weeks_of(tx: Tx, person_id: int) -> Sequence[date]:
    """The weeks (their Mondays) in which anything reached that person, oldest first."""
    wanted = select(received.c.week).where(received.c.person_id == person_id).distinct().order_by(received.c.week)
    return list((await tx.run(wanted)).scalars())
