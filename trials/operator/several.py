"""Several processes over one PostgreSQL: the one that sends is killed, cut off from the database, asked to stop."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from alongside.clock import WallClock
from db import proof
from trials.danger.stage import STOPS_WITHIN, Stage
from trials.operator.crowd import Crowd
from trials.operator.trial import Line, Place
from trials.proxy import Wire
from trials.services import Service

NAMES = ("first", "second", "third")
KILLED = 2.0  # seconds until another sends after a kill -9
CUT = 15.0  # and after a cut of its network to the database
PATIENCE = 60.0
STAND_BY = 8.0  # seconds until processes that came later have heard first, and stand by


@dataclass(frozen=True)
class One:
    """A process, and its own way to the database."""

    service: Service
    wire: Wire


class Watch:
    """The processes of one night. `deaths`: ticks at which one was killed."""

    def __init__(self, stage: Stage, ones: Sequence[One], crowd: Crowd) -> None:
        self._stage = stage
        self._ones = {one.service.pid: one for one in ones}
        self._crowd = crowd
        self.deaths: list[float] = []

    async def sender(self) -> One:
        """Who sends."""
        pid = await self._pid()
        assert pid is not None, "nobody sends"
        return self._ones[pid]

    async def until_another(self, one: One) -> float | None:
        """Real seconds until another has sent something; None where nobody did."""
        wall = WallClock()
        began = wall.ticks()
        while (pid := await self._pid()) in (None, one.service.pid):
            if wall.ticks() - began > PATIENCE:
                return None
            await asyncio.sleep(0.02)
        del pid
        return wall.ticks() - began if await self._crowd.answered(1) else None

    async def killed(self) -> Line:
        """No goodbye."""
        one = await self.sender()
        self.deaths.append(self._stage.clock.ticks())
        one.service.kill()
        return _line("another sends after a kill -9 of the process that sends", await self.until_another(one), KILLED)

    async def cut(self) -> Line:
        """Not a byte passes between it and the database, and nothing tells either of them."""
        one = await self.sender()
        self.deaths.append(self._stage.clock.ticks())
        one.wire.cut()
        line = _line(
            "another sends after the sender's network to the database is cut", await self.until_another(one), CUT
        )
        one.wire.mend()
        return line

    async def stopped(self) -> Line:
        """SIGTERM under load."""
        one, wall = await self.sender(), WallClock()
        began = wall.ticks()
        code = await one.service.stop(STOPS_WITHIN)
        stopped = wall.ticks() - began
        return Line("SIGTERM under load: it stops with 0", code == 0, f"ended with {code}", stopped, STOPS_WITHIN)

    async def _pid(self) -> int | None:
        return await self._stage.database.read(lambda tx: proof.process_of(tx, "sender"))


async def several(place: Place) -> Sequence[Line]:
    """Three processes that poll, each with a wire of its own, while people write ten messages a second."""
    stage = Stage(place.folder, place.url)
    async with stage.open(), AsyncExitStack() as wires:
        crowd, ones = Crowd(stage), list[One]()
        for name in NAMES:
            wire = await wires.enter_async_context(Wire(place.url).open())
            ones.append(One(await stage.start(name, ALONGSIDE_DATABASE_URL=wire.url), wire))
        watch = Watch(stage, ones, crowd)
        async with crowd.writing():
            await crowd.answered(1)
            await stage.sleep(STAND_BY)
            lines = [await watch.killed(), await watch.cut(), await watch.stopped()]
            lines.append(Line("the last one goes on", await crowd.answered(5)))
        return [*lines, crowd.refused(), *await crowd.lost(watch.deaths)]


def _line(says: str, seconds: float | None, goal: float) -> Line:
    return Line(says, seconds is not None, "" if seconds is None else f"after {seconds:.1f} s", seconds, goal)
