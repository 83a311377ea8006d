"""What stands in place of a screen that an operator stopped, and what says that a text of ours was wrong."""

from collections.abc import Iterator
from typing import Any

from bot.screens.withheld import Facts as Withheld

Case = tuple[str, str, Any]


def errata_cases() -> Iterator[Case]:
    """The one line."""
    yield "", "withheld", Withheld()
