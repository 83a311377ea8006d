"""What's in the way: named, ideas, one picked, how it went."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.month import read_day
from bot.screens.own_parts import read_pair
from bot.tap import Tap
from bot.texts import texts_for
from bot.texts.named import strategy_words
from bot.visit import Visit
from care import problem, toolkit
from programme.people import Role
from programme.problem import Tried
from programme.strategies import strategy

router = Router(name="problems")
_CLIENT = Is(Role.CLIENT)
_IDEA = "own_idea"  # what the next words are for
_NOT_TRIED = "not_tried"


@router.callback_query(Does("problem_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
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


@router.callback_query(Does("idea_ask"), _CLIENT)
async def ask_idea(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
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


@router.callback_query(Does("problem_ours"), _CLIENT)
async def ours(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Some of our ideas, as they asked for them; an idea of their own is waited for all the same."""
    await speak.ask(visit, _IDEA, "problem", {"view": "ours", "page": tap.number or 0})


@router.callback_query(Does("idea_take"), _CLIENT)
async def take(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of ours is put with theirs."""
    found = strategy(tap.arg)
    if found is None:
        await own.gone(visit)
        return
    words = strategy_words(texts_for(visit.person.locale), found)
    if await problem.add_idea(visit.tx, visit.person, words) is None:
        await speak.note(visit, "full-list")
        return
    await speak.ask(visit, None, "problem", {"view": "pick"})


@router.callback_query(Does("idea_others"), _CLIENT)
async def others(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The other ideas."""
    await speak.ask(visit, None, "problem", {"view": "pick"})


@router.callback_query(Does("idea_pick"), _CLIENT)
async def pick(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That one; when is asked next."""
    await speak.ask(visit, None, "problem", {"view": "when", "idea": tap.number or 0})


@router.callback_query(Does("idea_on"), _CLIENT)
async def on_day(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """From that day on."""
    idea_id, code = read_pair(tap.arg)
    day = read_day(code)
    if day is None or not await problem.pick_idea(visit.tx, visit.person, idea_id, day):
        await own.gone(visit)
    await speak.answer(visit, "problem")


@router.callback_query(Does("idea_was"), _CLIENT)
async def was(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How it went; not tried so far; or, without a word, that was a slip."""
    idea_id, said = read_pair(tap.arg)
    how = Tried(said) if said in set(Tried) else None
    if not await problem.tell_tried(visit.tx, visit.person, idea_id, how):
        await own.gone(visit)
        return
    await speak.aside(visit)
    later = {"later": 1} if said == _NOT_TRIED else {}
    await speak.ask(visit, None, "problem", {"idea": idea_id, **later})


@router.callback_query(Does("idea_keep"), _CLIENT)
async def keep(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Into the toolkit, in one tap."""
    there = await problem.current(visit.tx, visit.person)
    idea = next((one for one in there.ideas if one.id == tap.number), None) if there else None
    if idea is None or await toolkit.add_item(visit.tx, visit.person, idea.words) is None:
        await speak.note(visit, "full-list")
        return
    await speak.answer(visit, "problem", {"idea": idea.id, "toolkit": 1})


@router.callback_query(Does("problem_end", "problem_back"), _CLIENT)
async def leave(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Left at that, or gone on with after all."""
    problem_id, back = tap.number or 0, tap.do == "problem_back"
    done = await problem.end_problem(visit.tx, visit.person, problem_id, back=back)
    await speak.ask(visit, None, "problem", {"off": problem_id} if done and not back else None)
