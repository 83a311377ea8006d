"""Lived progress of a client, read afresh from all they said."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from care.quit_date import today_of
from care.record import said_by
from db import asked, attempts, consents, cravings
from db.tx import Tx
from programme.outcomes.record import days_from
from programme.people import Person
from programme.progress import Progress, gaps, progress
from programme.quitting import Attempt


@dataclass(frozen=True, slots=True)
class Lived:
    """`days` over all attempts; `ridden_out` cravings that were weaker when rated once more.

    `kept` is False for somebody whose answers are not kept: nothing is known of their days. `known` says of a local
    date whether they smoked, where they said, and `gaps` are the days of attempts of which that is not known.
    """

    today: date
    attempt: Attempt | None
    kept: bool
    days: Progress = field(default_factory=Progress)
    ridden_out: int = 0
    known: Mapping[date, bool] = field(default_factory=dict)
    gaps: Collection[date] = ()

    @property
    def last(self) -> date | None:
        """The last local date they are known to have smoked on."""
        return max((day for day, smoked in self.known.items() if smoked), default=None)


async def progress_of(tx: Tx, person: Person) -> Lived:
    """What their days come to by now."""
    today = today_of(tx.now, person)
    attempt = await attempts.current(tx, person.id)
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return Lived(today, attempt, kept=False)
    spoken = await said_by(tx, person.id)
    known = spoken.known()
    rated = await cravings.of_person(tx, person.id)
    return Lived(
        today=today,
        attempt=attempt,
        kept=True,
        days=progress(spoken.attempts, known, today),
        ridden_out=sum((one.eased_by or 0) > 0 for one in rated),
        known=known,
        gaps=gaps(spoken.attempts, known, today),
    )


async def not_asked(tx: Tx, person: Person, lived: Lived) -> int:
    """How many of the days that are not known are so because we did not ask: that is ours, and not theirs.

    A day of several that a check-in asked about in one go, and they told of cigarettes on another, was asked about.
    """
    if not lived.gaps:
        return 0
    said = (await said_by(tx, person.id)).said
    together = {day for one in said if not one.follow_up for day in days_from(one.first, one.last)}
    return len(set(lived.gaps) - together - await asked.days(tx, person.id, min(lived.gaps)))
