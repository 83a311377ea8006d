"""The one record of what clients said about cigarettes: whoever counts, shows or draws any of it reads this."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db import cigarettes, outcomes
from db.tx import Tx
from programme.outcome import Outcome
from programme.outcomes import Said
from programme.outcomes.days import DayTold, days_told, smoked_by_day
from programme.outcomes.record import follow_up, told_of
from programme.plan import NEVER
from programme.quitting import Attempt


@dataclass(frozen=True, slots=True)
class Spoken:
    """All attempts of a client, and all they said about cigarettes as it stands now, each with its own local dates."""

    attempts: tuple[Attempt, ...] = ()
    said: tuple[Said, ...] = ()

    def days(self) -> Mapping[date, DayTold]:
        """What is known of each local date."""
        return days_told(self.said, self.attempts)

    def known(self) -> Mapping[date, bool]:
        """Whether they smoked, by local date; what is not known is not there."""
        return smoked_by_day(self.days())


async def spoken_of(tx: Tx, person_ids: Collection[int], by: datetime = NEVER) -> Mapping[int, Spoken]:
    """What these people said in check-ins, in between and to outcome questions; of forty in four statements too.

    What they told after `by` (UTC) is left out. Whether it may be shown, and to whom, is for who asks.
    """
    if not person_ids:
        return {}
    tried = await cigarettes.attempts_of(tx, person_ids, by)
    asked = await cigarettes.in_check_ins(tx, person_ids, by)
    between = await cigarettes.told_between(tx, person_ids, by)
    answers = await outcomes.of_attempts(tx, [one.id for mine in tried.values() for one in mine])

    def spoken(whose: int) -> Spoken:
        mine = tried.get(whose, ())
        told = told_of(between.get(whose, ()))
        return Spoken(tuple(mine), (*asked.get(whose, ()), *told, *_answers(mine, answers, by)))

    return {whose: spoken(whose) for whose in person_ids}


async def said_by(tx: Tx, person_id: int) -> Spoken:
    """What that person said."""
    return (await spoken_of(tx, [person_id]))[person_id]


def _answers(tried: Iterable[Attempt], answers: Mapping[int, Sequence[Outcome]], by: datetime) -> Iterable[Said]:
    """What they said of the days since day 15 of an attempt: the newest answer of each teller, on the day it was first
    told. Not saying is none."""
    for attempt in tried:
        for one in answers.get(attempt.id, ()):
            if one.smoked_from is not None and one.answered_at <= by:
                amount = one.smoked_from, one.smoked_to
                yield follow_up(attempt, one.told_on, amount, last=one.last_on, by=one.entered_by)
