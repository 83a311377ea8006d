"""What people see, one file a screen: `facts` reads what is remembered, `screen` turns it into words and buttons."""

from datetime import datetime
from typing import Any, Protocol

from bot.screen import Screen
from bot.screens import note
from bot.texts import Texts, texts_for
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


class Subject(Protocol):
    """What a screen's file holds."""

    async def facts(self, tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Any:
        """What is true now, or None where there is nothing to say any more."""

    def screen(self, facts: Any, texts: Texts) -> Screen:
        """Words and buttons, from the facts alone."""


SCREENS: dict[str, Subject] = {
    "note": note,
}


async def render(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Screen | None:
    """The screen as it is now true for that person, its buttons stamped; None where there is nothing to say any more.

    Raises KeyError for a name that no screen has.
    """
    subject = SCREENS[row.name]
    known = await subject.facts(tx, now, person, row)
    if known is None:
        return None
    return subject.screen(known, texts_for(person.locale)).stamped(row.id)
