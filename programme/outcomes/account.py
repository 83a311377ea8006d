"""What was told of one try, apart from every other: its days, its answers, a relapse that was named.

A day belongs to the try that held on it, and where none did to the last one whose day had come; an answer to the try
that was asked about. So nothing that was told of one try ever counts for another (docs/decisions/0035).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from programme.outcomes.days import Known, cigarettes_in, days_told
from programme.outcomes.record import Amount, Record, Said, added, days_from
from programme.quitting import Attempt


@dataclass(frozen=True, slots=True)
class Account:
    """`days` that are known one by one, with their cigarettes; answers to outcome questions, oldest first; `relapses`
    named; `between` are answers of check-ins with cigarettes over several days.

    Dates are the client's own.
    """

    attempt: Attempt
    days: Mapping[date, Amount]
    answers: tuple[Said, ...]
    relapses: tuple[date, ...]
    between: tuple[Said, ...] = ()

    def daily(self, first: date, last: date) -> list[Said]:
        """What check-ins and tellings in between say of these days, by day or of several of them together."""
        days = [Said.of_day(day, *amount) for day, amount in self.days.items() if first <= day <= last]
        return days + [one for one in self.between if one.within(first, last)]

    def smoked(self, first: date, last: date) -> list[date]:
        """The days among these that they told of smoking on; for several of them told of together the last one."""
        found = [day for day, (least, _) in self.days.items() if least and first <= day <= last]
        spans = (one for one in self.between if one.within(first, last))
        return found + [one.last for one in spans if not any(one.covers(day, day) for day in found)]

    def is_free(self, first: date, last: date) -> bool:
        """Whether they told of each of these days that they did not smoke; False where there are none."""
        return first <= last and all(self.days.get(day) == (0, 0) for day in days_from(first, last))

    def newest(self, opens: date, closes: date, first: date, last: date) -> list[Said]:
        """The last answer of each teller that was told from `opens` to `closes`, about all days from `first` to `last`.

        Days that were still to come when it was told are left out. The client's own stands before what was heard.
        """
        told = (one for one in self.answers if opens <= one.told_on <= closes)
        found = {one.by: one for one in told if one.covers(first, min(last, one.told_on))}
        return sorted(found.values(), key=lambda one: (one.by is not None, one.told_on, one.by or 0))

    def relapse(self, first: date, last: date) -> date | None:
        """The last of these days on which they said that they were back to smoking."""
        return max((day for day in self.relapses if first <= day <= last), default=None)

    def total(self, first: date, last: date, beside: Said | None = None) -> Amount:
        """Cigarettes in all these days, least and most, by what was told of them; `beside` is another answer.

        Several answers about the same days are not added up: as many were smoked as the largest of them says, and what
        was told of days outside it comes on top. A number bounds an "I smoked" without one in the days it is about.
        """
        told = self.daily(first, last)
        spans = [one for one in self.answers if one is not beside and one.within(first, last)]
        return max([_with(one, told) for one in spans] or [cigarettes_in(told)], key=_size)


def account(record: Record, attempt: Attempt, today: date) -> Account:
    """What is known of that try on `today`; what was told later is not."""
    told = [one for one in record.said if one.told_on <= today]
    mine = [one for one in told if not one.follow_up and try_of(record.attempts, one.first) == attempt]
    days = {day: one.amount for day, one in days_told(mine).items() if one.known is not Known.ONE_OF}
    between = tuple(one for one in mine if one.first < one.last and one.least)
    answers = (one for one in told if one.follow_up and one.attempt_id == attempt.id)
    relapses = (one.on for one in record.relapses if one.attempt_id == attempt.id and one.on <= today)
    return Account(attempt, days, tuple(sorted(answers, key=_told_in_order)), tuple(sorted(relapses)), between)


def try_of(attempts: Iterable[Attempt], day: date) -> Attempt | None:
    """The try that a day belongs to: the one that holds on it, or the last whose day had come by then."""
    came = [one for one in attempts if one.quit_on <= day and one.holds_on(one.quit_on)]
    return max(came, key=lambda one: (one.holds_on(day), one.quit_on, one.id), default=None)


def _told_in_order(one: Said) -> tuple[date, date, int, tuple[int, float]]:
    return one.told_on, one.last, one.by or 0, _size((one.least, one.most))


def _with(answer: Said, told: Iterable[Said]) -> Amount:
    """What that answer and all that was told beside it come to. What is partly about its days may be in it already."""
    inside, outside, partly = [], [], []
    for one in told:
        if one.within(answer.first, answer.last):
            inside.append(one)
        elif one.overlaps(answer.first, answer.last):
            partly.append((0, one.most))
        else:
            outside.append(one)
    return added((_larger(answer, cigarettes_in(inside)), cigarettes_in(outside), *partly))


def _larger(span: Said, within: Amount) -> Amount:
    """What that answer and what was told of days within it come to together."""
    least, most = within
    if least > span.least:
        return least, span.most if span.most is not None and span.most >= least else most
    return span.least, span.most


def _size(amount: Amount) -> tuple[int, float]:
    least, most = amount
    return least, float("inf") if most is None else most
