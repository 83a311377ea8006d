"""What becomes of the slots that have come round."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.people.person import every_zone
from programme.quitting.lapses import Evening
from programme.schedule.due import HORIZON, DueSlots, due, is_another_day, prompt_summary
from programme.schedule.plan import CHECK_IN, HELLO, QUIT_DAY, SUMMARY, Plan, Rule
from programme.schedule.prompt import Prompt, PromptState, of_key, prompt_key, remind_at
from programme.schedule.reason_code import ReasonCode
from tests.rows import each_row

S = PromptState


def utc(text: str) -> datetime:
    """The moment of an ISO text, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def plan(*times: str, next_due_at: str = "2026-11-22T18:30") -> Plan:
    """A daily plan in London with these wall times."""
    rule = Rule(tuple(map(time.fromisoformat, times or ("18:30",))))
    return Plan(1, 2, CHECK_IN, rule, "Europe/London", 1, utc(next_due_at), None)


def begun(answered_at: str | None) -> Prompt:
    """A check-in that the person began by themselves."""
    at = utc("2026-11-22T16:00")
    answered = None if answered_at is None else utc(answered_at)
    return Prompt(
        id=9, plan_id=None, person_id=2, kind=CHECK_IN, local_date=date(2026, 11, 22), slot="16:00", due_at=at,
        opened_at=at, closes_at=None, next_at=None, next_step=None, state=S.OPEN, reason=None, reminded_at=None,
        seen_at=answered, answered_at=answered, closed_at=None, late=False, plan_version=None, decision={},
    )  # fmt: skip


def outcome(found: DueSlots) -> list[tuple[str, str | None]]:
    """Each slot's state and reason."""
    return [(slot.state.value, slot.reason) for slot in found.slots]


def look(one: Plan, now: str, *, reachable: bool = True, own: tuple[Prompt, ...] = ()) -> DueSlots:
    """What is due of that plan at that time."""
    return due(one, utc(now), reachable=reachable, own=own)


@each_row(
    ("now", "state", "reason"),
    [
        pytest.param("2026-11-22T18:30", "open", None, id="on time"),
        pytest.param("2026-11-22T21:59", "open", None, id="late but inside its window"),
        pytest.param("2026-11-22T22:00", "missed_by_us", "too late", id="the window is over"),
        pytest.param("2026-11-23T18:29", "missed_by_us", "too late", id="a day late"),
    ],
)
def test_a_slot_is_asked_inside_its_window_alone(now: str, state: str, reason: str | None) -> None:
    """After the window the slot was missed by us."""
    assert outcome(look(plan(), now)) == [(state, reason)]


def test_a_question_that_is_late_is_not_asked_on_an_evening_left_in_peace() -> None:
    """Due before a lapse was told of, and come round after it, it gives way too; what was too late is missed by us."""
    lapse = Evening(utc("2026-11-22T19:00"), ReasonCode.LAPSE)
    one = plan(next_due_at="2026-11-22T18:30")
    late, too_late, after = (
        due(one, utc(now), reachable=True, own=(), evenings=(lapse,))
        for now in ("2026-11-22T19:00", "2026-11-22T22:00", "2026-11-23T19:00")
    )
    assert [outcome(found) for found in (late, too_late)] == [
        [("skipped", ReasonCode.LAPSE)],
        [("missed_by_us", "too late")],
    ]
    assert outcome(after) == [("missed_by_us", "too late"), ("open", None)]


def test_after_five_days_one_is_asked_and_four_were_missed() -> None:
    """A standstill ends with one message, and every slot has its record."""
    found = look(plan(next_due_at="2026-11-22T18:30"), "2026-11-26T19:00")
    assert outcome(found) == [("missed_by_us", "too late")] * 4 + [("open", None)]
    assert found.next_due_at == utc("2026-11-27T18:30")


def test_of_two_open_windows_the_newer_one_is_asked() -> None:
    """Two check-ins never pile up."""
    found = look(plan("12:00", "14:00", next_due_at="2026-11-22T12:00"), "2026-11-22T15:00")
    assert outcome(found) == [("missed_by_us", "newer"), ("open", None)]


def test_nothing_is_asked_before_all_is_caught_up() -> None:
    """Where a look ends at its horizon, a slot that is still in its window is not the newest one."""
    found = look(plan("12:00", "14:00", next_due_at="2026-11-08T12:00"), "2026-11-22T15:00")
    assert outcome(found)[-1] == ("missed_by_us", "newer")
    assert found.next_due_at == utc("2026-11-22T14:00")


def test_who_cannot_be_reached_is_not_called_silent() -> None:
    """The record says that we could not reach them."""
    assert outcome(look(plan(), "2026-11-22T18:31", reachable=False)) == [("cannot_reach", "blocked")]


@each_row(
    ("answered_at", "state"),
    [
        pytest.param("2026-11-22T17:50", "skipped", id="done by themselves a little before"),
        pytest.param("2026-11-22T14:29", "open", id="done long before"),
        pytest.param(None, "open", id="opened and not answered"),
    ],
)
def test_nobody_is_asked_for_what_they_have_done(answered_at: str | None, state: str) -> None:
    """A check-in done by oneself in the hours before takes the slot's place."""
    assert outcome(look(plan(), "2026-11-22T18:30", own=(begun(answered_at),)))[0][0] == state


def test_a_long_standstill_is_caught_up_in_steps() -> None:
    """One look handles two weeks, asks nothing while more is due, and ends at now."""
    one, now, asked, slots = plan(next_due_at="2026-01-01T18:30"), utc("2026-11-22T19:00"), 0, 0
    while one.next_due_at <= now:
        found = due(one, now, reachable=True, own=())
        assert len(found.slots) <= HORIZON.days + 1
        asked += sum(slot.state is S.OPEN for slot in found.slots)
        slots += len(found.slots)
        one = replace(one, next_due_at=found.next_due_at)
    assert (asked, slots) == (1, 326)


@given(
    st.lists(st.integers(7 * 4, 21 * 4).map(lambda q: time(q // 4, q % 4 * 15)), min_size=1, max_size=4, unique=True),
    st.sampled_from(["Europe/London", "Africa/Cairo", "America/Nuuk", "Australia/Lord_Howe", "Pacific/Chatham"]),
    st.lists(st.integers(1, 20_000), min_size=1, max_size=8),
)
def test_every_slot_has_one_record_however_often_we_look(times: list[time], zone: str, sleeps: list[int]) -> None:
    """Looks at any moments record every slot exactly once, and each look asks for at most one."""
    rule, now = Rule(tuple(times)), utc("2026-03-20T12:00")
    start = now
    one = Plan(1, 2, CHECK_IN, rule, zone, 1, rule.due_after(now, zone), None)
    recorded = []
    for minutes in sleeps:
        now += timedelta(minutes=minutes)
        asked = 0
        while one.next_due_at <= now:
            found = due(one, now, reachable=True, own=())
            recorded += [slot.occurrence for slot in found.slots]
            asked += sum(slot.state is S.OPEN for slot in found.slots)
            one = replace(one, next_due_at=found.next_due_at)
        assert asked <= 1
    assert recorded == rule.between(start, now, zone)


@given(
    st.sampled_from(sorted(every_zone())),
    st.integers(7 * 4, 21 * 4 + 2),
    st.integers(0, 365 * 24 * 60),
    st.integers(0, 14 * 60),
)
def test_whoever_stays_is_asked_on_the_day_of_the_question(zone: str, quarter: int, since: int, late: int) -> None:
    """S10: in any zone a question that is asked, also late in its window, is of the date that it is there."""
    rule = Rule((time(quarter // 4, quarter % 4 * 15),), window_minutes=14 * 60)
    at = rule.due_after(utc("2026-03-20T12:00") + timedelta(minutes=since), zone)
    one, now = Plan(1, 2, CHECK_IN, rule, zone, 1, at, None), at + timedelta(minutes=late)
    asked = [slot for slot in due(one, now, reachable=True, own=()).slots if slot.state is S.OPEN]
    assert not any(is_another_day(prompt_summary(one, slot, now), now, zone) for slot in asked)


@pytest.mark.parametrize(
    ("kind", "there", "other"),
    [
        pytest.param(CHECK_IN, "Europe/Paris", False, id="the same date there"),
        pytest.param(CHECK_IN, "Pacific/Apia", True, id="tomorrow there"),
        pytest.param(QUIT_DAY, "Pacific/Apia", True, id="the quit date is over there"),
        pytest.param(HELLO, "Pacific/Apia", False, id="a hello was promised"),
        pytest.param(SUMMARY, "Pacific/Apia", False, id="a week is summed up"),
    ],
)
def test_who_moved_is_asked_nothing_of_another_date(kind: str, there: str, other: bool) -> None:
    """S10: what asks, and the word of the quit date, waits for nobody on another date; what was promised comes."""
    one, now = replace(plan(), kind=kind), utc("2026-11-22T18:30")
    (slot,) = due(one, now, reachable=True, own=()).slots
    assert is_another_day(prompt_summary(one, slot, now), now, there) is other
    assert not is_another_day(begun(None), now, there)


def test_a_reminder_comes_at_half_time_and_not_at_once() -> None:
    """Half of the window, half an hour at the soonest, never at or after the close."""
    at = utc("2026-11-22T18:00")
    assert remind_at(at, at + timedelta(hours=4)) == at + timedelta(hours=2)
    assert remind_at(at, at + timedelta(minutes=40)) == at + timedelta(minutes=30)
    assert remind_at(at, at + timedelta(minutes=30)) is None


def test_keys_name_a_prompt_and_a_message() -> None:
    """A key leads back to its prompt; other keys lead nowhere."""
    assert of_key(prompt_key(12, "return2")) == (12, "return2")
    assert [of_key(key) for key in (None, "", "p:ask", "px:ask", "p1", "p1:", "job:1", "p²:ask")] == [None] * 8
