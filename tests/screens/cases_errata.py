"""What stands in place of a screen that an operator stopped, and what says that a text of ours was wrong."""

from collections.abc import Iterator
from typing import Any

from bot.screens.erratum import Facts as Erratum
from bot.screens.withheld import Facts as Withheld
from programme.errata import Erratum as What

Case = tuple[str, str, Any]


def errata_cases() -> Iterator[Case]:
    """The one line; what was wrong, to who is here, who has left, and to a practitioner."""
    yield "", "withheld", Withheld()
    for left in (False, True):
        called = "left" if left else "here"
        yield f"side effects, {called}", "erratum", Erratum(What.SIDE_EFFECTS, "111", left)
        yield f"answers, {called}", "erratum", Erratum(What.ANSWERS, "111", left)
    yield "side effects, no number", "erratum", Erratum(What.SIDE_EFFECTS)
    yield "a practitioner, side effects", "erratum", Erratum(What.SEEN_SIDE_EFFECTS, names=("Sam", "Ana"))
    yield "a practitioner, answers", "erratum", Erratum(What.SEEN_ANSWERS, names=("Sam",))
