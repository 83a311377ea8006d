"""An administrator's folder: keys in a file, a vault, a database, and the real service over them."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import aiohttp

from db.migrate import migrate
from db.store.engine import Database, open_database
from db.store.keys import make_keys_file, read_keys
from db.store.vault import Vault, open_vault
from simulator import Simulator
from trials.operator.trial import TypedCommand, typed
from trials.wires import free_ports

PATIENCE = 90.0  # real seconds for anything that is waited for


@dataclass(frozen=True, slots=True)
class Home:
    """Where it all lies, and which Telegram is spoken to."""

    folder: Path
    url: str
    simulator: Simulator

    @property
    def keys(self) -> Path:
        """The file of master keys."""
        return self.folder / "secrets" / "alongside.keys"

    @property
    def vault(self) -> Path:
        """The vault."""
        return self.folder / "secrets" / "vault"

    def count(self) -> int:
        """How many master keys there are."""
        return len(self.keys.read_text().split())

    def at(self, url: str) -> "Home":
        """The same with another database."""
        return replace(self, url=url)

    async def prepare(self) -> None:
        """Keys, a vault, and an empty database of this version."""
        make_keys_file(self.keys)
        async with self._opened_vault() as vault:
            await migrate(self.url, vault=vault)

    @asynccontextmanager
    async def _opened_vault(self) -> AsyncIterator[Vault]:
        read = partial(read_keys, self.keys, vault=self.vault)
        vault = open_vault(self.vault, read(), read)
        try:
            yield vault
        finally:
            vault.close()

    @asynccontextmanager
    async def memory(self) -> AsyncIterator[Database]:
        """The database, opened here too."""
        async with self._opened_vault() as vault:
            database = await open_database(self.url, vault=vault)
            try:
                yield database
            finally:
                await database.close()

    def settings(self, port: int = 8088, figures: int = 8089) -> Mapping[str, str]:
        """What the service and every command are told."""
        return {
            "ALONGSIDE_BOT_TOKEN": self.simulator.token,
            "ALONGSIDE_DATABASE_URL": self.url,
            "ALONGSIDE_TELEGRAM_API": self.simulator.base_url,
            "ALONGSIDE_LISTEN": f"127.0.0.1:{port}",
            "ALONGSIDE_METRICS_LISTEN": f"127.0.0.1:{figures}",
        }

    async def types(self, *words: str, **more: str) -> TypedCommand:
        """A command typed in the folder; `more` are settings besides."""
        return await typed(*words, settings={**self.settings(), **more}, folder=self.folder, seconds=PATIENCE)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["RunningService"]:
        """`alongside run` for the block, from when it answers on its port; killed at the end where it still runs."""
        port, figures = free_ports(2)
        env = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
        with (self.folder / "run.log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "alongside", "run",
                cwd=self.folder, env=env | dict(self.settings(port, figures)), stdout=log, stderr=log,
            )  # fmt: skip
        service = RunningService(process, port)
        try:
            await service.answers()
            yield service
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


@dataclass(frozen=True, slots=True)
class RunningService:
    """One process of the service, and the port on which it says how it is."""

    process: asyncio.subprocess.Process
    port: int

    async def health(self) -> int | None:
        """What /health answers; None where nothing does."""
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{self.port}/health") as answer,
            ):
                return answer.status
        except aiohttp.ClientError:
            return None

    async def answers(self) -> None:
        """Waits until it answers at all. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            while await self.health() is None:
                if self.process.returncode is not None:
                    raise TimeoutError(f"it ended with {self.process.returncode}: see run.log")
                await asyncio.sleep(0.1)

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    async def dies(self) -> None:
        """SIGKILL: the machine is gone."""
        self.process.kill()
        await self.process.wait()
