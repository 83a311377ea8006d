"""Answering a check-in. Each tap is kept at once; the caller then shows the tapped screen as it is now true.

A person acts only on their own check-ins: another's id is UNKNOWN. Acts that are not about answers live beside this
file and are named here: starting one now, putting it off, leaving it.
"""

from dataclasses import replace

from care.check_in.answering import (
    Answered,
    AnswerPart,
    AnswerStatus,
    OpenCheckIn,
    add_words,
    asked_since,
    keep_answer,
    may_say_barrier,
    take_up,
    touch_check_in,
    wind_up,
)
from care.check_in.closing_card import ask_how_many
from care.delivery.say import retire_named
from care.practice.clients import unshow_of
from db import check_in, events
from db.people import clients
from db.schedule import prompts
from db.tx import Tx
from programme.check_in.answers import NOTHING_HELPED, CheckIn, DayInOneTap, Question
from programme.check_in.events import BarrierTold, OrderPicked, WordsShared, WordsUnshared
from programme.people.person import Person, today_of
from programme.planning.goals import Barrier
from programme.quitting.follow_ups import read_date
from programme.schedule.course import Form
from programme.schedule.plan import CHECK_IN
from programme.schedule.typed import as_digits, none_as_zero

MOST_WORDS = 1000  # characters


async def answer(tx: Tx, person: Person, prompt_id: int, question: Question, value: str) -> Answered:
    """Keep that answer (a code: see CheckIn.answer). A second tap on an earlier question corrects it."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered):
        return taken
    asked = await asked_since(tx, taken.prompt, taken.said) if question is Question.CIGARETTES else taken.said
    said = asked.answer(question, value)
    if said is None or not await _own_item(tx, said):
        return Answered(AnswerStatus.UNKNOWN)
    said = await ask_how_many(tx, person, taken.prompt, said)
    return await keep_answer(tx, taken, said, AnswerPart(question.value, value))


async def type_cigarettes(tx: Tx, person: Person, prompt_id: int, text: str) -> Answered:
    """Keep how many they typed, in digits or words; or on which of several days it was, where that is asked.

    A number is no day: it is UNKNOWN there, and what they said of how many stays.
    """
    taken = await take_up(tx, person.id, prompt_id)
    value = none_as_zero(as_digits(text))
    if isinstance(taken, OpenCheckIn) and taken.said.which_day:
        day = read_date(text, today_of(tx.now, person))
        value = "" if day is None else day.isoformat()
    return await answer(tx, person, prompt_id, Question.CIGARETTES, value)


async def type_urge(tx: Tx, person: Person, text: str) -> tuple[int, Answered] | None:
    """Keep an urge, 0 to 5, that they typed in digits or words while an open check-in asks for it; gives that check-in
    too. None where none does, or it is no such number: then it is no answer."""
    for prompt in await prompts.open_of(tx, person.id):
        if prompt.kind == CHECK_IN and await stands_at(tx, person.id, prompt.id) is Question.URGE:
            answered = await answer(tx, person, prompt.id, Question.URGE, as_digits(text))
            return None if answered.status is AnswerStatus.UNKNOWN else (prompt.id, answered)
    return None


async def _own_item(tx: Tx, said: CheckIn) -> bool:
    if said.helped is None or said.helped == NOTHING_HELPED:
        return True
    return await check_in.has_toolkit_item(tx, said.person_id, said.helped)


async def stands_at(tx: Tx, person_id: int, prompt_id: int) -> Question | None:
    """The question at which that person's check-in stands; None where it takes no answers now, or asks nothing more."""
    taken = await take_up(tx, person_id, prompt_id)
    return None if isinstance(taken, Answered) else taken.said.next_question


async def skip_question(tx: Tx, person: Person, prompt_id: int, question: Question) -> Answered:
    """Pass that question over; an answer given before stays."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered):
        return taken
    said = await ask_how_many(tx, person, taken.prompt, taken.said.skip(question))
    return await keep_answer(tx, taken, said, AnswerPart(question.value, skipped=True))


async def one_tap(tx: Tx, person: Person, prompt_id: int, day: DayInOneTap) -> Answered:
    """The reminder's one tap: how the day was, and that is the whole check-in. Its questions lose their buttons."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered):
        return taken
    said = replace(taken.said, day=day, skipped=taken.said.skipped | set(taken.said.asked))
    if taken.said.form not in (Form.QUIET, Form.SOFT):  # these are themselves the question with one tap
        await retire_named(tx, person.id, "check_in", prompt_id)
    return await keep_answer(tx, taken, said, AnswerPart("day", day.value), on_reminder=True)


async def write_words(tx: Tx, person: Person, prompt_id: int, text: str) -> Answered:
    """Keep, sealed, the first MOST_WORDS characters in the person's own words; see also
    care.check_in.answering.add_words."""
    words = text.strip()[:MOST_WORDS]
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered):
        return await add_words(tx, person.id, prompt_id, words) if taken.status is AnswerStatus.STALE else taken
    if not words:
        return Answered(AnswerStatus.UNKNOWN)
    return await keep_answer(tx, taken, taken.said.with_words(), AnswerPart(Question.WORDS.value), words=words)


async def share_words(tx: Tx, person: Person, prompt_id: int, *, shared: bool = True) -> bool:
    """Show the words of that check-in to the practitioner, or no more; False where there are none of theirs."""
    if not await check_in.share(tx, prompt_id, person.id, shared=shared):
        return False
    await events.add(tx, person.id, (WordsShared if shared else WordsUnshared)(prompt_id), actor=person.id)
    if not shared:
        await unshow_of(tx, person.id)
    return True


async def say_barrier(tx: Tx, person: Person, prompt_id: int, barrier: Barrier | None) -> bool:
    """Keep what got in the way on that hard day, or take it back (None); False where that is not asked now."""
    found = await check_in.taken_up(tx, prompt_id, person.id)
    if found is None or not may_say_barrier(*found, tx.now):
        return False
    await check_in.save(tx, replace(found[1], barrier=barrier))
    await events.add(tx, person.id, BarrierTold(prompt_id=prompt_id, value=barrier), actor=person.id)
    return True


async def smoking_first(tx: Tx, person: Person) -> bool:
    """Whether a check-in asks them about smoking before mood."""
    return await clients.smoking_first(tx, person.id)


async def ask_first(tx: Tx, person: Person, *, smoking: bool) -> bool:
    """From now on their check-ins begin with smoking, or with mood; False for somebody who is no client."""
    if not person.is_client:
        return False
    await clients.ask_first(tx, person.id, smoking=smoking)
    await events.add(tx, person.id, OrderPicked(smoking), actor=person.id)
    return True


async def finish(tx: Tx, person: Person, prompt_id: int) -> Answered:
    """That is all the person wants to say."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered):
        return taken
    prompt = await touch_check_in(tx, taken.prompt, says_something=taken.said.says_something)
    return await wind_up(tx, prompt, taken.said)


async def add_late(tx: Tx, person: Person, prompt_id: int) -> Answered:
    """Take up a check-in that has closed: for two days its answers still count, marked late."""
    taken = await take_up(tx, person.id, prompt_id)
    if isinstance(taken, Answered):
        return taken
    prompt = await touch_check_in(tx, taken.prompt, says_something=taken.said.says_something)
    return Answered(AnswerStatus.NEXT, taken.said.next_question, prompt.late)
