"""After an erasure nothing of the person is in the files either, where a table has let go of it."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from alongside.house import HOUSEKEEPING
from db.errors import SealBroken
from db.tables import check_ins, inbox, own_words, people, soft, toolkit_items
from db.tx import Tx
from db.url import sqlite_path
from db.vault import Vault
from jobs.timetable import Timetable
from tests.stories.pages import opened
from tests.stories.town import Someone, Town

ACCOUNT = 0x5A3C_71E2_94D7  # six bytes in a row of a table
WORDS = "Nights are the problem."
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
