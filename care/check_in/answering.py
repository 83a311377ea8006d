"""What every act of answering shares: finding the check-in, keeping an answer at once, and finishing it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from care.check_in.closing_card import show_card
from care.delivery import say
from care.measures.due import tell_team
from care.quitting.progress import said_by, tell_milestone
from care.schedule import change_slot, closing
from care.schedule.closing import PromptEnding
from care.schedule.days import is_soft
from db import check_in, events, quitting
from db.delivery import screens
from db.delivery.screens import ScreenRow
from db.schedule import days, prompts
from db.tx import Tx
from programme.check_in.answers import CheckIn, Question
from programme.check_in.events import CheckInAnswered
from programme.people.person import Person
from programme.schedule.course import WHOLE, Form
from programme.schedule.pause import FORTNIGHT, asks_if_hard
from programme.schedule.plan import CHECK_IN
from programme.schedule.prompt import LATE_FOR, Prompt, PromptState, PromptStep
from programme.schedule.slots import DAY


async def asked_since(tx: Tx, prompt: Prompt, said: CheckIn) -> CheckIn:
    """`said`, with the days between that its question about cigarettes is about.

    - Where one of the days since the last answer had no check-in that reached them: what we did not ask is asked now,
      in the same question. Days on which they were asked and kept silent are nothing to catch up on.
    - From the quit date on, and about days of that try only. Before it how many a day is what counts, and no day
      between is counted.
    - The first answer ever is about its day.
    - Not about days that their own "none" to an outcome question filled. What was heard in a session fills none.
    - What was answered stays about the days that it was asked of.
    """
    if said.since is not None or said.has(Question.CIGARETTES) or Question.CIGARETTES not in said.asked:
        return said
    last = await check_in.last_said(tx, prompt.person_id, prompt.local_date)
    yesterday = prompt.local_date - DAY
    if last is None or last == yesterday:
        return said
    attempt = await quitting.current_attempt(tx, prompt.person_id)
    if attempt is None or not attempt.quit_on < prompt.local_date:
        return said
    first = max(attempt.quit_on, last + DAY)
    told = [one for one in (await said_by(tx, prompt.person_id)).said if one.attempt_id == attempt.id]
    first = max([first, *(one.last + DAY for one in told if one.most == 0 and one.by is None)])
    if first > yesterday or await _was_asked_all(tx, prompt, first):
        return said
    return replace(said, since=first)


async def _was_asked_all(tx: Tx, prompt: Prompt, first: date) -> bool:
    between = (prompt.local_date - first).days
    found = await days.days_asked(tx, prompt.person_id, first)
    return sum(first <= day < prompt.local_date for day in found) == between


class AnswerStatus(StrEnum):
    """What became of a tap or of words."""

    NEXT = "next"  # kept; `question` is asked now
    FINISHED = "finished"
    STALE = "stale"  # it belongs to a check-in that is over
    TOO_LATE = "too_late"  # it closed more than two days ago
    UNKNOWN = "unknown"  # not theirs, or no answer to that question


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer, and which question stands now. `late`: after the check-in had closed."""

    status: AnswerStatus
    question: Question | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class OpenCheckIn:
    """A check-in that takes answers. `keep`: the person agreed that answers stay when it is over."""

    prompt: Prompt
    said: CheckIn
    keep: bool


async def own_check_in(tx: Tx, person: Person, prompt_id: int | None) -> OpenCheckIn | None:
    """That check-in of theirs, whether or not it still takes answers; None for anybody else's."""
    found = await check_in.taken_up(tx, prompt_id or 0, person.id)
    return None if found is None else OpenCheckIn(*found)


async def check_in_that_asks(tx: Tx, person: Person) -> ScreenRow | None:
    """The newest check-in of theirs that waits for an answer. One that was saved or has closed is no place to go back
    to."""
    live = await screens.live_of(tx, person.id, "check_in")
    if not live or await prompts.is_adding_late(tx, person.id):
        return live[-1] if live else None
    asking = {prompt.id for prompt in await prompts.open_of(tx, person.id)}
    return next((row for row in reversed(live) if row.subject_id in asking), None)


async def may_ask_if_hard(tx: Tx, prompt: Prompt) -> bool:
    """Whether a quiet check-in asks if it was hard: by the quiet ones before it (see programme.schedule.course)."""
    before = await prompts.of_person(tx, prompt.person_id, prompt.due_at - FORTNIGHT - DAY, kind=CHECK_IN)
    quiet = (one for one in before if one.form == Form.QUIET and one.opened_at is not None and one.id < prompt.id)
    return asks_if_hard((one.local_date for one in quiet), prompt.local_date)


async def said_since(tx: Tx, person: Person, said: CheckIn, since: datetime) -> Collection[CheckIn]:
    """What they said in other check-ins that were due since then."""
    found = await prompts.of_person(tx, person.id, since)
    return (await check_in.get_many(tx, [one.id for one in found if one.id != said.prompt_id])).values()


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """What is said now: the code of the answer to a question, or that it is passed over; words have no code."""

    question: str
    value: str | None = None
    skipped: bool = False


async def take_up(tx: Tx, person_id: int, prompt_id: int) -> OpenCheckIn | Answered:
    """That person's check-in, if it takes answers now: open, or closed for less than two days."""
    found = await check_in.taken_up(tx, prompt_id, person_id)
    if found is None:
        return Answered(AnswerStatus.UNKNOWN)
    prompt = found[0]
    if prompt.is_open or prompt.may_be_late(tx.now):
        return OpenCheckIn(*found)
    ended = prompt.state in (PromptState.EXPIRED, PromptState.PART)
    return Answered(AnswerStatus.TOO_LATE if ended else AnswerStatus.STALE)


async def keep_answer(
    tx: Tx, taken: OpenCheckIn, said: CheckIn, what: AnswerPart, *, words: str | None = None,
    on_reminder: bool = False,
) -> Answered:  # fmt: skip
    """Keep what was said so far, and finish when nothing is left to ask. `what` is the new part of it.

    `on_reminder`: it was said on the reminder, which keeps its buttons, as the closing words stand there.

    The event names the question; the answer itself only where the person agreed that answers are kept.
    """
    prompt = await touch_check_in(tx, taken.prompt, says_something=said.says_something, on_reminder=on_reminder)
    await check_in.save(tx, said)
    if words is not None:
        await check_in.save_words(tx, prompt.id, prompt.person_id, words)
    told = CheckInAnswered(prompt.id, what.question, late=prompt.late)
    told = replace(told, value=what.value, skipped=what.skipped or None) if taken.keep else told
    await events.add(tx, prompt.person_id, told, actor=prompt.person_id)
    if said.is_complete:
        return await wind_up(tx, prompt, said)
    return Answered(AnswerStatus.NEXT, said.next_question, prompt.late)


async def touch_check_in(tx: Tx, prompt: Prompt, *, says_something: bool, on_reminder: bool = False) -> Prompt:
    """The person is at it: no reminder, no return; once closed it counts as late. Gives the prompt as it is now."""
    after = replace(prompt, seen_at=prompt.seen_at or tx.now)
    if says_something:
        after = replace(after, answered_at=prompt.answered_at or tx.now)
    if prompt.is_open:
        after = replace(after, next_step=PromptStep.CLOSE, next_at=prompt.closes_at)
    else:
        assert prompt.closes_at is not None, "what may be late has closed"
        state = PromptState.PART if after.answered_at else prompt.state
        after = replace(after, late=True, state=state, next_step=PromptStep.CLOSE, next_at=prompt.closes_at + LATE_FOR)
    await prompts.save_progress(tx, prompt, after)
    if prompt.seen_at is None and prompt.reminded_at is not None and not on_reminder:
        await say.retire_named(tx, prompt.person_id, "reminder", prompt.id)
    return after


async def wind_up(tx: Tx, prompt: Prompt, said: CheckIn) -> Answered:
    """It is over: done, or passed over where nothing was said."""
    state = PromptState.DONE if said.says_something else PromptState.SKIPPED
    if state is PromptState.DONE:
        await tell_milestone(tx, prompt, said)
    await closing.close_many(tx, [PromptEnding(prompt, state)], actor_id=prompt.person_id)
    if state is PromptState.DONE:
        await tell_team(tx, prompt, said)
    if state is not PromptState.DONE or await is_soft(tx, prompt.person_id):
        return Answered(AnswerStatus.FINISHED, None, prompt.late)  # after a crisis card nothing rides along
    if await show_card(tx, prompt, said) is None:
        await change_slot.consider_proposal(tx, prompt, said)
    return Answered(AnswerStatus.FINISHED, None, prompt.late)


async def add_words(tx: Tx, person_id: int, prompt_id: int, words: str) -> Answered:
    """Words of their own to a check-in that is done: kept, sealed, where they may still be.

    It stays done; nothing else of it changes.
    """
    found = await check_in.taken_up(tx, prompt_id, person_id)
    if found is None or not may_add_words(*found, tx.now):
        return Answered(AnswerStatus.STALE)
    if not words:
        return Answered(AnswerStatus.UNKNOWN)
    prompt, said, _ = found
    await check_in.save(tx, said.with_words())
    await check_in.save_words(tx, prompt.id, person_id, words)
    await events.add(
        tx,
        person_id,
        CheckInAnswered(prompt_id=prompt.id, question=Question.WORDS, late=prompt.late),
        actor=person_id,
    )
    return Answered(AnswerStatus.FINISHED, None, prompt.late)


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
