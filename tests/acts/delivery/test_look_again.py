"""The last look before something unasked goes out, and what is recorded when it does not go."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from care.check_in.answers import answer
from care.check_in.starting import not_today
from care.craving import rate_craving, try_one
from care.delivery.check_before_send import cannot_reach, check_before_send, on_not_sent, reachable_again
from care.delivery.say import NotYet, Unwanted, Wanted
from care.practice.sessions import set_session
from care.quitting.dates import set_quit_date
from care.quitting.lapses import tell_smoked
from care.schedule.plans import end_plans
from db.delivery.outbox import OutboxRow, Rank
from db.tables import clients
from db.tables import outbox as outbox_table
from db.tx import Tx
from programme.check_in.answers import Question
from programme.craving import CravingMeans
from programme.people.person import Person
from programme.schedule.plan import SESSION_AFTER
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from tests.acts.town import Town, utc

S = PromptState
OPENS = "2026-11-20T18:30"
SOON = "2026-11-20T18:31"
REMINDS = "2026-11-20T20:15"


async def waiting_ask(town: Town) -> tuple[Person, Prompt, OutboxRow]:
    """Sam, this evening's check-in, and its question waiting to be sent."""
    sam = await town.client()
    await town.open_due(OPENS)
    (prompt,) = await town.prompts(sam)
    (row,) = await town.outbox(sam)
    return sam, prompt, row


async def waiting_reminder(town: Town, asked_at: str | None) -> tuple[Person, Prompt, OutboxRow]:
    """Sam, this evening's check-in, delivered then or still waiting, and its reminder waiting to be sent."""
    sam, prompt, _ = await waiting_ask(town)
    if asked_at:
        await town.deliver(asked_at)
    await town.tend(REMINDS)
    return sam, prompt, (await town.outbox(sam))[-1]


async def test_an_open_question_is_wanted(town: Town) -> None:
    """Nothing changed since it was put down, so it goes."""
    _, _, row = await waiting_ask(town)
    assert await town.do(check_before_send, SOON, row) == Wanted()


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("leaves", "withdrawn"),
        ("takes back the yes", "withdrawn"),
        ("blocks us", "blocked"),
        ("says not today", "answered"),
        ("is too late", "too late"),
        ("ends it", "withdrawn"),
    ],
)
async def test_a_question_that_is_unwanted_by_now_does_not_go(town: Town, what: str, reason: str) -> None:
    """Every reason is looked at in the moment of sending, also where nothing cancelled the row before."""
    sam, prompt, row = await waiting_ask(town)
    now = SOON
    match what:
        case "leaves":
            await town.do(_leave, SOON, sam)
        case "takes back the yes":
            await town.choose(SOON, sam, check_in=False)
        case "ends it":
            await town.choose(SOON, sam, check_in=False)
            await town.do(end_plans, SOON, sam.id)
        case "blocks us":
            await town.do(cannot_reach, SOON, sam.id)
        case "says not today":
            await town.do(not_today, SOON, sam, prompt.id)
        case "is too late":
            now = "2026-11-20T22:00"
    assert await town.do(check_before_send, now, row) == Unwanted(ReasonCode(reason))


async def _leave(tx: Tx, person: Person) -> None:
    await tx.run(update(clients).where(clients.c.person_id == person.id).values(left_at=tx.now))


async def test_what_waits_to_be_asked_is_not_asked_after_a_lapse(town: Town) -> None:
    """A question that was put down before they told of it, and waits, gives way to that evening, and is no silence."""
    sam = await town.client()
    await town.do(set_quit_date, "2026-11-20T12:00", sam, date(2026, 11, 18))
    await town.do(set_session, "2026-11-20T12:00", sam, sam.id, utc("2026-11-20T18:00"))
    await town.open_due("2026-11-20T20:00")
    (asked,) = [one for one in await town.prompts(sam) if one.kind == SESSION_AFTER]
    await town.do(tell_smoked, "2026-11-20T20:01", sam)
    row = next(one for one in await town.outbox(sam) if one.key == f"p{asked.id}:ask")
    assert await town.do(check_before_send, "2026-11-20T20:02", row) == Unwanted(ReasonCode.LAPSE)
    await town.do(on_not_sent, "2026-11-20T20:02", row, ReasonCode.LAPSE)
    assert ((await town.prompt(asked)).state, (await town.prompt(asked)).reason) == (S.SKIPPED, ReasonCode.LAPSE)


async def test_nothing_new_goes_out_at_night(town: Town) -> None:
    """What may still be sent in the morning waits until seven; what may not is too late."""
    _, _, row = await waiting_ask(town)
    night = "2026-11-20T23:00"
    forever = replace(row, not_after=None)
    assert await town.do(check_before_send, night, forever) == NotYet(utc("2026-11-21T07:00"))
    ends = replace(row, not_after=utc("2026-11-21T06:00"))
    assert await town.do(check_before_send, night, ends) == Unwanted(ReasonCode.TOO_LATE)


async def test_a_silent_change_and_a_prompt_of_nobody_may_go(town: Town) -> None:
    """Edits wake nobody, so they go; rows that belong to no prompt have no say here."""
    _, _, row = await waiting_ask(town)
    edit = replace(row, verb="edit", key=None)
    assert await town.do(check_before_send, "2026-11-20T23:00", edit) == Wanted()
    notice = replace(row, key="week:1", rank=Rank.PROMPT)
    assert await town.do(check_before_send, SOON, notice) == Wanted()


async def test_a_reminder_keeps_its_distance_from_the_question(town: Town) -> None:
    """It follows the question by half an hour at least, also where the question arrived late."""
    _, _, row = await waiting_reminder(town, "2026-11-20T20:10")
    assert await town.do(check_before_send, REMINDS, row) == NotYet(utc("2026-11-20T20:40"))
    assert await town.do(check_before_send, "2026-11-20T20:40", row) == Wanted()


async def test_a_reminder_never_comes_alone_or_to_somebody_who_has_begun(town: Town) -> None:
    """While the question still waits so does the reminder; with the first tap it is not wanted any more."""
    sam, prompt, row = await waiting_reminder(town, None)
    assert await town.do(check_before_send, REMINDS, row) == NotYet(utc("2026-11-20T20:45"))
    await town.deliver(OPENS)
    await town.do(answer, REMINDS, sam, prompt.id, Question.MOOD, "ok")
    assert await town.do(check_before_send, "2026-11-20T21:00", row) == Unwanted(ReasonCode.ANSWERED)


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("late", S.MISSED_BY_US),
        ("too late", S.MISSED_BY_US),
        ("bad request", S.MISSED_BY_US),
        ("blocked", S.CANNOT_REACH),
        ("withdrawn", S.CANCELLED),
    ],
)
async def test_a_question_that_never_came_is_no_silence(town: Town, reason: str, state: PromptState) -> None:
    """Whatever kept it back, the record says so and nothing more happens to that prompt."""
    sam, prompt, row = await waiting_ask(town)
    await town.do(on_not_sent, "2026-11-20T19:00", row, reason)
    after = await town.prompt(prompt)
    assert (after.state, after.reason, after.next_at) == (state, reason, None)
    assert await town.tend(REMINDS) == await town.tend("2026-11-20T22:00")
    assert await town.waiting(sam) == []


@pytest.mark.parametrize("reason", ["newer", "closed", "answered", "ended"])
async def test_what_was_settled_otherwise_stays(town: Town, reason: str) -> None:
    """A row that was given up because its prompt is over tells nothing new."""
    _, prompt, row = await waiting_ask(town)
    await town.do(on_not_sent, "2026-11-20T19:00", row, reason)
    assert await town.prompt(prompt) == prompt


@pytest.mark.parametrize(("hidden", "state"), [(0, S.MISSED_BY_US), (1, S.EXPIRED)])
async def test_what_we_were_at_when_it_closed_is_silence_where_it_may_have_come(
    town: Town, hidden: int, state: PromptState
) -> None:
    """The check-in closes in mid-call, as nobody answers: missed by us where that call surely did not get through."""
    _, prompt, row = await waiting_ask(town)
    await town.database.write(lambda tx: tx.run(update(outbox_table).values(state="sending")))
    await town.tend("2026-11-20T23:00")
    assert (await town.prompt(prompt)).state is S.EXPIRED
    await town.do(on_not_sent, "2026-11-20T23:01", replace(row, ambiguous=hidden), "closed")
    assert (await town.prompt(prompt)).state is state


async def test_an_answer_is_worth_more_than_a_lost_question(town: Town) -> None:
    """Whoever has answered has answered, even if Telegram says the message never came; a lost reminder is nothing."""
    sam, prompt, row = await waiting_ask(town)
    await town.do(answer, SOON, sam, prompt.id, Question.MOOD, "ok")
    before = await town.prompt(prompt)
    await town.do(on_not_sent, "2026-11-20T19:00", row, "late")
    remind = replace(row, key=f"p{prompt.id}:remind")
    await town.do(on_not_sent, "2026-11-20T19:00", remind, "late")
    assert await town.prompt(prompt) == before


async def test_blocking_us_cancels_what_waits(town: Town) -> None:
    """The question that waits is not sent later; the record says cannot reach; the way back sends no backlog."""
    sam, prompt, _ = await waiting_ask(town)
    assert await town.do(cannot_reach, SOON, sam.id)
    assert not await town.do(cannot_reach, "2026-11-20T18:32", sam.id)
    assert await town.waiting(sam) == []
    assert (await town.prompt(prompt)).state is S.CANNOT_REACH
    assert await town.do(reachable_again, "2026-11-20T19:00", sam.id)
    assert not await town.do(reachable_again, "2026-11-20T19:01", sam.id)
    assert await town.waiting(sam) == []
    kinds = [one.kind for one in await town.events(sam)]
    assert kinds == ["PlanSet", "CheckInOpened", "CannotReach", "CannotReach", "ReachableAgain"]


async def test_blocking_us_lets_go_of_what_was_put_down_for_later(town: Town) -> None:
    """Nobody who blocked us is asked how a craving is ten minutes after it."""
    sam = await town.client()
    craving = await town.do(rate_craving, SOON, sam, 4)
    await town.do(lambda tx: try_one(tx, sam, craving, CravingMeans.BREATHE), SOON)
    assert [row.not_before for row in await town.outbox(sam)] == [utc("2026-11-20T18:41")]
    await town.do(cannot_reach, "2026-11-20T18:35", sam.id)
    assert await town.waiting(sam) == []


async def test_a_question_that_arrived_stays_when_they_block_us(town: Town) -> None:
    """What they have seen stays open until its close."""
    sam, prompt, _ = await waiting_ask(town)
    await town.deliver(SOON)
    await town.do(cannot_reach, "2026-11-20T19:00", sam.id)
    assert (await town.prompt(prompt)).state is S.OPEN


async def test_a_question_that_telegram_refused_does_not_come_back_as_an_edit(town: Town) -> None:
    """Where no message is in the chat, there is nothing to edit and no buttons to take."""
    sam, _, row = await waiting_ask(town)
    refused = update(outbox_table).where(outbox_table.c.id == row.id).values(state="refused", ended_at=utc(SOON))
    await town.database.write(lambda tx: tx.run(refused))
    await town.do(on_not_sent, SOON, row, "bad request")
    assert await town.waiting(sam) == []


async def test_a_question_in_mid_send_is_edited_once_it_is_there(town: Town) -> None:
    """What may be in the chat by now gets its kind close all the same."""
    sam, prompt, row = await waiting_ask(town)
    sending = update(outbox_table).where(outbox_table.c.id == row.id).values(state="sending")
    await town.database.write(lambda tx: tx.run(sending))
    await town.tend("2026-11-20T22:00")
    assert await town.waiting(sam) == ["edit"]
    assert (await town.prompt(prompt)).state is S.EXPIRED
    await town.do(on_not_sent, "2026-11-20T22:00:01", row, "bad request")
    assert (await town.prompt(prompt)).state is S.MISSED_BY_US
