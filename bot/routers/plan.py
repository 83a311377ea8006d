"""My plan, and the ways between its pieces; a card of a check-in that is left for another time."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.check_in import CARD_AWAY
from bot.taps.everywhere import OPEN_PLAN
from bot.taps.planning import GOAL_ASK, GOAL_BACK, GOAL_DROP, GOAL_IDEAS, GOAL_KEEP, GOAL_KEEP_IT, GOAL_TAKE, GOAL_WAS
from bot.texts import texts_for
from bot.visit import Visit
from care import goal, say
from programme.goal import Outcome

router = Router(name="plan")
taps = Handlers()


@taps.on(OPEN_PLAN)
async def opened(visit: Visit, name: str) -> None:
    """One of these screens; words that another had asked for are not waited for any more."""
    await speak.aside(visit)
    await speak.ask(visit, None, name)


@taps.on(CARD_AWAY)
async def not_now(visit: Visit) -> None:
    """The card goes from those closing words; what it is about stays as it is."""
    row = visit.tapped
    args = {**row.args, "away": 1}
    await say.become(visit.tx, row.id, row.name, args, subject_id=row.subject_id)


@taps.on(GOAL_ASK)
async def ask(visit: Visit) -> None:
    """A goal in their own words, or other words for the one that is there."""
    if await own.keeps(visit):
        await speak.aside(visit)
        await speak.ask(visit, "goal", "goal", {"view": "ask"})


@taps.on(GOAL_IDEAS)
async def examples(visit: Visit) -> None:
    """Some examples, as they asked for them; their own words are waited for all the same."""
    await speak.ask(visit, "goal", "goal", {"view": "ideas"})


@taps.on(GOAL_TAKE)
async def take_example(visit: Visit, number: int) -> None:
    """One of them, in its words."""
    words = texts_for(visit.person.locale).label(f"goal-idea-{number}")
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


@taps.on(GOAL_WAS)
async def was(visit: Visit, value: tuple[int, Outcome]) -> None:
    """What became of it."""
    goal_id, outcome = value
    if not await goal.review_goal(visit.tx, visit.person, goal_id, outcome):
        await own.gone(visit)
        return
    await speak.aside(visit)
    await speak.ask(visit, None, "goal", {"said": goal_id})


@taps.on(GOAL_BACK)
async def was_not(visit: Visit, value: int) -> None:
    """That was a slip: it goes on."""
    await goal.review_goal(visit.tx, visit.person, value, None)
    await speak.answer(visit, "goal")


@taps.on(GOAL_KEEP)
async def keep(visit: Visit, value: int) -> None:
    """The same for another week."""
    await goal.keep_goal(visit.tx, visit.person, value)
    await speak.answer(visit, "goal")


@taps.on(GOAL_DROP, GOAL_KEEP_IT)
async def drop(visit: Visit, goal_id: int) -> None:
    """It goes, or it stays after all."""
    back = visit.tap is GOAL_KEEP_IT
    done = await goal.drop_goal(visit.tx, visit.person, goal_id, back=back)
    await speak.answer(visit, "goal", {"off": goal_id} if done and not back else None)
