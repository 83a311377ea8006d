"""From one version to another, and what one process on one machine can do."""

from collections.abc import Sequence
from datetime import time, timedelta
from logging import ERROR

from structlog import configure, make_filtering_bound_logger

from alongside.clock import WallClock
from alongside.house import House
from care.schedule.due import open_due
from db.event_replay import size_of
from db.migrate import Likeness, downgrade, likeness, lost, migrate, newest_revision
from db.store.engine import Database, open_database
from db.store.opening import prepare_secrets
from trials.danger.stage import STOPS_WITHIN, DangerStage
from trials.operator.trial import Crowd, TrialLine, TrialPlace
from trials.simulate.result import RunSettings
from trials.simulate.run import run_one

FIRST = "0001"
TOWN = RunSettings(clients=6, weeks=5, seed=3, first="2026-03-02")
VILLAGE = RunSettings(clients=1, weeks=1, seed=3, first="2026-03-02")  # where it is to be short
OTHER = "0021"  # another version than this program's, for one that runs to be out of date


async def migrated(place: TrialPlace) -> Sequence[TrialLine]:
    """A town lives five weeks (in short: one person, one); its database goes back to the first version, on, to none."""
    await run_one(VILLAGE if place.short else TOWN, place.folder, place.url, lambda day: None)
    vault = await prepare_secrets(
        database_url=place.url, keys=None, keys_file=place.folder / "keys", vault=place.folder / "vault"
    )
    wall = WallClock()
    lines, times = list[TrialLine](), list[float]()
    before = await likeness(place.url, vault=vault)
    for version, way in ((FIRST, "back"), (newest_revision(), "on")):
        began = wall.ticks()
        await (downgrade(place.url, vault=vault, to=FIRST) if version == FIRST else migrate(place.url, vault=vault))
        times.append(wall.ticks() - began)
        after = await likeness(place.url, vault=vault)
        gone = lost(before, after)
        says = f"{way} to {version}: nothing is lost of what both versions hold"
        lines.append(TrialLine(says, not gone, "; ".join(gone) or f"{_count(before, after)} rows", times[-1], None))
        before = after
    await downgrade(place.url, vault=vault)
    lines.append(TrialLine("back to none: no table is left", not await likeness(place.url, vault=vault)))
    await migrate(place.url, vault=vault)
    vault.close()
    return lines


async def upgraded(place: TrialPlace) -> Sequence[TrialLine]:
    """People write; the database is brought to another version under a process, and back for the next one."""
    stage = DangerStage(place.folder, place.url)
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
                TrialLine(
                    "a migration waits until the process that runs has stopped by itself", ended, "", took, STOPS_WITHIN
                ),
                TrialLine("it says why, and what to do", said),
            ]
            late = await stage.start("of another version")
            await stage.until(late.ended.done, STOPS_WITHIN * 3)
            refused = late.ended.done() and _said(stage, "this program needs")
            lines.append(TrialLine("a process of another version is refused, and says what to type", refused))
            await migrate(place.url, vault=vault)
            await stage.start("the next one")
            lines.append(TrialLine("after the migration the service goes on", await crowd.answered(10)))
        return [*lines, *await crowd.lost()]


def _said(stage: DangerStage, words: str) -> bool:
    return words in " ".join((stage.folder / "services.log").read_text(encoding="utf-8").split())


def _count(before: Likeness, after: Likeness) -> int:
    return sum(len(before[name].rows) for name in before.keys() & after.keys())


CLIENTS, WRITERS, EACH = 1_000, 100, 4
EVENING = time(18, 30)
UNTIL_THEN = timedelta(hours=6, minutes=31)
TOWN_SCALE = RunSettings(clients=10, weeks=6, seed=1, first="2026-03-02")
YEAR = 365


async def weight(place: TrialPlace) -> Sequence[TrialLine]:
    """A town lives six weeks, and what a client-day of it takes is measured."""
    lived = await run_one(TOWN_SCALE, place.folder, place.url, lambda day: None)
    vault = await prepare_secrets(
        database_url=place.url, keys=None, keys_file=place.folder / "keys", vault=place.folder / "vault"
    )
    database = await open_database(place.url, vault=vault)
    taken = await database.read(size_of)
    await database.close()
    wraps = vault.path.stat().st_size / lived.client_days * YEAR / 1e6
    vault.close()
    each = taken / lived.client_days * YEAR / 1e6
    days, speed = f"{lived.client_days} client-days", lived.client_days / lived.processor
    return [
        TrialLine("the database, for a client and a year", True, f"{days}, {taken / 1e6:.1f} MB", each, unit="MB"),
        TrialLine("the vault, for a client and a year", True, days, wraps, unit="MB"),
        TrialLine("client-days lived in a second of one core", True, days, speed, unit="/s"),
    ]


async def crowded(place: TrialPlace) -> Sequence[TrialLine]:
    """A thousand check-ins are due at one moment, and four hundred messages come at once."""
    stage = DangerStage(place.folder, place.url)
    async with stage.open():
        lee, wall = await stage.practitioner("Lee"), WallClock()
        began = wall.ticks()
        for number in range(CLIENTS):
            await stage.client(f"Client {number}", lee, EVENING)
        joined = (wall.ticks() - began) / CLIENTS * 1000
        now, database, began = stage.clock.now() + UNTIL_THEN, stage.database, wall.ticks()
        while (await database.write(lambda tx: open_due(tx.at(now)))).more:
            pass
        opened = wall.ticks() - began
        taken, handled = await _hears(stage, database)
        return [
            TrialLine("a client joins, in one process", True, "", joined, unit="ms"),
            TrialLine(f"{CLIENTS} check-ins due at once are opened", True, "", opened),
            TrialLine("messages stored in a second", True, "with those by which the clients joined", taken, unit="/s"),
            TrialLine("messages handled and answered into the outbox in a second", True, "", handled, unit="/s"),
        ]


async def _hears(stage: DangerStage, database: Database) -> tuple[float, float]:
    """Messages a second, stored and handled, by the real intake and doorway in this process."""
    configure(wrapper_class=make_filtering_bound_logger(ERROR))  # a line for each message is no news here
    house = House(database, stage.clock, token=stage.simulator.token, api=stage.simulator.base_url)
    wall, crowd = WallClock(), [stage.phone(f"Writer {number}") for number in range(WRITERS)]
    for phone in crowd:
        for _ in range(EACH):
            phone.writes("/help")
    began = wall.ticks()
    came = 0
    while fetched := await house.intake.fetch_once():
        came += fetched
    taken = wall.ticks() - began
    began = wall.ticks()
    await house.doorway.drain()
    handled = wall.ticks() - began
    await house.close()
    return came / taken, came / handled
