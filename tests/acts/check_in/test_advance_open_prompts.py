"""What happens to an open check-in by itself: one reminder, the return, the kind close."""

from datetime import time

import pytest

from care.check_in.answering import AnswerStatus
from care.check_in.answers import add_late, answer
from care.check_in.starting import resume, snooze
from care.delivery.check_before_send import cannot_reach
from care.schedule.closing import make_way
from care.schedule.course import set_own_plan
from care.schedule.due import PromptsAdvanced, advance_open_prompts
from care.schedule.upcoming import upcoming
from db.tables import prompts
from programme.check_in.answers import Question
from programme.people.consent import ConsentItem
from programme.schedule.pause import Until
from programme.schedule.plan import NEVER
from programme.schedule.prompt import PromptState, PromptStep
from tests.acts.town import Town, utc

S = PromptState
OPENS = "2026-11-20T18:30"
REMINDS = "2026-11-20T20:15"
CLOSES = "2026-11-20T22:00"


async def test_one_reminder_at_half_time_and_then_a_kind_close(town: Town) -> None:
    """An unanswered check-in is reminded of once, then edited silently; that it was not answered is all that stays."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    assert await town.tend("2026-11-20T20:14:59") == PromptsAdvanced()
    assert await town.tend(REMINDS) == PromptsAdvanced(reminded=1)
    assert await town.tend(REMINDS) == PromptsAdvanced()
    assert await town.waiting(sam) == [f"send p{prompt.id}:remind"]
    await town.deliver(REMINDS)
    assert await town.tend("2026-11-20T21:59:59") == PromptsAdvanced()
    assert await town.tend(CLOSES) == PromptsAdvanced(closed=1)
    assert await town.tend(CLOSES) == PromptsAdvanced()
    prompt = await town.prompt(prompt)
    assert (prompt.state, prompt.next_at, prompt.closed_at) == (S.EXPIRED, None, utc(CLOSES))
    assert sorted(await town.waiting(sam)) == ["edit", "strip"]
    assert [one.data["state"] for one in await town.events(sam, "CheckInClosed")] == ["expired"]


async def test_who_has_begun_is_not_reminded(town: Town) -> None:
    """One answer is enough for quiet; at the close it is part, and the answer stays."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.do(answer, "2026-11-20T19:00", sam, prompt.id, Question.MOOD, "low")
    assert await town.tend(REMINDS) == PromptsAdvanced()
    assert await town.tend(CLOSES) == PromptsAdvanced(closed=1)
    assert (await town.prompt(prompt)).state is S.PART
    said = await town.said(prompt)
    assert said is not None
    assert said.codes() == {"mood": "low"}


async def test_without_consent_to_keep_them_part_answers_go_at_the_close(town: Town) -> None:
    """That they answered stays; what they answered does not, nor do the events know it."""
    sam = await town.client(agrees=frozenset({ConsentItem.CHECK_IN}))
    prompt = await town.asked(sam, OPENS)
    await town.do(answer, "2026-11-20T19:00", sam, prompt.id, Question.MOOD, "low")
    await town.tend(CLOSES)
    prompt = await town.prompt(prompt)
    assert (prompt.state, prompt.answered_at) == (S.PART, utc("2026-11-20T19:00"))
    assert await town.said(prompt) is None
    assert not any("low" in str(one.data) for one in await town.events(sam))


async def test_a_reminder_that_comes_late_to_the_tap_loses_its_buttons(town: Town) -> None:
    """Whoever answers after the reminder has one message with buttons, not two."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.tend(REMINDS)
    await town.deliver(REMINDS)
    await town.do(answer, "2026-11-20T20:20", sam, prompt.id, Question.MOOD, "ok")
    assert await town.waiting(sam) == ["strip"]


async def test_what_never_went_out_was_missed_by_us(town: Town) -> None:
    """At the close an unsent question is cancelled and is no silence of the client's."""
    sam = await town.client()
    await town.open_due(OPENS)
    assert await town.tend(CLOSES) == PromptsAdvanced(closed=1)
    (prompt,) = await town.prompts(sam)
    assert (prompt.state, prompt.reason) == (S.MISSED_BY_US, "too late")
    assert await town.waiting(sam) == []
    assert len(await town.events(sam, "MissedByUs")) == 1


async def test_who_became_unreachable_was_not_silent(town: Town) -> None:
    """Blocked after the question arrived: no reminder, and the record says cannot reach."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.do(cannot_reach, "2026-11-20T19:00", sam.id)
    assert await town.tend(REMINDS) == PromptsAdvanced()
    assert await town.tend(CLOSES) == PromptsAdvanced(closed=1)
    assert (await town.prompt(prompt)).state is S.CANNOT_REACH


async def test_later_comes_back_once_as_a_new_message(town: Town) -> None:
    """After an hour the question is sent anew below, the old one loses its buttons, and no reminder follows."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    snoozed = await town.do(snooze, "2026-11-20T18:40", sam, prompt.id)
    assert (snoozed.status, snoozed.until) == (AnswerStatus.NEXT, utc("2026-11-20T19:40"))
    assert await town.tend("2026-11-20T19:39") == PromptsAdvanced()
    assert await town.tend("2026-11-20T19:40") == PromptsAdvanced(returned=1)
    assert sorted(await town.waiting(sam)) == [f"send p{prompt.id}:return1", "strip"]
    await town.deliver("2026-11-20T19:40")
    assert await town.tend("2026-11-20T21:59") == PromptsAdvanced()
    assert await town.tend(CLOSES) == PromptsAdvanced(closed=1)
    assert await town.waiting(sam) == ["edit"]
    await town.deliver(CLOSES)


@pytest.mark.parametrize("ends", ["its close", "a newer question"])
async def test_a_return_that_never_went_out_is_missed_by_us(town: Town, ends: str) -> None:
    """The question came back and waited to be sent, and its time was over before that: it is no silence of theirs."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.do(snooze, "2026-11-20T18:40", sam, prompt.id)
    assert await town.tend("2026-11-20T19:40") == PromptsAdvanced(returned=1)
    if ends == "its close":
        assert await town.tend(CLOSES) == PromptsAdvanced(closed=1)
    else:
        await town.do(make_way, "2026-11-20T20:00", [await town.prompt(prompt)])
    assert (await town.prompt(prompt)).state is S.MISSED_BY_US


async def test_later_twice_comes_back_twice(town: Town) -> None:
    """Each putting off has its own return."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.do(snooze, "2026-11-20T18:40", sam, prompt.id)
    await town.tend("2026-11-20T19:40")
    await town.deliver("2026-11-20T19:40")
    await town.do(snooze, "2026-11-20T19:45", sam, prompt.id)
    assert await town.tend("2026-11-20T20:45") == PromptsAdvanced(returned=1)
    assert f"send p{prompt.id}:return2" in await town.waiting(sam)


@pytest.mark.parametrize(
    ("at", "now", "until", "closes"),
    [
        pytest.param(12, "2026-11-20T15:30", "2026-11-20T16:30", "2026-11-20T22:00", id="the close moves to the night"),
        pytest.param(18, "2026-11-20T21:10", None, "2026-11-20T22:00", id="no room before the night"),
    ],
)
async def test_later_near_the_close(town: Town, at: int, now: str, until: str | None, closes: str) -> None:
    """There is a return where there is room before the night; otherwise we say so and nothing changes."""
    sam = await town.client(at=utc("2026-11-20T00:00").time().replace(hour=at), since="2026-11-20T07:00")
    prompt = await town.asked(sam, f"2026-11-20T{at}:00")
    snoozed = await town.do(snooze, now, sam, prompt.id)
    assert snoozed.until == (None if until is None else utc(until))
    after = await town.prompt(prompt)
    assert after.closes_at == utc(closes)
    assert after.next_step is (PromptStep.RETURN if until else PromptStep.REMIND)


async def test_what_was_put_off_can_be_done_at_once(town: Town) -> None:
    """Taking it up before its time cancels the return."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.do(snooze, "2026-11-20T18:40", sam, prompt.id)
    assert (await town.do(resume, "2026-11-20T18:50", sam, prompt.id)).question is Question.MOOD
    assert await town.tend("2026-11-20T19:40") == PromptsAdvanced()
    assert (await town.prompt(prompt)).next_step is PromptStep.CLOSE


async def test_nothing_that_was_to_come_back_is_listed_once_its_moment_is_over(town: Town) -> None:
    """Back at 20:00 the service hears first: who looks at what comes reads of no moment that is over."""
    sam = await town.client()
    await town.open_due("2026-11-20T18:30")
    (prompt,) = await town.prompts(sam)
    await town.do(snooze, "2026-11-20T18:40", sam, prompt.id)
    before, after = [await town.do(upcoming, now, sam) for now in ("2026-11-20T18:41", "2026-11-20T20:00")]
    assert (before[0].at, after[0].at) == (utc("2026-11-20T19:40"), utc("2026-11-21T18:30"))


async def test_what_was_put_off_and_could_not_come_back_was_missed_by_us(town: Town) -> None:
    """We stood still over its return and its close: that is no silence of theirs (FIELD S13)."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.deliver(OPENS)
    await town.do(snooze, "2026-11-20T18:40", sam, prompt.id)
    assert await town.tend(CLOSES) == PromptsAdvanced(closed=1)
    assert (await town.prompt(prompt)).state is S.MISSED_BY_US


async def test_a_standstill_past_the_close_sends_no_reminder(town: Town) -> None:
    """What should have been reminded of while we stood still is closed and nothing more."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    assert await town.tend("2026-11-22T09:00") == PromptsAdvanced(closed=1)
    assert (await town.prompt(prompt)).state is S.EXPIRED
    assert await town.waiting(sam) == ["edit"]


async def test_late_answers_that_were_not_finished_end_after_two_days(town: Town) -> None:
    """Part-done and late: what was said stays, and the buttons go when the two days are over."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    await town.tend(CLOSES)
    await town.deliver(CLOSES)
    await town.do(add_late, "2026-11-21T09:00", sam, prompt.id)
    await town.do(answer, "2026-11-21T09:01", sam, prompt.id, Question.MOOD, "ok")
    assert await town.tend("2026-11-22T21:59") == PromptsAdvanced()
    assert await town.tend("2026-11-22T22:00") == PromptsAdvanced(closed=1)
    after = await town.prompt(prompt)
    assert (after.state, after.late, after.next_at) == (S.PART, True, None)
    assert await town.waiting(sam) == ["edit"]


async def test_many_closes_cost_as_few_statements_as_a_few(town: Town) -> None:
    """The number of statements does not grow with the number of prompts, for reminders and for closes."""
    for number in range(1, 13):
        await town.client(number)
    await town.open_due(OPENS)
    await town.deliver(OPENS)
    counts = []
    for now, limits in ((REMINDS, (2, 10)), (CLOSES, (2, 10))):
        for limit in limits:
            with town.statements() as ran:
                await town.do(advance_open_prompts, now, limit=limit)
            counts.append(len(ran))
        await town.deliver(now)
    assert counts[0] == counts[1]
    assert counts[2] == counts[3]
    assert await town.count(prompts) == 12
    assert await town.tend(NEVER.replace(year=2027, tzinfo=None).isoformat()) == PromptsAdvanced()


async def test_tomorrow_where_none_comes_by_itself(town: Town) -> None:
    """S4: put off to a day on which none comes, it is asked at the same time then, and not in the night between."""
    sam = await town.client()
    await town.do(set_own_plan, "2026-11-20T12:00", sam, [time(18, 30)], {4})  # Fridays; it is one
    prompt = await town.asked(sam, OPENS)
    snoozed = await town.do(snooze, "2026-11-20T18:40", sam, prompt.id, Until.TOMORROW)
    assert snoozed.until == utc("2026-11-21T18:30")
    for quiet in ("2026-11-20T22:00", "2026-11-21T08:00", "2026-11-21T18:29"):
        assert await town.tend(quiet) == PromptsAdvanced()
    assert await town.tend("2026-11-21T18:30") == PromptsAdvanced(returned=1)
    assert (await town.prompt(prompt)).closes_at == utc("2026-11-21T22:00")


async def test_tomorrow_is_the_one_that_comes_by_itself(town: Town) -> None:
    """S6: where one comes tomorrow anyhow, this one is left, no silence, and nothing piles up."""
    sam = await town.client()
    prompt = await town.asked(sam, OPENS)
    snoozed = await town.do(snooze, "2026-11-20T18:40", sam, prompt.id, Until.TOMORROW)
    assert (snoozed.status, snoozed.until) == (AnswerStatus.FINISHED, utc("2026-11-21T18:30"))
    after = await town.prompt(prompt)
    assert (after.state, after.reason) == (PromptState.SKIPPED, "tomorrow")
