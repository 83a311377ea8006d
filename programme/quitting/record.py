"""The one record behind all four outcomes: what was said about cigarettes, readings, and what ended a follow-up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Self

from programme.quitting.attempts import Attempt
from programme.schedule.slots import DAY

Amount = tuple[int, int | None]  # cigarettes, least and most; None: no upper end is known
FIRST_COUNTED: Final = 15  # the first day after the quit date that counts, for the NHS and for trials here
VERIFIED_UNDER: Final = 10  # ppm of carbon monoxide in breath: NHS statistics on stop smoking services, 2019/20


@dataclass(frozen=True, slots=True)
class CigarettesSaid:
    """Cigarettes from the local date `first` to `last`, both counted in, as the client told it on the date `told_on`.

    `least` to `most` of them in all those days together: "2-5" is 2 to 5, "6+" is 6 to None, "I smoked" without a
    number is 1 to None. `follow_up`: the answer to an outcome question, not to a check-in; `attempt_id` is
    the try that it is about, and `by` the practitioner who entered it, by id (None: the client told it themselves), on
    the date `entered_on`. Vapes and nicotine replacement are no cigarettes and stand nowhere in it.
    """

    first: date
    last: date
    least: int
    most: int | None
    told_on: date
    follow_up: bool = False
    attempt_id: int | None = None
    by: int | None = None
    entered_on: date | None = None

    @classmethod
    def of_day(cls, day: date, least: int, most: int | None) -> Self:
        """What was said of one day."""
        return cls(day, day, least, most, day)

    def within(self, first: date, last: date) -> bool:
        """Whether it is about these days only."""
        return first <= self.first and self.last <= last

    def overlaps(self, first: date, last: date) -> bool:
        """Whether it is about any of these days."""
        return self.first <= last and first <= self.last

    def covers(self, first: date, last: date) -> bool:
        """Whether it is about all of these days."""
        return self.first <= first and last <= self.last


@dataclass(frozen=True, slots=True)
class CoReading:
    """Carbon monoxide in breath, in ppm. Counts where a practitioner entered it, and nowhere else.

    `on` is the client's local date on which it was taken; `by` entered it, by id, on `entered_on`.
    """

    on: date
    ppm: int
    by_practitioner: bool
    by: int | None = None
    entered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Relapse:
    """They said on the local date `on` that they were back to smoking, in that try."""

    attempt_id: int
    on: date


@dataclass(frozen=True, slots=True)
class Treated:
    """Whether a practitioner (`by`, by id) calls somebody a treated smoker in that try, as said on `entered_on`.

    That is: they attended, agreed to treatment and set a quit date.
    """

    attempt_id: int
    treated: bool
    by: int | None = None
    entered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Usual:
    """What they smoked before, as they told it, and what a packet costs; None: not said, and not guessed.

    `price` is in the smallest unit of `currency`, for a packet or pouch that makes `packet_of` cigarettes. `since` is
    the local date on which they first told it: from then on smoking less counts too, with or without a quit date.
    `until` is the local date from which something else holds; None: it holds.
    """

    a_day: int
    price: int | None = None
    packet_of: int = 20
    since: date | None = None
    until: date | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that the outcomes of one client are reckoned from.

    `treatments`: what practitioners said of each try, the newest last. `relapses`: those that the client named and did
    not take back. `died_on`, `moved_on`: a death, or a move after which nobody can find them. `usual_before` is what
    held before `usual`, oldest first, each up to its `until`.
    """

    attempts: tuple[Attempt, ...] = ()
    said: tuple[CigarettesSaid, ...] = ()
    readings: tuple[CoReading, ...] = ()
    ridden_out: int = 0
    usual: Usual | None = None
    treatments: tuple[Treated, ...] = ()
    relapses: tuple[Relapse, ...] = ()
    died_on: date | None = None
    moved_on: date | None = None
    usual_before: tuple[Usual, ...] = ()

    def days(self) -> Iterator[CigarettesSaid]:
        """What check-ins and tellings in between were about, and not the answers to outcome questions."""
        return (one for one in self.said if not one.follow_up)

    def treatment(self, attempt: Attempt) -> Treated | None:
        """What was said last of whether that try is a treated smoker's; None: nobody said."""
        return next((one for one in reversed(self.treatments) if one.attempt_id == attempt.id), None)

    def taken(self, first: date, last: date, near: date) -> list[CoReading]:
        """The readings that practitioners entered for these days: the nearest to `near` first, the higher if equal."""
        found = [one for one in self.readings if one.by_practitioner and first <= one.on <= last]
        return sorted(found, key=lambda one: (abs(one.on - near), -one.ppm, one.on))

    def usual_on(self, day: date) -> Usual | None:
        """What was usual at the time of that day, and what it cost then; what was told first holds before it too.

        A price that was not told yet is the first one that was.
        """
        every = [*self.usual_before, *([self.usual] if self.usual else [])]
        found = next((one for one in every if one.until is None or day < one.until), None)
        if found is None or found.price is not None:
            return found
        priced = next((one for one in every[every.index(found) :] if one.price is not None), found)
        return replace(found, price=priced.price, packet_of=priced.packet_of, currency=priced.currency)

    def left_by(self, day: date) -> bool:
        """Whether they had died, or moved where nobody can find them, by that day."""
        return any(on is not None and on <= day for on in (self.died_on, self.moved_on))


def follow_up(
    attempt: Attempt, told_on: date, amount: Amount, *, last: date | None = None, by: int | None = None
) -> CigarettesSaid:
    """The answer to "how many since day 15?", up to the day `last`; None: up to the day on which it was given."""
    first = attempt.quit_on + FIRST_COUNTED * DAY
    return CigarettesSaid(first, last or told_on, *amount, told_on, follow_up=True, attempt_id=attempt.id, by=by)


def by_day(said: Iterable[CigarettesSaid]) -> dict[date, Amount]:
    """Cigarettes of each single day, least and most. Several answers about a day are not added up: more is right.

    A number that was given bounds an "I smoked" without one; "none" does not, as it may have been said before, nor does
    a number under the least that another answer says: "6+" beside "2" stays six at least.
    """
    answers: dict[date, list[Amount]] = {}
    for one in said:
        if one.first == one.last:
            answers.setdefault(one.first, []).append((one.least, one.most))
    return {day: those[0] if len(those) == 1 else _together(those) for day, those in answers.items()}


def _together(answers: list[Amount]) -> Amount:
    least = max(least for least, _ in answers)
    bounded = [most for _, most in answers if most is not None and most >= least]
    return least, max(bounded, default=None)


def told_of(told: Iterable[tuple[date, Amount]]) -> tuple[CigarettesSaid, ...]:
    """What was told of between check-ins, by the day it is about: each time was another one, so they are added up.

    "I smoked" without a number is one at least, and leaves the day without an upper end.
    """
    days: dict[date, list[Amount]] = {}
    for day, amount in told:
        days.setdefault(day, []).append(amount)
    return tuple(CigarettesSaid(day, day, *added(amounts), day) for day, amounts in sorted(days.items()))


def added(amounts: Iterable[Amount]) -> Amount:
    """All of these together; one of them without an upper end leaves the sum without one."""
    every = list(amounts)
    upper = [most for _, most in every if most is not None]
    return sum(least for least, _ in every), sum(upper) if len(upper) == len(every) else None


def days_from(first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last`, both counted in."""
    return (first + n * DAY for n in range((last - first).days + 1))


def said_in(on: date, amount: Amount, since: date | None = None, smoked_on: date | None = None) -> list[CigarettesSaid]:
    """The answer of a check-in about the person's own day `on`, or about all days from `since` to it.

    Which of the days it was may be known (`smoked_on`): then all of it was then, and there was none on the others.
    """
    if since is None or since >= on:
        return [CigarettesSaid.of_day(on, *amount)]
    if smoked_on is None or not amount[0]:
        return [CigarettesSaid(since, on, *amount, on)]
    around = ((since, smoked_on - DAY), (smoked_on + DAY, on))
    none = [CigarettesSaid(first, last, 0, 0, on) for first, last in around if first <= last]
    return [CigarettesSaid(smoked_on, smoked_on, *amount, on), *none]
