"""Every yes and no, kinds that were stopped, preferences, and what must hold before anybody is written to unasked."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import clients, consents, people, practitioners, stopped, supporters, switches
from db.tx import Tx
from programme.people import consent
from programme.people.consent import Choices, Consent, ConsentItem, ShownLine, choices_in_force
from programme.people.person import USUAL, Switch
from programme.schedule.plan import NEVER, NUDGE, SUMMARY
from programme.supporters.support import SupportState

LEFT: Final = "left"
HANDED: Final = "handed"


async def add(tx: Tx, person_id: int, answers: dict[ConsentItem, bool]) -> None:
    """Keep answers that were given now to the words in force."""
    rows = [
        {"person_id": person_id, "item": item.value, "granted": granted, "version": consent.VERSION, "at": tx.now}
        for item, granted in answers.items()
    ]
    if rows:
        await tx.run(insert(consents), rows)


async def end(tx: Tx, person_id: int, items: Collection[ConsentItem], why: str) -> None:
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
    return [Consent(ConsentItem(row.item), row.granted, row.version, row.at) for row in rows]


async def in_force(tx: Tx, person_id: int) -> Choices:
    """What that person says yes to now; what was never asked is a no."""
    return choices_in_force(await of_person(tx, person_id)) or Choices()


async def up_to_leaving(tx: Tx, person_id: int) -> frozenset[ConsentItem]:
    """What that person says yes to now, or did until they left."""
    newest = select(func.max(consents.c.id)).where(consents.c.person_id == person_id).group_by(consents.c.item)
    yes = or_(consents.c.granted, consents.c.why == LEFT)
    rows = await tx.run(select(consents.c.item).where(consents.c.id.in_(newest), yes))
    return frozenset(map(ConsentItem, rows.scalars()))


async def shows(tx: Tx, person_id: int, line: ShownLine) -> bool:
    """Whether that client lets their practitioner see that line now: this, and `showing`, are where that is asked."""
    return consent.shows(await of_person(tx, person_id), line)


async def showing(tx: Tx, person_ids: Collection[int], line: ShownLine, *, by: datetime = NEVER) -> set[int]:
    """Which of these clients let their practitioner see that line now, or did `by` then (UTC), in one statement."""
    agreed = consent.STANDING[line]
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


async def granting(tx: Tx, person_ids: Collection[int], item: ConsentItem, *, by: datetime = NEVER) -> set[int]:
    """Which of these people say yes to that item now, or said so `by` then (UTC), in one statement."""
    newest = (
        select(func.max(consents.c.id))
        .where(consents.c.person_id.in_(set(person_ids)), consents.c.item == item.value, consents.c.at <= by)
        .group_by(consents.c.person_id)
    )
    rows = await tx.run(select(consents.c.person_id).where(consents.c.id.in_(newest), consents.c.granted))
    return set(rows.scalars())


async def to_older_words(tx: Tx, person_id: int) -> dict[ConsentItem, bool]:
    """What that person answered to words that have changed since: the item, and the yes or no that is in force."""
    newest = select(func.max(consents.c.id)).where(consents.c.person_id == person_id).group_by(consents.c.item)
    older = select(consents.c.item, consents.c.granted).where(
        consents.c.id.in_(newest), consents.c.version < consent.VERSION, consents.c.why.is_(None)
    )
    return {ConsentItem(row.item): row.granted for row in await tx.run(older)}


def is_stopped(table: FromClause) -> ColumnElement[bool]:
    """Whether the person of a plan or prompt wants no more of its kind."""
    return exists().where(stopped.c.person_id == table.c.person_id, stopped.c.kind == table.c.kind)


async def stop_kind(tx: Tx, person_id: int, kind: str) -> None:
    """That person wants no more of that kind from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(stopped).values(person_id=person_id, kind=kind, at=tx.now).on_conflict_do_nothing())


async def lift_stop(tx: Tx, person_id: int, kind: str) -> bool:
    """That person wants it after all; False where it was never stopped."""
    gone = delete(stopped).where(stopped.c.person_id == person_id, stopped.c.kind == kind)
    return (await tx.run(gone)).rowcount > 0


async def stopped_kinds(tx: Tx, person_id: int) -> frozenset[str]:
    """What that person wants no more of."""
    rows = await tx.run(select(stopped.c.kind).where(stopped.c.person_id == person_id))
    return frozenset(rows.scalars())


async def set_preference(tx: Tx, person_id: int, switch: Switch, *, on: bool) -> None:
    """It is on or off from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    new = make(switches).values(person_id=person_id, name=switch.value, is_on=on, at=tx.now)
    changed = {"is_on": new.excluded.is_on, "at": new.excluded.at}
    await tx.run(new.on_conflict_do_update(index_elements=["person_id", "name"], set_=changed))


async def has_preference(tx: Tx, person_id: int, switch: Switch) -> bool:
    """Whether it is on: as they turned it, or as it usually is."""
    wanted = select(switches.c.is_on).where(switches.c.person_id == person_id, switches.c.name == switch.value)
    chosen = (await tx.run(wanted)).scalar_one_or_none()
    return USUAL[switch] if chosen is None else bool(chosen)


def granted(item: ConsentItem, person_id: Column[int] = people.c.id) -> ColumnElement[bool]:
    """Whether the newest answer to that item of the person in that column is yes; no answer is no."""
    newest = (
        select(consents.c.granted)
        .where(consents.c.person_id == person_id, consents.c.item == item.value)
        .order_by(consents.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(newest, False)


def ever_kept(person_id: Column[int], told_at: Column[datetime]) -> ColumnElement[bool]:
    """Whether what a person told at that moment fell under a yes to keeping answers, of then or of later.

    A no since is no reason against it: who takes their yes back has their answers deleted at once
    (erasure.forget_answers), and who leaves and keeps them is shown nothing more, yet keeps them.
    """
    of_person = consents.c.person_id == person_id, consents.c.item == ConsentItem.KEEP_ANSWERS.value
    then = select(consents.c.granted).where(*of_person, consents.c.at <= told_at).order_by(consents.c.id.desc())
    later = exists().where(*of_person, consents.c.granted, consents.c.at > told_at)
    return or_(func.coalesce(then.limit(1).scalar_subquery(), False), later)


REACHABLE = people.c.cannot_reach_since.is_(None)
IS_CLIENT = and_(clients.c.person_id.is_not(None), clients.c.left_at.is_(None))
WANTS_CHECK_INS = and_(IS_CLIENT, granted(ConsentItem.CHECK_IN))
IS_PRACTITIONER = exists().where(practitioners.c.person_id == people.c.id)


@cache  # it takes as long to put together as to run
def wants(table: FromClause) -> ColumnElement[bool]:
    """Whether the person of a plan or prompt still wants to be written to about it, by its kind."""
    supported = clients.alias("supported")
    about = exists().where(
        supporters.c.person_id == table.c.person_id,
        supporters.c.client_id == table.c.about_id,
        supporters.c.state == SupportState.ACCEPTED.value,
        supported.c.person_id == supporters.c.client_id,
        supported.c.left_at.is_(None),
    )
    of_client = and_(WANTS_CHECK_INS, ~is_stopped(table))
    return case((table.c.kind == NUDGE, about), (table.c.kind == SUMMARY, IS_PRACTITIONER), else_=of_client)
