"""Golden cases for what a clinician reads: each by what was given and what is right, by the days of the attempt."""

from dataclasses import dataclass, replace

from programme.quitting.attempts import Attempt
from programme.quitting.nhs import Nhs, nhs_four_week
from programme.quitting.outcomes import Contradiction, contradictions
from programme.quitting.record import CigarettesSaid, Record, Relapse
from programme.quitting.russell import Russell, RussellResult, russell
from programme.quitting.working import Code
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, TREATED, answered, co, day, free, heard, relapsed, smoked

BASE = Record(attempts=(ATTEMPT,), treatments=TREATED)
LATE = 60
HALF_YEAR = 184  # days from 1 March to 1 September


@dataclass(frozen=True, slots=True)
class Case:
    """What was told, and what the NHS counts at four weeks."""

    name: str
    record: Record
    category: Nhs
    shows: frozenset[Code] = frozenset()
    on: int = LATE


def told(*said: CigarettesSaid, relapses: tuple[Relapse, ...] = ()) -> Record:
    """A treated smoker who told this."""
    return replace(BASE, said=said, relapses=relapses)


CASES = [
    Case("2: CO on day 28, heard in the room, the bot never answered",
         replace(told(heard(28, 28)), readings=(co(28, 3),)), Nhs.CO_VERIFIED, frozenset({Code.HEARD, Code.CO_UNDER})),
    Case("3: nobody said treated", replace(told(answered(28, 15, 28)), treatments=()), Nhs.NOT_COUNTED,
         frozenset({Code.TREATED_NOT_SAID})),
    Case("4: smoked on day 9, relapse on day 10", told(smoked(9), relapses=(relapsed(10),)), Nhs.NOT_QUIT,
         frozenset({Code.RELAPSE})),
    Case("4: the same, and stopped after: their later word", told(answered(30, 15, 28), relapses=(relapsed(10),)),
         Nhs.SELF_REPORTED, frozenset({Code.RELAPSE})),
    Case("4: the same, free days after, and never asked", told(*free(15, 28), relapses=(relapsed(10),)), Nhs.NOT_KNOWN),
    Case("4: they keep going and it can still be asked", told(relapses=(relapsed(10),)), Nhs.WAITING, on=30),
    Case("4: a relapse after day 28 takes no quit away", told(answered(28, 15, 28), relapses=(relapsed(35),)),
         Nhs.SELF_REPORTED, frozenset({Code.RELAPSE})),
    Case("4: a relapse among the days that count does, whatever is said later",
         told(answered(30, 15, 28), relapses=(relapsed(20),)), Nhs.NOT_QUIT, frozenset({Code.RELAPSE, Code.AGAINST})),
    Case("5: each day free, smoked on day 35, on day 40 \"1 to 5\" of all since",
         told(*free(15, 28), smoked(35), answered(40, 15, 40, 1, 5)), Nhs.SELF_REPORTED,
         frozenset({Code.SAID_LATER, Code.SMOKED_LATER})),
    Case("5: the same with \"6 or more\"", told(*free(15, 28), answered(40, 15, 40, 6, None)), Nhs.SELF_REPORTED,
         frozenset({Code.SAID_LATER})),
    Case("5: one of the days was not told of", told(*free(15, 27), smoked(35), answered(40, 15, 40, 1, 5)),
         Nhs.NOT_QUIT, frozenset({Code.CANNOT_TELL})),
    Case("5: asked of days 15 to 28 alone they say that they smoked", told(*free(15, 28), answered(40, 15, 28, 1, 5)),
         Nhs.NOT_QUIT, frozenset({Code.SAID_SMOKED})),
    Case("both told the same", told(answered(28, 15, 28), heard(33, 28)), Nhs.SELF_REPORTED,
         frozenset({Code.ASKED, Code.HEARD})),
    Case("the client tells of smoking, in the room of none", told(answered(28, 15, 28, 1, 5), heard(33, 28)),
         Nhs.NOT_QUIT, frozenset({Code.DIFFER})),
    Case("the client tells of none, in the room of smoking", told(answered(28, 15, 28), heard(33, 28, 1, 5)),
         Nhs.NOT_QUIT, frozenset({Code.DIFFER})),
    Case("heard too early", told(heard(24, 24)), Nhs.NOT_KNOWN),
    Case("heard too late", told(heard(43, 28)), Nhs.NOT_KNOWN, frozenset({Code.ASKED_LATE})),
    Case("7: told on day 42 counts", told(answered(42, 15, 28)), Nhs.SELF_REPORTED),
    Case("8: readings on day 28 and 40", replace(told(answered(28, 15, 28)), readings=(co(40, 20), co(28, 4))),
         Nhs.CO_VERIFIED, frozenset({Code.CO_UNDER, Code.CO_OTHER})),
]  # fmt: skip


@each_row("case", CASES, ids=lambda case: case.name)
def test_what_the_nhs_counts(case: Case) -> None:
    """The category, and the steps that say why."""
    found = nhs_four_week(case.record, ATTEMPT, day(case.on))
    assert found.category is case.category
    assert case.shows <= {step.code for step in found.working}


def half_year(record: Record) -> RussellResult:
    """How a trial counts it at six months."""
    return russell(record, ATTEMPT, 6, day(HALF_YEAR + LATE))


def test_a_slip_of_the_finger_that_was_put_right_makes_no_smoker() -> None:
    """1: week 4 corrected to none, half a year none with 3 ppm: abstinent and verified."""
    said = (answered(28, 15, 28), answered(182, 15, 182))
    assert half_year(replace(told(*said), readings=(co(182, 3),))).category is Russell.VERIFIED


OWN_WORDS = [
    ("a relapse after the grace period", told(relapses=(relapsed(60),)), Code.RELAPSE),
    ("a relapse within it, and nothing after", told(relapses=(relapsed(10),)), Code.RELAPSE),
    ("six told of from day to day", told(*(smoked(n) for n in range(40, 46))), Code.TOLD),
    ("an answer at twelve weeks of six or more", told(answered(84, 15, 84, 6, None)), Code.TOLD),
    ("a relapse, and none since day 15 by the last answer", told(answered(182, 15, 182), relapses=(relapsed(60),)),
     Code.AGAINST),
]  # fmt: skip


@each_row(("record", "code"), [one[1:] for one in OWN_WORDS], ids=[one[0] for one in OWN_WORDS])
def test_what_was_told_is_no_silence_in_a_trial(record: Record, code: Code) -> None:
    """Smoking by their own word, and known: not for want of an answer."""
    found = half_year(record)
    assert (found.category, found.is_unknown, found.sure) == (Russell.SMOKING, False, True)
    assert code in {step.code for step in found.working}


@each_row(
    ("said", "total", "category"),
    [
        ((answered(84, 15, 84, 1, 5), answered(182, 15, 182)), (1, 5), Russell.SELF_REPORTED),
        ((answered(84, 15, 84, 1, 5), smoked(100, 2, 2), answered(182, 15, 182)), (3, 7), Russell.SMOKING),
        ((answered(84, 15, 84, 1, 5), smoked(40, 1, None), answered(182, 15, 182)), (1, 5), Russell.SELF_REPORTED),
        ((answered(84, 15, 84, 1, 5), smoked(100, 1, None), answered(182, 15, 182)), (2, None), Russell.SMOKING),
        ((answered(84, 15, 84), smoked(40, 3, 3), answered(182, 15, 182)), (3, 3), Russell.SELF_REPORTED),
    ],
)
def test_the_most_that_was_told_counts(
    said: tuple[CigarettesSaid, ...], total: tuple[int, int | None], category: Russell
) -> None:
    """Answers about the same days are not added up, days outside them are; a number bounds what has none."""
    steps = {step.code: step.counts for step in half_year(told(*said)).working}
    counted = next(steps[code] for code in steps if code.startswith("cigarettes"))
    least = counted.get("least", counted.get("number"))
    assert (least, counted.get("most", counted.get("number"))) == total
    assert half_year(told(*said)).category is category


def test_contradictions_stand_with_their_dates() -> None:
    """Week 12 "1 to 5", week 26 none since day 15; days beside an answer; a relapse beside none."""
    few, none = answered(84, 15, 84, 1, 5), answered(182, 15, 182)
    assert contradictions(told(few, none), ATTEMPT) == (Contradiction(few, none),)
    [days] = contradictions(told(smoked(20, 2, 5), smoked(30), none), ATTEMPT)
    assert (days.more.least, days.more.most, days.more.told_on, days.less) == (3, 6, day(30), none)
    together = CigarettesSaid(day(60), day(63), 1, 5, day(63))
    [span] = contradictions(told(together, none), ATTEMPT)
    assert (span.more.first, span.more.last, span.more.least, span.more.most) == (day(60), day(63), 1, 5)
    [relapse] = contradictions(told(none, relapses=(relapsed(60),)), ATTEMPT)
    assert (relapse.more.told_on, relapse.is_relapse) == (day(60), True)
    own, room = answered(28, 15, 28, 1, 5), heard(33, 28)
    assert contradictions(told(own, room), ATTEMPT) == (Contradiction(own, room),)
    [free_days] = contradictions(told(*free(15, 28), answered(40, 15, 28, 1, 5)), ATTEMPT)
    assert (free_days.less.most, free_days.less.told_on) == (0, day(28))
    for fits in (told(few, answered(182, 15, 182, 1, 5)), told(answered(28, 15, 28), few), told(smoked(10), none)):
        assert contradictions(fits, ATTEMPT) == ()
    assert contradictions(told(few, none), ATTEMPT, day(100)) == ()


def test_a_second_try_is_counted_apart() -> None:
    """Days, answers, relapses and "treated" of one try leave the other as it would be without them."""
    first = replace(ATTEMPT, ended_on=day(20))
    second = Attempt(2, 7, day(25))
    both = (first, second)
    of_second = tuple(replace(one, attempt_id=2) for one in (answered(40, 15, 40, 6, None), answered(28, 15, 28)))
    record = replace(BASE, attempts=both, said=(smoked(26), *of_second))
    assert nhs_four_week(record, first, day(LATE)).category is Nhs.NOT_KNOWN
    between = replace(BASE, attempts=both, said=(smoked(22),))
    assert nhs_four_week(between, first, day(LATE)).category is Nhs.NOT_QUIT
    assert nhs_four_week(between, second, day(80)).category is Nhs.NOT_COUNTED
