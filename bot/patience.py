"""How long to wait after Telegram or the network gave trouble, and how it is told."""

import structlog
from aiogram.exceptions import TelegramConflictError, TelegramRetryAfter

log = structlog.get_logger(__name__)

LONGEST = 30.0  # seconds


class Patience:
    """Waits that double from a second to LONGEST, until something works."""

    def __init__(self) -> None:
        self._tries = 0

    def worked(self) -> None:
        """Trouble is over."""
        if self._tries:
            log.info("trouble_over", tries=self._tries)
        self._tries = 0

    def pause(self, doing: str, error: Exception) -> float:
        """Tells the log of trouble while `doing` something, by its class alone; returns the seconds to wait."""
        seconds = min(LONGEST, 2.0**self._tries)
        self._tries = min(self._tries + 1, 10)
        if isinstance(error, TelegramRetryAfter):
            seconds = max(seconds, float(error.retry_after))
        hint = {"hint": _ANOTHER} if isinstance(error, TelegramConflictError) else {}
        log.warning(doing, error=type(error).__name__, pause=seconds, **hint)
        return seconds


_ANOTHER = "another program fetches the updates of this bot, or a webhook is set for it"
