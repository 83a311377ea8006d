"""My plan: the ways between its pieces, the goal, and what is in the way."""

from datetime import date

from aiogram import Router
from aiogram.types import Message

from bot.check_in.taps import CARD_AWAY
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.taps import OPEN_PLAN
from bot.kit.visit import Awaits, Visit
from bot.planning.taps import (
    GOAL_ASK,
    GOAL_BACK,
    GOAL_DROP,
    GOAL_IDEAS,
    GOAL_KEEP,
    GOAL_KEEP_IT,
    GOAL_TAKE,
    GOAL_WAS,
    IDEA_ASK,
    IDEA_KEEP,
    IDEA_ON,
    IDEA_OTHERS,
    IDEA_PICK,
    IDEA_TAKE,
    IDEA_WAS,
    NOT_TRIED,
    PROBLEM_ASK,
    PROBLEM_BACK,
    PROBLEM_END,
    PROBLEM_OURS,
)
from bot.texts import texts_for
from bot.texts.service import strategy_words
from care import toolkit
from care.delivery import say
from care.planning import goals
from programme.planning.goals import GoalOutcome, IdeaResult
from programme.toolkit.strategies import strategy

plan_router = Router(name="plan")
taps = Handlers()


@taps.on(OPEN_PLAN)
async def opened(visit: Visit, name: str) -> None:
    """One of these screens; words that another had asked for are not waited for any more."""
    await reply.detach(visit)
    await reply.ask(visit, None, name)


@taps.on(CARD_AWAY)
async def not_now(visit: Visit) -> None:
    """The card goes from those closing words; what it is about stays as it is."""
    row = visit.tapped
    args = {**row.args, "away": 1}
    await say.become(visit.tx, row.id, row.name, args, subject_id=row.subject_id)


@taps.on(GOAL_ASK)
async def ask_plan(visit: Visit) -> None:
    """A goal in their own words, or other words for the one that is there."""
    if await reply.can_keep(visit):
        await reply.detach(visit)
        await reply.ask(visit, "goal", "goal", {"view": "ask"})


@taps.on(GOAL_IDEAS)
async def examples(visit: Visit) -> None:
    """Some examples, as they asked for them; their own words are waited for all the same."""
    await reply.ask(visit, "goal", "goal", {"view": "ideas"})


@taps.on(GOAL_TAKE)
async def take_example(visit: Visit, number: int) -> None:
    """One of them, in its words."""
    words = texts_for(visit.person.locale).label(f"goal-idea-{number}")
    await goals.set_goal(visit.tx, visit.person, words)
    await reply.ask(visit, None, "goal")


@plan_router.message(Awaits("goal"))
async def typed_plan(message: Message, visit: Visit) -> None:
    """A goal was typed."""
    if await goals.set_goal(visit.tx, visit.person, message.text or "") is None:
        await reply.typed_refused(visit, None)
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "goal")


@taps.on(GOAL_WAS)
async def was_plan(visit: Visit, value: tuple[int, GoalOutcome]) -> None:
    """What became of it."""
    goal_id, outcome = value
    if not await goals.review_goal(visit.tx, visit.person, goal_id, outcome):
        await reply.not_there(visit)
        return
    await reply.detach(visit)
    await reply.ask(visit, None, "goal", {"said": goal_id})


@taps.on(GOAL_BACK)
async def was_not(visit: Visit, value: int) -> None:
    """That was a slip: it goes on."""
    await goals.review_goal(visit.tx, visit.person, value, None)
    await reply.answer(visit, "goal")


@taps.on(GOAL_KEEP)
async def keep_plan(visit: Visit, value: int) -> None:
    """The same for another week."""
    await goals.keep_goal(visit.tx, visit.person, value)
    await reply.answer(visit, "goal")


@taps.on(GOAL_DROP, GOAL_KEEP_IT)
async def drop(visit: Visit, goal_id: int) -> None:
    """It goes, or it stays after all."""
    back = visit.tap is GOAL_KEEP_IT
    done = await goals.drop_goal(visit.tx, visit.person, goal_id, back=back)
    await reply.answer(visit, "goal", {"off": goal_id} if done and not back else None)


problems_router = Router(name="problems")
_IDEA = "own_idea"  # what the next words are for


@taps.on(PROBLEM_ASK)
async def ask_problems(visit: Visit) -> None:
    """What is in the way, or other words for it."""
    if await reply.can_keep(visit):
        await reply.ask(visit, "problem", "problem", {"view": "ask"})


@problems_router.message(Awaits("problem"))
async def typed_problems(message: Message, visit: Visit) -> None:
    """It was typed; their own idea is asked for next, where there is none."""
    if await goals.name_problem(visit.tx, visit.person, message.text or "") is None:
        await reply.typed_refused(visit, None)
        return
    await reply.typed_taken(visit, message.text)
    there = await goals.current_problem(visit.tx, visit.person)
    await reply.ask(visit, None if there and there.ideas else _IDEA, "problem")


@taps.on(IDEA_ASK)
async def ask_idea(visit: Visit) -> None:
    """Another idea of theirs."""
    if await reply.can_keep(visit):
        await reply.ask(visit, _IDEA, "problem", {"view": "idea"})


@problems_router.message(Awaits(_IDEA))
async def typed_idea(message: Message, visit: Visit) -> None:
    """An idea was typed."""
    if await goals.add_idea(visit.tx, visit.person, message.text or "") is None:
        await reply.typed_refused(visit, message.text)
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "problem", {"view": "pick"})


@taps.on(PROBLEM_OURS)
async def ours(visit: Visit, value: int) -> None:
    """Some of our ideas, as they asked for them; an idea of their own is waited for all the same."""
    await reply.ask(visit, _IDEA, "problem", {"view": "ours", "page": value})


@taps.on(IDEA_TAKE)
async def take(visit: Visit, value: str) -> None:
    """One of ours is put with theirs."""
    found = strategy(value)
    assert found is not None, "its id was read"
    words = strategy_words(texts_for(visit.person.locale), found)
    if await goals.add_idea(visit.tx, visit.person, words) is None:
        await reply.note(visit, "full-list")
        return
    await reply.ask(visit, None, "problem", {"view": "pick"})


@taps.on(IDEA_OTHERS)
async def others(visit: Visit) -> None:
    """The other ideas."""
    await reply.ask(visit, None, "problem", {"view": "pick"})


@taps.on(IDEA_PICK)
async def pick(visit: Visit, value: int) -> None:
    """That one; when is asked next."""
    await reply.ask(visit, None, "problem", {"view": "when", "idea": value})


@taps.on(IDEA_ON)
async def on_day(visit: Visit, value: tuple[int, date]) -> None:
    """From that day on."""
    if not await goals.pick_idea(visit.tx, visit.person, *value):
        await reply.not_there(visit)
    await reply.answer(visit, "problem")


@taps.on(IDEA_WAS)
async def was_problems(visit: Visit, value: tuple[int, str | None]) -> None:
    """How it went; not tried so far; or, without a word, that was a slip."""
    idea_id, said = value
    how = None if said is None or said == NOT_TRIED else IdeaResult(said)
    if not await goals.tell_tried(visit.tx, visit.person, idea_id, how):
        await reply.not_there(visit)
        return
    await reply.detach(visit)
    later = {"later": 1} if said == NOT_TRIED else {}
    await reply.ask(visit, None, "problem", {"idea": idea_id, **later})


@taps.on(IDEA_KEEP)
async def keep_problems(visit: Visit, value: int) -> None:
    """Into the toolkit, in one tap."""
    there = await goals.current_problem(visit.tx, visit.person)
    idea = next((one for one in there.ideas if one.id == value), None) if there else None
    if idea is None or await toolkit.add_item(visit.tx, visit.person, idea.words) is None:
        await reply.note(visit, "full-list")
        return
    await reply.answer(visit, "problem", {"idea": idea.id, "toolkit": 1})


@taps.on(PROBLEM_END, PROBLEM_BACK)
async def leave(visit: Visit, problem_id: int) -> None:
    """Left at that, or gone on with after all."""
    back = visit.tap is PROBLEM_BACK
    done = await goals.end_problem(visit.tx, visit.person, problem_id, back=back)
    await reply.ask(visit, None, "problem", {"off": problem_id} if done and not back else None)
