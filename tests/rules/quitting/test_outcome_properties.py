"""What holds of outcomes whatever was told and entered, and in whatever order."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from programme.quitting.attempts import Attempt
from programme.quitting.nhs import NhsResult, nhs_four_week
from programme.quitting.outcomes import Contradiction, contradictions
from programme.quitting.record import CigarettesSaid, CoReading, Record, Relapse, Treated
from programme.quitting.russell import RussellResult, russell
from tests.rules.quitting.outcome_cases import QUIT, day

FIRST = Attempt(1, 7, QUIT, 0, day(40))
SECOND = Attempt(2, 7, day(45))
FEW = settings(max_examples=40)
TODAY = day(250)
AMOUNTS = st.sampled_from([(0, 0), (1, 5), (6, None), (1, None), (3, 3)])
Counted = tuple[NhsResult, RussellResult, tuple[Contradiction, ...]]


@st.composite
def answers(draw: st.DrawFn, attempt: Attempt = FIRST) -> CigarettesSaid:
    """An answer about that try, told by the client or heard by one of two practitioners."""
    told = draw(st.integers(26, 200))
    last = min(told, 28) if told < 50 or draw(st.booleans()) else told
    start, end, on = (attempt.quit_on + (day(n) - QUIT) for n in (15, last, told))
    by = draw(st.sampled_from([None, 5, 6]))
    return CigarettesSaid(start, end, *draw(AMOUNTS), on, follow_up=True, attempt_id=attempt.id, by=by)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Two tries, told of in every way."""
    both = st.one_of(answers(FIRST), answers(SECOND))
    single = st.builds(lambda n, amount: CigarettesSaid.of_day(day(n), *amount), st.integers(0, 240), AMOUNTS)
    together = st.builds(
        lambda n, length, amount: CigarettesSaid(day(n), day(n + length), amount[0], amount[1], day(n + length)),
        st.integers(0, 210), st.integers(1, 28), AMOUNTS,
    )  # fmt: skip
    relapse = st.builds(Relapse, st.sampled_from([1, 2]), st.integers(0, 200).map(day))
    reading = st.builds(
        lambda n, ppm: CoReading(day(n), ppm, by_practitioner=True), st.integers(20, 240), st.integers(0, 20)
    )
    treated = draw(st.sets(st.sampled_from([Treated(1, treated=True), Treated(2, treated=True)])))
    daily = (*draw(st.lists(single, max_size=30)), *draw(st.lists(together, max_size=4)))
    return Record(
        (FIRST, SECOND),
        (*draw(st.lists(both, max_size=4)), *daily),
        readings=tuple(draw(st.lists(reading, max_size=3))),
        treatments=tuple(sorted(treated, key=lambda one: one.attempt_id)),
        relapses=tuple(draw(st.lists(relapse, max_size=2))),
    )


def counted(record: Record, attempt: Attempt) -> Counted:
    """All that a clinician reads of one try."""
    return (
        nhs_four_week(record, attempt, TODAY),
        russell(record, attempt, 6, TODAY),
        contradictions(record, attempt, TODAY),
    )


@FEW
@given(records(), st.integers())
def test_the_order_of_entry_does_not_matter(record: Record, seed: int) -> None:
    """Told and entered in any order, it comes to the same."""
    said, readings, relapses = list(record.said), list(record.readings), list(record.relapses)
    for each in (said, readings, relapses):
        Random(seed).shuffle(each)
    other = replace(record, said=tuple(said), readings=tuple(readings), relapses=tuple(relapses))
    for attempt in (FIRST, SECOND):
        assert counted(other, attempt) == counted(record, attempt)


@FEW
@given(records(), answers(FIRST), answers(SECOND), st.integers(0, 39).map(day), st.integers(46, 240).map(day))
def test_what_is_told_of_one_try_never_counts_for_another(
    record: Record, of_first: CigarettesSaid, of_second: CigarettesSaid, then: date, later: date
) -> None:
    """An answer, a relapse, a day and "treated" of one leave the other as it was."""
    for mine, other, answer, on in ((FIRST, SECOND, of_first, then), (SECOND, FIRST, of_second, later)):
        more = replace(
            record,
            said=(*record.said, answer, CigarettesSaid.of_day(on, 6, None)),
            relapses=(*record.relapses, Relapse(mine.id, on)),
            treatments=(*record.treatments, Treated(mine.id, treated=False)),
        )
        assert counted(more, other) == counted(record, other)
