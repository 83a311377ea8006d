"""The last check before an unprompted message is sent, what follows from it, and who cannot be reached."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from care.delivery import notices, say
from care.delivery.say import NotYet, Unwanted, Verdict, Wanted
from care.diary import entries
from care.practice import requests
from care.schedule import closing
from care.schedule.closing import PromptEnding, make_way
from care.schedule.days import busy_until
from care.supporters import clients_side
from db import events
from db.delivery import outbox, screens, speaking, wordings
from db.delivery.outbox import OutboxRow, OutboxState
from db.delivery.screens import ScreenRow
from db.people import accounts
from db.people.erasing import OF_ANSWERS
from db.schedule import days, prompts
from db.tx import Tx
from programme.delivery import CannotReach, ReachableAgain
from programme.quitting.lapses import quiet_evening_at
from programme.schedule.day import ASKING
from programme.schedule.due import GIVES_WAY, is_another_day
from programme.schedule.prompt import (
    ACTIVE_FOR,
    ASK,
    REMIND,
    REMIND_AFTER,
    RETURN,
    PromptState,
    PromptToSend,
    of_key,
    prompt_key,
)
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import is_quiet, quiet_end_after

LONGEST_EVENING = timedelta(days=2)  # from a lapse to the end of its night
_ARRIVED = (OutboxState.DELIVERED, OutboxState.UNCERTAIN)
_OVER = {
    PromptState.REPLACED: ReasonCode.NEWER,
    PromptState.EXPIRED: ReasonCode.CLOSED,
    PromptState.CANCELLED: ReasonCode.ENDED,
    PromptState.PAUSED: ReasonCode.ENDED,
}
# Somebody else has recorded what became of the prompt.
_SETTLED = {ReasonCode.NEWER, ReasonCode.CLOSED, ReasonCode.ENDED, ReasonCode.ANSWERED}


async def check_before_send(tx: Tx, row: OutboxRow) -> Verdict:
    """Whether a prompt is still wanted at the moment of sending.

    - Nothing goes to somebody who left, took back their yes, or cannot be reached; and nothing of a plan in a pause.
    - No question goes out that is over, and no reminder to somebody who has begun; and none on an evening that is left
      in peace since it was put down.
    - Nothing new goes out at night; what would be too late in the morning does not go at all (FIELD S4, S13).
    - Nor does a question or reminder whose local date is not today where they are now: see programme.schedule.due
      (S10).
    - Words between a supporter and a client: see care.supporters.clients_side. The look-back: see care.diary.entries.
      That we were wrong: see care.delivery.notices. That somebody else is there now: see care.delivery.notices.
    - A reminder follows its question by half an hour at the least, and never comes alone.
    - Nobody is interrupted in the middle of something: it waits until that is over, or until it is too late (FIELD S8).
      An older question that they were at meanwhile is closed before a new one comes.
    """
    key = of_key(row.key)
    if row.verb == "send" and key is None:
        verdict = await _of_no_prompt(tx, row)
        return _wait(row, verdict.until) if isinstance(verdict, NotYet) else verdict
    if row.verb != "send" or key is None:
        return Wanted()  # a silent change of what is there, or no prompt's
    seen = await prompts.to_send(tx, key[0])
    if seen is None:
        return Unwanted(ReasonCode.GONE)
    reason = _why_not(tx.now, row, key[1], seen) or await _on_quiet_evening(tx, seen)
    if reason is not None:
        return Unwanted(reason)
    if is_quiet(tx.now, seen.zone):
        return _wait(row, quiet_end_after(tx.now, seen.zone))
    if not key[1].startswith(RETURN) and is_another_day(seen.prompt, tx.now, seen.zone):
        return Unwanted(ReasonCode.TOO_LATE)
    busy = await busy_until(tx, row.person_id, seen.last_seen_at, seen.awaiting, seen.prompt.id)
    if busy is not None:
        return _wait(row, busy)
    if key[1] == REMIND:
        return await _after_its_question(tx, row, key[0])
    await _make_way(tx, seen)
    return Wanted()


async def _of_no_prompt(tx: Tx, row: OutboxRow) -> Verdict:
    if (passed := clients_side.words_of_key(row.key)) is not None:
        verdict = await clients_side.check_words(tx, passed)
        if verdict != Wanted():
            return verdict
        busy = await busy_until(tx, row.person_id, *await accounts.last_seen_at(tx, row.person_id))
        return NotYet(busy) if busy else verdict
    if (smoked_id := entries.smoked_of_key(row.key)) is not None:
        return await entries.check_stress_follow_up(tx, smoked_id, row.person_id)
    if (erratum_id := notices.erratum_of_key(row.key)) is not None:
        return await notices.check_erratum(tx, erratum_id, row.person_id)
    return await notices.check_handed_over(tx, row.person_id) if notices.is_handed_over_key(row.key) else Wanted()


async def _make_way(tx: Tx, seen: PromptToSend) -> None:
    """What they were answering when this one came due, and left, is over now that it comes."""
    new = seen.prompt
    asks = new.kind in ASKING and new.opened_at is not None and seen.last_seen_at is not None
    if not asks or new.opened_at - seen.last_seen_at > ACTIVE_FOR:  # type: ignore[operator]  # both are there
        return
    found = [one for one in await prompts.open_of(tx, new.person_id) if one.id < new.id and one.kind in ASKING]
    await make_way(tx, found)


def _why_not(now: datetime, row: OutboxRow, what: str, seen: PromptToSend) -> ReasonCode | None:
    if not seen.wanted:
        return ReasonCode.WITHDRAWN
    if not seen.reachable:
        return ReasonCode.BLOCKED
    if not seen.prompt.is_open:
        return _OVER.get(seen.prompt.state, ReasonCode.ANSWERED)
    if seen.pause is not None and seen.pause.covers(now):
        return ReasonCode.PAUSED
    if what == REMIND and seen.prompt.seen_at is not None:
        return ReasonCode.ANSWERED
    return ReasonCode.TOO_LATE if row.not_after is not None and row.not_after <= now else None


async def _on_quiet_evening(tx: Tx, seen: PromptToSend) -> ReasonCode | None:
    """Why nothing is asked just now, where they told of a lapse, or left smoking for tonight, since it was put down."""
    if seen.prompt.kind not in GIVES_WAY or seen.prompt.plan_id is None:
        return None
    found = await days.evenings_of_people(tx, [seen.prompt.person_id], tx.now - LONGEST_EVENING)
    return quiet_evening_at(tx.now, found.get(seen.prompt.person_id, []), seen.zone)


async def _after_its_question(tx: Tx, row: OutboxRow, prompt_id: int) -> Verdict:
    ask = await outbox.of_key(tx, prompt_key(prompt_id, ASK))
    if ask is None or ask.state not in (*_ARRIVED, OutboxState.WAITING, OutboxState.SENDING):
        return Unwanted(ReasonCode.NOT_ASKED)
    soonest = (ask.ended_at if ask.state in _ARRIVED and ask.ended_at else tx.now) + REMIND_AFTER
    return Wanted() if soonest <= tx.now else _wait(row, soonest)


def _wait(row: OutboxRow, until: datetime) -> NotYet | Unwanted:
    return NotYet(until) if row.not_after is None or until < row.not_after else Unwanted(ReasonCode.TOO_LATE)


async def on_not_sent(tx: Tx, row: OutboxRow, reason: str) -> None:
    """That row was given up. A question that so never came is recorded as missed by us, or as "cannot reach"; never as
    the person's silence. Where it was given up because the prompt is over, nothing changes, but where it closed while
    we were at it and surely did not get through."""
    key, closed = of_key(row.key), reason == ReasonCode.CLOSED and not row.ambiguous
    is_settled = reason in _SETTLED and not closed
    if key is None or row.verb != "send" or is_settled or not key[1].startswith((ASK, RETURN)):
        return
    prompt = await prompts.get(tx, key[0])
    silent = (PromptState.EXPIRED,) if closed else (PromptState.OPEN, PromptState.EXPIRED)
    if prompt is None or prompt.state not in silent or prompt.answered_at:
        return
    await say.refresh_prompts(tx, {prompt.id: prompt.person_id}, ReasonCode.CLOSED)
    why = ReasonCode.TOO_LATE if closed else reason
    await closing.close_many(tx, [PromptEnding(prompt, _unsent(why), why)])


def _unsent(reason: str) -> PromptState:
    if reason in (ReasonCode.WITHDRAWN, ReasonCode.GONE):
        return PromptState.CANCELLED
    if reason == ReasonCode.PAUSED:
        return PromptState.PAUSED
    if reason in (ReasonCode.LAPSE, ReasonCode.TONIGHT):
        return PromptState.SKIPPED
    return PromptState.CANNOT_REACH if reason == ReasonCode.BLOCKED else PromptState.MISSED_BY_US


PREGNANT: Final = "pregnant"  # a view of the screen "medicines"
# Screens of which some say to everybody that nothing is kept; to who keeps no answers, OF_ANSWERS say so.
SAY_SO: Final = frozenset({"caffeine", "medicines", "withdrawal"})


def says_so(name: str, args: Mapping[str, Any]) -> bool:
    """Whether that screen, drawn from these codes, says that nothing is kept of what they tell."""
    match name:
        case "caffeine":
            return "drinks" in args
        case "withdrawal":
            return "felt" in args
        case "medicines":
            return args.get("view") == PREGNANT
    return False


async def forget_shown(tx: Tx, row: ScreenRow) -> None:
    """That screen arrived, drawn from the codes in `row`: they are forgotten, and so is which texts it had.

    Not where something else is to be drawn there now: that arrives too. Its buttons carry what follows from them.
    """
    if not says_so(row.name, row.args) or await outbox.has_waiting(tx, row.id, "edit"):
        return
    now_there = await screens.get(tx, row.id)
    if now_there is not None and (now_there.name, now_there.args) == (row.name, row.args):
        await _forget(tx, [row.id])


async def forget_rest(tx: Tx, since: datetime, before: datetime) -> int:
    """The same for what was made between these moments and never known to arrive; how many screens that were.

    Of who never agreed to have answers kept the codes go on all screens of OF_ANSWERS: some of them are answers.
    """
    found = await screens.with_codes(tx, SAY_SO, since, before)
    told = [row.id for row in found if says_so(row.name, row.args)]
    unkept = await screens.with_codes(tx, OF_ANSWERS, since, before, unkept=True)
    await _forget(tx, told)
    await screens.forget_args(tx, [row.id for row in unkept])
    return len({*told, *(row.id for row in unkept)})


async def _forget(tx: Tx, screen_ids: list[int]) -> None:
    await screens.forget_args(tx, screen_ids)
    await wordings.forget(tx, screen_ids)


async def cannot_reach(tx: Tx, person_id: int) -> bool:
    """Nothing unasked goes to that person (locked) from now on; False where that was known.

    - What waits to be sent to them unasked is not sent later either, nor an answer that was put down for later.
    - A check-in whose question never went out is recorded as "cannot reach".
    - What somebody asked of them as a practitioner is passed on to the next in line at once.
    """
    person = await accounts.get(tx, person_id)
    if person is None or person.cannot_reach_since is not None:
        return False
    await accounts.set_cannot_reach(tx, person_id, tx.now)
    await requests.pass_over(tx, person_id)
    await events.add(tx, person_id, CannotReach(tx.now))
    keys = map(of_key, await speaking.cancel_prompts_of(tx, person_id, ReasonCode.BLOCKED))
    unasked = {key[0] for key in keys if key is not None and key[1] == ASK}
    waiting = [one for one in await prompts.open_of(tx, person_id) if one.id in unasked]
    await say.retire_prompts(tx, {one.id: one.person_id for one in waiting}, ReasonCode.BLOCKED)
    await closing.close_many(tx, [PromptEnding(one, PromptState.CANNOT_REACH, ReasonCode.BLOCKED) for one in waiting])
    return True


async def reachable_again(tx: Tx, person_id: int) -> bool:
    """That person (locked) is back; what was due meanwhile is not sent, but what somebody asked of them as a
    practitioner is, what became of what they asked, and who is there for them now. False where they were not away."""
    person = await accounts.get(tx, person_id)
    if person is None or person.cannot_reach_since is None:
        return False
    await accounts.set_cannot_reach(tx, person_id, None)
    await events.add(tx, person_id, ReachableAgain(person.cannot_reach_since))
    if person.is_practitioner:
        await requests.tell_again(tx, person)
    await requests.tell_client_again(tx, person_id)
    await notices.tell_handed_over_again(tx, person_id)
    return True
