"""Which process sends, as the server knows it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, text

from db.store.engine import Database
from db.store.leases import who_sends
from db.tables import leases
from db.tx import Tx

LONG = datetime(2100, 1, 1, tzinfo=UTC)


async def test_the_holder_of_the_lease_is_named_while_it_lasts(database: Database) -> None:
    """PostgreSQL names the process and since when its session lives; nobody, once the lease is over."""

    async def leased(tx: Tx, until: datetime) -> str | None:
        await tx.run(leases.delete())
        session = (await tx.run(text("select pg_backend_pid()"))).scalar_one()
        row = {"name": "sender", "epoch": 1, "holder": f"123-ab-{session}", "expires_at": until}
        await tx.run(insert(leases).values(row))
        return await who_sends(tx, database.url)

    if database.dialect == "sqlite":
        assert await database.read(lambda tx: who_sends(tx, database.url)) is None
        return
    named = await database.write(lambda tx: leased(tx, LONG))
    assert named is not None
    assert named.startswith("process 123 at this machine or a socket since 20")
    assert await database.write(lambda tx: leased(tx, LONG - timedelta(days=40_000))) is None
