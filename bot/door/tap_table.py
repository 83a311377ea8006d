"""Which handler a tap goes to: a table of what the subjects declare. Whatever a tap says wrong is refused here."""

from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, Final, TypeVar, overload

from aiogram.types import CallbackQuery

import bot
from bot.kit.taps import IGNORED, NOTHING, Tap, Unread
from bot.kit.visit import Visit, read_data
from care.people.owned import owns

T = TypeVar("T")
Bare = Callable[[Visit], Awaitable[None]]
Handler = Callable[[Visit, T], Awaitable[None]]
REFUSED: Final = "toast-old"
_ALWAYS: Final = frozenset({"check_in", "reminder"})  # an answer counts, also where a newer message stands in for it


class Handlers:
    """What a module does with its taps."""

    def __init__(self) -> None:
        self.of: dict[Tap[Any], Callable[..., Awaitable[None]]] = {}

    @overload
    def on(self, *taps: Tap[None]) -> Callable[[Bare], Bare]: ...

    @overload
    def on(self, *taps: Tap[T]) -> Callable[[Handler[T]], Handler[T]]: ...

    def on(self, *taps: Tap[Any]) -> Any:
        """The decorated handler takes these taps: it gets the visit, and the argument, read, where there is one.

        ValueError where another has one of them already.
        """

        def add(handler: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
            for tap in taps:
                if self.of.setdefault(tap, handler) is not handler:
                    raise ValueError(tap.do)
            return handler

        return add


class TapTable:
    """All handlers, by the verbs of their taps. ValueError where a tap has two, or two of one verb share a screen."""

    def __init__(self, *groups: Handlers) -> None:
        self.of: dict[Tap[Any], Callable[..., Awaitable[None]]] = {}
        self._by_verb: dict[str, list[Tap[Any]]] = {}
        for tap, handler in (pair for group in groups for pair in group.of.items()):
            same = self._by_verb.setdefault(tap.do, [])
            if tap in self.of or any(not one.on or not tap.on or one.on & tap.on for one in same):
                raise ValueError(tap.do)
            self.of[tap] = handler
            same.append(tap)

    def find(self, do: str, screen: str) -> Tap[Any] | None:
        """The tap with that verb which that screen may carry; None where there is none."""
        return next((one for one in self._by_verb.get(do, ()) if not one.on or screen in one.on), None)

    async def answer(self, query: CallbackQuery, visit: Visit) -> None:
        """Handle a tap, or refuse it: of a screen that is not theirs or whose buttons count no more, a verb or an
        argument that no button has, a role that they do not have, an id of what is not theirs."""
        if not await self._handle(query, visit):
            visit.toast = REFUSED

    async def _handle(self, query: CallbackQuery, visit: Visit) -> bool:
        said, screen = read_data(query.data), visit.screen
        if said is None or screen is None or (not screen.live and screen.name not in _ALWAYS):
            return False
        tap = self.find(said.do, screen.name)
        if tap is None or (tap.who is not None and tap.who not in visit.person.roles):
            return False
        value = tap.arg.read(said.arg)
        if isinstance(value, Unread):
            return False
        for what, row_id in tap.arg.rows(value):
            if not await owns(visit.tx, visit.person, what, row_id):
                return False
        visit.tap, visit.first_name = tap, query.from_user.first_name
        bare = tap.arg is NOTHING or tap.arg is IGNORED
        await (self.of[tap](visit) if bare else self.of[tap](visit, value))
        return True


def declared() -> Iterator[Tap[Any]]:
    """Every tap that a subject declares in its `taps`."""
    for found in walk_packages(bot.__path__, "bot."):
        if found.name.endswith(".taps"):
            yield from (one for one in vars(import_module(found.name)).values() if isinstance(one, Tap))
