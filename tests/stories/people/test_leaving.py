"""Leaving: what is taken back, what is kept, and that after an erasure nothing of the person is in the files."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from alongside.house import HOUSEKEEPING
from db.store.errors import SealBroken
from db.store.url import sqlite_path
from db.store.vault import Vault
from db.tables import check_ins, inbox, own_words, people, soft, toolkit_items
from db.tx import Tx
from jobs.timetable import Timetable
from tests.stories.pages import opened
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


ACCOUNT = 0x5A3C_71E2_94D7  # six bytes in a row of a table
SEALED = re.compile(rb"gAAAA[A-Za-z0-9_-]{60,}={0,2}")


class Files:
    """What is in the database's files, down to the byte."""

    def __init__(self, town: Town, vault: Vault) -> None:
        self._path: Path = sqlite_path(town.database.url)
        self._vault = vault

    def holds(self, sign: bytes) -> bool:
        """Whether these bytes are anywhere."""
        return sign in opened(self._path, self._vault.database_key())

    def updates_of(self, account: int) -> list[str]:
        """Updates of that account that the service's key still opens."""
        found = SEALED.findall(opened(self._path, self._vault.database_key()))
        return [text for text in map(self._text, found) if str(account) in text]

    def _text(self, sealed: bytes) -> str:
        try:
            return self._vault.unseal(0, sealed) or ""  # type: ignore[arg-type]
        except SealBroken:
            return ""


async def sealed_words(tx: Tx) -> list[bytes]:
    """Everything that is sealed under a person's key, as it lies in the tables."""
    columns = (people.c.name, check_ins.c.words, toolkit_items.c.words, own_words.c.words)
    rows = [row for column in columns for row in await tx.run(select(column).where(column.is_not(None)))]
    return [bytes(row[0]) for row in rows]


async def soft_rows(tx: Tx) -> int:
    """How many soft stretches there are."""
    return len((await tx.run(select(soft.c.screen_id))).all())


async def accounts_in_inbox(tx: Tx) -> set[int]:
    """Whose updates are kept by their number."""
    return set((await tx.run(select(inbox.c.telegram_id))).scalars())


@pytest.mark.parametrize("beginning", ["sqlite"], indirect=True)
async def test_no_byte_of_an_erased_person_is_left(town: Town, lee: Someone, vault: Vault) -> None:
    """Words are gone from file and log when the door has handled the tap; the account goes with the next nights."""
    before = await town.database.read(sealed_words)
    sam = await town.client(lee, account=ACCOUNT)
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None", "Add words")
    await sam.writes(WORDS)
    await sam.writes("More")
    await sam.taps("My safety plan", "Who I call")
    await sam.writes("Jo, 07700 900123")
    await sam.taps("Back", "Show Lee")
    await sam.writes("I want to kill myself")
    sam.phone.looks()
    assert await town.database.read(soft_rows) == 1
    files = Files(town, vault)
    theirs = [one for one in await town.database.read(sealed_words) if one not in before]
    assert len(theirs) == 5, "a name, words, an item, a line of the plan, and the plan as Lee was shown it"
    assert all(files.holds(one) for one in theirs)
    assert files.holds(ACCOUNT.to_bytes(6, "big"))
    await sam.writes("/leave")
    await sam.taps("Leave and erase all", "Yes, erase it")
    await sam.sees("going now")
    assert not [one for one in theirs if files.holds(one)]
    assert await town.database.read(soft_rows) == 0
    assert ACCOUNT not in await town.database.read(accounts_in_inbox)
    await town.goes_on(timedelta(days=2))
    await Timetable(town.database, town.clock, HOUSEKEEPING).ask()
    assert not files.holds(ACCOUNT.to_bytes(6, "big"))
    assert files.updates_of(ACCOUNT) == []


async def test_a_request_after_somebody_was_erased(town: Town, lee: Someone, sam: Someone) -> None:
    """Kim asked for Lee, and was erased; Sam's request reaches Lee as well, and Kim's message opens none of it."""
    kim = await town.client(lee, "Kim")
    for client in (kim, sam):
        await client.writes("Rough day")
        await client.taps("Tell Lee", "Send it")
        await client.sees("It's with Lee")
        await lee.sees(f"{client.phone.name} asks you to get in touch")
        if client is kim:
            await kim.writes("/leave")
            await kim.taps("Leave and erase all", "Take it back", "Yes, erase it")
            kim.phone.looks()
            await lee.sees("This was taken back")


async def test_a_craving_after_answers_went(town: Town, sam: Someone) -> None:
    """Keep is taken back, and given: the next craving is asked about after ten minutes, as the first one was."""
    for _ in range(2):
        await sam.writes("Craving")
        await sam.taps("4", "Skip", "A walk")
        sam.phone.looks()
        await town.goes_on(timedelta(minutes=10))
        await sam.taps("2")
        await sam.sees("From 4 to 2")
        for box in ("☑ Keep", "☐ Keep"):
            await sam.writes("/settings")
            await sam.taps("Sharing", box, "Continue")
            sam.phone.looks()
