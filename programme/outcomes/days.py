"""What is known of each day: the one reading of all that was said, which every count, picture and summary stands on.

A day is smoked, smoke-free or not known. Several days may be told of in one go ("none since Thursday", "not at all
since day 15"); then each is smoke-free. Cigarettes told of over several days make one smoked day, as one at least it
was; of the others nothing is known. See docs/decisions/0036.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme.outcomes.record import Amount, Said, by_day, days_from
from programme.quitting import Attempt


class Known(StrEnum):
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
    known: Known = Known.ITSELF

    @property
    def smoked(self) -> bool:
        """Whether there was any."""
        return self.least > 0

    @property
    def amount(self) -> Amount:
        """Least and most."""
        return self.least, self.most


def days_told(said: Iterable[Said], attempts: Sequence[Attempt] = ()) -> dict[date, DayTold]:
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
    _fill(days, (day for one in none for day in days_from(one.first, one.last)), Known.TOGETHER, open_days)
    own = [one for one in told if one.follow_up and one.by is None]
    open_days |= {day for one in own if one.least for day in days_from(one.first, one.last)}
    for one in own:
        if one.most == 0:
            _fill(days, _of_its_attempt(one, attempts), Known.SINCE, open_days)
    return days


def smoked_by_day(days: Mapping[date, DayTold]) -> dict[date, bool]:
    """Whether they smoked, by local date; a day of which that is not known is left out."""
    return {day: one.smoked for day, one in days.items() if one.smoked or one.most == 0}


def cigarettes_in(said: Iterable[Said]) -> Amount:
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


def _stand_in(days: dict[date, DayTold], span: Said) -> None:
    """One smoked day for these, where none of them is one."""
    covered = list(days_from(span.first, span.last))
    if any(days[day].smoked for day in covered if day in days):
        return
    untold = [day for day in covered if day not in days]
    days[untold[-1] if untold else span.last] = DayTold(1, None, Known.ONE_OF)


def _fill(days: dict[date, DayTold], free: Iterable[date], known: Known, left: set[date]) -> None:
    for day in free:
        if day not in days and day not in left:
            days[day] = DayTold(0, 0, known)


def _of_its_attempt(answer: Said, attempts: Sequence[Attempt]) -> Iterator[date]:
    """The days of that answer on which its attempt holds; all of them where that is not known."""
    own = next((one for one in attempts if one.id == answer.attempt_id), None)
    return (day for day in days_from(answer.first, answer.last) if own is None or own.holds_on(day))
