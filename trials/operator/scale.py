"""What one process on one machine can do without Telegram's pace: the figures that docs/scale.md reckons with."""

from collections.abc import Sequence
from datetime import time, timedelta
from logging import ERROR

from structlog import configure, make_filtering_bound_logger

from alongside.clock import WallClock
from alongside.house import House
from care.open_due import open_due
from db.engine import Database, open_database
from db.prepare import prepare_secrets
from db.proof import size_of
from trials.danger.stage import Stage
from trials.operator.trial import Line, Place
from trials.simulate.result import Asked
from trials.simulate.run import run_one

CLIENTS, WRITERS, EACH = 1_000, 100, 4
EVENING = time(18, 30)
UNTIL_THEN = timedelta(hours=6, minutes=31)
TOWN = Asked(clients=10, weeks=6, seed=1, first="2026-03-02")
YEAR = 365


async def weight(place: Place) -> Sequence[Line]:
    """A town lives six weeks, and what a client-day of it takes is measured."""
    lived = await run_one(TOWN, place.folder, place.url, lambda day: None)
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
        Line("the database, for a client and a year", True, f"{days}, {taken / 1e6:.1f} MB", each, unit="MB"),
        Line("the vault, for a client and a year", True, days, wraps, unit="MB"),
        Line("client-days lived in a second of one core", True, days, speed, unit="/s"),
    ]


async def crowded(place: Place) -> Sequence[Line]:
    """A thousand check-ins are due at one moment, and four hundred messages come at once."""
    stage = Stage(place.folder, place.url)
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
            Line("a client joins, in one process", True, "", joined, unit="ms"),
            Line(f"{CLIENTS} check-ins due at once are opened", True, "", opened),
            Line("messages stored in a second", True, "with those by which the clients joined", taken, unit="/s"),
            Line("messages handled and answered into the outbox in a second", True, "", handled, unit="/s"),
        ]


async def _hears(stage: Stage, database: Database) -> tuple[float, float]:
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
