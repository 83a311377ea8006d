"""Numbers from 0 to 10 as buttons."""

from bot.screen import Rows, does
from bot.screens.parts import rows
from bot.taps.kit import Tap
from care.ratings import HIGHEST

A_ROW = 6


def ten(tap: Tap[int]) -> Rows:
    """The eleven numbers in two rows."""
    return rows((does(str(n), tap, n) for n in range(HIGHEST + 1)), A_ROW)
