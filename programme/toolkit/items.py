"""What is in a client's toolkit, and how it is kept to a few."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Final

from programme.check_in.answers import HardMoment
from programme.toolkit.strategies import Function, Strategy, StrategyPlace, strategy

IN, OUT, BREATHS = 4, 6, 9  # seconds, seconds, times: a minute and a half
READY = 5  # seconds to sit down
SURF_STEPS, SURF_SECONDS = 8, 30  # four minutes: about as long as most cravings last


class Guide(StrEnum):
    """What we do together."""

    BREATHE = "breathe"
    SURF = "surf"


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step: its name, how many seconds it lasts, and which of how many rounds it is in."""

    name: str
    seconds: int
    round: int = 0
    rounds: int = 0


def _breathing() -> tuple[GuideStep, ...]:
    breath = [(name, seconds) for name, seconds in (("in", IN), ("out", OUT))]
    rounds = (GuideStep(name, seconds, n, BREATHS) for n in range(1, BREATHS + 1) for name, seconds in breath)
    return (GuideStep("ready", READY), *rounds)


STEPS: Final = {
    Guide.BREATHE: _breathing(),
    Guide.SURF: tuple(GuideStep(str(n), SURF_SECONDS, n, SURF_STEPS) for n in range(1, SURF_STEPS + 1)),
}
# The strategies of the catalogue that are done so.
STRATEGIES: Final = {"slow-breaths": Guide.BREATHE, "surf-the-urge": Guide.SURF}


def lasts(guide: Guide) -> int:
    """Seconds from the beginning to the end."""
    return sum(step.seconds for step in STEPS[guide])


def step_at(guide: Guide, seconds: float) -> GuideStep | None:
    """The step that is due that many seconds after the beginning; None once it is over."""
    due = _due(guide, seconds)
    return due[0] if due else None


def next_change(guide: Guide, seconds: float) -> int | None:
    """How many seconds after the beginning the next step is due; None where nothing follows any more."""
    due = _due(guide, seconds)
    return due[1] if due else None


def _due(guide: Guide, seconds: float) -> tuple[GuideStep, int] | None:
    """The step that is due, and when it ends."""
    steps = STEPS[guide]
    ends = accumulate(step.seconds for step in steps)
    return next(((step, end) for step, end in zip(steps, ends, strict=True) if seconds < end), None)


ITEM_LENGTH: Final = 200  # characters: what a message shows whole
SHOWN: Final = 3  # "a couple of tricks up your sleeve": more is too many in a hard moment
MINUTES: Final = (2, 5, 10, 20)  # that there may be for it


@dataclass(frozen=True, slots=True)
class ToolkitItem:
    """One thing that helps; a hidden one is not offered any more, and still named where it was picked.

    - `words` are the client's own; "" where the line of the catalogue is meant, by its `code`.
    - `moment` is the hard moment it is kept for ("If stress, I'll ..."); None: any.
    - `gives`, `place` and `minutes` are what the client said of it; where they did not, see the properties.
    """

    id: int
    words: str
    hidden: bool = False
    moment: HardMoment | None = None
    code: str | None = None
    pinned: bool = False
    gives: Function | None = None
    place: StrategyPlace | None = None
    minutes: int | None = None

    @property
    def strategy(self) -> Strategy | None:
        """The strategy of the catalogue that it was taken from."""
        return strategy(self.code) if self.code is not None else None

    @property
    def functions(self) -> frozenset[Function]:
        """What it gives: as they said, else as the catalogue has it; empty where nobody said."""
        if self.gives is not None:
            return frozenset({self.gives})
        return self.strategy.gives if self.strategy else frozenset()

    @property
    def where(self) -> StrategyPlace:
        """Where it can be done; anywhere, where nobody said."""
        return self.place or (self.strategy.place if self.strategy else StrategyPlace.ANYWHERE)

    @property
    def takes(self) -> int | None:
        """About how many minutes it takes; None where nobody said."""
        return self.minutes or (self.strategy.minutes if self.strategy else None)

    def fits(self, place: StrategyPlace, minutes: int | None) -> bool:
        """Whether it can be done there, in that many minutes (None: there is time enough)."""
        return self.where in (StrategyPlace.ANYWHERE, place) and (minutes is None or (self.takes or 0) <= minutes)


def clean_words(text: str, most: int = ITEM_LENGTH) -> str | None:
    """Words as we keep them: one line of at most `most` characters, cut at a word with an ellipsis; None if none."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line or None
    kept = line[: most - 1]
    at_word = kept.rpartition(" ")[0] if line[most - 1] != " " else kept
    return (at_word if len(at_word) > most // 2 else kept).rstrip() + "…"


def is_cut(text: str, most: int = ITEM_LENGTH) -> bool:
    """Whether `clean_words` leaves some of it out."""
    return len(" ".join(text.split())) > most
