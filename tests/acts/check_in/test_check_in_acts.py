"""Answering: each tap is kept at once, late ones are marked, and nobody acts on what is not theirs."""

import pytest

from care.check_in.answering import Answered, AnswerStatus
from care.check_in.answers import MOST_WORDS, add_late, answer, finish, one_tap, share_words, skip_question, write_words
from care.check_in.starting import Started, not_today, resume, snooze, start_now
from db import check_in, toolkit
from db.tables import check_ins as check_ins_table
from db.tables import events as events_table
from db.tables import prompts as prompts_table
from db.tx import Tx
from programme.check_in.answers import DayInOneTap, Question
from programme.people.consent import ConsentItem
from programme.people.person import Person
from programme.schedule.prompt import Prompt, PromptState, PromptStep
from tests.acts.town import Town, utc

S = PromptState
Q = Question
OPENS = "2026-11-20T18:30"
SOON = "2026-11-20T18:35"
NIGHT = "2026-11-20T22:00"
MORNING = "2026-11-21T09:00"


async def open_check_in(
    town: Town, *, agrees: frozenset[ConsentItem] = frozenset(ConsentItem)
) -> tuple[Person, Prompt]:
    """Sam, with this evening's check-in in the chat."""
    sam = await town.client(agrees=agrees)
    return sam, await town.asked(sam, OPENS)


async def closed_check_in(town: Town) -> tuple[Person, Prompt]:
    """Sam, with a check-in that closed unanswered."""
    sam, prompt = await open_check_in(town)
    await town.tend("2026-11-20T20:15")
    await town.deliver("2026-11-20T20:15")
    await town.tend(NIGHT)
    await town.deliver(NIGHT)
    return sam, prompt


async def test_each_answer_is_kept_and_the_last_one_finishes(town: Town) -> None:
    """From question to question everything is stored, and in the end it is done."""
    sam, prompt = await open_check_in(town)
    item = await town.do(_item, SOON, sam, "A walk")
    taps = [(Q.MOOD, "mixed"), (Q.URGE, "4"), (Q.CIGARETTES, "2-5"), (Q.MOMENT, "stress"), (Q.HELPED, str(item))]
    for number, (question, value) in enumerate(taps):
        answered = await town.do(answer, SOON, sam, prompt.id, question, value)
        assert answered == Answered(AnswerStatus.NEXT, [*Q][number + 1])
        said = await town.said(prompt)
        assert said is not None
        assert said.has(question)
    assert (await town.do(finish, SOON, sam, prompt.id)).status is AnswerStatus.FINISHED
    after = await town.prompt(prompt)
    assert (after.state, after.next_at, after.closed_at) == (S.DONE, None, utc(SOON))
    said = await town.said(prompt)
    assert said is not None
    assert said.codes() == {"mood": "mixed", "urge": 4, "cigarettes": [2, 5], "moment": "stress", "helped": item}
    found = [one.data.get("value") for one in await town.events(sam, "CheckInAnswered")]
    assert found == [value for _, value in taps]


async def _item(tx: Tx, person: Person, words: str) -> int:
    return await toolkit.add(tx, person.id, words)


async def test_a_double_tap_changes_nothing_and_a_second_thought_does(town: Town) -> None:
    """The same tap twice is one answer; another mood is the mood."""
    sam, prompt = await open_check_in(town)
    for value in ("ok", "ok", "good"):
        answered = await town.do(answer, SOON, sam, prompt.id, Q.MOOD, value)
        assert answered == Answered(AnswerStatus.NEXT, Q.URGE)
    said = await town.said(prompt)
    assert said is not None
    assert said.codes() == {"mood": "good"}


async def test_skipping_everything_is_no_answer_and_no_silence(town: Town) -> None:
    """Whoever passes every question over has skipped the check-in."""
    sam, prompt = await open_check_in(town)
    questions = (Q.MOOD, Q.URGE, Q.CIGARETTES)
    took = [(await town.do(skip_question, SOON, sam, prompt.id, question)).status for question in questions]
    assert took == [AnswerStatus.NEXT, AnswerStatus.NEXT, AnswerStatus.FINISHED]
    after = await town.prompt(prompt)
    assert (after.state, after.answered_at) == (S.SKIPPED, None)


async def test_without_consent_to_keep_them_answers_go_when_it_is_over(town: Town) -> None:
    """That they answered is kept; neither the table nor the events know what."""
    sam, prompt = await open_check_in(town, agrees=frozenset({ConsentItem.CHECK_IN}))
    await town.do(answer, SOON, sam, prompt.id, Q.MOOD, "very_low")
    said = await town.said(prompt)
    assert said is not None
    assert said.mood == "very_low"
    await town.do(write_words, SOON, sam, prompt.id, "a long night")
    await town.do(finish, SOON, sam, prompt.id)
    after = await town.prompt(prompt)
    assert (after.state, after.answered_at) == (S.DONE, utc(SOON))
    assert await town.count(check_ins_table) == 0
    assert not any("very_low" in str(one.data) for one in await town.events(sam))
    assert not await town.do(share_words, SOON, sam, prompt.id)
    assert (await town.do(write_words, SOON, sam, prompt.id, "one more")).status is AnswerStatus.STALE
    assert await town.count(check_ins_table) == 0


async def test_words_are_added_to_an_easy_day(town: Town) -> None:
    """Done after three taps; words may be added once, for two days after its window, and it stays done."""
    sam, prompt = await open_check_in(town)
    for question, value in ((Q.MOOD, "ok"), (Q.URGE, "1")):
        await town.do(answer, SOON, sam, prompt.id, question, value)
    assert await town.do(answer, SOON, sam, prompt.id, Q.CIGARETTES, "0") == Answered(AnswerStatus.FINISHED)
    before = await town.prompt(prompt)
    assert (before.state, before.closes_at) == (S.DONE, utc("2026-11-20T22:00"))
    assert (await town.do(write_words, "2026-11-22T22:01", sam, prompt.id, "too late")).status is AnswerStatus.STALE
    assert (await town.do(write_words, SOON, sam, prompt.id, " ")).status is AnswerStatus.UNKNOWN
    at_the_last = await town.do(write_words, "2026-11-22T21:59", sam, prompt.id, "a good day")
    assert at_the_last.status is AnswerStatus.FINISHED
    assert (await town.do(write_words, SOON, sam, prompt.id, "another")).status is AnswerStatus.STALE
    assert await town.ask(check_in.words, prompt.id) == "a good day"
    assert await town.prompt(prompt) == before
    assert await town.do(share_words, SOON, sam, prompt.id)


async def test_own_words_are_sealed_cut_and_shared_on_request(town: Town) -> None:
    """Words are kept for the person, and shown to the practitioner once they tap Share, until they take it back."""
    sam, prompt = await open_check_in(town)
    await town.do(answer, SOON, sam, prompt.id, Q.URGE, "5")
    for question in (Q.MOOD, Q.CIGARETTES, Q.MOMENT, Q.HELPED):
        await town.do(skip_question, SOON, sam, prompt.id, question)
    assert (await town.do(write_words, SOON, sam, prompt.id, "  ")).status is AnswerStatus.UNKNOWN
    assert (await town.do(write_words, SOON, sam, prompt.id, "n" * 4000)).status is AnswerStatus.FINISHED
    assert await town.ask(check_in.words, prompt.id) == "n" * MOST_WORDS
    assert (await town.prompt(prompt)).state is S.DONE
    assert await town.do(share_words, SOON, sam, prompt.id)
    said = await town.said(prompt)
    assert said is not None
    assert (said.has_words, said.words_shared) == (True, True)
    assert await town.do(share_words, SOON, sam, prompt.id, shared=False)
    assert not any("nnn" in str(one.data) for one in await town.events(sam))


async def test_one_tap_is_a_whole_check_in(town: Town) -> None:
    """OK or hard from the reminder: done, and the questions above lose their buttons."""
    sam, prompt = await open_check_in(town)
    await town.tend("2026-11-20T20:15")
    await town.deliver("2026-11-20T20:15")
    done = await town.do(one_tap, "2026-11-20T20:20", sam, prompt.id, DayInOneTap.HARD)
    assert done.status is AnswerStatus.FINISHED
    said = await town.said(prompt)
    assert said is not None
    assert (said.day, said.mood, said.is_complete) == (DayInOneTap.HARD, None, True)
    assert (await town.prompt(prompt)).state is S.DONE
    assert set(await town.waiting(sam)) == {"strip"}


@pytest.mark.parametrize("begun", [False, True])
async def test_not_today_is_no_silence(town: Town, begun: bool) -> None:
    """Leaving it for today is recorded as that; what was answered before stays."""
    sam, prompt = await open_check_in(town)
    if begun:
        await town.do(answer, SOON, sam, prompt.id, Q.MOOD, "ok")
    assert await town.do(not_today, SOON, sam, prompt.id) is AnswerStatus.FINISHED
    after = await town.prompt(prompt)
    assert (after.state, after.reason, after.next_at) == (S.PART if begun else S.SKIPPED, "not today", None)
    assert await town.do(not_today, SOON, sam, prompt.id) is AnswerStatus.STALE
    assert await town.waiting(sam) == ["edit"]


async def test_late_answers_count_for_two_days(town: Town) -> None:
    """What has closed can be added late, and is marked so; the state is what was then answered."""
    sam, prompt = await closed_check_in(town)
    assert await town.do(add_late, MORNING, sam, prompt.id) == Answered(AnswerStatus.NEXT, Q.MOOD, late=True)
    await town.do(answer, MORNING, sam, prompt.id, Q.MOOD, "ok")
    assert (await town.prompt(prompt)).state is S.PART
    assert (await town.do(finish, MORNING, sam, prompt.id)) == Answered(AnswerStatus.FINISHED, None, late=True)
    after = await town.prompt(prompt)
    assert (after.state, after.late) == (S.DONE, True)
    assert (await town.events(sam, "CheckInAnswered"))[0].data["late"] is True


async def test_after_two_days_late_answers_are_refused(town: Town) -> None:
    """A stale button of last week changes nothing."""
    sam, prompt = await closed_check_in(town)
    before = await town.prompt(prompt)
    now = "2026-11-22T22:00:01"
    assert (await town.do(add_late, now, sam, prompt.id)).status is AnswerStatus.TOO_LATE
    assert (await town.do(finish, now, sam, prompt.id)).status is AnswerStatus.TOO_LATE
    assert (await town.do(resume, now, sam, prompt.id)).status is AnswerStatus.TOO_LATE
    assert (await town.do(answer, now, sam, prompt.id, Q.MOOD, "ok")).status is AnswerStatus.TOO_LATE
    assert await town.prompt(prompt) == before


async def test_what_is_done_takes_no_more_taps(town: Town) -> None:
    """Old buttons of a finished check-in are stale for every act."""
    sam, prompt = await open_check_in(town)
    await town.do(answer, SOON, sam, prompt.id, Q.URGE, "4")
    await town.do(finish, SOON, sam, prompt.id)
    before = (await town.prompt(prompt), await town.said(prompt), await town.count(events_table))
    assert (await town.do(answer, SOON, sam, prompt.id, Q.MOOD, "low")).status is AnswerStatus.STALE
    assert (await town.do(skip_question, SOON, sam, prompt.id, Q.URGE)).status is AnswerStatus.STALE
    assert (await town.do(one_tap, SOON, sam, prompt.id, DayInOneTap.OK)).status is AnswerStatus.STALE
    assert (await town.do(snooze, SOON, sam, prompt.id)).status is AnswerStatus.STALE
    assert (await town.do(write_words, SOON, sam, prompt.id, "hello")).status is AnswerStatus.STALE
    assert (await town.prompt(prompt), await town.said(prompt), await town.count(events_table)) == before


async def test_nobody_acts_on_another_persons_check_in(town: Town) -> None:
    """With somebody else's id every act is refused and nothing changes."""
    sam, prompt = await open_check_in(town)
    kim = await town.client(2, at=None)
    assert (await town.do(answer, SOON, kim, prompt.id, Q.MOOD, "ok")).status is AnswerStatus.UNKNOWN
    assert (await town.do(skip_question, SOON, kim, prompt.id, Q.MOOD)).status is AnswerStatus.UNKNOWN
    assert (await town.do(one_tap, SOON, kim, prompt.id, DayInOneTap.OK)).status is AnswerStatus.UNKNOWN
    assert (await town.do(write_words, SOON, kim, prompt.id, "hello")).status is AnswerStatus.UNKNOWN
    assert (await town.do(finish, SOON, kim, prompt.id)).status is AnswerStatus.UNKNOWN
    assert (await town.do(add_late, SOON, kim, prompt.id)).status is AnswerStatus.UNKNOWN
    assert (await town.do(resume, SOON, kim, prompt.id)).status is AnswerStatus.UNKNOWN
    assert (await town.do(snooze, SOON, kim, prompt.id)).status is AnswerStatus.UNKNOWN
    assert (await town.do(answer, SOON, sam, prompt.id + 99, Q.MOOD, "ok")).status is AnswerStatus.UNKNOWN
    assert await town.do(not_today, SOON, kim, prompt.id) is AnswerStatus.UNKNOWN
    assert not await town.do(share_words, SOON, kim, prompt.id)
    assert await town.prompt(prompt) == prompt


async def test_a_forged_answer_is_refused(town: Town) -> None:
    """Values of no button and items of another's toolkit change nothing."""
    sam, prompt = await open_check_in(town)
    kim = await town.client(2, at=None)
    theirs = await town.do(_item, SOON, kim, "Tea")
    for question, value in ((Q.MOOD, "great"), (Q.URGE, "9"), (Q.HELPED, str(theirs)), (Q.WORDS, "x")):
        assert (await town.do(answer, SOON, sam, prompt.id, question, value)).status is AnswerStatus.UNKNOWN
    assert await town.said(prompt) is None
    assert (await town.do(answer, SOON, sam, prompt.id, Q.HELPED, "0")).status is AnswerStatus.NEXT


async def test_a_check_in_on_demand(town: Town) -> None:
    """At any time a client may begin one; asking twice shows the same one below; done today is said."""
    sam = await town.client(at=None)
    assert await town.do(start_now, "2026-11-20T23:30", sam) is Started.NEW
    (prompt,) = await town.prompts(sam)
    assert (prompt.plan_id, prompt.slot, prompt.next_step) == (None, "23:30", PromptStep.CLOSE)
    assert await town.waiting(sam) == [f"send p{prompt.id}:ask"]
    await town.deliver("2026-11-20T23:30")
    assert await town.do(start_now, "2026-11-20T23:31", sam) is Started.SHOWN
    assert await town.waiting(sam) == ["strip", "send"]
    await town.do(answer, "2026-11-20T23:32", sam, prompt.id, Q.MOOD, "ok")
    await town.do(finish, "2026-11-20T23:32", sam, prompt.id)
    assert await town.do(start_now, "2026-11-20T23:33", sam) is Started.DONE_TODAY
    assert await town.do(start_now, "2026-11-21T00:10", sam) is Started.NEW
    assert await town.count(prompts_table) == 2


async def test_asking_for_a_check_in_that_closed_today_adds_it_late(town: Town) -> None:
    """Half an hour after it closed, today's check-in is taken up once more instead of a second one."""
    sam, prompt = await closed_check_in(town)
    assert await town.do(start_now, "2026-11-20T22:30", sam) is Started.LATE
    assert (await town.prompt(prompt)).late
    assert await town.count(prompts_table) == 1


async def test_asking_while_one_is_open_ends_its_reminder(town: Town) -> None:
    """The open one comes below, and counts as begun."""
    sam, prompt = await open_check_in(town)
    assert await town.do(start_now, SOON, sam) is Started.SHOWN
    assert (await town.prompt(prompt)).next_step is PromptStep.CLOSE
