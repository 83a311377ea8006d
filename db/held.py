"""How much is kept about a person, by kind."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, Table, func, select

from db import ledger
from db.tables import check_ins, clients, consents, events, outcomes, people
from db.tables.kept import Erased
from db.tx import Tx
from programme.events.quitting import CoEntered
from programme.people import Person


def _count(table: Table, *where: Any) -> ScalarSelect[Any]:
    return select(func.count()).select_from(table).where(*where).scalar_subquery()


def _in_part(person_id: int) -> Mapping[str, ScalarSelect[Any]]:
    """Kinds that are a part of a table."""
    mine = outcomes.c.person_id == person_id
    return {
        "words": _count(check_ins, check_ins.c.person_id == person_id, check_ins.c.words.is_not(None)),
        "readings": _count(events, events.c.person_id == person_id, events.c.kind == CoEntered.kind_name),
        "outcomes": _count(outcomes, mine, outcomes.c.entered_by.is_(None)),
        "heard": _count(outcomes, mine, outcomes.c.entered_by.is_not(None)),
        "clients": _count(clients, clients.c.practitioner_id == person_id, clients.c.left_at.is_(None)),
        "choices": _count(consents, consents.c.person_id == person_id, consents.c.why.is_(None)),
    }


async def counts(tx: Tx, person_id: int) -> Mapping[str, int]:
    """How many rows of each kind are about that person, by the names of /privacy, in one statement."""
    whole = {
        whose.counted: _count(table, column == person_id)
        for table, column, whose in ledger.naming(*Erased)
        if whose.counted
    }
    kinds = {**whole, **_in_part(person_id)}
    row = (await tx.run(select(*(count.label(kind) for kind, count in kinds.items())))).one()
    return dict(zip(kinds, row, strict=True))


async def rows(tx: Tx, person: Person) -> Mapping[str, int]:
    """How many rows an erasure of that person touches, by what they are; kinds without any are left out."""
    kinds: dict[str, list[Any]] = {}
    for table, column, _ in ledger.naming(Erased.GOES, Erased.BY_HAND):
        number = person.telegram_id if column.name == "telegram_id" else person.id
        kinds.setdefault(ledger.of(table).title, []).append(_count(table, column == number))
    counted = [sum(parts[1:], parts[0]) for parts in kinds.values()]
    row = (await tx.run(select(*(count.label(f"n{place}") for place, count in enumerate(counted))))).one()
    return {title: count for title, count in zip(kinds, row, strict=True) if count}


async def since(tx: Tx, person_id: int) -> datetime:
    """When that person first wrote (UTC)."""
    first: datetime = (await tx.run(select(people.c.first_seen_at).where(people.c.id == person_id))).scalar_one()
    return first
