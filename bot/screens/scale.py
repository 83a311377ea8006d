"""Numbers from 0 to 10 as buttons."""

from bot.screen import Rows, does
from bot.screens.parts import rows
from care.ratings import HIGHEST

A_ROW = 6


def ten(do: str) -> Rows:
    """The eleven numbers in two rows."""
    return rows((does(str(n), do, n) for n in range(HIGHEST + 1)), A_ROW)


def read_ten(code: str) -> int | None:
    """A number from 0 to 10 from a button's code; None for anything else."""
    return int(code) if code in {str(n) for n in range(HIGHEST + 1)} else None
