"""Two processes that reach PostgreSQL through a transaction pooler, and by a line of their own past it."""

import asyncio
from collections.abc import Sequence

from alongside.clock import WallClock
from db import service_facts
from db.engine import Database, open_database
from db.errors import DatabaseBehindPooler
from trials.danger.stage import Stage
from trials.operator.crowd import Crowd
from trials.operator.several import Watch
from trials.operator.trial import Line, Place
from trials.pooler import SESSIONS, pooler, pooler_is_here
from trials.postgres import plain

WRITES, AT_ONCE = 600, 10


async def pooled(place: Place) -> Sequence[Line]:
    """People write while the process that sends is killed; before that, what a write costs either way."""
    if not pooler_is_here():
        return [Line("there is a pgbouncer to try it with", False, "on Debian: apt install pgbouncer")]
    stage = Stage(place.folder, plain(place.url))
    async with stage.open(), pooler(place.url, place.folder) as through:
        settings = {"ALONGSIDE_DATABASE_URL": through, "ALONGSIDE_DATABASE_DIRECT_URL": stage.url}
        lines = [await _refused(stage, through), await _cost(stage.database, "straight to the server")]
        database = await open_database(through, vault=stage.database.vault, direct_url=place.url)
        lines.append(await _cost(database, f"through a pooler of {SESSIONS} sessions"))
        await database.close()
        crowd = Crowd(stage)
        watch = Watch(stage, crowd)
        for _ in range(2):
            await watch.start(settings)
        async with crowd.writing():
            await watch.stand_by()
            lines += [await watch.killed(), Line("the other goes on", await crowd.answered(20))]
        return [*lines, crowd.refused(), *await crowd.lost(watch.deaths)]


async def _refused(stage: Stage, through: str) -> Line:
    try:
        await (await open_database(through, vault=stage.database.vault)).close()
        said = ""
    except DatabaseBehindPooler as trouble:
        said = str(trouble)
    return Line("without the address past the pooler: refused, and told to set it", bool(said), said)


async def _cost(database: Database, way: str) -> Line:
    """What one small write takes, with so many at once."""
    wall, left = WallClock(), iter(range(WRITES))
    began = wall.ticks()

    async def one_after_the_other() -> None:
        for number in left:
            await database.write(lambda tx, number=number: service_facts.put(tx, f"trial{number % 50}", "x"))  # type: ignore[misc]

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(one_after_the_other())
    each = (wall.ticks() - began) / WRITES * 1000
    return Line(f"{WRITES} writes, {AT_ONCE} at once, {way}", True, f"{each:.2f} ms each")
