"""What helps a client, in their own words: the items of their toolkit, sealed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, select, update

from db.tables import check_ins, toolkit_items
from db.tx import Tx
from programme.check_in import NOTHING_HELPED, HardMoment
from programme.toolkit import ToolkitItem


async def add(tx: Tx, now: datetime, person_id: int, words: str, moment: HardMoment | None = None) -> int:
    """Keep another item, for any moment or for that one; returns its id."""
    made = await tx.run(
        insert(toolkit_items)
        .values(person_id=person_id, words=tx.seal(person_id, words), made_at=now, moment=moment)
        .returning(toolkit_items.c.id)
    )
    return int(made.scalar_one())


async def of_person(tx: Tx, person_id: int, *, also_hidden: bool = False) -> Sequence[ToolkitItem]:
    """The person's items, oldest first."""
    columns = (toolkit_items.c.id, toolkit_items.c.words, toolkit_items.c.hidden_at, toolkit_items.c.moment)
    wanted = select(*columns).where(toolkit_items.c.person_id == person_id)
    if not also_hidden:
        wanted = wanted.where(toolkit_items.c.hidden_at.is_(None))
    rows = await tx.run(wanted.order_by(toolkit_items.c.id))
    return [
        ToolkitItem(
            row.id,
            tx.unseal(person_id, row.words) or "",
            row.hidden_at is not None,
            row.moment and HardMoment(row.moment),
        )
        for row in rows
    ]


async def change(tx: Tx, person_id: int, item_id: int, words: str) -> bool:
    """Other words for that item; False where it is not theirs."""
    result = await tx.run(
        update(toolkit_items)
        .where(toolkit_items.c.id == item_id, toolkit_items.c.person_id == person_id)
        .values(words=tx.seal(person_id, words))
    )
    return result.rowcount > 0


async def helped(tx: Tx, person_id: int) -> dict[tuple[int, HardMoment | None], int]:
    """How often each item was said to have helped, by item and by what was going on (None: not said)."""
    count = func.count().label("times")
    rows = await tx.run(
        select(check_ins.c.helped, check_ins.c.moment, count)
        .where(check_ins.c.person_id == person_id, check_ins.c.helped.is_not(None))
        .where(check_ins.c.helped != NOTHING_HELPED)
        .group_by(check_ins.c.helped, check_ins.c.moment)
    )
    return {(row.helped, row.moment and HardMoment(row.moment)): int(row.times) for row in rows}


async def hide(tx: Tx, person_id: int, item_id: int, at: datetime | None) -> bool:
    """Offer that item no more from that moment on (UTC); None: offer it. False where it is not theirs."""
    result = await tx.run(
        update(toolkit_items)
        .where(toolkit_items.c.id == item_id, toolkit_items.c.person_id == person_id)
        .values(hidden_at=at)
    )
    return result.rowcount > 0
