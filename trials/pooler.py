"""A pgbouncer in transaction mode before a PostgreSQL, for one trial."""

import asyncio
import os
import pwd
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from db.url import parse_url
from trials.beside import free_ports

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
