"""A wire between a service and its database that can be cut: nothing is closed, and not a byte passes any more."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from db.url import parse_url

PORT = 5432


class Wire:
    """Passes what comes on a port of loopback on to the PostgreSQL at `url`, and back, until it is cut."""

    def __init__(self, url: str) -> None:
        self._there = parse_url(url)
        self._passes = asyncio.Event()
        self._passes.set()
        self._ends: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """The address of the database through this wire."""
        assert self._server is not None, "it is not open"
        port = self._server.sockets[0].getsockname()[1]
        here = self._there.set(drivername="postgresql", host="127.0.0.1", port=port, query={})
        return here.render_as_string(hide_password=False)

    def cut(self) -> None:
        """From now on nothing passes, in neither direction, and nobody is told."""
        self._passes.clear()

    def mend(self) -> None:
        """All that waited passes, in its order."""
        self._passes.set()

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Wire"]:
        """It listens for as long as the block lasts."""
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        try:
            yield self
        finally:
            self._server.close()
            for task in self._ends:
                task.cancel()
            await asyncio.gather(*self._ends, return_exceptions=True)

    def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._connect(reader, writer))
        self._ends.add(task)
        task.add_done_callback(self._ends.discard)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._passes.wait()
        far_reader, far_writer = await self._reach()
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass_on(reader, far_writer))
                both.create_task(self._pass_on(far_reader, writer))
        except* OSError:
            pass
        finally:
            for end in (writer, far_writer):
                end.close()

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        host = self._there.query.get("host")
        if isinstance(host, str):
            return await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{self._there.port or PORT}")
        return await asyncio.open_connection(self._there.host, self._there.port or PORT)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while part := await reader.read(65536):
            await self._passes.wait()
            writer.write(part)
            await writer.drain()
        await self._passes.wait()  # a goodbye does not pass either
        writer.close()
