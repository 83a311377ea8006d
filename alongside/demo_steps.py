"""What a guided week is made of: moves on the phones, and steps that are over once something was shown."""

import html
import re
from dataclasses import dataclass

from simulator import Call


@dataclass(frozen=True, slots=True)
class Move:
    """One thing to do where the phone of `who` (or of `on`) shows the words `seeing` ("": whatever it shows).

    `act`: taps the button whose label begins with `what`, under those words or at hand below; picks the day `what` days
    ahead on a month of days; writes `what`; opens a link that is on the phone of `what` and was not opened on this one
    yet; or turns the clock by `what` ("next").
    """

    who: str
    act: str
    what: str
    seeing: str = ""
    on: str = ""

    @property
    def looks_at(self) -> str:
        """Whose phone tells whether this move fits."""
        return self.on or self.who


@dataclass(frozen=True, slots=True)
class Step:
    """Over once the phone of `who` has shown each of `until` (patterns) in that order, at any time and for any reason.

    The first of `moves` that fits what is newest on the phones leads there.
    """

    key: str
    title: str
    say: str
    who: str
    until: tuple[str, ...]
    moves: tuple[Move, ...]


class Progress:
    """How far each step is, by what was truly shown: what stood there for a moment and was edited since counts too."""

    def __init__(self, steps: tuple[Step, ...], ids: dict[str, int]) -> None:
        self._steps = steps
        self._ids = ids
        self._seen = dict.fromkeys((step.key for step in steps), 0)

    def read(self, call: Call) -> None:
        """Takes in one more call that the service made."""
        if call.effect not in ("sent", "edited"):
            return
        text = html.unescape(str(call.params.get("text") or call.params.get("caption") or ""))
        for step in self._steps:
            wanted = step.until[self._seen[step.key] :]
            if wanted and self._ids.get(step.who) == call.chat_id and re.search(wanted[0], text):
                self._seen[step.key] += 1

    def is_over(self, step: Step) -> bool:
        """Whether all of it was shown."""
        return self._seen[step.key] == len(step.until)
