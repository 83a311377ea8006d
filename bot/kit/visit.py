"""What a handler gets: who is here, with which button, and what decides which handler an update goes to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message, TelegramObject

from bot.kit.taps import Tap
from bot.texts import locales, texts_for
from care.people.leaving import Erased
from care.safety.crisis import was_shown_lately
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person, Role
from programme.safety.danger import takes_back

_PARTS = 4


@dataclass(frozen=True, slots=True)
class Tapped:
    """The id of the screen it says it stands on, the verb of the tap, and its argument, as a code.

    Nothing in it is believed: whose screen it is, and what that person may do, is looked up on every tap.
    """

    screen: int
    do: str
    arg: str

    @property
    def data(self) -> str:
        """The same as the button carries it: 64 bytes at most, ids and codes, never words."""
        return f"t:{self.screen}:{self.do}:{self.arg}"


def read_data(data: str | None) -> Tapped | None:
    """What that button says; None where it is none of ours."""
    parts = (data or "").split(":")
    if len(parts) != _PARTS or parts[0] != "t":
        return None
    try:
        return Tapped(int(parts[1]), parts[2], parts[3])
    except ValueError:
        return None


@dataclass(slots=True)
class Visit:
    """One update of one person. Everything the handler does is in `tx`, and only the database is awaited in it.

    `crisis`: the crisis scan caught the words, and the card is on its way. `screen`: the one whose button was tapped;
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


class Awaits(Filter):
    """Words that were asked for: the next words are for one of these. Commands are never taken for words."""

    def __init__(self, *whats: str) -> None:
        self.whats = frozenset(whats)

    async def __call__(self, message: Message, visit: Visit) -> bool:
        return visit.person.awaiting in self.whats and bool(message.text) and not (message.text or "").startswith("/")


class Elsewhere(Filter):
    """Words that answer nothing, though something is asked for: see bot.door.awaited."""

    async def __call__(self, message: Message, visit: Visit) -> bool:
        return visit.elsewhere is not None


class Says(Filter):
    """A message of these words and nothing else, however they are written."""

    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)

    async def __call__(self, message: Message) -> bool:
        return (message.text or "").strip(" .!?\n").casefold() in self.words


class Labelled(Filter):
    """A button of the keyboard at hand, which sends its label as words; in whatever language it was shown."""

    def __init__(self, *keys: str) -> None:
        self.labels = frozenset(texts_for(locale).label(key).casefold() for locale in locales() for key in keys)

    async def __call__(self, message: Message) -> bool:
        return (message.text or "").strip().casefold() in self.labels


class Is(Filter):
    """Somebody who has that role now."""

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, event: TelegramObject, visit: Visit) -> bool:
        return self.role in visit.person.roles


class TakesBack(Filter):
    """Words that take back what brought a crisis card within the hour."""

    async def __call__(self, message: Message, visit: Visit) -> bool:
        taken_back = takes_back(message.text or "")
        return taken_back and await was_shown_lately(visit.tx, visit.person.id)


class InCrisis(Filter):
    """Words that the crisis scan caught: the card is on its way, and nothing else is said."""

    async def __call__(self, event: TelegramObject, visit: Visit) -> bool:
        return visit.crisis
