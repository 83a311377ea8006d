"""What was read of an outcome beside what it is: each reason by a case of its own, from one attempt of 1 March 2026."""

from dataclasses import replace

from programme.outcomes import Record, Said, Treated, lived
from programme.outcomes.recount import Change, Which, Why, changes
from programme.quitting import Attempt
from tests.rows import each_row
from tests.rules.outcome_cases import ATTEMPT, TREATED, answered, co, day, free, relapsed, smoked

NOW = day(60)
NONE = answered(28, 15, 28)
EARLIER = Attempt(2, 7, day(-60), ended_on=day(0))


def record(*said: Said, **more: object) -> Record:
    """Of a treated smoker, unless the case says otherwise."""
    return replace(Record((ATTEMPT,), said, treatments=TREATED), **more)  # type: ignore[arg-type]


NHS_CASES = {
    Why.TREATED: (record(NONE, treatments=()), (), "self-reported", "not-said"),
    Why.CORRECTED: (record(NONE), (answered(29, 15, 29, 6, None),), "not-quit", "self-reported"),
    Why.MOVED: (record(answered(42, 15, 42)), (answered(43, 15, 43),), "not-known", "self-reported"),
    Why.OTHER_TRY: (
        record(answered(27, -45, 27), attempts=(EARLIER, ATTEMPT)),
        (replace(answered(27, -45, 27), attempt_id=EARLIER.id),),
        "self-reported",
        "not-known",
    ),
    Why.RELAPSE: (record(relapses=(relapsed(10),)), (), "not-known", "not-quit"),
    Why.LATER: (record(*free(15, 28), answered(40, 15, 40, 1, 5)), (), "not-quit", "self-reported"),
    Why.READING: (record(NONE, readings=(co(28, 4), co(40, 20))), (), "self-reported", "co-verified"),
}


@each_row("why", NHS_CASES)
def test_the_four_week_result_that_was_read_stands_beside_what_it_is(why: Why) -> None:
    """Old value, new value, and the one thing that made the difference."""
    is_now, answers, old, new = NHS_CASES[why]
    told_then = {Why.CORRECTED: (*is_now.said, *answers), Why.MOVED: answers, Why.OTHER_TRY: answers}
    before = replace(is_now, said=told_then.get(why, is_now.said))
    if why is Why.OTHER_TRY:
        is_now = before
    found = [one for one in changes(is_now, before, NOW) if one.which is Which.NHS]
    assert found == [Change(Which.NHS, old, new, why)]


def test_a_corrected_slip_of_the_finger_made_somebody_smoke_at_six_months() -> None:
    """Week 4 "6 or more", put right at once; week 26 "none", 3 ppm: it said smoking, and is verified."""
    none = answered(182, 15, 182)
    is_now = record(NONE, none, readings=(co(184, 3),))
    before = replace(is_now, said=(answered(28, 15, 28, 6, None), *is_now.said))
    assert changes(is_now, before, day(200)) == [Change(Which.SIX, "smoking", "verified", Why.CORRECTED)]


def test_what_was_told_day_by_day_counts_without_an_answer() -> None:
    """Two cigarettes on each of four days and no answer by month six: no answer before, smoking by their word now."""
    said = record(*(smoked(n, 2, 2) for n in range(30, 34)))
    [six] = [one for one in changes(said, said, day(300)) if one.which is Which.SIX]
    assert six == Change(Which.SIX, "unknown", "smoking", Why.TOLD_MORE)


def test_time_alone_and_results_that_there_are_none_of_are_no_change() -> None:
    """Whoever answered, is treated and corrected nothing reads the same on every day; and before day 25, too."""
    plain = record(NONE, answered(182, 15, 182))
    assert not [one for n in range(0, 430, 7) for one in changes(plain, plain, day(n))]
    assert not changes(record(treatments=()), record(treatments=()), day(20))
    assert not changes(Record(), Record(), day(20))
    assert not changes(record(NONE, treatments=(Treated(ATTEMPT.id, treated=False),)), record(), day(30))


def test_days_are_never_fewer_than_they_were() -> None:
    """Answers to outcome questions fill days and take none away, whatever was told day by day."""
    for said in ((NONE,), (NONE, smoked(20)), (*free(0, 14), smoked(16), answered(84, 15, 84)), (smoked(3), NONE)):
        full = record(*said)
        was = lived(replace(full, said=tuple(full.days())), NOW).days
        assert lived(full, NOW).days.smoke_free >= was.smoke_free
