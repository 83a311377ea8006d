"""What is known of each day, and of one try without the days of any other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.quitting.attempts import Attempt
from programme.quitting.record import Amount, CigarettesSaid, Record, added, by_day, days_from


class HowKnown(StrEnum):
    """How a day came to be known."""

    ITSELF = "itself"  # it was told of by itself
    TOGETHER = "together"  # a check-in was about several days, and there were none
    SINCE = "since"  # an outcome question was, and there were none
    ONE_OF = "one_of"  # it stands for the one smoked day at least of several; which of them it was is not known


@dataclass(frozen=True, slots=True)
class DayTold:
    """Cigarettes of one day, `least` to `most` (None: no upper end is known), and how that is known."""

    least: int
    most: int | None
    known: HowKnown = HowKnown.ITSELF

    @property
    def smoked(self) -> bool:
        """Whether there was any."""
        return self.least > 0

    @property
    def amount(self) -> Amount:
        """Least and most."""
        return self.least, self.most


def days_told(said: Iterable[CigarettesSaid], attempts: Sequence[Attempt] = ()) -> dict[date, DayTold]:
    """What is known of each local date that anything is known of.

    - What was told of a day by itself stands. "None" of several days fills those of them that were not told of.
    - Cigarettes over several days are one smoked day at least: one that was told of by itself, else the last of them
      that was not. The others are not filled by anything.
    - The client's own answer "none" to an outcome question fills the days of its own attempt, and of no other. It fills
      no day that an answer with cigarettes was about. What a practitioner heard neither fills a day nor empties one.
    """
    told = list(said)
    days = {day: DayTold(*amount) for day, amount in by_day(one for one in told if not one.follow_up).items()}
    spans = [one for one in told if one.first < one.last]
    some = [one for one in spans if one.least and not one.follow_up]
    for one in sorted(some, key=lambda one: (one.last, one.first)):
        _stand_in(days, one)
    open_days = {day for one in some for day in days_from(one.first, one.last)}
    none = (one for one in spans if one.most == 0 and not one.follow_up)
    _fill(days, (day for one in none for day in days_from(one.first, one.last)), HowKnown.TOGETHER, open_days)
    own = [one for one in told if one.follow_up and one.by is None]
    open_days |= {day for one in own if one.least for day in days_from(one.first, one.last)}
    for one in own:
        if one.most == 0:
            _fill(days, _of_its_attempt(one, attempts), HowKnown.SINCE, open_days)
    return days


def smoked_by_day(days: Mapping[date, DayTold]) -> dict[date, bool]:
    """Whether they smoked, by local date; a day of which that is not known is left out."""
    return {day: one.smoked for day, one in days.items() if one.smoked or one.most == 0}


def cigarettes_in(said: Iterable[CigarettesSaid]) -> Amount:
    """How many these answers to check-ins come to in all, least and most: what covers the same days is not added up.

    Cigarettes over several days count once, however many of those days were told of by themselves too.
    """
    told = list(said)
    days = by_day(told)
    counted = {day: least for day, (least, _) in days.items()}
    spans = [one for one in told if one.first < one.last]
    for one in sorted(spans, key=lambda one: (one.last, one.first)):
        among = sum(many for day, many in counted.items() if one.first <= day <= one.last)
        if among < one.least:
            counted[one.last] = counted.get(one.last, 0) + one.least - among
    least = sum(counted.values())
    bounded = [one for one in spans if one.most is not None]
    outside = [most for day, (_, most) in days.items() if not any(one.overlaps(day, day) for one in bounded)]
    if any(most is None for most in (*outside, *(one.most for one in spans))):
        return least, None
    upper = [most for most in (*outside, *(one.most for one in spans)) if most is not None]
    return least, max(least, sum(upper))


def _stand_in(days: dict[date, DayTold], span: CigarettesSaid) -> None:
    """One smoked day for these, where none of them is one."""
    covered = list(days_from(span.first, span.last))
    if any(days[day].smoked for day in covered if day in days):
        return
    untold = [day for day in covered if day not in days]
    days[untold[-1] if untold else span.last] = DayTold(1, None, HowKnown.ONE_OF)


def _fill(days: dict[date, DayTold], free: Iterable[date], known: HowKnown, left: set[date]) -> None:
    for day in free:
        if day not in days and day not in left:
            days[day] = DayTold(0, 0, known)


def _of_its_attempt(answer: CigarettesSaid, attempts: Sequence[Attempt]) -> Iterator[date]:
    """The days of that answer on which its attempt holds; all of them where that is not known."""
    own = next((one for one in attempts if one.id == answer.attempt_id), None)
    return (day for day in days_from(answer.first, answer.last) if own is None or own.holds_on(day))


@dataclass(frozen=True, slots=True)
class Account:
    """`days` that are known one by one, with their cigarettes; answers to outcome questions, oldest first; `relapses`
    named; `between` are answers of check-ins with cigarettes over several days.

    Dates are the client's own.
    """

    attempt: Attempt
    days: Mapping[date, Amount]
    answers: tuple[CigarettesSaid, ...]
    relapses: tuple[date, ...]
    between: tuple[CigarettesSaid, ...] = ()

    def daily(self, first: date, last: date) -> list[CigarettesSaid]:
        """What check-ins and tellings in between say of these days, by day or of several of them together."""
        days = [CigarettesSaid.of_day(day, *amount) for day, amount in self.days.items() if first <= day <= last]
        return days + [one for one in self.between if one.within(first, last)]

    def smoked(self, first: date, last: date) -> list[date]:
        """The days among these that they told of smoking on; for several of them told of together the last one."""
        found = [day for day, (least, _) in self.days.items() if least and first <= day <= last]
        spans = (one for one in self.between if one.within(first, last))
        return found + [one.last for one in spans if not any(one.covers(day, day) for day in found)]

    def is_free(self, first: date, last: date) -> bool:
        """Whether they told of each of these days that they did not smoke; False where there are none."""
        return first <= last and all(self.days.get(day) == (0, 0) for day in days_from(first, last))

    def newest(self, opens: date, closes: date, first: date, last: date) -> list[CigarettesSaid]:
        """The last answer of each teller that was told from `opens` to `closes`, about all days from `first` to `last`.

        Days that were still to come when it was told are left out. The client's own stands before what was heard.
        """
        told = (one for one in self.answers if opens <= one.told_on <= closes)
        found = {one.by: one for one in told if one.covers(first, min(last, one.told_on))}
        return sorted(found.values(), key=lambda one: (one.by is not None, one.told_on, one.by or 0))

    def relapse(self, first: date, last: date) -> date | None:
        """The last of these days on which they said that they were back to smoking."""
        return max((day for day in self.relapses if first <= day <= last), default=None)

    def total(self, first: date, last: date, beside: CigarettesSaid | None = None) -> Amount:
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
    days = {day: one.amount for day, one in days_told(mine).items() if one.known is not HowKnown.ONE_OF}
    between = tuple(one for one in mine if one.first < one.last and one.least)
    answers = (one for one in told if one.follow_up and one.attempt_id == attempt.id)
    relapses = (one.on for one in record.relapses if one.attempt_id == attempt.id and one.on <= today)
    return Account(attempt, days, tuple(sorted(answers, key=_told_in_order)), tuple(sorted(relapses)), between)


def try_of(attempts: Iterable[Attempt], day: date) -> Attempt | None:
    """The try that a day belongs to: the one that holds on it, or the last whose day had come by then."""
    came = [one for one in attempts if one.quit_on <= day and one.holds_on(one.quit_on)]
    return max(came, key=lambda one: (one.holds_on(day), one.quit_on, one.id), default=None)


def _told_in_order(one: CigarettesSaid) -> tuple[date, date, int, tuple[int, float]]:
    return one.told_on, one.last, one.by or 0, _size((one.least, one.most))


def _with(answer: CigarettesSaid, told: Iterable[CigarettesSaid]) -> Amount:
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


def _larger(span: CigarettesSaid, within: Amount) -> Amount:
    """What that answer and what was told of days within it come to together."""
    least, most = within
    if least > span.least:
        return least, span.most if span.most is not None and span.most >= least else most
    return span.least, span.most


def _size(amount: Amount) -> tuple[int, float]:
    least, most = amount
    return least, float("inf") if most is None else most
