"""What a handler gets to know about the moment: who is here, with which button, and the transaction to work in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.taps.kit import Tap
from care.erase import Erased
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(slots=True)
class Visit:
    """One update of one person. Everything the handler does is in `tx`, and only the database is awaited in it.

    `crisis`: the crisis look caught the words, and the card is on its way. `screen`: the one whose button was tapped;
    None for a button that is not this person's or stands on nothing we know. `toast`: the key of a text, set by the
    handler, to be shown over the screen after the commit. `elsewhere`: the key of what is said where words that were
    asked for came as a reply to something else, and so answer nothing. `erased`: who was erased here, whose key goes
    after it. `tap`: what was tapped, and `first_name` what Telegram shows as theirs beside it.
    """

    tx: Tx
    person: Person
    update_id: int
    crisis: bool = False
    screen: ScreenRow | None = None
    toast: str | None = None
    elsewhere: str | None = None
    erased: Erased | None = None
    tap: Tap[Any] | None = None
    first_name: str = ""

    @property
    def now(self) -> datetime:
        """The moment of the update (UTC), which is that of its transaction."""
        return self.tx.now

    @property
    def tapped(self) -> ScreenRow:
        """The screen whose button was tapped, for a handler of taps."""
        assert self.screen is not None, "a tap without a screen is refused before"
        return self.screen

    @property
    def subject(self) -> int:
        """The id of what the tapped screen is about; 0, which is nobody's, where it is about nothing."""
        return self.tapped.subject_id or 0
