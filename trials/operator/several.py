"""Several processes over one PostgreSQL, directly and through a transaction pooler."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from alongside.clock import WallClock
from db import event_replay
from db.store import service_facts
from db.store.engine import Database, open_database
from db.store.errors import DatabaseBehindPooler
from trials.danger.stage import STOPS_WITHIN, DangerStage
from trials.operator.trial import Crowd, TrialLine, TrialPlace
from trials.postgres import plain
from trials.services import Service
from trials.wires import SESSIONS, Wire, pooler, pooler_is_here

KILLED = 2.0  # seconds until another sends after a kill -9
CUT = 15.0  # and after a cut of its network to the database
PATIENCE = 60.0
STAND_BY = 8.0  # seconds until processes that came later have heard first, and stand by


@dataclass(frozen=True)
class One:
    """A process, and the wire by which it reaches the database where it has one of its own."""

    service: Service
    wire: Wire | None = None


class SenderWatch:
    """The processes of one night. `deaths`: ticks at which one was killed."""

    def __init__(self, stage: DangerStage, crowd: Crowd) -> None:
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

    async def killed(self) -> TrialLine:
        """No goodbye."""
        one = await self.sender()
        self.deaths.append(self._stage.clock.ticks())
        one.service.kill()
        return _line("another sends after a kill -9 of the process that sends", await self._until_another(one), KILLED)

    async def cut(self) -> TrialLine:
        """Not a byte passes between it and the database, and nothing tells either of them."""
        one = await self.sender()
        assert one.wire is not None, "it has no wire of its own"
        self.deaths.append(self._stage.clock.ticks())
        one.wire.cut()
        seconds = await self._until_another(one)
        one.wire.mend()
        return _line("another sends after the sender's network to the database is cut", seconds, CUT)

    async def stopped(self) -> TrialLine:
        """SIGTERM under load."""
        one, wall = await self.sender(), WallClock()
        began = wall.ticks()
        code = await one.service.stop(STOPS_WITHIN)
        stopped = wall.ticks() - began
        return TrialLine("SIGTERM under load: it stops with 0", code == 0, f"ended with {code}", stopped, STOPS_WITHIN)

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
        return await self._stage.database.read(lambda tx: event_replay.process_of(tx, "sender"))


async def several(place: TrialPlace) -> Sequence[TrialLine]:
    """Three processes that poll, each with a wire of its own, while people write ten messages a second."""
    stage = DangerStage(place.folder, place.url)
    async with stage.open(), AsyncExitStack() as wires:
        crowd = Crowd(stage)
        watch = SenderWatch(stage, crowd)
        for _ in range(3):
            wire = await wires.enter_async_context(Wire(place.url).open())
            await watch.start({"ALONGSIDE_DATABASE_URL": wire.url}, wire)
        async with crowd.writing():
            await watch.stand_by()
            lines = [await watch.killed(), await watch.cut(), await watch.stopped()]
            lines.append(TrialLine("the last one goes on", await crowd.answered(5)))
        return [*lines, crowd.refused(), *await crowd.lost(watch.deaths)]


def _line(says: str, seconds: float | None, goal: float) -> TrialLine:
    return TrialLine(says, seconds is not None, "" if seconds is None else f"after {seconds:.1f} s", seconds, goal)


WRITES, AT_ONCE = 600, 10


async def pooled(place: TrialPlace) -> Sequence[TrialLine]:
    """People write while the process that sends is killed; before that, what a write costs either way."""
    if not pooler_is_here():
        return [TrialLine("there is a pgbouncer to try it with", False, "on Debian: apt install pgbouncer")]
    stage = DangerStage(place.folder, plain(place.url))
    async with stage.open(), pooler(place.url, place.folder) as through:
        settings = {"ALONGSIDE_DATABASE_URL": through, "ALONGSIDE_DATABASE_DIRECT_URL": stage.url}
        lines = [await _refused(stage, through), await _cost(stage.database, "straight to the server")]
        database = await open_database(through, vault=stage.database.vault, direct_url=place.url)
        lines.append(await _cost(database, f"through a pooler of {SESSIONS} sessions"))
        await database.close()
        crowd = Crowd(stage)
        watch = SenderWatch(stage, crowd)
        for _ in range(2):
            await watch.start(settings)
        async with crowd.writing():
            await watch.stand_by()
            lines += [await watch.killed(), TrialLine("the other goes on", await crowd.answered(20))]
        return [*lines, crowd.refused(), *await crowd.lost(watch.deaths)]


async def _refused(stage: DangerStage, through: str) -> TrialLine:
    try:
        await (await open_database(through, vault=stage.database.vault)).close()
        said = ""
    except DatabaseBehindPooler as trouble:
        said = str(trouble)
    return TrialLine("without the address past the pooler: refused, and told to set it", bool(said), said)


async def _cost(database: Database, way: str) -> TrialLine:
    """What one small write takes, with that many at once."""
    wall, left = WallClock(), iter(range(WRITES))
    began = wall.ticks()

    async def one_after_the_other() -> None:
        for number in left:
            await database.write(lambda tx, number=number: service_facts.put(tx, f"trial{number % 50}", "x"))  # type: ignore[misc]

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(one_after_the_other())
    each = (wall.ticks() - began) / WRITES * 1000
    return TrialLine(f"{WRITES} writes, {AT_ONCE} at once, {way}", True, f"{each:.2f} ms each")
