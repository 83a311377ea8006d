"""Taking a check-in up, keeping what was said at once, and finishing it: what every answering act shares."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from care import closing, proposals, say
from care.closing import Ending
from care.milestone import tell_milestone
from care.riding import tell_card
from care.smoking_change import tell_team
from care.soft import is_soft
from db import check_ins, events, prompts
from db.tx import Tx
from programme.check_in import CheckIn, Question
from programme.course import WHOLE
from programme.prompt import LATE_FOR, Prompt, PromptState, Step


class Took(StrEnum):
    """What became of a tap or of words."""

    NEXT = "next"  # kept; `question` is asked now
    FINISHED = "finished"
    STALE = "stale"  # it belongs to a check-in that is over
    TOO_LATE = "too_late"  # it closed more than two days ago
    UNKNOWN = "unknown"  # not theirs, or no answer to that question


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer, and which question stands now. `late`: after the check-in had closed."""

    took: Took
    question: Question | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A check-in that takes answers. `keep`: the person agreed that answers stay when it is over."""

    prompt: Prompt
    said: CheckIn
    keep: bool


async def take_up(tx: Tx, person_id: int, prompt_id: int) -> TakenUp | Answered:
    """That person's check-in, if it takes answers now: open, or closed for less than two days."""
    found = await check_ins.taken_up(tx, prompt_id, person_id)
    if found is None:
        return Answered(Took.UNKNOWN)
    prompt = found[0]
    if prompt.is_open or prompt.may_be_late(tx.now):
        return TakenUp(*found)
    ended = prompt.state in (PromptState.EXPIRED, PromptState.PART)
    return Answered(Took.TOO_LATE if ended else Took.STALE)


async def keep(
    tx: Tx, taken: TakenUp, said: CheckIn, what: Mapping[str, Any], *, words: str | None = None,
    on_reminder: bool = False,
) -> Answered:  # fmt: skip
    """Keep what is said by now, and finish when nothing is left to ask. `what` is the new part of it, as codes.

    `on_reminder`: it was said on the reminder, which keeps its buttons, as the closing words stand there.

    The event names the question; the answer itself only where the person agreed that answers are kept.
    """
    prompt = await touch(tx, taken.prompt, says_something=said.says_something, on_reminder=on_reminder)
    await check_ins.save(tx, said)
    if words is not None:
        await check_ins.save_words(tx, prompt.id, prompt.person_id, words)
    known = what if taken.keep else {name: code for name, code in what.items() if name == "question"}
    data = {"prompt_id": prompt.id, **known, "late": prompt.late}
    await events.add(tx, "CheckInAnswered", prompt.person_id, prompt.person_id, data)
    if said.is_complete:
        return await wind_up(tx, prompt, said)
    return Answered(Took.NEXT, said.next_question, prompt.late)


async def touch(tx: Tx, prompt: Prompt, *, says_something: bool, on_reminder: bool = False) -> Prompt:
    """The person is at it: no reminder, no return; once closed it counts as late. Gives the prompt as it is now."""
    after = replace(prompt, seen_at=prompt.seen_at or tx.now)
    if says_something:
        after = replace(after, answered_at=prompt.answered_at or tx.now)
    if prompt.is_open:
        after = replace(after, next_step=Step.CLOSE, next_at=prompt.closes_at)
    else:
        assert prompt.closes_at is not None, "what may be late has closed"
        state = PromptState.PART if after.answered_at else prompt.state
        after = replace(after, late=True, state=state, next_step=Step.CLOSE, next_at=prompt.closes_at + LATE_FOR)
    await prompts.save_progress(tx, prompt, after)
    if prompt.seen_at is None and prompt.reminded_at is not None and not on_reminder:
        await say.retire_named(tx, prompt.person_id, "reminder", prompt.id)
    return after


async def wind_up(tx: Tx, prompt: Prompt, said: CheckIn) -> Answered:
    """It is over: done, or passed over where nothing was said."""
    state = PromptState.DONE if said.says_something else PromptState.SKIPPED
    if state is PromptState.DONE:
        await tell_milestone(tx, prompt, said)
    await closing.close_many(tx, [Ending(prompt, state)], actor_id=prompt.person_id)
    if state is PromptState.DONE:
        await tell_team(tx, prompt, said)
    if state is not PromptState.DONE or await is_soft(tx, prompt.person_id):
        return Answered(Took.FINISHED, None, prompt.late)  # after a crisis card nothing rides along
    if await tell_card(tx, prompt, said) is None:
        await proposals.consider(tx, prompt, said)
    return Answered(Took.FINISHED, None, prompt.late)


async def add_words(tx: Tx, person_id: int, prompt_id: int, words: str) -> Answered:
    """Words of their own to a check-in that is done: kept, sealed, where they may still be.

    It stays done; nothing else of it changes.
    """
    found = await check_ins.taken_up(tx, prompt_id, person_id)
    if found is None or not may_add_words(*found, tx.now):
        return Answered(Took.STALE)
    if not words:
        return Answered(Took.UNKNOWN)
    prompt, said, _ = found
    await check_ins.save(tx, said.with_words())
    await check_ins.save_words(tx, prompt.id, person_id, words)
    data = {"prompt_id": prompt.id, "question": Question.WORDS.value, "late": prompt.late}
    await events.add(tx, "CheckInAnswered", person_id, person_id, data)
    return Answered(Took.FINISHED, None, prompt.late)


def may_say_barrier(prompt: Prompt, said: CheckIn, keep: bool, now: datetime) -> bool:
    """Whether to ask what got in the way: of a whole check-in of a hard day on which they are not
    low, as long as words could be added."""
    return _takes_more(prompt, keep, now) and prompt.form in WHOLE and said.was_hard and not said.is_low


def may_add_words(prompt: Prompt, said: CheckIn, keep: bool, now: datetime) -> bool:
    """Whether words may still be added to what was said: for two days after its window, where answers are kept and
    none were asked for."""
    return _takes_more(prompt, keep, now) and not said.has_words and Question.WORDS not in said.asked


def _takes_more(prompt: Prompt, keep: bool, now: datetime) -> bool:
    """Whether something may still be added to what is done: for two days after its window, where answers are kept."""
    if prompt.state is not PromptState.DONE or prompt.closes_at is None:
        return False
    return keep and now <= prompt.closes_at + LATE_FOR
