"""7-day point prevalence: whether somebody smoked in the seven days before a date (FIELD.md 2.2, 3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from programme.outcomes.days import Known, days_told, smoked_by_day
from programme.outcomes.record import Record, days_from
from programme.outcomes.working import Code, Step

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
    working: tuple[Step, ...]


def seven_days(record: Record, on: date) -> SevenDaysResult:
    """Smoking in the seven local days before `on`, which is not over and counts where they told of smoking on it.

    Not smoking takes an answer of none for each of the seven, from day to day or as one answer about them all. Who
    named a relapse in these days smoked.
    """
    first, last = on - timedelta(days=DAYS), on - timedelta(days=1)
    told = days_told(record.said, record.attempts)
    days = smoked_by_day({day: one for day, one in told.items() if one.known is not Known.ONE_OF})
    known = [days[day] for day in days_from(first, last) if day in days]
    together = any(one.least and one.first != one.last and one.within(first, on) for one in record.said)
    smoked = sum(known) + bool(days.get(on)) or int(together)
    working = [Step.of(Code.FREE_DAYS, days=known.count(False), of=DAYS)]
    named = [one.on for one in record.relapses if first <= one.on <= on]
    if smoked:
        return SevenDaysResult(SevenDays.SMOKING, (*working, Step.of(Code.SMOKED_DAYS, days=smoked)))
    if named:
        return SevenDaysResult(SevenDays.SMOKING, (*working, Step.of(Code.RELAPSE_AGO, days=(on - max(named)).days)))
    if len(known) < DAYS:
        return SevenDaysResult(SevenDays.NOT_KNOWN, (*working, Step.of(Code.NOT_SAID_DAYS, days=DAYS - len(known))))
    return SevenDaysResult(SevenDays.NOT_SMOKING, tuple(working))
