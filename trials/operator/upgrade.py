"""From one version to another: a lived database there and back, and a process that runs while it happens."""

from collections.abc import Sequence

from alongside.clock import WallClock
from db.likeness import Likeness, likeness, lost
from db.migrate import downgrade, migrate, newest_revision
from db.prepare import prepare_secrets
from trials.danger.stage import STOPS_WITHIN, Stage
from trials.operator.crowd import Crowd
from trials.operator.trial import Line, Place
from trials.simulate.result import Asked
from trials.simulate.run import run_one

FIRST = "0001"
TOWN = Asked(clients=6, weeks=5, seed=3, first="2026-03-02")
VILLAGE = Asked(clients=1, weeks=1, seed=3, first="2026-03-02")  # where it is to be short
OTHER = "0021"  # another version than this program's, for one that runs to be out of date


async def migrated(place: Place) -> Sequence[Line]:
    """A town lives five weeks (in short: one person, one); its database goes back to the first version, on, to none."""
    await run_one(VILLAGE if place.short else TOWN, place.folder, place.url, lambda day: None)
    vault = await prepare_secrets(
        database_url=place.url, keys=None, keys_file=place.folder / "keys", vault=place.folder / "vault"
    )
    wall = WallClock()
    lines, times = list[Line](), list[float]()
    before = await likeness(place.url, vault=vault)
    for version, way in ((FIRST, "back"), (newest_revision(), "on")):
        began = wall.ticks()
        await (downgrade(place.url, vault=vault, to=FIRST) if version == FIRST else migrate(place.url, vault=vault))
        times.append(wall.ticks() - began)
        after = await likeness(place.url, vault=vault)
        gone = lost(before, after)
        says = f"{way} to {version}: nothing is lost of what both versions hold"
        lines.append(Line(says, not gone, "; ".join(gone) or f"{_count(before, after)} rows", times[-1], None))
        before = after
    await downgrade(place.url, vault=vault)
    lines.append(Line("back to none: no table is left", not await likeness(place.url, vault=vault)))
    await migrate(place.url, vault=vault)
    vault.close()
    return lines


async def upgraded(place: Place) -> Sequence[Line]:
    """People write; the database is brought to another version under a process, and back for the next one."""
    stage = Stage(place.folder, place.url)
    async with stage.open():
        vault = stage.database.vault
        await stage.begin()
        crowd, wall = Crowd(stage), WallClock()
        async with crowd.writing():
            await crowd.answered(10)
            began = wall.ticks()
            await downgrade(place.url, vault=vault, to=OTHER)
            took = wall.ticks() - began
            old = stage.service
            ended = old is not None and old.ended.done()
            said = _said(stage, "another version, so this program stops")
            lines = [
                Line(
                    "a migration waits until the process that runs has stopped by itself", ended, "", took, STOPS_WITHIN
                ),
                Line("it says why, and what to do", said),
            ]
            late = await stage.start("of another version")
            await stage.until(late.ended.done, STOPS_WITHIN * 3)
            refused = late.ended.done() and _said(stage, "this program needs")
            lines.append(Line("a process of another version is refused, and says what to type", refused))
            await migrate(place.url, vault=vault)
            await stage.start("the next one")
            lines.append(Line("after the migration the service goes on", await crowd.answered(10)))
        return [*lines, *await crowd.lost()]


def _said(stage: Stage, words: str) -> bool:
    return words in " ".join((stage.folder / "services.log").read_text(encoding="utf-8").split())


def _count(before: Likeness, after: Likeness) -> int:
    return sum(len(before[name].rows) for name in before.keys() & after.keys())
