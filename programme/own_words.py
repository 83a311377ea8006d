"""What a client writes for themselves, and what it is for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Purpose(StrEnum):
    """What somebody's own words are for."""

    PHRASE = "phrase"  # said to themselves in a hard moment
    GOAL = "goal"  # of a week
    WHY_MOVED = "why_moved"  # what led to a quit date being moved or taken away; `code`: a chip's, or none
    READIER = "readier"  # what would help them to be readier
    WEEKEND = "weekend"  # what a quit date at a weekend will look like


# They are tools, as the toolkit is, and stay where answers are not kept any more; everything else is an answer.
TOOLS: Final = frozenset({Purpose.PHRASE})


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of a client's own. `about_id` is the row they belong to, `on_date` the person's own day they are for.

    `code` is what became of it, or how sure they are, as their purpose has it; `ended` ones are not shown any more.
    """

    id: int
    person_id: int
    purpose: Purpose
    words: str
    about_id: int | None = None
    on_date: date | None = None
    code: str | None = None
    ended: bool = False
