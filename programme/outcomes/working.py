"""The working of an outcome: each thing that was looked at, as a code and its counts, in the order it was looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from programme.outcomes.record import Said


class Code(StrEnum):
    """One step. The words of each: bot/texts, `outcome-step-` and the code; the counts it brings stand behind it."""

    NEVER_CAME = "never-came"  # the quit date was taken away or moved before it came
    NOT_TREATED = "not-treated"  # the practitioner said: no treated smoker
    TREATED_NOT_SAID = "treated-not-said"
    ENDED = "ended"  # day
    DAYS = "days"  # first, last: the days of the attempt that count
    WINDOW = "window"  # first, last: the days on which it may be asked
    WINDOW_NOT_SURE = "window-not-sure"  # the window's source is not read at first hand
    NOT_YET = "not-yet"  # days: how many until it may be asked
    WAITING = "waiting"  # days: how many are left to ask in
    ASKED = "asked"  # day: of the attempt on which they answered
    HEARD = "heard"  # day: of the attempt on which a practitioner heard it; by: who entered it, a person's id
    ASKED_EARLY = "asked-early"  # days: how many of the days that count were still to come
    NOT_ASKED = "not-asked"  # nobody answered in the window
    ASKED_LATE = "asked-late"  # day: of an answer after the window, which does not count
    SAID_NONE = "said-none"
    SAID_SMOKED = "said-smoked"
    SAID_LATER = "said-later"  # first, last, least, most: cigarettes in these days, of which those that count were free
    SMOKED_LATER = "smoked-later"  # days: smoked days after those that count, which takes nothing away
    RELAPSE = "relapse"  # day: of the attempt on which they said that they were back to smoking
    RELAPSE_AGO = "relapse-ago"  # days: how many days before today
    DIFFER = "differ"  # what the client told and what a practitioner heard; the one that tells of smoking counts
    TOLD_SMOKED = "told-smoked"  # days: smoked days among those that count, told of between
    TOLD_BEFORE = "told-before"  # days: smoked days before those that count, which is allowed
    AGAINST = "against"  # told of between, and not at the follow-up: what was told counts
    CANNOT_TELL = "cannot-tell"  # counted by the stricter side
    CO_UNDER = "co-under"  # ppm, limit, day
    CO_NOT_UNDER = "co-not-under"  # ppm, limit, day
    CO_OTHER = "co-other"  # ppm, day: a reading further from the day that counts
    CO_NONE = "co-none"  # no reading that a practitioner entered
    GRACE = "grace"  # days
    CIGARETTES = "cigarettes"  # number
    CIGARETTES_BETWEEN = "cigarettes-between"  # least, most
    CIGARETTES_AT_LEAST = "cigarettes-at-least"  # least
    ALLOWED = "allowed"  # most: cigarettes that may be
    TOLD = "told"  # the cigarettes before it: from day to day and in earlier answers, as no answer came
    UNKNOWN_IS_SMOKING = "unknown-is-smoking"
    DIED = "died"
    MOVED = "moved"
    FREE_DAYS = "free-days"  # days, of
    SMOKED_DAYS = "smoked-days"  # days
    NOT_SAID_DAYS = "not-said-days"  # days
    TOLD_TOGETHER = "told-together"  # days: smoke-free ones that one check-in was about
    TOLD_SINCE = "told-since"  # days: smoke-free ones known by the answer to an outcome question
    ONE_OF = "one-of"  # days: each stands for the one smoked day at least of several
    USUAL = "usual"  # number: cigarettes a day before
    USUAL_BEFORE = "usual-before"  # number; until: the day it held up to, as date.toordinal has it
    PACKET = "packet"  # price (smallest units of the currency), number
    PACKET_BEFORE = "packet-before"  # price, number; until: as in usual-before
    USUAL_NOT_SAID = "usual-not-said"
    PRICE_NOT_SAID = "price-not-said"
    LESS_DAYS = "less-days"  # days: outside attempts, with fewer cigarettes than before
    MOST_COUNTED = "most-counted"  # days: smoked days where the larger number was taken off
    NO_TOP = "no-top"  # days: smoked days of which they gave no larger number, so that nothing is counted


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a working, and its counts by name."""

    code: Code
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, code: Code, **counts: int) -> Self:
        """That step with these counts."""
        return cls(code, counts)


def told_by(answer: Said, day: Callable[[date], int]) -> Step:
    """Who told that answer, and on which day of the attempt."""
    if answer.by is None:
        return Step.of(Code.ASKED, day=day(answer.told_on))
    return Step.of(Code.HEARD, day=day(answer.told_on), by=answer.by)
