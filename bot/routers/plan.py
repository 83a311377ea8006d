"""My plan, and the ways between its pieces; a card of a check-in that is left for another time."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.goal import EXAMPLES
from bot.screens.own_parts import read_pair
from bot.tap import Tap
from bot.texts import texts_for
from bot.visit import Visit
from care import goal, say
from programme.goal import Outcome
from programme.people import Role

router = Router(name="plan")
_CLIENT = Is(Role.CLIENT)
PLACES = frozenset({"more", "plan", "goal", "problem", "prepare", "telling", "occasions", "links", "reasons"})


@router.callback_query(Does("plan"), _CLIENT)
async def opened(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of these screens; words that another had asked for are not waited for any more."""
    if tap.arg in PLACES:
        await speak.aside(visit)
        await speak.ask(visit, None, tap.arg)


@router.callback_query(Does("card_away"), _CLIENT)
async def not_now(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The card goes from those closing words; what it is about stays as it is."""
    row = visit.screen
    if row is not None and row.name == "check_in":
        args = {**row.args, "away": 1}
        await say.become(visit.tx, row.id, row.name, args, subject_id=row.subject_id)


@router.callback_query(Does("goal_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """A goal in their own words, or other words for the one that is there."""
    if await own.keeps(visit):
        await speak.aside(visit)
        await speak.ask(visit, "goal", "goal", {"view": "ask"})


@router.callback_query(Does("goal_ideas"), _CLIENT)
async def examples(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Some examples, as they asked for them; their own words are waited for all the same."""
    await speak.ask(visit, "goal", "goal", {"view": "ideas"})


@router.callback_query(Does("goal_take"), _CLIENT)
async def take_example(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of them, in its words."""
    if 0 < (tap.number or 0) <= EXAMPLES:
        words = texts_for(visit.person.locale).label(f"goal-idea-{tap.number}")
        await goal.set_goal(visit.tx, visit.person, words)
        await speak.ask(visit, None, "goal")


@router.message(Awaits("goal"))
async def typed(message: Message, visit: Visit) -> None:
    """A goal was typed."""
    if await goal.set_goal(visit.tx, visit.person, message.text or "") is None:
        await own.refused(visit, None)
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "goal")


@router.callback_query(Does("goal_was"), _CLIENT)
async def was(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What became of it."""
    goal_id, said = read_pair(tap.arg)
    outcome = Outcome(said) if said in set(Outcome) else None
    if outcome is None or not await goal.review_goal(visit.tx, visit.person, goal_id, outcome):
        await own.gone(visit)
        return
    await speak.aside(visit)
    await speak.ask(visit, None, "goal", {"said": goal_id})


@router.callback_query(Does("goal_back"), _CLIENT)
async def was_not(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That was a slip: it goes on."""
    await goal.review_goal(visit.tx, visit.person, tap.number or 0, None)
    await speak.answer(visit, "goal")


@router.callback_query(Does("goal_keep"), _CLIENT)
async def keep(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The same for another week."""
    await goal.keep_goal(visit.tx, visit.person, tap.number or 0)
    await speak.answer(visit, "goal")


@router.callback_query(Does("goal_drop", "goal_keep_it"), _CLIENT)
async def drop(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It goes, or it stays after all."""
    goal_id, back = tap.number or 0, tap.do == "goal_keep_it"
    done = await goal.drop_goal(visit.tx, visit.person, goal_id, back=back)
    await speak.answer(visit, "goal", {"off": goal_id} if done and not back else None)
