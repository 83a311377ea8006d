"""The working of an outcome: steps, readings, what silence means, and the seven days before a date."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Self

from programme.quitting.days import HowKnown, days_told, smoked_by_day
from programme.quitting.record import VERIFIED_UNDER, CigarettesSaid, CoReading, Record, days_from


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
class WorkingStep:
    """One step of a working, and its counts by name."""

    code: Code
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, code: Code, **counts: int) -> Self:
        """That step with these counts."""
        return cls(code, counts)


def told_by(answer: CigarettesSaid, day: Callable[[date], int]) -> WorkingStep:
    """Who told that answer, and on which day of the attempt."""
    if answer.by is None:
        return WorkingStep.of(Code.ASKED, day=day(answer.told_on))
    return WorkingStep.of(Code.HEARD, day=day(answer.told_on), by=answer.by)


def co_steps(readings: Sequence[CoReading], day: Callable[[date], int]) -> list[WorkingStep]:
    """The first counts; the others are shown. `day` gives the day of the attempt that a date is."""
    if not readings:
        return [WorkingStep.of(Code.CO_NONE)]
    first, *others = readings
    code = Code.CO_UNDER if first.ppm < VERIFIED_UNDER else Code.CO_NOT_UNDER
    counts = WorkingStep.of(code, ppm=first.ppm, limit=VERIFIED_UNDER, day=day(first.on))
    return [counts, *(WorkingStep.of(Code.CO_OTHER, ppm=one.ppm, day=day(one.on)) for one in others)]


class Audience(StrEnum):
    """Who reads it."""

    SERVICE_RETURN = "service_return"  # what a service counts for the NHS
    TRIAL = "trial"  # the Russell Standard
    PRACTITIONER = "practitioner"
    CLIENT = "client"


class SaidInstead(StrEnum):
    """What is said in place of the missing answer."""

    LOST = "lost"  # not known, lost to follow-up: a category of its own
    SMOKING = "smoking"
    NO_REPLY_SINCE = "no-reply-since"
    NOT_KNOWN = "not-known"  # counts neither way


@dataclass(frozen=True, slots=True)
class MissingAnswer:
    """How a missing answer is told to one audience. Nowhere does it count as not smoking."""

    told: SaidInstead
    counts_as_smoking: bool = False


_TOLD = {
    Audience.SERVICE_RETURN: MissingAnswer(SaidInstead.LOST),
    Audience.TRIAL: MissingAnswer(SaidInstead.SMOKING, counts_as_smoking=True),
    Audience.PRACTITIONER: MissingAnswer(SaidInstead.NO_REPLY_SINCE),
    Audience.CLIENT: MissingAnswer(SaidInstead.NOT_KNOWN),
}


def missing_answer(audience: Audience, *, missed_by_us: bool = False) -> MissingAnswer | None:
    """How it is told to them that nothing was said; None where it is no silence, as we did not ask (FIELD.md S13).

    A trial counts an unknown status as smoking whoever is to blame for it.
    """
    if missed_by_us and audience is not Audience.TRIAL:
        return None
    return _TOLD[audience]


DAYS: Final = 7


class SevenDays(StrEnum):
    """What is known of the seven days."""

    NOT_SMOKING = "not-smoking"
    SMOKING = "smoking"
    NOT_KNOWN = "not-known"  # a day was not told of: silence is neither


@dataclass(frozen=True, slots=True)
class SevenDaysResult:
    """What is known of them and how it came about."""

    category: SevenDays
    working: tuple[WorkingStep, ...]


def seven_days(record: Record, on: date) -> SevenDaysResult:
    """Smoking in the seven local days before `on`, which is not over and counts where they told of smoking on it.

    Not smoking takes an answer of none for each of the seven, from day to day or as one answer about them all. Who
    named a relapse in these days smoked.
    """
    first, last = on - timedelta(days=DAYS), on - timedelta(days=1)
    told = days_told(record.said, record.attempts)
    days = smoked_by_day({day: one for day, one in told.items() if one.known is not HowKnown.ONE_OF})
    known = [days[day] for day in days_from(first, last) if day in days]
    together = any(one.least and one.first != one.last and one.within(first, on) for one in record.said)
    smoked = sum(known) + bool(days.get(on)) or int(together)
    working = [WorkingStep.of(Code.FREE_DAYS, days=known.count(False), of=DAYS)]
    named = [one.on for one in record.relapses if first <= one.on <= on]
    if smoked:
        return SevenDaysResult(SevenDays.SMOKING, (*working, WorkingStep.of(Code.SMOKED_DAYS, days=smoked)))
    if named:
        return SevenDaysResult(
            SevenDays.SMOKING, (*working, WorkingStep.of(Code.RELAPSE_AGO, days=(on - max(named)).days))
        )
    if len(known) < DAYS:
        return SevenDaysResult(
            SevenDays.NOT_KNOWN, (*working, WorkingStep.of(Code.NOT_SAID_DAYS, days=DAYS - len(known)))
        )
    return SevenDaysResult(SevenDays.NOT_SMOKING, tuple(working))
