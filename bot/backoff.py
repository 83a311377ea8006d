"""When Telegram cannot be reached: how long the sender leaves it alone before it tries once more. Pure."""

import math
from dataclasses import dataclass

LONGEST = 30.0  # seconds
PATIENCE = 5  # hidden answers one after another before it looks like an outage and not like chance


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
        if self._hidden >= PATIENCE:
            self.no_connection(ticks)

    def answered(self) -> None:
        """Telegram answered, whatever it said."""
        self._pauses = self._hidden = 0
