"""Every yes and no that was ever said, and when a yes ended. Rows are added, never changed; the newest is in force."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, func, insert, or_, select

from db.tables import consents
from db.tx import Tx
from programme import consent, shared
from programme.consent import Choices, Consent, Item, choices_in_force
from programme.plan import NEVER
from programme.shared import Line

LEFT: Final = "left"
HANDED: Final = "handed"


async def add(tx: Tx, person_id: int, answers: dict[Item, bool]) -> None:
    """Keep answers that were given now to the words in force."""
    rows = [
        {"person_id": person_id, "item": item.value, "granted": granted, "version": consent.VERSION, "at": tx.now}
        for item, granted in answers.items()
    ]
    if rows:
        await tx.run(insert(consents), rows)


async def end(tx: Tx, person_id: int, items: Collection[Item], why: str) -> None:
    """Every yes of that person to these items ends, LEFT as they leave or HANDED as their practitioner is another one:
    nobody said no, and to what was a no already nothing happens."""
    newest = {one.item: one for one in await of_person(tx, person_id) if one.item in items}
    rows = [
        {
            "person_id": person_id,
            "item": one.item.value,
            "granted": False,
            "version": one.version,
            "at": tx.now,
            "why": why,
        }
        for one in newest.values()
        if one.granted
    ]
    if rows:
        await tx.run(insert(consents), rows)


_OF_PERSON = (
    select(consents.c.item, consents.c.granted, consents.c.version, consents.c.at)
    .where(consents.c.person_id == bindparam("person"))
    .order_by(consents.c.id)
)


async def of_person(tx: Tx, person_id: int) -> Sequence[Consent]:
    """Every answer of that person, oldest first."""
    rows = await tx.run(_OF_PERSON, {"person": person_id})
    return [Consent(Item(row.item), row.granted, row.version, row.at) for row in rows]


async def in_force(tx: Tx, person_id: int) -> Choices:
    """What that person says yes to now; what was never asked is a no."""
    return choices_in_force(await of_person(tx, person_id)) or Choices()


async def up_to_leaving(tx: Tx, person_id: int) -> frozenset[Item]:
    """What that person says yes to now, or did until they left."""
    newest = select(func.max(consents.c.id)).where(consents.c.person_id == person_id).group_by(consents.c.item)
    yes = or_(consents.c.granted, consents.c.why == LEFT)
    rows = await tx.run(select(consents.c.item).where(consents.c.id.in_(newest), yes))
    return frozenset(map(Item, rows.scalars()))


async def shows(tx: Tx, person_id: int, line: Line) -> bool:
    """Whether that client lets their practitioner see that line now: this, and `showing`, are where that is asked."""
    return shared.shows(await of_person(tx, person_id), line)


async def showing(tx: Tx, person_ids: Collection[int], line: Line, *, by: datetime = NEVER) -> set[int]:
    """Which of these clients let their practitioner see that line now, or did `by` then (UTC), in one statement."""
    agreed = shared.STANDING[line]
    newest = (
        select(func.max(consents.c.id))
        .where(consents.c.person_id.in_(set(person_ids)), consents.c.item.in_([one.value for one in agreed.items]))
        .where(consents.c.at <= by)
        .group_by(consents.c.person_id, consents.c.item)
    )
    yes = (
        select(consents.c.person_id)
        .where(consents.c.id.in_(newest), consents.c.granted, consents.c.version >= agreed.since)
        .group_by(consents.c.person_id)
        .having(func.count() == len(agreed.items))
    )
    return set((await tx.run(yes)).scalars())


async def granting(tx: Tx, person_ids: Collection[int], item: Item, *, by: datetime = NEVER) -> set[int]:
    """Which of these people say yes to that item now, or said so `by` then (UTC), in one statement."""
    newest = (
        select(func.max(consents.c.id))
        .where(consents.c.person_id.in_(set(person_ids)), consents.c.item == item.value, consents.c.at <= by)
        .group_by(consents.c.person_id)
    )
    rows = await tx.run(select(consents.c.person_id).where(consents.c.id.in_(newest), consents.c.granted))
    return set(rows.scalars())


async def to_older_words(tx: Tx, person_id: int) -> dict[Item, bool]:
    """What that person answered to words that have changed since: the item, and the yes or no that is in force."""
    newest = select(func.max(consents.c.id)).where(consents.c.person_id == person_id).group_by(consents.c.item)
    older = select(consents.c.item, consents.c.granted).where(
        consents.c.id.in_(newest), consents.c.version < consent.VERSION, consents.c.why.is_(None)
    )
    return {Item(row.item): row.granted for row in await tx.run(older)}
