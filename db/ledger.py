"""What the tables say of themselves (db.tables.kept), asked in one place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Column, Table

from db.sealed import Sealed
from db.tables import metadata
from db.tables.kept import INFO, Erased, Goes, Kept, Stays, Whose
from programme.consent import Item

# In the order in which rows may go: those that point at others first.
TABLES: Final[Sequence[Table]] = tuple(reversed(metadata.sorted_tables))


def of(table: Table) -> Kept:
    """What that table says. Raises KeyError for one that says nothing."""
    said: Kept = table.info[INFO]
    return said


def naming(*erased: Erased) -> Iterator[tuple[Table, Column[Any], Whose]]:
    """Every column that names a person and says one of these of an erasure."""
    for table in TABLES:
        for one in of(table).whose:
            if one.erased in erased:
                yield table, table.c[one.column], one


def about() -> Mapping[Table, Sequence[Column[Any]]]:
    """By table that has rows about people: the columns that say about whom, which no erasure leaves as they are."""
    found: dict[Table, list[Column[Any]]] = {}
    for table, column, _ in naming(Erased.GOES, Erased.EMPTIED, Erased.BY_HAND):
        found.setdefault(table, []).append(column)
    return found


def going_with(item: Item) -> Sequence[Table]:
    """The tables of which no row stays when that yes is taken back."""
    return [table for table in TABLES if of(table).answers == item]


def of_clients() -> Sequence[tuple[Table, Column[Any]]]:
    """The tables whose rows go once the day is over that a client who left was named; and whose they are."""
    return [(table, table.c[of(table).whose[0].column]) for table in TABLES if of(table).stays is Stays.CLIENT]


def logs() -> Sequence[Table]:
    """The tables whose rows may outlive an account."""
    return [table for table in TABLES if of(table).stays is Stays.LOG]


def ageing() -> Iterator[tuple[Table, Goes]]:
    """Every rule of age."""
    for table in TABLES:
        for rule in of(table).goes:
            yield table, rule


def sealed(table: Table) -> Sequence[str]:
    """The columns of that table whose words are sealed."""
    return [column.name for column in table.columns if isinstance(column.type, Sealed)]
