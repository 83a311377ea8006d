"""Small means of a trial: tasks beside a block, free ports, a reverse proxy, a wire to cut, a pooler."""

import asyncio
import os
import pwd
import shutil
import socket
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from db.store.url import parse_url


def free_ports(count: int) -> list[int]:
    """That many ports of this machine that nobody listens on now."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [int(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return ports


@asynccontextmanager
async def beside(lives: Sequence[Coroutine[Any, Any, None]]) -> AsyncIterator[None]:
    """These go on while the block lasts. What goes wrong in one comes out at its end."""
    tasks = [asyncio.create_task(life) for life in lives]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, BaseException) and not isinstance(ended, asyncio.CancelledError):
                raise ended


PASSED_ON = ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")


class FrontGate:
    """Passes each POST on to the first port in turn that answers; 502 where none does."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = list(ports)
        self._runner: web.AppRunner | None = None
        self._session: ClientSession | None = None
        self.url = ""

    async def open(self) -> None:
        """Listen on a free port of this machine."""
        app = web.Application()
        app.router.add_post("/webhook", self._pass_on)
        self._session = ClientSession(timeout=ClientTimeout(total=20))
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/webhook"

    async def close(self) -> None:
        """Listen no more."""
        if self._runner is not None and self._session is not None:
            await self._runner.cleanup()
            await self._session.close()

    async def _pass_on(self, request: web.Request) -> web.Response:
        assert self._session is not None, "open it first"
        body = await request.read()
        headers = {name: request.headers[name] for name in PASSED_ON if name in request.headers}
        self._ports.append(self._ports.pop(0))
        for port in self._ports:
            try:
                url = f"http://127.0.0.1:{port}/webhook"
                async with self._session.post(url, data=body, headers=headers) as answer:
                    return web.Response(status=answer.status)
            except (ClientError, TimeoutError):
                continue
        return web.Response(status=502)


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


SESSIONS = 4  # at the server, for all who come
FILE = """\
[databases]
{name} = {there} dbname={name} user={user}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {sessions}
max_client_conn = 200
"""


def pooler_is_here() -> bool:
    """Whether the program is installed."""
    return shutil.which("pgbouncer") is not None


@asynccontextmanager
async def pooler(url: str, folder: Path) -> AsyncIterator[str]:
    """The address of the PostgreSQL at `url` through a pooler of SESSIONS sessions; it is gone after the block."""
    [port], there = free_ports(1), parse_url(url)
    host = there.query.get("host") or there.host
    values = {"there": f"host={host} port={there.port or 5432}", "name": there.database, "user": there.username}
    file = folder / "pgbouncer.ini"
    file.write_text(FILE.format(port=port, sessions=SESSIONS, **values))
    who: dict[str, Any] = {}
    if os.geteuid() == 0:  # it refuses to run as root
        nobody = pwd.getpwnam("nobody")
        file = Path(shutil.copy(file, Path(gettempdir(), f"alongside-pgbouncer-{port}.ini")))  # it holds no secret
        file.chmod(0o644)
        who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    log = (folder / "pgbouncer.log").open("wb")
    process = await asyncio.create_subprocess_exec("pgbouncer", file, stdout=log, stderr=log, cwd="/", **who)
    try:
        await _listens(port)
        yield there.set(drivername="postgresql", host="127.0.0.1", port=port, query={}).render_as_string(
            hide_password=False
        )
    finally:
        process.kill()
        await process.wait()
        log.close()
        if who:
            file.unlink()


async def _listens(port: int) -> None:
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return
