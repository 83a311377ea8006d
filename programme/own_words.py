"""What a client writes for themselves, and what it is for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Purpose(StrEnum):
    """What somebody's own words are for."""

    PHRASE = "phrase"  # said to themselves in a hard moment
    EASIER = "easier"  # what got easier
    GOAL = "goal"  # of a week; `code`: programme.goal.Outcome, once they said
    BARRIER = "barrier"  # what is in the way
    IDEA = "idea"  # about a barrier; `on_date`: to be tried from that day on, `code`: programme.problem.Tried
    PREPARE = "prepare"  # something of their own to get ready; `on_date`: done on that day
    TELLS = "tells"  # words to tell others with
    KNOWS = "knows"  # somebody to tell; `on_date`: they know, since that day
    OCCASION = "occasion"  # where others smoke; `on_date`: when, `code`: programme.occasion.HowWas
    OCCASION_PART = "occasion_part"  # of the plan for one; `code`: programme.occasion.Part
    GOING_ON = "going_on"  # what was going on at an entry of the diary, where no button said it
    GAVE = "gave"  # what smoking gave them there
    NOTE = "note"  # typed when nothing had been asked for
    BELIEF = "belief"  # what they fear will happen if they stop: programme.belief
    WHY_MOVED = "why_moved"  # what led to a quit date being moved or taken away; `code`: a chip's, or none
    READIER = "readier"  # what would help them to be readier
    WEEKEND = "weekend"  # what a quit date at a weekend will look like
    SAFE_NOTICE = "safe_notice"  # of a safety plan: what they notice when it gets bad
    SAFE_HELPS = "safe_helps"  # what helps then
    SAFE_CALL = "safe_call"  # whom they call
    SAFE_SHOWN = "safe_shown"  # all of it, as the practitioner `about_id` was shown it on `on_date`
    PATTERN = "pattern"  # what a pattern is about, in place of what we saw


SAFETY: Final = (Purpose.SAFE_NOTICE, Purpose.SAFE_HELPS, Purpose.SAFE_CALL)  # a safety plan, in its order
# They are tools, as the toolkit is, and stay where answers are not kept any more; everything else is an answer.
TOOLS: Final = frozenset({Purpose.PHRASE, *SAFETY})
# What stays however old it is: something else still stands on it, or it is what got easier, which answers no question.
LASTING: Final = frozenset({*TOOLS, Purpose.PATTERN, Purpose.SAFE_SHOWN, Purpose.EASIER})
# What ends without a code was taken off by the client, and goes a day later; with one it is history, and stays.
TAKEN_OFF: Final = frozenset(
    {Purpose.GOAL, Purpose.BARRIER, Purpose.PREPARE, Purpose.TELLS, Purpose.KNOWS, Purpose.OCCASION, *SAFETY}
)
PARTS: Final = frozenset({Purpose.IDEA, Purpose.OCCASION_PART})  # which go with what they are about


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
