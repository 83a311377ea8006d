"""What decides which handler an update goes to. All async: a sync filter costs a thread hop."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, TelegramObject

from bot.tap import Tap
from programme.people import Role

_VERB = 2  # t:<screen>:<do>:<arg>


class Does(Filter):
    """A tap that asks for one of these acts; hands the Tap to the handler as `tap`."""

    def __init__(self, *verbs: str) -> None:
        self.verbs = frozenset(verbs)

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        parts = (query.data or "").split(":")
        if len(parts) <= _VERB or parts[_VERB] not in self.verbs:
            return False
        try:
            return {"tap": Tap.unpack(query.data or "")}
        except (TypeError, ValueError):
            return False


class Awaits(Filter):
    """Words that were asked for: the person's next words are for one of these."""

    def __init__(self, *whats: str) -> None:
        self.whats = frozenset(whats)

    async def __call__(self, event: TelegramObject, visit: Any) -> bool:
        return visit.person.awaiting in self.whats


class Is(Filter):
    """Somebody who has that role now."""

    def __init__(self, role: Role) -> None:
        self.role = role

    async def __call__(self, event: TelegramObject, visit: Any) -> bool:
        return self.role in visit.person.roles


class InCrisis(Filter):
    """Words that the crisis look caught: the card is on its way, and nothing else is said."""

    async def __call__(self, event: TelegramObject, visit: Any) -> bool:
        return bool(visit.crisis)
