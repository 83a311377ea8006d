"""All that is kept about one person, read off what each table says (db.tables.kept)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Table, select

from db import ledger
from db.errors import SealBroken
from db.tables import check_ins, events, people, prompts, received, screens
from db.tables.kept import Kept, Stays, Whose
from db.tx import Tx
from db.vault import SERVICE
from programme.bct import unpacked
from programme.event import EVENTS, roles_in
from programme.people import Person

_ORDER: Final = (Stays.CLIENT, Stays.HERE, Stays.LOG)


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
    tables = sorted(ledger.TABLES, key=lambda one: (one is not people, _place(ledger.of(one)), one.name))
    return ((table, whose) for table in tables for whose in ledger.of(table).whose if whose.theirs)


def _place(said: Kept) -> int:
    return _ORDER.index(said.stays) if said.stays in _ORDER else len(_ORDER)


async def _section(tx: Tx, person: Person, table: Table, whose: Whose) -> Section:
    said, column = ledger.of(table), table.c[whose.column]
    number = person.telegram_id if whose.column == "telegram_id" else person.id
    found = await tx.run(select(table).where(column == number).order_by(*table.primary_key))
    rows = [dict(row) for row in found.mappings()]
    days = await _days(tx, person.id) if table is check_ins and rows else {}
    shown = [_on(days, row) | _shown(tx, table, row, whose) | _others(said, row, whose, person.id) for row in rows]
    return Section(table.name, whose.role, said.title, shown)


def _shown(tx: Tx, table: Table, row: Mapping[str, Any], whose: Whose) -> dict[str, Any]:
    sealed, key = ledger.sealed(table), ledger.of(table).key
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


def _others(said: Kept, row: Mapping[str, Any], whose: Whose, person_id: int) -> dict[str, Any]:
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
