"""The embedded database for one who does one thing after another, as trials do: the same file and the same durability,
without threads. While a statement runs nobody else in the loop moves, so the service itself is not for it."""

from sqlalchemy import Connection, Engine, create_engine, event

from db.belonging import check_vault, remember_vault
from db.cipher import cipher_connector, cipher_driver
from db.engine import Database, T, Work
from db.migrate import migrate
from db.sqlite import PRAGMAS
from db.trouble import opening, writing
from db.tx import Tx
from db.url import sqlite_path
from db.vault import Vault


class InLoopDatabase(Database):
    """A Database over one plain connection that reads and writes."""

    def __init__(self, url: str, vault: Vault, engine: Engine) -> None:
        self.url = self.direct_url = url
        self._vault = vault
        self._engine = engine

    @property
    def dialect(self) -> str:
        """sqlite."""
        return self._engine.dialect.name

    async def write(self, work: Work[T]) -> T:
        """As Database.write. Two at once do not wait for each other: that is an error."""
        with writing(self.url, self._vault.path), self._engine.begin() as connection:
            return await work(Tx(connection, self._vault))

    async def read(self, work: Work[T]) -> T:
        """As Database.read, and nothing keeps it from writing."""
        return await self.write(work)

    async def close(self, grace: float = 0) -> None:
        """Lets go of the file."""
        self._engine.dispose()


async def open_in_loop(url: str, *, vault: Vault) -> InLoopDatabase:
    """The database in the SQLite file at `url`, made where there is none, and migrated. Raises as db.engine does."""
    await migrate(url, vault=vault)
    database = InLoopDatabase(url, vault, _engine(url, vault))
    with opening(url, vault.path):
        if not await database.read(check_vault):
            await database.write(remember_vault)
    return database


def _engine(url: str, vault: Vault) -> Engine:
    connect = cipher_connector(sqlite_path(url), vault.database_key(), (*PRAGMAS, "foreign_keys=ON"))
    engine = create_engine(
        "sqlite+pysqlite:///file",  # the connector knows which
        module=cipher_driver().sqlite,
        creator=connect,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
