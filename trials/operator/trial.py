"""What a trial of an operator is, a command that is typed, and people who go on writing meanwhile."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from db import event_replay
from simulator import Phone
from simulator.truth import Call
from trials.check import check
from trials.danger.stage import DangerStage

BOTH = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class TrialPlace:
    """Where a trial is lived: a folder of its own, the address of an empty database, and whether it is to be short."""

    folder: Path
    url: str
    short: bool


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One thing that had to be so, and whether it was; `seen` says what was seen, in words.

    A `figure` in `unit` (s, MB) is printed beside its `goal`, and never decides whether the trial is green.
    """

    says: str
    so: bool
    seen: str = ""
    figure: float | None = None
    goal: float | None = None
    unit: str = "s"

    @property
    def met(self) -> bool | None:
        """Whether the figure reaches its goal; None where there is none."""
        return None if self.figure is None or self.goal is None else self.figure <= self.goal


@dataclass(frozen=True, slots=True)
class Trial:
    """One thing that an operator lives through. `says` is for the table; `short` is lived in CI too."""

    name: str
    says: str
    live: Callable[[TrialPlace], Awaitable[Sequence[TrialLine]]]
    databases: tuple[str, ...] = BOTH
    short: bool = True


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """What a command printed, and the code it ended with."""

    code: int
    out: str
    err: str


async def typed(*words: str, settings: Mapping[str, str], folder: Path, seconds: float = 60.0) -> TypedCommand:
    """Types `alongside` with these words in that folder, with these settings and no other of ours.

    Raises TimeoutError where it takes longer than that.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")} | dict(settings)
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    words = ("-m", "alongside", *words)
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=folder, env=env, stdin=nothing, stdout=pipe, stderr=pipe
    )
    try:
        out, err = await asyncio.wait_for(process.communicate(), seconds)
    except TimeoutError:
        process.kill()
        await process.wait()
        raise
    return TypedCommand(process.returncode or 0, out.decode(), err.decode())


EVERY = 0.1  # seconds between two people who write
PEOPLE = 12
SAID = ("/help", "/privacy", "/start")


class Crowd:
    """That many people on a stage."""

    def __init__(self, stage: DangerStage, people: int = PEOPLE) -> None:
        self._stage = stage
        self.phones: Sequence[Phone] = [stage.phone(f"Person {number}") for number in range(people)]
        self.written = 0

    @asynccontextmanager
    async def writing(self, every: float = EVERY) -> AsyncIterator["Crowd"]:
        """They write one after the other for as long as the block lasts."""
        task = asyncio.create_task(self._write(every))
        try:
            yield self
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _write(self, every: float) -> None:
        while True:
            phone = self.phones[self.written % len(self.phones)]
            phone.looks()
            phone.writes(SAID[self.written % len(SAID)])
            self.written += 1
            await asyncio.sleep(every)

    async def answered(self, more: int) -> bool:
        """Waits until that many more messages have come to phones; whether they did."""
        log = self._stage.simulator.log
        goal = len(log.deliveries()) + more
        return await self._stage.until(lambda: len(log.deliveries()) >= goal)

    async def lost(self, deaths: Sequence[float] = ()) -> Sequence[TrialLine]:
        """Waits until all is answered, and looks whether anything was lost or came twice without a hidden answer."""
        calm = await self._stage.calm()
        memory = await self._stage.database.read(event_replay.memory)
        found = check(memory, self._stage.simulator.log, deaths=deaths)
        said = "; ".join(f"{one.rule}: {one.words}" for one in found[:3])
        hidden = sum(row.ambiguous for row in memory.outbox)
        return [
            TrialLine("all that was written is answered in the end", calm, f"{self.written} messages written"),
            TrialLine(
                "nothing is lost, doubled or out of place", not found, said or f"{hidden} answers hidden by the night"
            ),
        ]

    def refused(self) -> TrialLine:
        """Whether Telegram refused anybody because two fetched the updates."""
        calls = [call for call in self._stage.simulator.log.of(Call) if call.status == 409]
        return TrialLine("one process polls at a time: no 409 from Telegram", not calls, f"{len(calls)} refused")
