"""The machine's own clock is set by days, from outside, under a service that runs as a plain process."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alongside.clock import WallClock
from care.people.invites import make_client_invite, make_practitioner_invite
from db import event_replay
from db.people import accounts
from db.store.engine import Database
from programme.schedule.prompt import PromptState
from simulator import Phone, Simulator
from tests.conftest import left_out
from tests.trials.process import Home, running
from trials.check import check

PLACES = ("/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/local/lib/faketime/libfaketimeMT.so.1")
MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class SetClock:
    """A wall clock that can be set, and the file by which libfaketime reads it too."""

    def __init__(self, file: Path, moment: datetime) -> None:
        self._file = file
        self._wall = WallClock()
        self.set_to(moment)

    def set_to(self, moment: datetime) -> None:
        """It is that moment now, here and in the process."""
        self._offset = moment - self._wall.now()
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{self._offset.total_seconds():+.0f}\n")
        fresh.replace(self._file)

    def now(self) -> datetime:
        """The moment that was set, and what has gone by since."""
        return self._wall.now() + self._offset

    def ticks(self) -> float:
        """Goes on as if nothing had been."""
        return self._wall.ticks()


@pytest.fixture(scope="module")
def libfaketime() -> str:
    """Where the library is."""
    found = [str(path) for place in PLACES for path in Path("/").glob(place[1:])]
    return found[0] if found else left_out("no libfaketime (on Debian: apt install libfaketime)")


async def _let_in(database: Database, simulator: Simulator, clock: SetClock) -> Phone:
    """Lee joins, and then Sam, who is asked at 18:30 in London."""
    lee, sam = simulator.phone("Lee"), simulator.phone("Sam")
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(clock.now()), "Lee"))
    lee.starts(token)
    await simulator.until(lambda: lee.unseen)
    lee.looks()
    lee.writes(code)
    await simulator.until(lambda: lee.unseen)
    person = await database.read(lambda tx: accounts.find(tx, lee.id))
    assert person is not None
    made = await database.write(lambda tx: make_client_invite(tx.at(clock.now()), person, None))
    assert made is not None
    sam.starts(made.token)
    for label in ("Set up", "None of these", "☐ Check in", "☐ Keep", "Continue"):
        await _tap(simulator, sam, label)
    for words in ("Sam", "18:30", "A walk"):
        await simulator.until(lambda: sam.unseen)
        sam.looks()
        sam.writes(words)
    await simulator.until(lambda: sam.last and "It's there for you" in sam.last.text)
    sam.looks()
    return sam


async def _tap(simulator: Simulator, phone: Phone, label: str) -> None:
    def there() -> list[str]:
        return [one for bubble in phone.messages for one in bubble.labels if one.startswith(label)]

    await simulator.until(there)
    phone.taps(there()[-1])


@pytest.mark.slow
async def test_a_clock_set_by_days_is_noticed_and_what_is_due_is_sent_once(libfaketime: str, tmp_path: Path) -> None:
    """Three days on: seen at once, the newest asked once, the rest missed by us. A day back: nothing lost or twice."""
    clock, home = SetClock(tmp_path / "time", MONDAY), Home(tmp_path)
    faked = {
        "LD_PRELOAD": libfaketime,
        "FAKETIME_TIMESTAMP_FILE": str(tmp_path / "time"),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # else condition variables of a newer glibc wait for ever
    }
    async with Simulator(clock=clock) as simulator, running(home.settings(simulator), **faked) as service:
        await service.says("ready")
        async with home.memory() as database:
            sam = await _let_in(database, simulator, clock)

            clock.set_to(MONDAY + 3 * DAY + timedelta(hours=7))
            assert (await service.says("clock_stepped"))["seconds"] > 3 * DAY.total_seconds()
            await simulator.until(lambda: sam.last and "How is your mood" in sam.last.text)
            assert await _states(database) == [PromptState.MISSED_BY_US] * 3 + [PromptState.OPEN]

            clock.set_to(MONDAY + 2 * DAY + timedelta(hours=7))
            assert (await service.says("clock_stepped", 2))["seconds"] < -DAY.total_seconds() / 2
            await _tap(simulator, sam, "Mixed")
            await simulator.until(lambda: sam.last and "Strongest urge" in sam.last.text)
            assert await _states(database) == [PromptState.MISSED_BY_US] * 3 + [PromptState.OPEN]

            clock.set_to(MONDAY + 4 * DAY + timedelta(hours=7))
            await service.says("clock_stepped", 3)
            await simulator.until(lambda: len(_asked(sam)) == 2)
            assert await service.stop() == os.EX_OK
            assert (await _states(database))[3:] == [PromptState.PART, PromptState.OPEN]
            assert len(_asked(sam)) == 2
            assert check(await database.read(event_replay.memory), simulator.log) == []


def _asked(phone: Phone) -> list[int]:
    """The check-ins that stand on the phone."""
    starts = ("How is your mood", "Strongest urge", "Saved", "kept", "Closed")
    return [one.id for one in phone.messages if not one.from_me and any(part in one.text for part in starts)]


async def _states(database: Database) -> list[PromptState]:
    return [prompt.state for prompt in (await database.read(event_replay.memory)).prompts]
