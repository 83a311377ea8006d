"""Words from a supporter to a client, and good news the other way, sealed under the key of who wrote them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from db.tables import encouragements
from db.tx import Tx
from programme.support import PassedOn

_COLUMNS = tuple(encouragements.c[name] for name in PassedOn.__slots__)


def _passed_on(tx: Tx, row: Row[Any]) -> PassedOn:
    values: dict[str, Any] = dict(zip(PassedOn.__slots__, row, strict=True))
    return PassedOn(**values | {"words": tx.unseal(values["person_id"], values["words"]) or ""})


async def add(tx: Tx, support_id: int, person_id: int, to_id: int, words: str) -> int:
    """Keep words that are not sent yet; returns their id."""
    sealed = tx.seal(person_id, words)
    values = {"support_id": support_id, "person_id": person_id, "to_id": to_id, "words": sealed}
    made = await tx.run(insert(encouragements).values(**values, made_at=tx.now).returning(encouragements.c.id))
    return int(made.scalar_one())


async def get(tx: Tx, passed_id: int) -> PassedOn | None:
    """The words of that id, or None."""
    row = (await tx.run(select(*_COLUMNS).where(encouragements.c.id == passed_id))).one_or_none()
    return None if row is None else _passed_on(tx, row)


async def sent_since(tx: Tx, support_id: int, person_id: int, since: datetime) -> int:
    """How often that person sent words to the other one since then."""
    mine = (encouragements.c.support_id == support_id) & (encouragements.c.person_id == person_id)
    wanted = select(func.count()).where(mine, encouragements.c.sent_at >= since)
    return int((await tx.run(wanted)).scalar_one())


async def send(tx: Tx, passed_id: int) -> bool:
    """They are sent now; False where they were before."""
    unsent = update(encouragements).where(encouragements.c.id == passed_id, encouragements.c.sent_at.is_(None))
    return (await tx.run(unsent.values(sent_at=tx.now))).rowcount == 1


async def rate(tx: Tx, passed_id: int, *, helped: bool) -> None:
    """The reader says whether it helped."""
    await tx.run(update(encouragements).where(encouragements.c.id == passed_id).values(helped=helped))
