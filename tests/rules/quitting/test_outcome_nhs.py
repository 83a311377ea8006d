"""The NHS 4-week quitter, in golden cases: category and working."""

from dataclasses import replace

from programme.quitting.nhs import Nhs, nhs_four_week
from programme.quitting.record import Record, Treated
from programme.quitting.working import Code, WorkingStep
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, TREATED, answered, co, day, smoked

ASKED = answered(30, 15, 28)
LATE = 60
COUNTED = Record(attempts=(ATTEMPT,), treatments=TREATED)
FRAME = (
    WorkingStep.of(Code.DAYS, first=15, last=28),
    WorkingStep.of(Code.WINDOW, first=25, last=42),
    WorkingStep.of(Code.WINDOW_NOT_SURE),
)
NONE = (WorkingStep.of(Code.ASKED, day=30), WorkingStep.of(Code.SAID_NONE))
SELF = (*NONE, WorkingStep.of(Code.CO_NONE))
CASES = [
    ("said none", (ASKED,), Nhs.SELF_REPORTED, SELF),
    ("lapse on day 0", (ASKED, smoked(0)), Nhs.SELF_REPORTED, (WorkingStep.of(Code.TOLD_BEFORE, days=1), *SELF)),
    ("lapse on day 14", (ASKED, smoked(14)), Nhs.SELF_REPORTED, (WorkingStep.of(Code.TOLD_BEFORE, days=1), *SELF)),
    (
        "lapse on day 15",
        (ASKED, smoked(15)),
        Nhs.NOT_QUIT,
        (WorkingStep.of(Code.TOLD_SMOKED, days=1), *NONE, WorkingStep.of(Code.AGAINST)),
    ),
    (
        "lapse on day 28",
        (ASKED, smoked(28)),
        Nhs.NOT_QUIT,
        (WorkingStep.of(Code.TOLD_SMOKED, days=1), *NONE, WorkingStep.of(Code.AGAINST)),
    ),
    (
        "lapse on day 29",
        (ASKED, smoked(29)),
        Nhs.SELF_REPORTED,
        (*NONE, WorkingStep.of(Code.SMOKED_LATER, days=1), SELF[-1]),
    ),
    (
        "one cigarette is one too many, five or not",
        (ASKED, smoked(20, 1, 1)),
        Nhs.NOT_QUIT,
        (WorkingStep.of(Code.TOLD_SMOKED, days=1), *NONE, WorkingStep.of(Code.AGAINST)),
    ),
    ("a range is smoking", (smoked(20, 2, 5),), Nhs.NOT_QUIT, (WorkingStep.of(Code.TOLD_SMOKED, days=1),)),
    (
        "said smoked, within the days that count",
        (answered(30, 15, 28, 1, 1),),
        Nhs.NOT_QUIT,
        (WorkingStep.of(Code.ASKED, day=30), WorkingStep.of(Code.SAID_SMOKED)),
    ),
    (
        "said smoked, of more days than count: the stricter side, said openly",
        (answered(35, 15, 35, 1, 1),),
        Nhs.NOT_QUIT,
        (WorkingStep.of(Code.ASKED, day=35), WorkingStep.of(Code.SAID_SMOKED), WorkingStep.of(Code.CANNOT_TELL)),
    ),
    (
        "none or some: the stricter side, said openly",
        (answered(30, 15, 28, 0, 5),),
        Nhs.NOT_QUIT,
        (WorkingStep.of(Code.ASKED, day=30), WorkingStep.of(Code.SAID_SMOKED), WorkingStep.of(Code.CANNOT_TELL)),
    ),
    (
        "asked on day 25, three days early",
        (answered(25, 15, 25),),
        Nhs.SELF_REPORTED,
        (
            WorkingStep.of(Code.ASKED, day=25),
            WorkingStep.of(Code.ASKED_EARLY, days=3),
            WorkingStep.of(Code.SAID_NONE),
            WorkingStep.of(Code.CO_NONE),
        ),
    ),
    ("asked on day 24, too early", (answered(24, 15, 24),), Nhs.NOT_KNOWN, (WorkingStep.of(Code.NOT_ASKED),)),
    (
        "asked on day 42",
        (answered(42, 15, 28),),
        Nhs.SELF_REPORTED,
        (WorkingStep.of(Code.ASKED, day=42), WorkingStep.of(Code.SAID_NONE), WorkingStep.of(Code.CO_NONE)),
    ),
    (
        "asked on day 43, too late",
        (answered(43, 15, 28),),
        Nhs.NOT_KNOWN,
        (WorkingStep.of(Code.NOT_ASKED), WorkingStep.of(Code.ASKED_LATE, day=43)),
    ),
    ("an answer about some of the days", (answered(30, 23, 30),), Nhs.NOT_KNOWN, (WorkingStep.of(Code.NOT_ASKED),)),
    (
        "asked twice: the last answer",
        (answered(26, 15, 26, 1, 1), answered(40, 15, 28)),
        Nhs.SELF_REPORTED,
        (WorkingStep.of(Code.ASKED, day=40), WorkingStep.of(Code.SAID_NONE), WorkingStep.of(Code.CO_NONE)),
    ),
    ("lost", (), Nhs.NOT_KNOWN, (WorkingStep.of(Code.NOT_ASKED),)),
    (
        "check-ins alone make no quitter",
        tuple(smoked(n, 0, 0) for n in range(43)),
        Nhs.NOT_KNOWN,
        (WorkingStep.of(Code.NOT_ASKED),),
    ),
    ("check-ins alone can make it not quit", (smoked(16),), Nhs.NOT_QUIT, (WorkingStep.of(Code.TOLD_SMOKED, days=1),)),
]


@each_row(("said", "category", "steps"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_how_a_return_counts_it(said: tuple, category: Nhs, steps: tuple[WorkingStep, ...]) -> None:  # type: ignore[type-arg]
    """Days 15 to 28, asked on days 25 to 42; silence is a category of its own; every step is there."""
    found = nhs_four_week(replace(COUNTED, said=said), ATTEMPT, day(LATE))
    assert (found.category, found.working) == (category, (*FRAME, *steps))
    assert found.is_quit is (category is Nhs.SELF_REPORTED)


@each_row(
    ("today", "category", "last"),
    [
        (0, Nhs.NOT_YET, WorkingStep.of(Code.NOT_YET, days=25)),
        (24, Nhs.NOT_YET, WorkingStep.of(Code.NOT_YET, days=1)),
        (25, Nhs.WAITING, WorkingStep.of(Code.WAITING, days=17)),
        (42, Nhs.WAITING, WorkingStep.of(Code.WAITING, days=0)),
        (43, Nhs.NOT_KNOWN, WorkingStep.of(Code.NOT_ASKED)),
    ],
)
def test_before_in_and_after_the_window(today: int, category: Nhs, last: WorkingStep) -> None:
    """Not yet, then waiting, then not known: never smoking."""
    found = nhs_four_week(COUNTED, ATTEMPT, day(today))
    assert (found.category, found.working[-1]) == (category, last)


def test_an_answer_that_has_not_been_given_yet_is_not_known() -> None:
    """What is told on a later day does not count on an earlier one."""
    assert nhs_four_week(replace(COUNTED, said=(ASKED,)), ATTEMPT, day(29)).category is Nhs.WAITING


def under(ppm: int, on: int) -> WorkingStep:
    """A reading that verifies."""
    return WorkingStep.of(Code.CO_UNDER, ppm=ppm, limit=10, day=on)


NO_CO = WorkingStep.of(Code.CO_NONE)
READINGS = [
    ("under ten", (co(30, 9),), Nhs.CO_VERIFIED, (under(9, 30),)),
    ("ten", (co(30, 10),), Nhs.SELF_REPORTED, (WorkingStep.of(Code.CO_NOT_UNDER, ppm=10, limit=10, day=30),)),
    ("not by a practitioner", (co(30, 3, by_practitioner=False),), Nhs.SELF_REPORTED, (NO_CO,)),
    ("before the window", (co(24, 3),), Nhs.SELF_REPORTED, (NO_CO,)),
    ("on its first day", (co(25, 3),), Nhs.CO_VERIFIED, (under(3, 25),)),
    ("on its last day", (co(42, 3),), Nhs.CO_VERIFIED, (under(3, 42),)),
    ("after the window", (co(43, 3),), Nhs.SELF_REPORTED, (NO_CO,)),
    (
        "the one nearest day 28 counts, the other is shown",
        (co(40, 20), co(28, 4)),
        Nhs.CO_VERIFIED,
        (under(4, 28), WorkingStep.of(Code.CO_OTHER, ppm=20, day=40)),
    ),
    (
        "of two equally near the higher",
        (co(26, 4), co(30, 12)),
        Nhs.SELF_REPORTED,
        (WorkingStep.of(Code.CO_NOT_UNDER, ppm=12, limit=10, day=30), WorkingStep.of(Code.CO_OTHER, ppm=4, day=26)),
    ),
]


@each_row(("readings", "category", "steps"), [case[1:] for case in READINGS], ids=[case[0] for case in READINGS])
def test_verified_by_a_reading(readings: tuple, category: Nhs, steps: tuple[WorkingStep, ...]) -> None:  # type: ignore[type-arg]
    """Under 10 ppm, in the window, entered by a practitioner."""
    found = nhs_four_week(replace(COUNTED, said=(ASKED,), readings=readings), ATTEMPT, day(LATE))
    assert (found.category, found.working[-len(steps) :]) == (category, steps)


def test_a_reading_without_an_answer_verifies_nothing() -> None:
    """A low reading is not an answer."""
    assert nhs_four_week(replace(COUNTED, readings=(co(30, 2),)), ATTEMPT, day(LATE)).category is Nhs.NOT_KNOWN


def test_death_and_a_move_are_not_known() -> None:
    """Neither is smoking, nor quit; an answer given before stands."""
    gone = replace(COUNTED, died_on=day(20))
    assert nhs_four_week(gone, ATTEMPT, day(LATE)).working[-1] == WorkingStep.of(Code.DIED)
    assert nhs_four_week(gone, ATTEMPT, day(LATE)).category is Nhs.NOT_KNOWN
    moved = nhs_four_week(replace(COUNTED, moved_on=day(20)), ATTEMPT, day(22))
    assert (moved.category, moved.working[-1]) == (Nhs.NOT_KNOWN, WorkingStep.of(Code.MOVED))
    assert nhs_four_week(replace(COUNTED, died_on=day(50), said=(ASKED,)), ATTEMPT, day(LATE)).is_quit


def test_who_is_counted_at_all() -> None:
    """A treated smoker of that try, whose quit date came; nothing counts before somebody said so."""
    untreated = nhs_four_week(
        replace(COUNTED, treatments=(*TREATED, Treated(ATTEMPT.id, treated=False)), said=(ASKED,)), ATTEMPT, day(LATE)
    )
    assert (untreated.category, untreated.working) == (Nhs.NOT_COUNTED, (WorkingStep.of(Code.NOT_TREATED),))
    for treatments in ((), (Treated(ATTEMPT.id + 1, treated=True),)):
        not_said = nhs_four_week(replace(COUNTED, treatments=treatments, said=(ASKED,)), ATTEMPT, day(LATE))
        assert (not_said.category, not_said.is_quit, not_said.waits_for_treated) == (Nhs.NOT_COUNTED, False, True)
        assert not_said.working == (WorkingStep.of(Code.TREATED_NOT_SAID), *FRAME, *SELF)
    never = nhs_four_week(COUNTED, replace(ATTEMPT, ended_on=ATTEMPT.quit_on), day(LATE))
    assert (never.category, never.working) == (Nhs.NOT_COUNTED, (WorkingStep.of(Code.NEVER_CAME),))
    ended = nhs_four_week(COUNTED, replace(ATTEMPT, ended_on=day(10)), day(LATE))
    assert WorkingStep.of(Code.ENDED, day=10) in ended.working
    assert ended.category is Nhs.NOT_KNOWN
