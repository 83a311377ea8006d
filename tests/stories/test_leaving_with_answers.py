"""Taking back what was shown, leaving with what was kept, and what is left of it on phones and in files."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from alongside.house import HOUSEKEEPING
from db.tables import check_ins, people
from db.tx import Tx
from db.vault import Vault
from jobs.timetable import Timetable
from tests.stories.test_no_byte_left import ACCOUNT, Files, sealed_words
from tests.stories.town import Someone, Town

WORDS = "Nights are the problem."
SHOWN = ("QUIET (1) Sam", "Replied")


async def _evening(town: Town, sam: Someone, when: str) -> None:
    await town.reaches(when)
    await sam.taps("Good", "2", "None")
    sam.phone.looks()


async def _nights(town: Town, days: int, then: int = 1) -> None:
    """So many days pass in one go, and then so many nights with their housekeeping."""
    town.clock.turn(timedelta(days=days).total_seconds())
    for _ in range(then):
        town.clock.turn(timedelta(days=1).total_seconds())
        await town.settle()
        await Timetable(town.database, town.clock, HOUSEKEEPING).ask()


async def _accounts(tx: Tx) -> set[int | None]:
    return set((await tx.run(select(people.c.telegram_id))).scalars())


async def _check_ins(tx: Tx) -> int:
    return len((await tx.run(select(check_ins.c.prompt_id))).all())


def _on_phone(someone: Someone) -> str:
    return "\n".join(map(str, someone.phone.messages))


@pytest.mark.parametrize("beginning", ["sqlite"], indirect=True)
async def test_what_was_shown_is_taken_back_and_what_was_kept_goes_on_its_day(
    town: Town, lee: Someone, vault: Vault
) -> None:
    """A Monday and two pages: none shows Sam's week any more once Sam takes it back. Sam leaves and keeps
    the answers: they are there up to the day that the goodbye names, and after it no byte of Sam is."""
    before = await town.database.read(sealed_words)
    sam = await town.client(lee, account=ACCOUNT)
    await _evening(town, sam, "Mon 18:30")
    await sam.writes(WORDS)
    await _evening(town, sam, "Tue 18:30")
    await town.reaches("Mon 08:00")
    lee.phone.looks()
    sam.phone.looks()
    await lee.writes("/summary")
    await lee.sees("Replied")
    await lee.writes("/summary")  # the page above loses its buttons
    lee.phone.looks()
    assert [one for one in SHOWN if one not in _on_phone(lee)] == []
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show Lee a weekly summary", "Continue")
    await sam.sees("taken your answers off their phone", "can't be unread")
    assert [one for one in SHOWN if one in _on_phone(lee)] == []
    assert "NOTHING SHOWN (1) Sam" in _on_phone(lee)
    lee.phone.looks()
    sam.phone.looks()
    await sam.writes("/leave")
    await sam.sees("they stay until 7 June 2026, then they go")
    await sam.taps("Leave, keep my answers")
    await sam.sees("kept until 7 June 2026", "say erase sooner")
    sam.phone.looks()
    assert _on_phone(lee).count("Sam") == _on_phone(lee).count("LEFT (1) Sam on Mon 9 Mar") == 1
    files = Files(town, vault)
    theirs = [one for one in await town.database.read(sealed_words) if one not in before]
    assert theirs
    await _nights(town, 89)
    assert await town.database.read(_check_ins) == 2
    assert all(files.holds(one) for one in theirs)
    await _nights(town, 0, then=3)
    assert await town.database.read(_check_ins) == 0
    assert ACCOUNT not in await town.database.read(_accounts)
    assert not [one for one in theirs if files.holds(one)]
    assert not files.holds(ACCOUNT.to_bytes(6, "big"))
    lee.phone.looks()
