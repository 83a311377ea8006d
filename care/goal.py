"""A client's weekly goal: set, put in other words, looked at before the session, and kept as it turned out."""

from dataclasses import replace

from care.card_told import last_told
from care.quit_date import today_of
from care.toolkit import keeps_words
from db import events, own_words, sessions
from db.tx import Tx
from programme.card import Card, Ride
from programme.goal import Outcome, review_due
from programme.own_words import OwnWords, Purpose
from programme.people import Person
from programme.toolkit import clean_words


async def current(tx: Tx, person: Person) -> OwnWords | None:
    """The goal that they have now."""
    return next(reversed(await own_words.of_person(tx, person.id, {Purpose.GOAL})), None)


async def before(tx: Tx, person: Person) -> list[OwnWords]:
    """The goals of which they said what became, newest first."""
    every = await own_words.of_person(tx, person.id, {Purpose.GOAL}, also_ended=True)
    return [one for one in reversed(every) if one.code is not None]


async def set_goal(tx: Tx, person: Person, text: str) -> int | None:
    """Keep a goal for the coming week; a goal that is there is put in these words. Gives its id.

    None where there are no words in it, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = await current(tx, person)
    if there is not None:
        await own_words.change(tx, replace(there, words=words))
        return there.id
    return await _begin(tx, person, words)


async def _begin(tx: Tx, person: Person, words: str) -> int:
    made = await own_words.add(tx, person.id, Purpose.GOAL, words, on_date=today_of(tx.now, person))
    await events.add(tx, "GoalSet", person.id, person.id, {"goal": made})
    return made


async def review_goal(tx: Tx, person: Person, goal_id: int, outcome: Outcome | None) -> bool:
    """What became of that goal of theirs, which is over with that. None: that was a slip, and it goes on.

    False where it is not theirs, or another one was begun since.
    """
    goal, there = await _own(tx, person, goal_id), await current(tx, person)
    if goal is None or (goal.ended and goal.code is None) or (there is not None and there.id != goal_id):
        return False
    await own_words.change(tx, replace(goal, code=outcome))
    await own_words.end(tx, goal_id, person.id, tx.now if outcome else None)
    data = {"goal": goal_id, "outcome": outcome and outcome.value}
    await events.add(tx, "GoalReviewed", person.id, person.id, data)
    return True


async def keep_goal(tx: Tx, person: Person, goal_id: int) -> int | None:
    """The same goal for another week; None where it is not theirs to keep on, or they have one."""
    goal = await _own(tx, person, goal_id)
    if goal is None or goal.code is None or await current(tx, person) is not None:
        return None
    return await _begin(tx, person, goal.words)


async def drop_goal(tx: Tx, person: Person, goal_id: int, *, back: bool = False) -> bool:
    """That goal goes, with nothing said of it; `back`: it stays after all."""
    goal = await _own(tx, person, goal_id)
    if goal is None or goal.code is not None or (back and await current(tx, person) is not None):
        return False
    await own_words.end(tx, goal_id, person.id, None if back else tx.now)
    await events.add(tx, "GoalBack" if back else "GoalDropped", person.id, person.id, {"goal": goal_id})
    return True


async def goal_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """The goal to be asked about in that check-in: before the session, or after seven days."""
    goal = await current(tx, person)
    if goal is None or goal.on_date is None:
        return None
    asked_at = await last_told(tx, person.id, Card.GOAL, goal.id)
    asked_on = asked_at and today_of(asked_at, person)
    session = (await sessions.coming(tx, [person.id])).get(person.id)
    session_on = session and today_of(session, person)
    return goal.id if review_due(goal.on_date, asked_on, ride.on, session_on) else None


async def _own(tx: Tx, person: Person, goal_id: int) -> OwnWords | None:
    found = await own_words.get(tx, goal_id, person.id)
    return found if found is not None and found.purpose is Purpose.GOAL else None
