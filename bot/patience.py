"""How long to wait after Telegram or the network gave trouble, and how it is told."""

import structlog
from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter

from care.spell import Spell

log = structlog.get_logger(__name__)

LONGEST = 30.0  # seconds
_MOST_DOUBLED = 10


class Patience:
    """Waits that double from a second to LONGEST, until something works. The log hears of the first and of the end."""

    def __init__(self) -> None:
        self._spell = Spell(log)

    def worked(self) -> None:
        """Trouble is over."""
        self._spell.is_over()

    def pause(self, doing: str, error: Exception) -> float:
        """Trouble while `doing` something, told by its class alone; returns the seconds to wait."""
        seconds = min(LONGEST, 2.0 ** min(self._spell.times, _MOST_DOUBLED))
        if isinstance(error, TelegramRetryAfter):
            seconds = max(seconds, float(error.retry_after))
        hint = {"hint": _ANOTHER} if isinstance(error, TelegramConflictError) else {}
        self._spell.goes_on(error, doing, pause=seconds, **hint)
        return seconds


_ANOTHER = "another program fetches the updates of this bot, or a webhook is set for it"
