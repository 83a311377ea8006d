"""What helps a client, in their own words: the items of their toolkit, sealed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select, update

from db.tables import toolkit_items
from db.tx import Tx
from programme.toolkit import ToolkitItem


async def add(tx: Tx, now: datetime, person_id: int, words: str) -> int:
    """Keep another item; returns its id."""
    made = await tx.run(
        insert(toolkit_items)
        .values(person_id=person_id, words=tx.seal(person_id, words), made_at=now)
        .returning(toolkit_items.c.id)
    )
    return int(made.scalar_one())


async def of_person(tx: Tx, person_id: int, *, also_hidden: bool = False) -> Sequence[ToolkitItem]:
    """The person's items, oldest first."""
    wanted = select(toolkit_items.c.id, toolkit_items.c.words, toolkit_items.c.hidden_at).where(
        toolkit_items.c.person_id == person_id
    )
    if not also_hidden:
        wanted = wanted.where(toolkit_items.c.hidden_at.is_(None))
    rows = await tx.run(wanted.order_by(toolkit_items.c.id))
    return [ToolkitItem(row.id, tx.unseal(person_id, row.words) or "", row.hidden_at is not None) for row in rows]


async def hide(tx: Tx, now: datetime, person_id: int, item_id: int) -> None:
    """Offer that item of theirs no more."""
    await tx.run(
        update(toolkit_items)
        .where(toolkit_items.c.id == item_id, toolkit_items.c.person_id == person_id)
        .values(hidden_at=now)
    )
