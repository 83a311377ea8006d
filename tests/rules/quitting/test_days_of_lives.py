"""Simulated lives, told in every way there is: whoever counts the same days comes to the same number."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from programme.check_in.counts import smoked_days
from programme.diary.pictures import CigaretteDays, cigarette_days
from programme.practice.week import first_day
from programme.quitting.attempts import Attempt
from programme.quitting.days import days_told, smoked_by_day
from programme.quitting.outcomes import lived, progress, progress_gaps
from programme.quitting.record import Amount, CigarettesSaid, Record, follow_up, said_in, told_of
from tests.rules.quitting.outcome_cases import QUIT, day

AMOUNTS = st.sampled_from([(0, 0), (0, 0), (1, 1), (2, 5), (6, None)])
LENGTH = 60
TODAY = day(LENGTH)


@st.composite
def tries(draw: st.DrawFn) -> tuple[Attempt, ...]:
    """One or two tries, the second after the first or on its last day."""
    if draw(st.booleans()):
        return (Attempt(1, 7, QUIT),)
    end = draw(st.integers(16, 40))
    return Attempt(1, 7, QUIT, ended_on=day(end)), Attempt(2, 7, day(end + draw(st.integers(0, 5))))


@st.composite
def answers(draw: st.DrawFn) -> list[tuple[int, Amount, int, int | None]]:
    """Check-ins, each a day, an amount, how many days it is about, and which of these it was, if said."""
    found, on = [], 0
    while on < LENGTH:
        length = draw(st.integers(1, 14))
        on += length
        amount = draw(AMOUNTS)
        which = draw(st.none() | st.integers(0, length - 1)) if amount[0] else None
        found.append((on, amount, length, which))
    return found


def said_of(told: list[tuple[int, Amount, int, int | None]]) -> list[CigarettesSaid]:
    """These answers as the record has them."""
    return [
        one
        for on, amount, length, which in told
        for one in said_in(day(on), amount, day(on - length + 1), None if which is None else day(on - which))
    ]


LAPSES = st.lists(st.tuples(st.integers(0, LENGTH), st.sampled_from([(1, None), (2, 5)])), max_size=4)


@settings(max_examples=60)
@given(tries(), answers(), LAPSES, st.none() | AMOUNTS)
def test_everybody_counts_the_same_days(
    tried: tuple[Attempt, ...],
    told: list[tuple[int, Amount, int, int | None]],
    lapses: list[tuple[int, Amount]],
    outcome: Amount | None,
) -> None:
    """Summary, progress and picture; weeks add up to days; and every day of a try is one of three."""
    answer = [] if outcome is None else [follow_up(tried[-1], day(50), outcome)]
    said = [*said_of(told), *told_of((day(on), amount) for on, amount in lapses), *answer]
    days = days_told(said, tried)
    known = smoked_by_day(days)
    found = progress(tried, known, TODAY)
    every = {on for one in tried for on in _days(one)}
    assert found.smoke_free + found.smoked + found.not_known == len(every)
    assert len(progress_gaps(tried, known, TODAY)) == found.not_known
    assert lived(Record(tried, tuple(said)), TODAY).days == found
    mine = {on: was for on, was in known.items() if on in every}
    weeks = [smoked_days(mine, first_day(last + timedelta(days=1)), last) for last in map(day, range(6, LENGTH + 8, 7))]
    assert (sum(week.count for week in weeks), sum(week.of - week.count for week in weeks)) == (
        found.smoked, found.smoke_free,
    )  # fmt: skip
    picture = cigarette_days({on: days[on] for on in mine}, TODAY - timedelta(days=1))
    assert picture is None or _marked(picture) == found.smoked


def _days(one: Attempt) -> list[date]:
    end = min(TODAY, one.ended_on or TODAY)
    return [one.quit_on + timedelta(days=n) for n in range((end - one.quit_on).days)]


def _marked(picture: CigaretteDays) -> int:
    return sum(amount is not None and amount[0] > 0 for amount in picture.amounts)


@settings(max_examples=60)
@given(answers(), st.integers(0, 50), AMOUNTS)
def test_an_answer_of_one_try_counts_for_no_other(
    told: list[tuple[int, Amount, int, int | None]], on: int, outcome: Amount
) -> None:
    """Whatever is answered about the first try, the days of the second are what they were."""
    first, second = Attempt(1, 7, QUIT, ended_on=day(20)), Attempt(2, 7, day(20))
    said = [one for one in said_of(told) if one.first >= day(20)]
    before = smoked_by_day(days_told(said, [first, second]))
    after = smoked_by_day(days_told([*said, follow_up(first, day(15 + on), outcome)], [first, second]))
    assert {on: was for on, was in after.items() if second.holds_on(on)} == {
        on: was for on, was in before.items() if second.holds_on(on)
    }


@settings(max_examples=60)
@given(answers(), LAPSES, st.randoms(use_true_random=False))
def test_the_order_of_the_telling_changes_nothing(
    told: list[tuple[int, Amount, int, int | None]], lapses: list[tuple[int, Amount]], chance: object
) -> None:
    """A late answer, or one that is corrected, counts as if it had been said at first; so does one told abroad, as it
    keeps its local date."""
    said = [*said_of(told), *told_of((day(on), amount) for on, amount in lapses)]
    mixed = list(said)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    abroad = [replace(one, told_on=one.told_on + timedelta(days=1)) for one in mixed]
    assert days_told(said) == days_told(mixed) == days_told(abroad)
