"""What an operator stopped for everybody: a kind of message, by its screen, or one text, by its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import text_stops
from db.tx import Tx

SCREEN, TEXT = "screen:", "text:"


@dataclass(frozen=True, slots=True)
class Stop:
    """One of them: "screen:hello" or "text:medicine-keep"; since when (UTC), and the login of who typed it."""

    name: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Stops:
    """What is not to be said at present: names of screens, keys of texts."""

    screens: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


NONE = Stops()
_NAMES = select(text_stops.c.name)


async def in_force(tx: Tx) -> Stops:
    """As it is now. A small statement: the sender asks before each batch, so every process follows at once."""
    names = list((await tx.run(_NAMES)).scalars())
    if not names:
        return NONE
    return Stops(
        frozenset(name.removeprefix(SCREEN) for name in names if name.startswith(SCREEN)),
        frozenset(name.removeprefix(TEXT) for name in names if name.startswith(TEXT)),
    )


async def every(tx: Tx) -> Sequence[Stop]:
    """Each of them, the oldest first."""
    columns = [text_stops.c[name] for name in Stop.__slots__]
    rows = await tx.run(select(*columns).order_by(text_stops.c.at, text_stops.c.name))
    return [Stop(*tuple(row)) for row in rows]


async def add(tx: Tx, stop: Stop) -> bool:
    """Stop it from now on; False where it was stopped before."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(stop, name) for name in Stop.__slots__}
    return (await tx.run(make(text_stops).values(values).on_conflict_do_nothing())).rowcount > 0


async def remove(tx: Tx, name: str) -> bool:
    """Let it be said from now on; False where it was not stopped."""
    return (await tx.run(delete(text_stops).where(text_stops.c.name == name))).rowcount > 0
