"""The processes of the service as the trial sees them: started, killed, stopped, and their ends heard of."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Service:
    """One process. `ended` holds its exit code: minus nine for one that was killed."""

    name: str
    pid: int
    failpoint: str
    killed_by_us: bool = False
    ended: asyncio.Future[int] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def kill(self) -> None:
        """No goodbye."""
        if not self.ended.done():
            self.killed_by_us = True
            os.kill(self.pid, signal.SIGKILL)

    async def stop(self, seconds: float) -> int | None:
        """Asks it to stop; its exit code, or None where it took longer than that."""
        if not self.ended.done():
            os.kill(self.pid, signal.SIGTERM)
        done, _ = await asyncio.wait([self.ended], timeout=seconds)
        return self.ended.result() if done else None


class ProcessSupervisor:
    """Starts services. See trials.process_supervisor."""

    def __init__(self, folder: Path, clock: Path) -> None:
        self._output = folder / "services.log"
        self._clock = clock
        self._process: asyncio.subprocess.Process | None = None
        self._births: dict[str, tuple[str, asyncio.Future[Service]]] = {}
        self._living: dict[int, Service] = {}
        self._reader: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def open(self) -> None:
        """Imports all there is to import; takes a few seconds."""
        pipe = asyncio.subprocess.PIPE
        words = (sys.executable, "-c", "import alongside; from trials.process_supervisor import main; main()")
        self._process = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe)
        self._reader = asyncio.create_task(self._read(self._process))
        await self._ready.wait()

    async def start(self, name: str, settings: Mapping[str, str], failpoint: str = "") -> Service:
        """A new process of the service with these settings, to be killed at that failpoint."""
        wire = self._process.stdin if self._process else None
        assert wire is not None, "open it first"
        born: asyncio.Future[Service] = asyncio.get_running_loop().create_future()
        self._births[name] = failpoint, born
        order = {
            "name": name,
            "settings": dict(settings),
            "failpoint": failpoint,
            "clock": str(self._clock),
            "output": str(self._output),
        }
        wire.write(json.dumps(order).encode() + b"\n")
        return await born

    async def close(self) -> None:
        """Nothing that was started here lives on."""
        if self._process is None or self._process.stdin is None:
            return
        self._process.stdin.close()
        await self._process.wait()
        if self._reader is not None:
            await self._reader

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None, "it was asked for"
        async for line in process.stdout:
            said = json.loads(line)
            if "ready" in said:
                self._ready.set()
            elif "born" in said:
                failpoint, born = self._births.pop(said["born"])
                self._living[said["pid"]] = Service(said["born"], said["pid"], failpoint)
                born.set_result(self._living[said["pid"]])
            elif (service := self._living.pop(said["died"], None)) is not None:
                service.ended.set_result(said["code"])
