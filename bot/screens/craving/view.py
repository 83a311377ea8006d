"""What the craving's screens are made from, and what several of them share."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Button, Rows, does
from bot.screens.parts import back, rows
from bot.taps.kit import Tap
from bot.texts import Texts
from care.using import MoodMedicines
from programme.check_in import STRONGEST_URGE
from programme.craving import Craving
from programme.guide import Guide, Step
from programme.offering import Offered
from programme.strategies import Function, Strategy
from programme.toolkit import ToolkitItem

CALM = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` is what was picked, `back` the screen before. `rates`: they are asked how strong it is.

    - `reason` is the one of theirs that stands first. `known` is the craving once it was rated; `asks_moment`: what is
      going on was neither said nor skipped.
    - `every` is what may be offered, best first, and `top` the three of it that are shown; `phrase` are own words of
      theirs for such a moment. `keeps`: their own words may be kept.
    - `medicines`: those they use that can change mood, looked up where a low mood is going on.
    - `trying` is what they try; `usual` what they said that smoking gives them then.
    - `guide` is the exercise that is done together, and `step` where it is (None: it is over).
    """

    view: str = ""
    back: str = ""
    rates: bool = False
    keeps: bool = False
    reason: str | None = None
    known: Craving | None = None
    asks_moment: bool = False
    every: Sequence[Offered] = ()
    top: Sequence[Offered] = ()
    phrase: str | None = None
    medicines: MoodMedicines | None = None
    trying: ToolkitItem | Strategy | None = None
    usual: Function | None = None
    guide: Guide | None = None
    step: Step | None = None


def ratings(tap: Tap[int]) -> Rows:
    """The six strengths as one row of buttons."""
    return rows((does(str(n), tap, n) for n in range(STRONGEST_URGE + 1)), STRONGEST_URGE + 1)


def ways_back(facts: Facts, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """A row that leads to where they came from."""
    return ((back(texts, facts.back),),) if facts.back else ()
