"""How stories begin: lived once over each kind of database, and copied for every story that begins so."""

from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from alongside.clock import TurnedClock
from db.store.engine import open_database
from db.store.vault import Vault
from simulator import Simulator
from tests.stories.days import a_morning
from tests.stories.town import Town

Chapter = Callable[[Town], Awaitable[object]]
SECONDS = 5  # after which Telegram's limits are forgotten, as the next house knows nothing of what this one sent


@dataclass(frozen=True)
class Beginning:
    """A town that stands still. Its vault lies in `folder`, and so does its file, unless it is on a server: then
    `template` is the name of its database there."""

    folder: Path
    template: str | None
    simulator: Simulator
    clock: TurnedClock

    def telegram(self) -> tuple[Simulator, TurnedClock]:
        """A Telegram of the story's own, at that moment."""
        return deepcopy((self.simulator, self.clock))


async def nobody(town: Town) -> None:
    """Nobody lives there yet."""


async def lee_comes(town: Town) -> None:
    """A practitioner."""
    await town.practitioner()


async def sam_joins(town: Town) -> None:
    """A client of Lee's with a check-in at 18:30 each day, from Monday on."""
    await town.client(await town.practitioner())


async def sam_stopped(town: Town) -> None:
    """Sam stopped on Sunday, and answered "none" on Monday and Tuesday; it is Wednesday, 18:30, and a check-in came."""
    await sam_joins(town)
    sam = town.known("Sam")
    await sam.writes("/quitdate")
    await sam.taps("1")
    await sam.sees("You stopped on Sunday 1 March", "Today is day 1")
    for day in ("Mon", "Tue"):
        if day == "Tue":
            await a_morning(town, sam, day)
        await town.reaches(f"{day} 18:30")
        await sam.taps("OK", "1", "None")
        await sam.sees("Saved, thank you")
    await a_morning(town, sam, "Wed")
    await town.reaches("Wed 18:30")
    await sam.sees("How is your mood")
    sam.phone.looks()


CHAPTERS: dict[str, Chapter] = {"stopped": sam_stopped, "sam": sam_joins, "lee": lee_comes}


async def live(chapter: Chapter, url: str, vault: Vault, start: datetime) -> tuple[Simulator, TurnedClock]:
    """Lives a beginning over that database from that moment on; its Telegram and its clock as they are at the end."""
    database = await open_database(url, vault=vault)
    clock = TurnedClock(start, running=False)
    async with Simulator(clock=clock) as simulator:
        town = Town(database, clock, simulator)
        await chapter(town)
        town.nobody_has_anything_unseen()
        await town.house.close()
        clock.turn(SECONDS)
    await database.close()
    return simulator, clock
