"""Weeks add up to days: each evening stands in exactly one of the weeks that come on the same weekday."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from programme.check_in.answers import CheckIn, Mood
from programme.check_in.counts import PromptReply, Share
from programme.practice.week import DAYS, SoFar, Week, week
from programme.schedule.prompt import Prompt, PromptState

MONDAY = date(2026, 1, 5)
A_DAY = timedelta(days=1)
ENDS = (PromptState.DONE, PromptState.EXPIRED, PromptState.MISSED_BY_US, PromptState.PAUSED)


def evening(day: date, state: PromptState, smoked: int) -> PromptReply:
    """The check-in of that evening; answered, it says how many."""
    at = datetime(day.year, day.month, day.day, 18, 30, tzinfo=UTC)
    done = state is PromptState.DONE
    prompt = Prompt(
        id=day.toordinal(), plan_id=1, person_id=2, kind="check_in", local_date=day, slot="18:30", due_at=at,
        opened_at=at, closes_at=at, next_at=None, next_step=None, state=state, reason=None, reminded_at=None,
        seen_at=None, answered_at=at if done else None, closed_at=at, late=False, plan_version=1, decision={},
    )  # fmt: skip
    said = CheckIn(prompt.id, 2, mood=Mood.LOW, cigarettes_from=smoked, cigarettes_to=smoked) if done else None
    return PromptReply(prompt, said)


def before(evenings: list[PromptReply], today: date) -> Week:
    """The week before that day, of what these evenings said."""
    smoked = {one.prompt.local_date: one.said.smoked for one in evenings if one.said is not None}
    return week(evenings, today, {}, MONDAY, {day: was for day, was in smoked.items() if was is not None})


def test_every_evening_stands_in_exactly_one_week() -> None:
    """Check-ins each evening, summaries on Mondays: seven days that are over, and Monday's evening is one of them."""
    evenings = [evening(MONDAY + n * A_DAY, PromptState.DONE, smoked=1) for n in range(8 * DAYS)]
    weeks = [before(evenings, MONDAY + n * DAYS * A_DAY) for n in range(1, 9)]
    assert [(one.first, one.last) for one in weeks[:2]] == [
        (date(2026, 1, 5), date(2026, 1, 11)),
        (date(2026, 1, 12), date(2026, 1, 18)),
    ]
    assert [one.smoked for one in weeks] == [Share(7, 7)] * 8
    assert [one.replied for one in weeks] == [7] * 8


@given(
    st.lists(st.tuples(st.sampled_from(ENDS), st.integers(0, 3)), min_size=5 * DAYS, max_size=5 * DAYS),
    st.integers(0, DAYS - 1),
)
def test_weeks_add_up_to_days(days: list[tuple[PromptState, int]], weekday: int) -> None:
    """Whatever was said on which day, and on whichever weekday the summary comes, the weeks come to all of the days."""
    evenings = [evening(MONDAY + n * A_DAY, *one) for n, one in enumerate(days)]
    mornings = [MONDAY + (weekday + n * DAYS) * A_DAY for n in range(7)]
    weeks = [before(evenings, one) for one in mornings]
    said = [smoked for state, smoked in days if state is PromptState.DONE]
    assert sum(one.smoked.of for one in weeks) == sum(one.low.of for one in weeks) == len(said)
    assert sum(one.smoked.count for one in weeks) == sum(smoked > 0 for smoked in said)
    assert sum(one.asked for one in weeks) == sum(state in ENDS[:2] for state, _ in days)
    assert sum(one.missed_by_us for one in weeks) == sum(state is PromptState.MISSED_BY_US for state, _ in days)


def test_today_so_far_stands_apart() -> None:
    """What was said today is in no count, breaks a silence, and has a name of its own."""
    silent = [evening(MONDAY + n * A_DAY, PromptState.EXPIRED, 0) for n in range(DAYS)]
    today = MONDAY + DAYS * A_DAY
    seen = before([*silent, evening(today, PromptState.DONE, 2)], today)
    assert (seen.asked, seen.replied, seen.smoked, seen.low) == (7, 0, Share(0, 0), Share(0, 0))
    assert (seen.so_far, seen.silent, seen.is_quiet) == (SoFar(replied=True, smoked=True), 0, False)
    assert before(silent, today).so_far == SoFar()
