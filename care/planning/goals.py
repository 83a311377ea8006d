"""A client's weekly goal, and working on what is in the way."""

from dataclasses import replace
from datetime import date

from care.check_in.cards_shown import last_card_shown
from care.toolkit import keeps_words
from db import events, planning
from db.practice import sessions
from db.tx import Tx
from programme.check_in.closing_card import Card, CardContext
from programme.people.person import Person, today_of
from programme.planning.events import (
    GoalBack,
    GoalDropped,
    GoalReviewed,
    GoalSet,
    IdeaAdded,
    IdeaPicked,
    IdeaTried,
    ProblemBack,
    ProblemLeft,
    ProblemNamed,
)
from programme.planning.goals import GoalOutcome, IdeaResult, Problem, goal_review_due, idea_review_due
from programme.planning.reasons import OwnWords, Purpose
from programme.toolkit.items import clean_words


async def current_goal(tx: Tx, person: Person) -> OwnWords | None:
    """The goal that they have now."""
    return next(reversed(await planning.own_words_of_person(tx, person.id, {Purpose.GOAL})), None)


async def goals_before(tx: Tx, person: Person) -> list[OwnWords]:
    """The goals of which they said what became, newest first."""
    every = await planning.own_words_of_person(tx, person.id, {Purpose.GOAL}, also_ended=True)
    return [one for one in reversed(every) if one.code is not None]


async def set_goal(tx: Tx, person: Person, text: str) -> int | None:
    """Keep a goal for the coming week; a goal that is there is put in these words. Gives its id.

    None where there are no words in it, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = await current_goal(tx, person)
    if there is not None:
        await planning.change_own_words(tx, replace(there, words=words))
        return there.id
    return await _begin(tx, person, words)


async def _begin(tx: Tx, person: Person, words: str) -> int:
    made = await planning.add_own_words(tx, person.id, Purpose.GOAL, words, on_date=today_of(tx.now, person))
    await events.add(tx, person.id, GoalSet(made), actor=person.id)
    return made


async def review_goal(tx: Tx, person: Person, goal_id: int, outcome: GoalOutcome | None) -> bool:
    """What became of that goal of theirs, which is over with that. None: that was a slip, and it goes on.

    False where it is not theirs, or another one was begun since.
    """
    goal, there = await _own(tx, person, goal_id), await current_goal(tx, person)
    if goal is None or (goal.ended and goal.code is None) or (there is not None and there.id != goal_id):
        return False
    await planning.change_own_words(tx, replace(goal, code=outcome))
    await planning.end_own_words(tx, goal_id, person.id, tx.now if outcome else None)
    await events.add(tx, person.id, GoalReviewed(goal=goal_id, outcome=outcome), actor=person.id)
    return True


async def keep_goal(tx: Tx, person: Person, goal_id: int) -> int | None:
    """The same goal for another week; None where it is not theirs to keep on, or they have one."""
    goal = await _own(tx, person, goal_id)
    if goal is None or goal.code is None or await current_goal(tx, person) is not None:
        return None
    return await _begin(tx, person, goal.words)


async def drop_goal(tx: Tx, person: Person, goal_id: int, *, back: bool = False) -> bool:
    """That goal goes, with nothing said of it; `back`: it stays after all."""
    goal = await _own(tx, person, goal_id)
    if goal is None or goal.code is not None or (back and await current_goal(tx, person) is not None):
        return False
    await planning.end_own_words(tx, goal_id, person.id, None if back else tx.now)
    await events.add(tx, person.id, (GoalBack if back else GoalDropped)(goal_id), actor=person.id)
    return True


async def goal_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """The goal to be asked about in that check-in: before the session, or after seven days."""
    goal = await current_goal(tx, person)
    if goal is None or goal.on_date is None:
        return None
    asked_at = await last_card_shown(tx, person.id, Card.GOAL, goal.id)
    asked_on = asked_at and today_of(asked_at, person)
    session = (await sessions.upcoming(tx, [person.id])).get(person.id)
    session_on = session and today_of(session, person)
    return goal.id if goal_review_due(goal.on_date, asked_on, context.on, session_on) else None


async def _own(tx: Tx, person: Person, goal_id: int) -> OwnWords | None:
    found = await planning.get_own_words(tx, goal_id, person.id)
    return found if found is not None and found.purpose is Purpose.GOAL else None


_OVER = "over"  # the code of a barrier that was worked on and is history now


async def current_problem(tx: Tx, person: Person) -> Problem | None:
    """What they work on now: one thing at a time."""
    found = await planning.own_words_of_person(tx, person.id, {Purpose.BARRIER, Purpose.IDEA})
    barrier = next((one for one in reversed(found) if one.purpose is Purpose.BARRIER), None)
    return None if barrier is None else Problem(barrier, [one for one in found if one.about_id == barrier.id])


async def tried_before(tx: Tx, person: Person) -> list[OwnWords]:
    """Every idea of which they said how it went, newest first."""
    found = await planning.own_words_of_person(tx, person.id, {Purpose.IDEA})
    return [one for one in reversed(found) if one.code is not None]


async def name_problem(tx: Tx, person: Person, text: str) -> int | None:
    """What is in the way; where they work on something, it is put in these words. Gives its id.

    None where there are no words in it, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = await current_problem(tx, person)
    if there is not None:
        await planning.change_own_words(tx, replace(there.barrier, words=words))
        return there.barrier.id
    made = await planning.add_own_words(tx, person.id, Purpose.BARRIER, words)
    await events.add(tx, person.id, ProblemNamed(made), actor=person.id)
    return made


async def add_idea(tx: Tx, person: Person, text: str) -> int | None:
    """An idea about what they work on; what is there in the same words is that one. Gives its id.

    None where there are no words in it, nothing is worked on, or there are three ideas that were not tried.
    """
    words, there = clean_words(text), await current_problem(tx, person)
    if words is None or there is None or not await keeps_words(tx, person):
        return None
    same = next((one.id for one in there.ideas if one.words == words and one.code is None), None)
    if same is not None or not there.room:
        return same
    made = await planning.add_own_words(tx, person.id, Purpose.IDEA, words, about_id=there.barrier.id)
    await events.add(tx, person.id, IdeaAdded(made), actor=person.id)
    return made


async def pick_idea(tx: Tx, person: Person, idea_id: int, on: date) -> bool:
    """They try that one, from that day of theirs on, and no other; False where it is not there to be tried."""
    there = await current_problem(tx, person)
    picked = next((one for one in there.ideas if one.id == idea_id and one.code is None), None) if there else None
    if there is None or picked is None:
        return False
    if there.trying is not None and there.trying.id != idea_id:
        await planning.change_own_words(tx, replace(there.trying, on_date=None))
    await planning.change_own_words(tx, replace(picked, on_date=on))
    await events.add(tx, person.id, IdeaPicked(idea=idea_id, on=on), actor=person.id)
    return True


async def tell_tried(tx: Tx, person: Person, idea_id: int, how: IdeaResult | None) -> bool:
    """How that idea of theirs went. None: not tried so far, or that was a slip; it is asked about later on."""
    there = await current_problem(tx, person)
    idea = next((one for one in there.ideas if one.id == idea_id and one.on_date), None) if there else None
    if idea is None:
        return False
    on = today_of(tx.now, person) if how is None and idea.code is None else idea.on_date
    await planning.change_own_words(tx, replace(idea, code=how, on_date=on))
    await events.add(tx, person.id, IdeaTried(idea=idea_id, how=how), actor=person.id)
    return True


async def end_problem(tx: Tx, person: Person, problem_id: int, *, back: bool = False) -> bool:
    """They leave it at that; `back`: they go on with it after all. Where nothing was tried, it goes a day later."""
    barrier, there = await planning.get_own_words(tx, problem_id, person.id), await current_problem(tx, person)
    if barrier is None or barrier.purpose is not Purpose.BARRIER or (back and there is not None):
        return False
    tried = there is not None and any(one.code for one in there.ideas)
    if not back:
        await planning.change_own_words(tx, replace(barrier, code=_OVER if tried else None))
    await planning.end_own_words(tx, problem_id, person.id, None if back else tx.now)
    await events.add(tx, person.id, (ProblemBack if back else ProblemLeft)(problem_id), actor=person.id)
    return True


async def problem_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """The idea to be asked about in that check-in, some days after it was to be tried; once for each such day."""
    there = await current_problem(tx, person)
    trying = there.trying if there is not None else None
    if trying is None or trying.on_date is None or not idea_review_due(trying.on_date, context.on):
        return None
    asked_at = await last_card_shown(tx, person.id, Card.PROBLEM, trying.id)
    return None if asked_at is not None and today_of(asked_at, person) > trying.on_date else trying.id
