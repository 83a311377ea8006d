"""Several processes over one PostgreSQL: the one that sends is killed, cut off from the database, asked to stop."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from alongside.clock import WallClock
from db import proof
from trials.danger.stage import STOPS_WITHIN, Stage
from trials.operator.crowd import Crowd
from trials.operator.trial import Line, Place
from trials.proxy import Wire
from trials.services import Service

KILLED = 2.0  # seconds until another sends after a kill -9
CUT = 15.0  # and after a cut of its network to the database
PATIENCE = 60.0
STAND_BY = 8.0  # seconds until processes that came later have heard first, and stand by


@dataclass(frozen=True)
class One:
    """A process, and the wire by which it reaches the database where it has one of its own."""

    service: Service
    wire: Wire | None = None


class Watch:
    """The processes of one night. `deaths`: ticks at which one was killed."""

    def __init__(self, stage: Stage, crowd: Crowd) -> None:
        self._stage = stage
        self._crowd = crowd
        self._ones: dict[int, One] = {}
        self.deaths: list[float] = []

    async def start(self, settings: Mapping[str, str], wire: Wire | None = None) -> None:
        """One more process with these settings besides."""
        service = await self._stage.start(f"process {len(self._ones) + 1}", **settings)
        self._ones[service.pid] = One(service, wire)

    async def stand_by(self) -> None:
        """All of them run, and one sends."""
        await self._crowd.answered(1)
        await self._stage.sleep(STAND_BY)

    async def sender(self) -> One:
        """Who sends."""
        pid = await self._pid()
        assert pid is not None, "nobody sends"
        return self._ones[pid]

    async def killed(self) -> Line:
        """No goodbye."""
        one = await self.sender()
        self.deaths.append(self._stage.clock.ticks())
        one.service.kill()
        return _line("another sends after a kill -9 of the process that sends", await self._until_another(one), KILLED)

    async def cut(self) -> Line:
        """Not a byte passes between it and the database, and nothing tells either of them."""
        one = await self.sender()
        assert one.wire is not None, "it has no wire of its own"
        self.deaths.append(self._stage.clock.ticks())
        one.wire.cut()
        seconds = await self._until_another(one)
        one.wire.mend()
        return _line("another sends after the sender's network to the database is cut", seconds, CUT)

    async def stopped(self) -> Line:
        """SIGTERM under load."""
        one, wall = await self.sender(), WallClock()
        began = wall.ticks()
        code = await one.service.stop(STOPS_WITHIN)
        stopped = wall.ticks() - began
        return Line("SIGTERM under load: it stops with 0", code == 0, f"ended with {code}", stopped, STOPS_WITHIN)

    async def _until_another(self, one: One) -> float | None:
        """Real seconds until another has sent something; None where nobody did."""
        wall = WallClock()
        began = wall.ticks()
        while await self._pid() in (None, one.service.pid):
            if wall.ticks() - began > PATIENCE:
                return None
            await asyncio.sleep(0.02)
        return wall.ticks() - began if await self._crowd.answered(1) else None

    async def _pid(self) -> int | None:
        return await self._stage.database.read(lambda tx: proof.process_of(tx, "sender"))


async def several(place: Place) -> Sequence[Line]:
    """Three processes that poll, each with a wire of its own, while people write ten messages a second."""
    stage = Stage(place.folder, place.url)
    async with stage.open(), AsyncExitStack() as wires:
        crowd = Crowd(stage)
        watch = Watch(stage, crowd)
        for _ in range(3):
            wire = await wires.enter_async_context(Wire(place.url).open())
            await watch.start({"ALONGSIDE_DATABASE_URL": wire.url}, wire)
        async with crowd.writing():
            await watch.stand_by()
            lines = [await watch.killed(), await watch.cut(), await watch.stopped()]
            lines.append(Line("the last one goes on", await crowd.answered(5)))
        return [*lines, crowd.refused(), *await crowd.lost(watch.deaths)]


def _line(says: str, seconds: float | None, goal: float) -> Line:
    return Line(says, seconds is not None, "" if seconds is None else f"after {seconds:.1f} s", seconds, goal)
