"""Kinds of what comes by itself that somebody wants no more of."""

from sqlalchemy import ColumnElement, FromClause, delete, exists, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import stopped
from db.tx import Tx


def is_stopped(table: FromClause) -> ColumnElement[bool]:
    """Whether the person of a plan or prompt wants no more of its kind."""
    return exists().where(stopped.c.person_id == table.c.person_id, stopped.c.kind == table.c.kind)


async def add(tx: Tx, person_id: int, kind: str) -> None:
    """That person wants no more of that kind from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(stopped).values(person_id=person_id, kind=kind, at=tx.now).on_conflict_do_nothing())


async def lift(tx: Tx, person_id: int, kind: str) -> bool:
    """That person wants it after all; False where it was never stopped."""
    gone = delete(stopped).where(stopped.c.person_id == person_id, stopped.c.kind == kind)
    return (await tx.run(gone)).rowcount > 0


async def of_person(tx: Tx, person_id: int) -> frozenset[str]:
    """What that person wants no more of."""
    rows = await tx.run(select(stopped.c.kind).where(stopped.c.person_id == person_id))
    return frozenset(rows.scalars())
