"""The service as a plain process: `python -m alongside run`, started on loopback, listened to and stopped."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.store.engine import Database, open_database
from db.store.keys import new_key
from db.store.vault import open_vault
from simulator import Simulator
from tests.tree import ROOT

PATIENCE = 60  # seconds for anything that is waited for


@dataclass
class Service:
    """A running process and every event it has written to its log."""

    process: asyncio.subprocess.Process
    said: list[Mapping[str, Any]] = field(default_factory=list)
    heard: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def says(self, event: str, times: int = 1) -> Mapping[str, Any]:
        """That event of the log, once it has come so often. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE), self.heard:
            await self.heard.wait_for(lambda: len(self._told(event)) >= times)
        return self._told(event)[times - 1]

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()

    def _told(self, event: str) -> list[Mapping[str, Any]]:
        return [line for line in self.said if line.get("event") == event]

    async def listen(self) -> None:
        """Reads the log to its end."""
        assert self.process.stderr is not None, "it was asked for"
        async for line in self.process.stderr:
            async with self.heard:
                self.said.append(_read(line))
                self.heard.notify_all()


def _read(line: bytes) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads(line)
    except ValueError:
        return {"event": line.decode().strip()}
    return found


@dataclass(frozen=True)
class Home:
    """A folder with a database, its keys and its vault, for one service."""

    folder: Path
    keys: str = field(default_factory=new_key)

    @property
    def url(self) -> str:
        """The database's address."""
        return f"sqlite:///{self.folder}/alongside.db"

    def settings(self, simulator: Simulator) -> dict[str, str]:
        """What the service is told where the simulator runs in this process."""
        return self.environment(simulator.token, simulator.base_url)

    def environment(self, token: str, api: str) -> dict[str, str]:
        """What the service is told."""
        return {
            "ALONGSIDE_BOT_TOKEN": token,
            "ALONGSIDE_DATABASE_URL": self.url,
            "ALONGSIDE_SECRET_KEYS": self.keys,
            "ALONGSIDE_VAULT": str(self.folder / "vault"),
            "ALONGSIDE_TELEGRAM_API": api,
            "ALONGSIDE_LISTEN": "127.0.0.1:0",
            "ALONGSIDE_METRICS_LISTEN": "127.0.0.1:0",
        }

    @asynccontextmanager
    async def memory(self) -> AsyncIterator[Database]:
        """The same database, opened here."""
        vault = open_vault(self.folder / "vault", (self.keys,))
        database = await open_database(self.url, vault=vault)
        try:
            yield database
        finally:
            await database.close()
            vault.close()


@asynccontextmanager
async def running(settings: Mapping[str, str], **more: str) -> AsyncIterator[Service]:
    """The service as a process with these settings and, in `more`, environment variables that are not ours."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "alongside", "run",
        cwd=ROOT, env=os.environ | settings | more, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    service = Service(process)
    listening = asyncio.create_task(service.listen())
    try:
        yield service
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await listening
