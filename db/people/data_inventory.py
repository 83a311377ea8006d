"""What is kept about a person, read off what the tables say: counts, exports, and what goes by its age."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, ScalarSelect, Table, delete, func, or_, select, update

from db.store.errors import SealBroken
from db.store.vault import SERVICE
from db.tables import check_ins, clients, consents, events, metadata, outcomes, people, prompts, received, screens
from db.tables.base import INFO, AgeRule, OnErasure, RowStays, TableKept, Whose
from db.tx import Tx
from db.types import Sealed
from programme.event import EVENTS, roles_in
from programme.people.consent import ConsentItem
from programme.people.person import Person
from programme.practice.techniques import unpacked
from programme.quitting.events import CoEntered

# In the order in which rows may go: those that point at others first.
KEPT_TABLES: Final[Sequence[Table]] = tuple(reversed(metadata.sorted_tables))


def kept_of(table: Table) -> TableKept:
    """What that table says. Raises KeyError for one that says nothing."""
    said: TableKept = table.info[INFO]
    return said


def tables_naming(*erased: OnErasure) -> Iterator[tuple[Table, Column[Any], Whose]]:
    """Every column that names a person and says one of these of an erasure."""
    for table in KEPT_TABLES:
        for one in kept_of(table).whose:
            if one.erased in erased:
                yield table, table.c[one.column], one


def tables_about() -> Mapping[Table, Sequence[Column[Any]]]:
    """By table that has rows about people: the columns that say about whom, which no erasure leaves as they are."""
    found: dict[Table, list[Column[Any]]] = {}
    for table, column, _ in tables_naming(OnErasure.GOES, OnErasure.EMPTIED, OnErasure.BY_HAND):
        found.setdefault(table, []).append(column)
    return found


def tables_going_with(item: ConsentItem) -> Sequence[Table]:
    """The tables of which no row stays when that yes is taken back."""
    return [table for table in KEPT_TABLES if kept_of(table).answers == item]


def tables_of_clients() -> Sequence[tuple[Table, Column[Any]]]:
    """The tables whose rows go once the day is over that a client who left was named; and whose they are."""
    return [
        (table, table.c[kept_of(table).whose[0].column])
        for table in KEPT_TABLES
        if kept_of(table).stays is RowStays.CLIENT
    ]


def log_tables() -> Sequence[Table]:
    """The tables whose rows may outlive an account."""
    return [table for table in KEPT_TABLES if kept_of(table).stays is RowStays.LOG]


def ageing_tables() -> Iterator[tuple[Table, AgeRule]]:
    """Every rule of age."""
    for table in KEPT_TABLES:
        for rule in kept_of(table).goes:
            yield table, rule


def sealed_columns(table: Table) -> Sequence[str]:
    """The columns of that table whose words are sealed."""
    return [column.name for column in table.columns if isinstance(column.type, Sealed)]


_GONE: Final = select(people.c.id).where(people.c.telegram_id.is_(None))


async def drop_aged(tx: Tx) -> Mapping[str, int]:
    """By the words of each rule: how many rows went, or lost what is old of them."""
    tally: Counter[str] = Counter()
    for table, rule in ageing_tables():
        tally[rule.rule] += await _apply(tx, table, rule, tx.now - rule.after)
    return tally


async def _apply(tx: Tx, table: Table, rule: AgeRule, before: datetime) -> int:
    old = list(_old(table, rule, before))
    if not rule.emptied:
        return (await tx.run(delete(table).where(*old))).rowcount
    there = or_(*(table.c[name].is_not(None) for name in rule.emptied))
    return (await tx.run(update(table).where(*old, there).values(dict.fromkeys(rule.emptied)))).rowcount


def _old(table: Table, rule: AgeRule, before: datetime) -> Any:
    """The conditions under which a row is one of that rule."""
    yield _long_ago(table, rule.since, before)
    if rule.only is not None:
        yield rule.only(table)
    person = table.c[kept_of(table).whose[0].column] if rule.newest or rule.gone else None
    if rule.newest:
        yield table.c.id.not_in(select(func.max(table.c.id)).group_by(person))
    if rule.gone and person is not None:
        yield person.in_(_GONE)


def _long_ago(table: Table, since: str, before: datetime) -> ColumnElement[bool]:
    if since:
        return table.c[since] < before
    return table.c.prompt_id.in_(select(prompts.c.id).where(prompts.c.due_at < before))


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


async def held_counts(tx: Tx, person_id: int) -> Mapping[str, int]:
    """How many rows of each kind are about that person, by the names of /privacy, in one statement."""
    whole = {
        whose.counted: _count(table, column == person_id)
        for table, column, whose in tables_naming(*OnErasure)
        if whose.counted
    }
    kinds = {**whole, **_in_part(person_id)}
    row = (await tx.run(select(*(count.label(kind) for kind, count in kinds.items())))).one()
    return dict(zip(kinds, row, strict=True))


async def held_rows(tx: Tx, person: Person) -> Mapping[str, int]:
    """How many rows an erasure of that person touches, by what they are; kinds without any are left out."""
    kinds: dict[str, list[Any]] = {}
    for table, column, _ in tables_naming(OnErasure.GOES, OnErasure.BY_HAND):
        number = person.telegram_id if column.name == "telegram_id" else person.id
        kinds.setdefault(kept_of(table).title, []).append(_count(table, column == number))
    counted = [sum(parts[1:], parts[0]) for parts in kinds.values()]
    row = (await tx.run(select(*(count.label(f"n{place}") for place, count in enumerate(counted))))).one()
    return {title: count for title, count in zip(kinds, row, strict=True) if count}


async def held_since(tx: Tx, person_id: int) -> datetime:
    """When that person first wrote (UTC)."""
    first: datetime = (await tx.run(select(people.c.first_seen_at).where(people.c.id == person_id))).scalar_one()
    return first


_ORDER: Final = (RowStays.CLIENT, RowStays.HERE, RowStays.LOG)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one table in which the person is `role`: each by the names of the columns that are theirs to read.

    Of anybody else who stands in a row their role is there, and never a number.
    """

    table: str
    role: str
    title: str
    rows: Sequence[Mapping[str, Any]]


async def everything_of(tx: Tx, person: Person) -> Sequence[Section]:
    """All that is theirs, tables without a row left out; words are opened."""
    found = [await _section(tx, person, table, whose) for table, whose in _in_order()]
    return [section for section in found if section.rows]


def _in_order() -> Iterator[tuple[Table, Whose]]:
    """Who they are, what they told and set, how it was served, the log; and in each the order of the tables."""
    tables = sorted(KEPT_TABLES, key=lambda one: (one is not people, _place(kept_of(one)), one.name))
    return ((table, whose) for table in tables for whose in kept_of(table).whose if whose.theirs)


def _place(said: TableKept) -> int:
    return _ORDER.index(said.stays) if said.stays in _ORDER else len(_ORDER)


async def _section(tx: Tx, person: Person, table: Table, whose: Whose) -> Section:
    said, column = kept_of(table), table.c[whose.column]
    number = person.telegram_id if whose.column == "telegram_id" else person.id
    found = await tx.run(select(table).where(column == number).order_by(*table.primary_key))
    rows = [dict(row) for row in found.mappings()]
    days = await _days(tx, person.id) if table is check_ins and rows else {}
    shown = [_on(days, row) | _shown(tx, table, row, whose) | _others(said, row, whose, person.id) for row in rows]
    return Section(table.name, whose.role, said.title, shown)


def _shown(tx: Tx, table: Table, row: Mapping[str, Any], whose: Whose) -> dict[str, Any]:
    sealed, key = sealed_columns(table), kept_of(table).key
    owner = (row[key] if key else None) or SERVICE
    return {name: _plain(tx, owner, row[name]) if name in sealed else _open(table, name, row) for name in whose.theirs}


def _plain(tx: Tx, owner: int, words: Any) -> str | None:
    try:
        return tx.unseal(owner, words)
    except SealBroken:  # under another key: nobody can read it
        return None


def _open(table: Table, name: str, row: Mapping[str, Any]) -> Any:
    """What is not sealed, without the numbers of other people."""
    value = row[name]
    if table is events and name == "data":
        roles = roles_in(EVENTS[row["kind"]]) if row["kind"] in EVENTS else {}
        return {one: found and roles.get(one, found) for one, found in value.items()}
    if table is screens and name == "args":  # ids and codes: ids are ours
        return {one: found for one, found in value.items() if isinstance(found, str | bool) or _is_codes(found)}
    if table is received and name == "techniques":
        return sorted(unpacked(value))
    return value


def _is_codes(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _others(said: TableKept, row: Mapping[str, Any], whose: Whose, person_id: int) -> dict[str, Any]:
    """Who else stands in the row, by what they are to it."""
    return {
        one.column.removesuffix("_id"): "you" if row[one.column] == person_id else one.role
        for one in said.whose
        if one.column != whose.column and row[one.column] is not None
    }


def _on(days: Mapping[int, date], row: Mapping[str, Any]) -> dict[str, Any]:
    """The day that a check-in was about is on what was asked."""
    return {"on_date": days.get(row["prompt_id"])} if days else {}


async def _days(tx: Tx, person_id: int) -> Mapping[int, date]:
    asked = select(prompts.c.id, prompts.c.local_date).where(prompts.c.person_id == person_id)
    return {row.id: row.local_date for row in await tx.run(asked)}
