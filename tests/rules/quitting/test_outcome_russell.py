"""The Russell Standard at 6 and 12 months, and 7-day point prevalence, in golden cases."""

from dataclasses import replace
from datetime import date

from programme.quitting.record import CigarettesSaid, Record
from programme.quitting.russell import Russell, months_after, russell
from programme.quitting.working import Code, SevenDays, WorkingStep, seven_days
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, answered, co, day, smoked

TREATED = Record(attempts=(ATTEMPT,))
DUE = (date(2026, 9, 1) - ATTEMPT.quit_on).days  # six months after 1 March: day 184
LATE = DUE + 57
FRAME = (WorkingStep.of(Code.GRACE, days=14), WorkingStep.of(Code.ALLOWED, most=5))


def asked(least: int = 0, most: int | None = 0) -> CigarettesSaid:
    """The answer at six months about all the days since the grace period."""
    return answered(DUE + 3, 15, DUE + 3, least, most)


def counted(least: int, most: int) -> tuple[WorkingStep, ...]:
    """The steps of an answer with that total."""
    asked_on = WorkingStep.of(Code.ASKED, day=DUE + 3)
    if least == most:
        return (asked_on, WorkingStep.of(Code.CIGARETTES, number=least))
    return (asked_on, WorkingStep.of(Code.CIGARETTES_BETWEEN, least=least, most=most))


NO_CO = WorkingStep.of(Code.CO_NONE)
UNSURE = WorkingStep.of(Code.CANNOT_TELL)
AGAINST = WorkingStep.of(Code.AGAINST)
CASES = [
    ("none", (asked(),), Russell.SELF_REPORTED, (*counted(0, 0), NO_CO)),
    ("five cigarettes", (asked(5, 5),), Russell.SELF_REPORTED, (*counted(5, 5), NO_CO)),
    ("six cigarettes", (asked(6, 6),), Russell.SMOKING, counted(6, 6)),
    ("two to five", (asked(2, 5),), Russell.SELF_REPORTED, (*counted(2, 5), NO_CO)),
    ("two to six straddles the limit", (asked(2, 6),), Russell.SMOKING, (*counted(2, 6), UNSURE)),
    (
        "six or more",
        (asked(6, None),),
        Russell.SMOKING,
        (WorkingStep.of(Code.ASKED, day=DUE + 3), WorkingStep.of(Code.CIGARETTES_AT_LEAST, least=6)),
    ),
    (
        "some, how many not said",
        (asked(1, None),),
        Russell.SMOKING,
        (WorkingStep.of(Code.ASKED, day=DUE + 3), WorkingStep.of(Code.CIGARETTES_AT_LEAST, least=1), UNSURE),
    ),
    (
        "a packet on day 14, in the grace period",
        (asked(), smoked(14, 20, 20)),
        Russell.SELF_REPORTED,
        (*counted(0, 0), NO_CO),
    ),
    (
        "six on day 15, after it",
        (asked(), smoked(15, 6, 6)),
        Russell.SMOKING,
        (*counted(6, 6), AGAINST),
    ),
    (
        "days tell of five, the answer of none: what was told counts",
        (asked(), smoked(15, 2, 2), smoked(28, 2, 2), smoked(29)),
        Russell.SELF_REPORTED,
        (*counted(5, 5), AGAINST, NO_CO),
    ),
    (
        "days tell of 2-5 and of one, the answer of none: three to six cannot be told",
        (asked(), smoked(20, 2, 5), smoked(40)),
        Russell.SMOKING,
        (*counted(3, 6), AGAINST, UNSURE),
    ),
    (
        "days tell of fewer than the answer: the answer",
        (asked(4, 4), smoked(20, 2, 5)),
        Russell.SELF_REPORTED,
        (*counted(4, 4), NO_CO),
    ),
    (
        "told without a number, the answer of none",
        (asked(), smoked(20, 1, None)),
        Russell.SMOKING,
        (WorkingStep.of(Code.ASKED, day=DUE + 3), WorkingStep.of(Code.CIGARETTES_AT_LEAST, least=1), AGAINST, UNSURE),
    ),
    (
        "an answer in between tells of more",
        (asked(1, 1), answered(90, 15, 90, 6, 6)),
        Russell.SMOKING,
        (WorkingStep.of(Code.ASKED, day=DUE + 3), WorkingStep.of(Code.CIGARETTES, number=6), AGAINST),
    ),
    ("after the due day it counts no more", (asked(), smoked(DUE + 1, 9, 9)), Russell.SELF_REPORTED,
     (*counted(0, 0), NO_CO)),
    ("lost", (), Russell.SMOKING, (WorkingStep.of(Code.NOT_ASKED), WorkingStep.of(Code.UNKNOWN_IS_SMOKING))),
    (
        "an answer about the last week alone is none",
        (answered(DUE, DUE - 7, DUE),),
        Russell.SMOKING,
        (WorkingStep.of(Code.NOT_ASKED), WorkingStep.of(Code.UNKNOWN_IS_SMOKING)),
    ),
]  # fmt: skip


@each_row(("said", "category", "steps"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_how_a_trial_counts_it(
    said: tuple[CigarettesSaid, ...], category: Russell, steps: tuple[WorkingStep, ...]
) -> None:
    """Up to five cigarettes after the grace period; unknown counts as smoking; every step is there."""
    found = russell(replace(TREATED, said=said), ATTEMPT, 6, day(LATE))
    assert (found.category, found.working) == (category, (*FRAME, *steps))
    unknown = {Code.CANNOT_TELL, Code.UNKNOWN_IS_SMOKING}
    assert found.sure is not any(step.code in unknown for step in steps)
    assert found.in_denominator
    assert found.is_unknown is any(step.code is Code.UNKNOWN_IS_SMOKING for step in steps)


@each_row(
    ("today", "category", "last"),
    [
        (0, Russell.NOT_YET, WorkingStep.of(Code.NOT_YET, days=DUE - 7)),
        (DUE - 8, Russell.NOT_YET, WorkingStep.of(Code.NOT_YET, days=1)),
        (DUE - 7, Russell.WAITING, WorkingStep.of(Code.WAITING, days=63)),
        (DUE + 56, Russell.WAITING, WorkingStep.of(Code.WAITING, days=0)),
        (DUE + 57, Russell.SMOKING, WorkingStep.of(Code.UNKNOWN_IS_SMOKING)),
    ],
)
def test_before_in_and_after_the_time_to_ask(today: int, category: Russell, last: WorkingStep) -> None:
    """Nobody is a smoker for a trial before they could be asked."""
    found = russell(TREATED, ATTEMPT, 6, day(today))
    assert (found.category, found.working[-1]) == (category, last)


@each_row(("ppm", "category"), [(9, Russell.VERIFIED), (10, Russell.SMOKING)])
def test_the_reading_decides(ppm: int, category: Russell) -> None:
    """The standard in full takes a reading; one that is not low goes against the answer."""
    record = replace(TREATED, said=(asked(),), readings=(co(DUE, ppm),))
    assert russell(record, ATTEMPT, 6, day(LATE)).category is category


def test_a_reading_that_no_practitioner_entered_is_none() -> None:
    """It neither verifies nor goes against anybody."""
    record = replace(TREATED, said=(asked(),), readings=(co(DUE, 30, by_practitioner=False),))
    assert russell(record, ATTEMPT, 6, day(LATE)).category is Russell.SELF_REPORTED


def test_death_and_an_untraceable_move_leave_the_denominator() -> None:
    """They are counted neither way; an answer that was given before stands; a move after the time to ask changes
    nothing."""
    died = russell(replace(TREATED, died_on=day(100)), ATTEMPT, 6, day(LATE))
    moved = russell(replace(TREATED, moved_on=day(100)), ATTEMPT, 6, day(LATE))
    assert (died.category, died.in_denominator, died.working[-1]) == (Russell.LEFT, False, WorkingStep.of(Code.DIED))
    assert (moved.category, moved.in_denominator, moved.working[-1]) == (
        Russell.LEFT,
        False,
        WorkingStep.of(Code.MOVED),
    )
    answered_first = replace(TREATED, died_on=day(LATE), said=(asked(),))
    assert russell(answered_first, ATTEMPT, 6, day(LATE + 1)).category is Russell.SELF_REPORTED
    assert russell(replace(TREATED, moved_on=day(LATE)), ATTEMPT, 6, day(LATE + 9)).category is Russell.SMOKING
    never = russell(TREATED, replace(ATTEMPT, ended_on=ATTEMPT.quit_on), 6, day(LATE))
    assert (never.category, never.in_denominator) == (Russell.NOT_COUNTED, False)


def test_twelve_months_are_asked_for_apart() -> None:
    """An answer at six months is none at twelve."""
    year = (date(2027, 3, 1) - ATTEMPT.quit_on).days
    record = replace(TREATED, said=(asked(),))
    assert russell(record, ATTEMPT, 12, day(LATE)).category is Russell.NOT_YET
    assert russell(record, ATTEMPT, 12, day(year)).category is Russell.WAITING
    both = replace(record, said=(asked(), answered(year, 15, year, 0, 5)))
    assert russell(both, ATTEMPT, 12, day(year)).category is Russell.SELF_REPORTED


def test_months_end_where_a_month_is_shorter() -> None:
    """Six months after 31 August is the last of February."""
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 5), 12) == date(2027, 12, 5)


def free(*numbers: int) -> tuple[CigarettesSaid, ...]:
    """Days told of as smoke-free."""
    return tuple(smoked(number, 0, 0) for number in numbers)


SEVEN = [
    ("told of each", free(*range(23, 30)), SevenDays.NOT_SMOKING, WorkingStep.of(Code.FREE_DAYS, days=7, of=7)),
    ("one not told of", free(*range(24, 30)), SevenDays.NOT_KNOWN, WorkingStep.of(Code.NOT_SAID_DAYS, days=1)),
    ("nothing told", (), SevenDays.NOT_KNOWN, WorkingStep.of(Code.NOT_SAID_DAYS, days=7)),
    ("one smoked, others not told", (smoked(23),), SevenDays.SMOKING, WorkingStep.of(Code.SMOKED_DAYS, days=1)),
    ("eight days ago", (*free(*range(23, 30)), smoked(22)), SevenDays.NOT_SMOKING,
     WorkingStep.of(Code.FREE_DAYS, days=7, of=7)),
    ("today", (*free(*range(23, 30)), smoked(30)), SevenDays.SMOKING, WorkingStep.of(Code.SMOKED_DAYS, days=1)),
    ("one answer about all", (answered(30, 23, 29),), SevenDays.NOT_SMOKING,
    WorkingStep.of(Code.FREE_DAYS, days=7, of=7)),
    ("that answer, and a day told of", (answered(30, 23, 29), smoked(25)), SevenDays.SMOKING,
     WorkingStep.of(Code.SMOKED_DAYS, days=1)),
    ("one of none, and one of some about the same days", (answered(30, 23, 29), answered(31, 23, 29, 1, 5)),
     SevenDays.SMOKING, WorkingStep.of(Code.SMOKED_DAYS, days=1)),
    ("one of none, and one of some about more days", (answered(30, 23, 29), answered(31, 15, 29, 1, 5)),
     SevenDays.NOT_KNOWN, WorkingStep.of(Code.NOT_SAID_DAYS, days=7)),
    ("one answer of some", (answered(30, 23, 29, 1, 5),), SevenDays.SMOKING, WorkingStep.of(Code.SMOKED_DAYS, days=1)),
    ("some, of more days than these", (answered(30, 15, 29, 1, 5),), SevenDays.NOT_KNOWN,
     WorkingStep.of(Code.NOT_SAID_DAYS, days=7)),
    ("none and then some on one day", (*free(*range(23, 30)), smoked(25, 2, 5)), SevenDays.SMOKING,
     WorkingStep.of(Code.SMOKED_DAYS, days=1)),
]  # fmt: skip


@each_row(("said", "category", "last"), [case[1:] for case in SEVEN], ids=[case[0] for case in SEVEN])
def test_the_last_seven_days(said: tuple[CigarettesSaid, ...], category: SevenDays, last: WorkingStep) -> None:
    """Not smoking takes an answer for each of the seven; silence is neither."""
    found = seven_days(Record(said=said), day(30))
    assert (found.category, found.working[-1]) == (category, last)
