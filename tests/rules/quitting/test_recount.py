"""What was read of an outcome beside what it is: each reason by a case of its own, from one attempt of 1 March 2026."""

from dataclasses import replace

from programme.quitting.attempts import Attempt
from programme.quitting.outcomes import lived
from programme.quitting.record import CigarettesSaid, Record, Treated
from programme.quitting.recount import OutcomeChange, RecountReason, WhichOutcome, outcome_changes
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, TREATED, answered, co, day, free, relapsed, smoked

NOW = day(60)
NONE = answered(28, 15, 28)
EARLIER = Attempt(2, 7, day(-60), ended_on=day(0))


def record(*said: CigarettesSaid, **more: object) -> Record:
    """Of a treated smoker, unless the case says otherwise."""
    return replace(Record((ATTEMPT,), said, treatments=TREATED), **more)  # type: ignore[arg-type]


NHS_CASES = {
    RecountReason.TREATED: (record(NONE, treatments=()), (), "self-reported", "not-said"),
    RecountReason.CORRECTED: (record(NONE), (answered(29, 15, 29, 6, None),), "not-quit", "self-reported"),
    RecountReason.MOVED: (record(answered(42, 15, 42)), (answered(43, 15, 43),), "not-known", "self-reported"),
    RecountReason.OTHER_TRY: (
        record(answered(27, -45, 27), attempts=(EARLIER, ATTEMPT)),
        (replace(answered(27, -45, 27), attempt_id=EARLIER.id),),
        "self-reported",
        "not-known",
    ),
    RecountReason.RELAPSE: (record(relapses=(relapsed(10),)), (), "not-known", "not-quit"),
    RecountReason.LATER: (record(*free(15, 28), answered(40, 15, 40, 1, 5)), (), "not-quit", "self-reported"),
    RecountReason.READING: (record(NONE, readings=(co(28, 4), co(40, 20))), (), "self-reported", "co-verified"),
}


@each_row("why", NHS_CASES)
def test_the_four_week_result_that_was_read_stands_beside_what_it_is(why: RecountReason) -> None:
    """Old value, new value, and the one thing that made the difference."""
    is_now, answers, old, new = NHS_CASES[why]
    told_then = {
        RecountReason.CORRECTED: (*is_now.said, *answers),
        RecountReason.MOVED: answers,
        RecountReason.OTHER_TRY: answers,
    }
    before = replace(is_now, said=told_then.get(why, is_now.said))
    if why is RecountReason.OTHER_TRY:
        is_now = before
    found = [one for one in outcome_changes(is_now, before, NOW) if one.which is WhichOutcome.NHS]
    assert found == [OutcomeChange(WhichOutcome.NHS, old, new, why)]


def test_a_corrected_slip_of_the_finger_made_somebody_smoke_at_six_months() -> None:
    """Week 4 "6 or more", put right at once; week 26 "none", 3 ppm: it said smoking, and is verified."""
    none = answered(182, 15, 182)
    is_now = record(NONE, none, readings=(co(184, 3),))
    before = replace(is_now, said=(answered(28, 15, 28, 6, None), *is_now.said))
    assert outcome_changes(is_now, before, day(200)) == [
        OutcomeChange(WhichOutcome.SIX, "smoking", "verified", RecountReason.CORRECTED)
    ]


def test_what_was_told_day_by_day_counts_without_an_answer() -> None:
    """Two cigarettes on each of four days and no answer by month six: no answer before, smoking by their word now."""
    said = record(*(smoked(n, 2, 2) for n in range(30, 34)))
    [six] = [one for one in outcome_changes(said, said, day(300)) if one.which is WhichOutcome.SIX]
    assert six == OutcomeChange(WhichOutcome.SIX, "unknown", "smoking", RecountReason.TOLD_MORE)


def test_time_alone_and_results_that_there_are_none_of_are_no_change() -> None:
    """Whoever answered, is treated and corrected nothing reads the same on every day; and before day 25, too."""
    plain = record(NONE, answered(182, 15, 182))
    assert not [one for n in range(0, 430, 7) for one in outcome_changes(plain, plain, day(n))]
    assert not outcome_changes(record(treatments=()), record(treatments=()), day(20))
    assert not outcome_changes(Record(), Record(), day(20))
    assert not outcome_changes(record(NONE, treatments=(Treated(ATTEMPT.id, treated=False),)), record(), day(30))


def test_days_are_never_fewer_than_they_were() -> None:
    """Answers to outcome questions fill days and take none away, whatever was told day by day."""
    for said in ((NONE,), (NONE, smoked(20)), (*free(0, 14), smoked(16), answered(84, 15, 84)), (smoked(3), NONE)):
        full = record(*said)
        was = lived(replace(full, said=tuple(full.days())), NOW).days
        assert lived(full, NOW).days.smoke_free >= was.smoke_free
