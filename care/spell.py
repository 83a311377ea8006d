"""A spell of trouble: one line in the log when it begins and one when it is over, however often it is met."""

from typing import Any

from structlog.stdlib import BoundLogger


class Spell:
    """Trouble of one kind, such as `pulse_trouble`, told to `log`."""

    def __init__(self, log: BoundLogger, what: str = "") -> None:
        self._log = log
        self._what = what
        self.times = 0

    def goes_on(self, error: BaseException, what: str = "", **more: Any) -> None:
        """Met, or met once more. Of the error its class is told, never its words; `what` names the kind anew."""
        if not self.times:
            self._what = what or self._what
            self._log.warning(self._what, error=type(error).__name__, **more)
        self.times += 1

    def is_over(self) -> None:
        """Not met this time."""
        if self.times:
            self._log.info("trouble_over", was=self._what, times=self.times)
        self.times = 0
