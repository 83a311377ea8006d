"""What whoever runs the simulator may set beside the phones: a guide, levers, a look behind the scenes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

Json = dict[str, Any]
Turn = Callable[[float | str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Lever:
    """Something a visitor can set off with one click. `means` says what it does, `was` what came of it so far."""

    key: str
    label: str
    means: str
    pull: Callable[[], Awaitable[None]]
    was: Callable[[], str] = lambda: ""


class StageGuide(Protocol):
    """Steps through something worth living. The page shows what it is given and knows nothing of its meaning."""

    def state(self) -> Json:
        """{about, end, steps: [{key, title, who, say, done, skipped}], next: {phone, act, what, say} or None}.

        `next.act` is taps, writes, opens (a link that is on the phone of the id `link_on`) or turns. It is None at the
        end, and while an answer is awaited.
        """
        ...

    async def walk(self, key: str) -> None:
        """Does what is left up to the end of that step. Raises LookupError, CannotDo."""
        ...

    def skip(self, key: str) -> None:
        """Goes on without that step; it is done all the same if it happens later. Raises LookupError."""
        ...


@dataclass(frozen=True, slots=True)
class PhoneStage:
    """All of it is optional, and shown as it is given.

    `behind()` gives tables: [{key, title, about, columns: [{name, kind}], rows: [{key, cells}]}], where a kind is text,
    time (an ISO moment or None) or state. `status()` is a line for the whole page, "" where all is as usual.
    `next_at()` is the ISO moment to which "next" turns the clock. `zone` is the IANA name of the clock that is shown.
    """

    title: str = "Telegram on a laptop"
    guide: StageGuide | None = None
    behind: Callable[[], Awaitable[list[Json]]] | None = None
    next_at: Callable[[], Awaitable[str | None]] | None = None
    levers: tuple[Lever, ...] = ()
    status: Callable[[], str] = lambda: ""
    zone: str | None = None

    def lever(self, key: str) -> Lever:
        """The lever of that key. Raises LookupError."""
        for lever in self.levers:
            if lever.key == key:
                return lever
        raise LookupError(f"no such lever: {key}")

    async def state(self) -> Json:
        """What the page shows of it, but for the look behind the scenes, which is asked for when it is open."""
        return {
            "guide": self.guide.state() if self.guide else None,
            "levers": [
                {"key": one.key, "label": one.label, "means": one.means, "was": one.was()} for one in self.levers
            ],
            "status": self.status(),
            "next_at": await self.next_at() if self.next_at else None,
            "zone": self.zone,
            "has_behind": self.behind is not None,
        }
