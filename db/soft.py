"""When people's evenings and mornings are soft, after a crisis card: a row a card, until it is over."""

from collections.abc import Collection

from sqlalchemy import and_, bindparam, delete, exists, insert, or_, select
from sqlalchemy.sql import ColumnElement

from db.tables import prompts, soft
from db.tx import Tx
from programme.soft import Soft

_OF_PEOPLE = select(soft.c.person_id, soft.c.at, soft.c.until).where(
    soft.c.person_id.in_(bindparam("people", expanding=True)), soft.c.until > bindparam("now", type_=soft.c.until.type)
)


async def begin(tx: Tx, person_id: int, screen_id: int, stretch: Soft) -> None:
    """That person's next hours are soft, after the card on that screen."""
    values = {"screen_id": screen_id, "person_id": person_id, "at": stretch.at, "until": stretch.until}
    await tx.run(insert(soft).values(values))


async def take_back(tx: Tx, screen_id: int) -> None:
    """That card was not meant: nothing is soft for it."""
    await tx.run(delete(soft).where(soft.c.screen_id == screen_id))


async def of_people(tx: Tx, person_ids: Collection[int]) -> dict[int, tuple[Soft, ...]]:
    """The stretches of these people that are not over, in one statement; who has none is left out."""
    found: dict[int, tuple[Soft, ...]] = {}
    for row in await tx.run(_OF_PEOPLE, {"people": list(set(person_ids)), "now": tx.now}):
        found[row.person_id] = (*found.get(row.person_id, ()), Soft(row.at, row.until))
    return found


def around_prompt() -> ColumnElement[bool]:
    """Of a row of prompts: whether a stretch of its person's began before it closed and was not over when it came."""
    before_close = or_(prompts.c.closes_at.is_(None), soft.c.at < prompts.c.closes_at)
    return exists().where(and_(soft.c.person_id == prompts.c.person_id, before_close, soft.c.until > prompts.c.due_at))
