"""What is known of each day, by all that was said: of a day, of days between, since a quit date, and corrected."""

from dataclasses import replace
from datetime import date

from programme.quitting.attempts import Attempt, milestone_at
from programme.quitting.days import HowKnown, cigarettes_in, days_told, smoked_by_day
from programme.quitting.nhs import Nhs, nhs_four_week
from programme.quitting.outcomes import LivedProgress, Progress, lived, progress_gaps
from programme.quitting.record import CigarettesSaid, Record, Usual, follow_up, said_in
from programme.quitting.russell import Russell, russell
from programme.quitting.working import Code, SevenDays, WorkingStep, seven_days
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, TREATED, answered, day, smoked


def span(first: int, last: int, least: int = 0, most: int | None = 0, on: int | None = None) -> list[CigarettesSaid]:
    """The answer of a check-in on day `last` about all days from `first` on; `on` is the day that it was, if said."""
    return said_in(day(last), (least, most), day(first), None if on is None else day(on))


def known(*said: CigarettesSaid) -> dict[int, bool]:
    """Whether they smoked, by the day of the attempt."""
    return {(on - day(0)).days: was for on, was in smoked_by_day(days_told(said, [ATTEMPT])).items()}


@each_row(
    ("said", "expected"),
    [
        (span(2, 4), {2: False, 3: False, 4: False}),
        (span(2, 4, 1, 1), {4: True}),  # one of them at least; which it was is not known
        (span(2, 4, 1, 1, on=3), {2: False, 3: True, 4: False}),
        (span(2, 4, 6, None, on=2), {2: True, 3: False, 4: False}),
        ([*span(2, 4), smoked(3, 1, None)], {2: False, 3: True, 4: False}),  # "I smoked" counts over "none"
        ([*span(2, 4, 1, 1), smoked(3, 1, None)], {3: True}),  # the one that was told of is the one
        ([*span(2, 4, 1, 1), smoked(4, 0, 0)], {3: True, 4: False}),
        ([*span(2, 4, 2, 5), *span(1, 6)], {1: False, 4: True, 5: False, 6: False}),  # none fills no day of those
        ([follow_up(ATTEMPT, day(18), (0, 0))], {15: False, 16: False, 17: False, 18: False}),
        ([follow_up(ATTEMPT, day(16), (0, 0)), smoked(15)], {15: True, 16: False}),
        ([follow_up(ATTEMPT, day(16), (1, 5)), follow_up(ATTEMPT, day(18), (0, 0))], {17: False, 18: False}),
        ([follow_up(ATTEMPT, day(17), (1, 5)), *span(15, 17)], {15: False, 16: False, 17: False}),
    ],
)
def test_what_is_known_of_each_day(said: list[CigarettesSaid], expected: dict[int, bool]) -> None:
    """None fills all days it was about; cigarettes over several are one smoked day, and nothing of the others."""
    assert known(*said) == expected


def test_half_a_year_in_which_every_answer_was_none() -> None:
    """Golden case 13: asked twice a week from week 5, once a fortnight from month 4, 185 days are 185 days."""
    asked = [*range(29), *(n for n in range(29, 85) if n % 7 in (0, 3)), *range(98, 183, 14), 184]
    said: list[CigarettesSaid] = []
    for before, on in zip([-1, *asked], asked, strict=False):
        said += said_in(day(on), (0, 0), day(before + 1))
    found = lived(Record((ATTEMPT,), tuple(said)), day(185))
    assert found.days == Progress(smoke_free=185, longest=185)
    assert WorkingStep.of(Code.TOLD_TOGETHER, days=185 - 29) in found.working
    reached = milestone_at(found.days.smoke_free)
    assert reached is not None
    assert reached.count == 6


def test_a_lapse_put_to_a_day_of_before_makes_one_day_less() -> None:
    """Golden case 6: six smoke-free days, then "I smoked", put to two days ago: five, and one smoked."""
    said = tuple(smoked(n, 0, 0) for n in range(6))
    assert lived(Record((ATTEMPT,), said), day(6)).days == Progress(6, 6)
    after = lived(Record((ATTEMPT,), (*said, smoked(4, 1, None))), day(6))
    assert (after.days.smoke_free, after.days.smoked) == (5, 1)


def _free(days: int, usual: Usual, *before: Usual) -> LivedProgress:
    said = tuple(smoked(n, 0, 0) for n in range(days))
    return lived(Record((ATTEMPT,), said, usual=usual, usual_before=before), day(days))


def test_each_day_counts_at_the_price_of_its_time() -> None:
    """Golden case 15: 20 smoke-free days at 13.00 a packet, then 15.00 from day 21 on."""
    found = _free(21, Usual(20, 1500, currency="GBP"), Usual(20, 1300, until=day(20), currency="GBP"))
    assert (found.not_smoked, found.money) == (21 * 20, 20 * 1300 + 1500)
    told = [step.code for step in found.working if step.code in (Code.PACKET, Code.PACKET_BEFORE)]
    assert told == [Code.PACKET_BEFORE, Code.PACKET]


def test_each_day_goes_by_what_was_usual_at_its_time() -> None:
    """Half as many from day 10 on; a price that was told then is that of the days before as well."""
    found = _free(20, Usual(10, 1000), Usual(20, until=day(10)))
    assert (found.not_smoked, found.money) == (10 * 20 + 10 * 10, 15 * 1000)


def test_money_in_two_places_is_not_added_up() -> None:
    """Ten days in pounds and two in euros."""
    found = _free(12, Usual(20, 900, currency="EUR"), Usual(20, 1500, until=day(10), currency="GBP"))
    assert (found.money, found.other_money) == (1800, {"GBP": 15000})


@each_row(
    ("said", "amount"),
    [
        (span(1, 4, 2, 5), (2, 5)),
        ([*span(1, 4, 2, 5), smoked(2, 1, None)], (2, 5)),
        ([*span(1, 4, 2, 5), smoked(7, 3, 3)], (5, 8)),
        ([*span(1, 4, 6, None), smoked(7, 3, 3)], (9, None)),
        ([*span(1, 4, 1, 1), smoked(2, 3, 3)], (3, 3)),  # told of more by themselves
        ([*span(1, 4, 2, 5, on=3), smoked(4, 1, 1)], (3, 6)),
        (span(1, 4), (0, 0)),
    ],
)
def test_an_amount_over_several_days_counts_once(said: list[CigarettesSaid], amount: tuple[int, int | None]) -> None:
    """What covers the same days is not added up."""
    assert cigarettes_in(said) == amount


def test_an_answer_about_one_try_counts_for_no_other() -> None:
    """ "Not at all since day 15" is of the days on which that try held, and of none of the next one."""
    ended, another = replace(ATTEMPT, ended_on=day(17)), Attempt(2, 7, day(17))
    told = days_told([follow_up(ended, day(19), (0, 0))], [ended, another])
    assert {(on - day(0)).days: one.known for on, one in told.items()} == {15: HowKnown.SINCE, 16: HowKnown.SINCE}


def test_gaps_are_the_days_of_tries_of_which_nothing_is_known() -> None:
    """Before a try, and today, there is no gap."""
    found: list[date] = progress_gaps([ATTEMPT], {day(1): True, day(3): False}, day(5))
    assert found == [day(0), day(2), day(4)]


def test_outcomes_read_the_same_answers_about_several_days() -> None:
    """A return is not quit by cigarettes within days 15 to 28 alone, a trial counts an amount once, and a week that is
    partly of them is not known."""
    over = (*span(26, 30, 2, 5), answered(28, 15, 28))
    assert nhs_four_week(Record((ATTEMPT,), over, treatments=TREATED), ATTEMPT, day(60)).category is Nhs.SELF_REPORTED
    within = (*span(24, 27, 2, 5), *over[1:])
    assert nhs_four_week(Record((ATTEMPT,), within, treatments=TREATED), ATTEMPT, day(60)).category is Nhs.NOT_QUIT
    half_a_year = answered(184, 15, 184, 1, 5)
    told = (*span(40, 44, 4, 4), smoked(42, 1, None), half_a_year)
    assert russell(Record((ATTEMPT,), told), ATTEMPT, 6, day(190)).category is Russell.SELF_REPORTED
    week = seven_days(Record((ATTEMPT,), tuple(span(40, 50, 1, 1))), day(51))
    assert week.category is SevenDays.NOT_KNOWN
    assert seven_days(Record((ATTEMPT,), tuple(span(45, 50, 1, 1))), day(51)).category is SevenDays.SMOKING
