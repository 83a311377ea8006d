"""How long to wait after Telegram or the network gave trouble."""

import math
from dataclasses import dataclass

import structlog
from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter

from care.clock import Spell

log = structlog.get_logger(__name__)
LONGEST = 30.0  # seconds
_MOST_DOUBLED = 10


class LoggedBackoff:
    """Waits that double from a second to LONGEST, until something works. The log hears of the first and of the end."""

    def __init__(self) -> None:
        self._spell = Spell(log)

    def worked(self) -> None:
        """Trouble is over."""
        self._spell.is_over()

    def pause(self, doing: str, error: Exception) -> float:
        """Trouble while `doing` something, told by its class only; returns the seconds to wait."""
        seconds = min(LONGEST, 2.0 ** min(self._spell.times, _MOST_DOUBLED))
        if isinstance(error, TelegramRetryAfter):
            seconds = max(seconds, float(error.retry_after))
        hint = {"hint": _ANOTHER} if isinstance(error, TelegramConflictError) else {}
        self._spell.goes_on(error, doing, pause=seconds, **hint)
        return seconds


_ANOTHER = "another program fetches the updates of this bot, or a webhook is set for it"

HIDDEN_IN_A_ROW = 5  # hidden answers one after another before it looks like an outage and not like chance


@dataclass(slots=True)
class Backoff:
    """Pauses of 1, 2, 4 .. 30 seconds, by ticks, until one call is answered."""

    until: float = -math.inf
    _pauses: int = 0
    _hidden: int = 0

    @property
    def probing(self) -> bool:
        """While things look bad one call at a time shows whether they are better."""
        return self._pauses > 0

    def no_connection(self, ticks: float) -> None:
        """A call did not leave this machine. Several that broke together are one pause."""
        if ticks >= self.until:
            self.until = ticks + min(LONGEST, 2.0**self._pauses)
            self._pauses = min(self._pauses + 1, 5)

    def no_answer(self, ticks: float) -> None:
        """The answer of a call was hidden."""
        self._hidden += 1
        if self._hidden >= HIDDEN_IN_A_ROW:
            self.no_connection(ticks)

    def answered(self) -> None:
        """Telegram answered, whatever it said."""
        self._pauses = self._hidden = 0
