"""Working on what is in the way: named, ideas about it, one picked to try, and how that went."""

from dataclasses import replace
from datetime import date

from care.card_told import last_told
from care.quit_date import today_of
from care.toolkit import keeps_words
from db import events, own_words
from db.tx import Tx
from programme.card import Card, Ride
from programme.own_words import OwnWords, Purpose
from programme.people import Person
from programme.problem import Problem, Tried, review_due
from programme.toolkit import clean_words

_OVER = "over"  # the code of a barrier that was worked on and is history now


async def current(tx: Tx, person: Person) -> Problem | None:
    """What they work on now: one thing at a time."""
    found = await own_words.of_person(tx, person.id, {Purpose.BARRIER, Purpose.IDEA})
    barrier = next((one for one in reversed(found) if one.purpose is Purpose.BARRIER), None)
    return None if barrier is None else Problem(barrier, [one for one in found if one.about_id == barrier.id])


async def tried_before(tx: Tx, person: Person) -> list[OwnWords]:
    """Every idea of which they said how it went, newest first."""
    found = await own_words.of_person(tx, person.id, {Purpose.IDEA})
    return [one for one in reversed(found) if one.code is not None]


async def name_problem(tx: Tx, person: Person, text: str) -> int | None:
    """What is in the way; where they work on something, it is put in these words. Gives its id.

    None where there are no words in it, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = await current(tx, person)
    if there is not None:
        await own_words.change(tx, replace(there.barrier, words=words))
        return there.barrier.id
    made = await own_words.add(tx, person.id, Purpose.BARRIER, words)
    await events.add(tx, "ProblemNamed", person.id, person.id, {"problem": made})
    return made


async def add_idea(tx: Tx, person: Person, text: str) -> int | None:
    """An idea about what they work on; what is there in the same words is that one. Gives its id.

    None where there are no words in it, nothing is worked on, or there are three ideas that were not tried.
    """
    words, there = clean_words(text), await current(tx, person)
    if words is None or there is None or not await keeps_words(tx, person):
        return None
    same = next((one.id for one in there.ideas if one.words == words and one.code is None), None)
    if same is not None or not there.room:
        return same
    made = await own_words.add(tx, person.id, Purpose.IDEA, words, about_id=there.barrier.id)
    await events.add(tx, "IdeaAdded", person.id, person.id, {"idea": made})
    return made


async def pick_idea(tx: Tx, person: Person, idea_id: int, on: date) -> bool:
    """They try that one, from that day of theirs on, and no other; False where it is not there to be tried."""
    there = await current(tx, person)
    picked = next((one for one in there.ideas if one.id == idea_id and one.code is None), None) if there else None
    if there is None or picked is None:
        return False
    if there.trying is not None and there.trying.id != idea_id:
        await own_words.change(tx, replace(there.trying, on_date=None))
    await own_words.change(tx, replace(picked, on_date=on))
    await events.add(tx, "IdeaPicked", person.id, person.id, {"idea": idea_id, "on": on.isoformat()})
    return True


async def tell_tried(tx: Tx, person: Person, idea_id: int, how: Tried | None) -> bool:
    """How that idea of theirs went. None: not tried so far, or that was a slip; it is asked about later on."""
    there = await current(tx, person)
    idea = next((one for one in there.ideas if one.id == idea_id and one.on_date), None) if there else None
    if idea is None:
        return False
    on = today_of(tx.now, person) if how is None and idea.code is None else idea.on_date
    await own_words.change(tx, replace(idea, code=how, on_date=on))
    await events.add(tx, "IdeaTried", person.id, person.id, {"idea": idea_id, "how": how and how.value})
    return True


async def end_problem(tx: Tx, person: Person, problem_id: int, *, back: bool = False) -> bool:
    """They leave it at that; `back`: they go on with it after all. Where nothing was tried, it goes a day later."""
    barrier, there = await own_words.get(tx, problem_id, person.id), await current(tx, person)
    if barrier is None or barrier.purpose is not Purpose.BARRIER or (back and there is not None):
        return False
    tried = there is not None and any(one.code for one in there.ideas)
    if not back:
        await own_words.change(tx, replace(barrier, code=_OVER if tried else None))
    await own_words.end(tx, problem_id, person.id, None if back else tx.now)
    await events.add(tx, "ProblemBack" if back else "ProblemLeft", person.id, person.id, {"problem": problem_id})
    return True


async def problem_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """The idea to be asked about in that check-in, some days after it was to be tried; once for each such day."""
    there = await current(tx, person)
    trying = there.trying if there is not None else None
    if trying is None or trying.on_date is None or not review_due(trying.on_date, ride.on):
        return None
    asked_at = await last_told(tx, person.id, Card.PROBLEM, trying.id)
    return None if asked_at is not None and today_of(asked_at, person) > trying.on_date else trying.id
