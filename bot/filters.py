"""What decides which handler an update goes to. All async: a sync filter costs a thread hop."""

from aiogram.filters import Filter
from aiogram.types import Message, TelegramObject

from bot.texts import locales, texts_for
from bot.visit import Visit
from care.crisis import was_shown_lately
from programme.people import Role
from programme.safety.danger import takes_back


class Awaits(Filter):
    """Words that were asked for: the next words are for one of these. Commands are never taken for words."""

    def __init__(self, *whats: str) -> None:
        self.whats = frozenset(whats)

    async def __call__(self, message: Message, visit: Visit) -> bool:
        return visit.person.awaiting in self.whats and bool(message.text) and not (message.text or "").startswith("/")


class Elsewhere(Filter):
    """Words that answer nothing, though something is asked for: see bot.awaited."""

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
    """Words that the crisis look caught: the card is on its way, and nothing else is said."""

    async def __call__(self, event: TelegramObject, visit: Visit) -> bool:
        return visit.crisis
