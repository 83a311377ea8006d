"""A craving of a client: how strong, what is going on, what is tried, how strong then. Unrated it is for everyone."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is, On
from bot.routers import own, speak
from bot.tap import Tap
from bot.visit import Visit
from care import craving, guide, say, toolkit
from db import toolkit as items
from programme.check_in import HardMoment
from programme.craving import CODES, Tried, read_rating
from programme.guide import STRATEGIES
from programme.people import Role
from programme.strategies import strategy

router = Router(name="craving")
_CLIENT = Is(Role.CLIENT)
_TRIES = On("craving", "browse")
_KEPT = ("back", "craving", "on")  # args that stay from screen to screen
_COMMON = frozenset({Tried.BREATHE, Tried.SURF, Tried.WAIT, Tried.SWAP})
_UNRATED = {"view": "skip"}
_OWN = "own_now"  # what the next words are for


@router.callback_query(Does("rate", "morning_rate"), _CLIENT, On("craving", "quit_morning"))
async def rate(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How strong it is; tapped twice on one screen, it is one craving.

    On the morning of the quit date the rest stands below, as that stays to be read, with what else it asks.
    """
    strength = read_rating(tap.arg)
    if strength is None or "rated" in _args(visit):
        return
    known = _known(visit) or None
    craving_id = await craving.rate(visit.tx, visit.person, strength, known)
    args = {name: value for name, value in _args(visit).items() if name == "back"} | {"craving": craving_id}
    if tap.do == "rate":
        await speak.answer(visit, "craving", args)
    elif (row := visit.screen) is not None:
        await speak.below(visit, "craving", args | {"on": 1})
        await say.become(visit.tx, row.id, row.name, {**row.args, "rated": 1}, subject_id=row.subject_id)


@router.callback_query(Does("craving_moment"), _CLIENT, On("craving"))
async def moment(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What is going on, or that they would rather not say."""
    if tap.arg in set(HardMoment):
        await craving.say_moment(visit.tx, visit.person, _known(visit), HardMoment(tap.arg))
    elif tap.arg != "skip":
        return
    await speak.answer(visit, "craving", _going_on(visit) | {"on": 1})


@router.callback_query(Does("try"), On("craving"))
async def try_common(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What everybody has; once rated, they are asked in ten minutes how it is."""
    if tap.arg in _COMMON:
        await _try(visit, Tried(tap.arg))


@router.callback_query(Does("try_own"), _CLIENT, _TRIES)
async def try_own(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of their own."""
    item = await items.get(visit.tx, visit.person.id, tap.number or 0)
    if item is not None:
        await _try(visit, Tried.OWN, item.id, item.code)


@router.callback_query(Does("try_idea"), _CLIENT, _TRIES)
async def try_idea(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of the catalogue; some of them are done together."""
    if strategy(tap.arg) is not None:
        together = STRATEGIES.get(tap.arg)
        await _try(visit, Tried(together) if together else Tried.IDEA, code=tap.arg)


@router.callback_query(Does("try_new"), _CLIENT, _TRIES)
async def ask_new(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Asks for an idea of their own, where it can be kept."""
    if await toolkit.keeps_words(visit.tx, visit.person):
        await speak.ask(visit, _OWN, "craving", _going_on(visit) | {"view": "own_ask"})
    else:
        await speak.note(visit, "not-kept")


@router.message(Awaits(_OWN))
async def typed_new(message: Message, visit: Visit) -> None:
    """It was typed: it is kept, and tried at once."""
    item = await toolkit.add_item(visit.tx, visit.person, message.text or "")
    if item is None:
        await speak.note(visit, "full-list" if (message.text or "").strip() else "not-helped")
        return
    row = await own.taken(visit, message.text)
    await speak.forget(visit)
    kept = _of(row.args if row else {})
    if known := int(kept.get("craving", 0)):
        await craving.try_one(visit.tx, visit.person, known, Tried.OWN, item)
    await speak.below(visit, "craving", {**kept, "view": Tried.OWN.value, "item": item})


async def _try(visit: Visit, tried: Tried, item_id: int | None = None, code: str | None = None) -> None:
    """Try that now. What is done together begins at once, for clients; its steps follow one another."""
    if known := _known(visit):
        await craving.try_one(visit.tx, visit.person, known, tried, item_id, code)
    together = STRATEGIES.get(code or CODES.get(tried, ""))
    if together is not None and visit.person.is_client:
        view = guide.begun(together, visit.now)
    else:
        named = {"item": item_id} if item_id is not None else {"code": code} if code is not None else {}
        view = {"view": tried.value, **named}
    await speak.answer(visit, "craving", {**_going_on(visit), **view})


@router.callback_query(Does("craving_back"), _CLIENT, _TRIES)
async def back(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """From ideas, or from being asked for one, back to the three."""
    if visit.person.awaiting == _OWN:
        await speak.forget(visit)
    await speak.answer(visit, "craving", _going_on(visit) | ({} if _known(visit) else _UNRATED))


@router.callback_query(Does("rate_now"), _CLIENT, On("craving"))
async def rate_now(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They would rather say now how it is."""
    if known := _known(visit):
        await speak.answer(visit, "craving_after", {"now": 1}, subject_id=known)


@router.callback_query(Does("rate_after"), _CLIENT, On("craving", "craving_after"))
async def rate_after(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How strong it is by then; the difference is kept."""
    strength = read_rating(tap.arg)
    row = visit.screen
    if strength is None or row is None:
        return
    known = row.subject_id or 0 if row.name == "craving_after" else _known(visit)
    if await craving.rate_after(visit.tx, visit.person, known, strength, row.id) is not None:
        await speak.answer(visit, "craving_after", subject_id=known)


@router.callback_query(Does("craving_go_on"), _CLIENT, On("craving_after"))
async def go_on(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Another thing to try, below; how strong it is was said a moment ago."""
    row = visit.screen
    known = await craving.go_on(visit.tx, visit.person, row.subject_id or 0) if row else None
    await speak.put_below(visit, "craving", None if known is None else {"craving": known, "on": 1})


@router.callback_query(Does("craving_keep"), _CLIENT, On("craving_after"))
async def keep(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What eased it is to stand among what helps them."""
    row = visit.screen
    if row is None:
        return
    kept = await toolkit.take_idea(visit.tx, visit.person, tap.arg)
    visit.toast = "toast-taken" if kept is not None else "toast-not-taken"
    await speak.answer(visit, "craving_after", subject_id=row.subject_id)


def _args(visit: Visit) -> speak.Args:
    return visit.screen.args if visit.screen else {}


def _of(args: speak.Args) -> dict[str, int | str]:
    return {name: value for name, value in args.items() if name in _KEPT}


def _going_on(visit: Visit) -> dict[str, int | str]:
    return _of(_args(visit))


def _known(visit: Visit) -> int:
    """The craving that the tapped screen is about; 0, which is nobody's, where it was not rated."""
    return int(_args(visit).get("craving", 0))
