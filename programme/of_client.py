"""What a practitioner may know of one client now."""

from dataclasses import dataclass, field
from datetime import date, datetime

from programme.outcome import Outcome
from programme.snap import Stage
from programme.standing import Standing
from programme.summary import Week
from programme.two_answers import TwoAnswers


@dataclass(frozen=True, slots=True)
class OfClient:
    """What is known of one client now. `week` is None where they do not show it.

    `session_at` is their next session (UTC); `quit_on` the date of the attempt that goes on and `quit_day` which day
    since then it is. Of that attempt: `smoke_free` days told of, 0 if any was a smoked one, and how many of them there
    were a week ago; `lapsed` are its smoked days of these seven. `due_by`: the last day of the window in which its
    four-week result may be taken, while it is open and there is none (FIELD 2.2). `brings` are the client's own words
    for their next session that they chose to show. `medicine`: they take any, or are not sure, and nobody who
    prescribes is known to know; `same_day`: it is one for the team on that very day. `felt_low`: when in these seven
    days they said "very" or more to "depressed" in the nine questions. `stages`: where they were with smoking in these
    days, as often as that changed; `result`: what they said in these days to "have you smoked since day 15?".
    `cannot_reach`: since which date of theirs nothing reaches them. `told_free`: the smoke-free days of that attempt
    that they told of, whatever else they told (None: answers are not kept). `two_answers` about it contradict each
    other. `name` tells them apart from every other client of that practitioner.
    """

    id: int
    name: str | None
    week: Week | None = None
    session_at: datetime | None = None
    quit_on: date | None = None
    quit_day: int | None = None
    smoke_free: int = 0
    smoke_free_before: int = 0
    lapsed: int = 0
    is_paused: bool = False
    cannot_reach: date | None = None
    due_by: date | None = None
    brings: tuple[str, ...] = ()
    medicine: bool = False
    same_day: bool = False
    felt_low: date | None = None
    stages: tuple[Stage, ...] = ()
    result: Outcome | None = None
    told_free: int | None = None
    two_answers: tuple[TwoAnswers, ...] = ()
    standing: Standing = field(default_factory=Standing)

    @property
    def result_alone(self) -> Outcome | None:
        """`result`, where it does not stand beside one that contradicts it."""
        beside = [one for two in self.two_answers for one in (two.before, two.after)]
        return None if self.result is None or self.result in beside else self.result

    @property
    def has_moved(self) -> bool:
        """Whether they are elsewhere with smoking than they were at the beginning of these days."""
        return len(self.stages) > 1
