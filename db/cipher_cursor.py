"""A cursor that goes to the connection's thread once for each statement, where aiosqlite's own goes four times."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

import aiosqlite


class OneTripCursor:
    """Runs a statement and brings all its rows back at once; what SQLAlchemy asks for afterwards is here already."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Sequence[Any] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        """One statement, once."""
        await self._connection._execute(self._run, "execute", statement, parameters)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return self

    async def executemany(self, statement: str, parameters: Iterable[Sequence[Any]]) -> Self:
        """One statement for each of the parameters."""
        await self._connection._execute(self._run, "executemany", statement, parameters)  # type: ignore[no-untyped-call]  # noqa: SLF001
        return self

    def _run(self, how: str, statement: str, parameters: Any) -> None:
        cursor = self._connection._conn.cursor()  # noqa: SLF001
        try:
            getattr(cursor, how)(statement, parameters)
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else []
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()

    async def fetchall(self) -> list[Any]:
        """The rows, once."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Nothing is open."""


class CipherConnection(aiosqlite.Connection):
    """aiosqlite's connection with cursors of one trip. It does not stream: every result is fetched whole."""

    def cursor(self) -> OneTripCursor:  # type: ignore[override]
        """A cursor for one statement."""
        return OneTripCursor(self)
