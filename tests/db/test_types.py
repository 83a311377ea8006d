"""Columns that mean the same on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, select, text
from sqlalchemy.exc import StatementError

from db.store.engine import Database
from db.tx import Tx
from db.types import Json, Moment, Sealed, SealedText
from tests.databases import with_plain

things = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("at", Moment),
    Column("value", Json),
    Column("words", Sealed),
)
MOMENTS = [
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 0, 0, 1, tzinfo=UTC),
    datetime(9999, 1, 1, tzinfo=UTC),
]


@pytest.fixture
async def tabled(database: Database) -> Database:
    """A database with a table of one column each."""
    await database.write(lambda tx: with_plain(tx, things.metadata.create_all))
    return database


async def keep(database: Database, **values: object) -> object:
    """Writes one row and gives what is read back."""
    name = next(iter(values))

    async def work(tx: Tx) -> object:
        made = await tx.run(insert(things).values(values).returning(things.c.id))
        row = await tx.run(select(things.c[name]).where(things.c.id == made.scalar_one()))
        return row.scalar_one()

    return await database.write(work)


@pytest.mark.parametrize("moment", MOMENTS, ids=str)
async def test_a_moment_comes_back_to_the_microsecond(tabled: Database, moment: datetime) -> None:
    """A moment in any zone comes back as the same moment in UTC, to the microsecond."""
    back = await keep(tabled, at=moment.astimezone(timezone(timedelta(hours=-7))) if moment.year < 9000 else moment)
    assert back == moment
    assert isinstance(back, datetime)
    assert back.utcoffset() == timedelta(0)


async def test_moments_sort_and_compare_in_the_database(tabled: Database) -> None:
    """The database orders moments by time and finds those up to a given one."""

    async def work(tx: Tx) -> list[datetime]:
        await tx.run(insert(things), [{"at": moment} for moment in MOMENTS])
        query = select(things.c.at).where(things.c.at <= datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
        return list((await tx.run(query.order_by(things.c.at))).scalars())

    assert await tabled.write(work) == sorted(MOMENTS)[:-1]


async def test_a_naive_datetime_is_refused(tabled: Database) -> None:
    """A datetime without a zone is an error, not a guess."""
    with pytest.raises(StatementError, match="needs its time zone"):
        await keep(tabled, at=datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize("value", [{"a": [1, None, "é"]}, [], 0, "", None, True], ids=repr)
async def test_json_comes_back_as_it_was(tabled: Database, value: object) -> None:
    """A JSON value comes back equal."""
    assert await keep(tabled, value=value) == value


async def test_json_none_is_null(tabled: Database) -> None:
    """None is kept as NULL, so that IS NULL finds it."""
    await keep(tabled, value=None)
    found = await tabled.read(lambda tx: tx.run(text("select count(*) from things where value is null")))
    assert found.scalar_one() == 1


@pytest.mark.parametrize("plain", ["words", b"words", bytearray(b"words")], ids=repr)
async def test_a_sealed_column_takes_nothing_plain(tabled: Database, plain: object) -> None:
    """A Sealed column refuses a text or bytes that went through no seal."""
    with pytest.raises(StatementError, match="takes SealedText"):
        await keep(tabled, words=plain)


async def test_a_sealed_column_gives_back_sealed_text(tabled: Database) -> None:
    """What comes out of a Sealed column is SealedText that unseals, and None stays None."""

    async def work(tx: Tx) -> str | None:
        await tx.run(insert(things).values(words=tx.seal(3, "a hard day")))
        words = (await tx.run(select(things.c.words))).scalar_one()
        assert isinstance(words, SealedText)
        return tx.unseal(3, words)

    assert await tabled.write(work) == "a hard day"
    assert await keep(tabled, words=None) is None


def test_sealed_text_does_not_show_itself() -> None:
    """A SealedText in a log or a traceback shows how long it is and no more."""
    assert repr(SealedText(b"gAAAAB")) == str(SealedText(b"gAAAAB")) == "SealedText(6 bytes)"
