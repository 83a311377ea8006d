"""What stands in a database of whatever version, to see that a migration takes nothing away. For trials."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, MetaData, select

from db.migrate import connected
from db.vault import Vault

VERSION = "alembic_version"


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: the names of its columns, and its rows in that order, each value as it is written."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def of(self, columns: Sequence[str]) -> Counter[tuple[str, ...]]:
        """The rows, of these columns alone."""
        places = [self.columns.index(name) for name in columns]
        return Counter(tuple(row[place] for place in places) for row in self.rows)


Likeness = Mapping[str, Rows]


async def likeness(url: str, *, vault: Vault) -> Likeness:
    """Every table but that of the version."""
    async with connected(url, vault) as connection:
        return await connection.run_sync(_read)


def lost(before: Likeness, after: Likeness) -> list[str]:
    """Where `after` has other rows than `before`, in tables and columns that both have."""
    found = []
    for name in before.keys() & after.keys():
        both = [column for column in before[name].columns if column in after[name].columns]
        was, now = before[name].of(both), after[name].of(both)
        if was != now:
            found.append(f"{name}: {(was - now).total()} rows gone, {(now - was).total()} new")
    return sorted(found)


def _read(connection: Connection) -> Likeness:
    tables = MetaData()
    tables.reflect(connection)
    found = {}
    for table in tables.sorted_tables:
        if table.name != VERSION:
            rows: Sequence[Any] = connection.execute(select(table)).all()
            found[table.name] = Rows(tuple(table.columns.keys()), [tuple(map(str, row)) for row in rows])
    return found
