"""What helps a client, in their own words or the catalogue's: the items of their toolkit, sealed, and how often."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from db.tables import check_ins, cravings, toolkit_items
from db.tx import Tx
from programme.check_in.answers import NOTHING_HELPED, HardMoment
from programme.craving import TriedItem
from programme.toolkit.items import ToolkitItem
from programme.toolkit.strategies import Function, StrategyPlace

_COLUMNS = tuple(
    toolkit_items.c[name]
    for name in ("id", "person_id", "words", "hidden_at", "moment", "code", "pinned_at", "gives", "place", "minutes")
)


def _item(tx: Tx, row: Row[Any]) -> ToolkitItem:
    return ToolkitItem(
        id=row.id,
        words=tx.unseal(row.person_id, row.words) or "",
        hidden=row.hidden_at is not None,
        moment=row.moment and HardMoment(row.moment),
        code=row.code,
        pinned=row.pinned_at is not None,
        gives=row.gives and Function(row.gives),
        place=row.place and StrategyPlace(row.place),
        minutes=row.minutes,
    )


async def add(tx: Tx, person_id: int, words: str, moment: HardMoment | None = None, code: str | None = None) -> int:
    """Keep another item, for any moment or for that one; returns its id."""
    values = {"person_id": person_id, "words": tx.seal(person_id, words), "made_at": tx.now}
    made = await tx.run(insert(toolkit_items).values(**values, moment=moment, code=code).returning(toolkit_items.c.id))
    return int(made.scalar_one())


async def of_person(tx: Tx, person_id: int, *, also_hidden: bool = False) -> Sequence[ToolkitItem]:
    """The person's items, oldest first."""
    found = (await of_many(tx, [person_id])).get(person_id, {}).values()
    return [one for one in found if also_hidden or not one.hidden]


async def of_many(tx: Tx, person_ids: Collection[int]) -> Mapping[int, dict[int, ToolkitItem]]:
    """Every item by its id, hidden ones too, oldest first, by person."""
    wanted = select(*_COLUMNS).where(toolkit_items.c.person_id.in_(set(person_ids))).order_by(toolkit_items.c.id)
    found: dict[int, dict[int, ToolkitItem]] = {}
    for row in await tx.run(wanted):
        found.setdefault(row.person_id, {})[row.id] = _item(tx, row)
    return found


async def get(tx: Tx, person_id: int, item_id: int) -> ToolkitItem | None:
    """That item, if it is theirs."""
    wanted = select(*_COLUMNS).where(toolkit_items.c.id == item_id, toolkit_items.c.person_id == person_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _item(tx, row)


async def change(tx: Tx, person_id: int, item_id: int, words: str) -> bool:
    """Other words for that item; False where it is not theirs."""
    return await _set(tx, person_id, item_id, words=tx.seal(person_id, words))


async def describe(tx: Tx, person_id: int, item: ToolkitItem) -> bool:
    """Keep the moment it is for, what it gives, where it can be done and how long it takes; False: not theirs."""
    about = {"moment": item.moment, "gives": item.gives, "place": item.place, "minutes": item.minutes}
    return await _set(tx, person_id, item.id, **about)


async def hide(tx: Tx, person_id: int, item_id: int, at: datetime | None) -> bool:
    """Offer that item no more from that moment on (UTC); None: offer it. False where it is not theirs."""
    return await _set(tx, person_id, item_id, hidden_at=at)


async def pin(tx: Tx, person_id: int, item_id: int, at: datetime | None) -> bool:
    """That item stands first from that moment on (UTC); None: no more. False where it is not theirs."""
    return await _set(tx, person_id, item_id, pinned_at=at)


async def _set(tx: Tx, person_id: int, item_id: int, **values: object) -> bool:
    mine = update(toolkit_items).where(toolkit_items.c.id == item_id, toolkit_items.c.person_id == person_id)
    return (await tx.run(mine.values(**values))).rowcount > 0


async def told(tx: Tx, person_id: int) -> Sequence[TriedItem]:
    """All that they told of what helped: in check-ins what did, in cravings whether it was weaker after it."""
    picked = await tx.run(
        select(check_ins.c.helped, check_ins.c.moment)
        .where(check_ins.c.person_id == person_id, check_ins.c.helped.is_not(None))
        .where(check_ins.c.helped != NOTHING_HELPED)
    )
    rated = await tx.run(
        select(cravings.c.item_id, cravings.c.code, cravings.c.moment, cravings.c.before, cravings.c.after)
        .where(cravings.c.person_id == person_id, cravings.c.tried.is_not(None), cravings.c.after.is_not(None))
    )  # fmt: skip
    return [
        *(TriedItem(row.helped, None, row.moment and HardMoment(row.moment), helped=True) for row in picked),
        *(
            TriedItem(row.item_id, row.code, row.moment and HardMoment(row.moment), row.after < row.before)
            for row in rated
            if row.item_id or row.code
        ),
    ]
