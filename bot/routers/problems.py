"""What's in the way: named, ideas, one picked, how it went."""

from datetime import date

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.planning import (
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
from bot.texts.named import strategy_words
from bot.visit import Visit
from care import problem, toolkit
from programme.problem import Tried
from programme.strategies import strategy

router = Router(name="problems")
taps = Handlers()
_IDEA = "own_idea"  # what the next words are for


@taps.on(PROBLEM_ASK)
async def ask(visit: Visit) -> None:
    """What is in the way, or other words for it."""
    if await own.keeps(visit):
        await speak.ask(visit, "problem", "problem", {"view": "ask"})


@router.message(Awaits("problem"))
async def typed(message: Message, visit: Visit) -> None:
    """It was typed; their own idea is asked for next, where there is none."""
    if await problem.name_problem(visit.tx, visit.person, message.text or "") is None:
        await own.refused(visit, None)
        return
    await own.taken(visit, message.text)
    there = await problem.current(visit.tx, visit.person)
    await speak.ask(visit, None if there and there.ideas else _IDEA, "problem")


@taps.on(IDEA_ASK)
async def ask_idea(visit: Visit) -> None:
    """Another idea of theirs."""
    if await own.keeps(visit):
        await speak.ask(visit, _IDEA, "problem", {"view": "idea"})


@router.message(Awaits(_IDEA))
async def typed_idea(message: Message, visit: Visit) -> None:
    """An idea was typed."""
    if await problem.add_idea(visit.tx, visit.person, message.text or "") is None:
        await own.refused(visit, message.text)
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "problem", {"view": "pick"})


@taps.on(PROBLEM_OURS)
async def ours(visit: Visit, value: int) -> None:
    """Some of our ideas, as they asked for them; an idea of their own is waited for all the same."""
    await speak.ask(visit, _IDEA, "problem", {"view": "ours", "page": value})


@taps.on(IDEA_TAKE)
async def take(visit: Visit, value: str) -> None:
    """One of ours is put with theirs."""
    found = strategy(value)
    assert found is not None, "its id was read"
    words = strategy_words(texts_for(visit.person.locale), found)
    if await problem.add_idea(visit.tx, visit.person, words) is None:
        await speak.note(visit, "full-list")
        return
    await speak.ask(visit, None, "problem", {"view": "pick"})


@taps.on(IDEA_OTHERS)
async def others(visit: Visit) -> None:
    """The other ideas."""
    await speak.ask(visit, None, "problem", {"view": "pick"})


@taps.on(IDEA_PICK)
async def pick(visit: Visit, value: int) -> None:
    """That one; when is asked next."""
    await speak.ask(visit, None, "problem", {"view": "when", "idea": value})


@taps.on(IDEA_ON)
async def on_day(visit: Visit, value: tuple[int, date]) -> None:
    """From that day on."""
    if not await problem.pick_idea(visit.tx, visit.person, *value):
        await own.gone(visit)
    await speak.answer(visit, "problem")


@taps.on(IDEA_WAS)
async def was(visit: Visit, value: tuple[int, str | None]) -> None:
    """How it went; not tried so far; or, without a word, that was a slip."""
    idea_id, said = value
    how = None if said is None or said == NOT_TRIED else Tried(said)
    if not await problem.tell_tried(visit.tx, visit.person, idea_id, how):
        await own.gone(visit)
        return
    await speak.aside(visit)
    later = {"later": 1} if said == NOT_TRIED else {}
    await speak.ask(visit, None, "problem", {"idea": idea_id, **later})


@taps.on(IDEA_KEEP)
async def keep(visit: Visit, value: int) -> None:
    """Into the toolkit, in one tap."""
    there = await problem.current(visit.tx, visit.person)
    idea = next((one for one in there.ideas if one.id == value), None) if there else None
    if idea is None or await toolkit.add_item(visit.tx, visit.person, idea.words) is None:
        await speak.note(visit, "full-list")
        return
    await speak.answer(visit, "problem", {"idea": idea.id, "toolkit": 1})


@taps.on(PROBLEM_END, PROBLEM_BACK)
async def leave(visit: Visit, problem_id: int) -> None:
    """Left at that, or gone on with after all."""
    back = visit.tap is PROBLEM_BACK
    done = await problem.end_problem(visit.tx, visit.person, problem_id, back=back)
    await speak.ask(visit, None, "problem", {"off": problem_id} if done and not back else None)
