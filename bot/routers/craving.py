"""A craving of a client: how strong, what is tried, how strong then. Without rating it is for everyone."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is
from bot.routers import speak
from bot.tap import Tap
from bot.visit import Visit
from care import craving
from db import check_ins
from programme.craving import Tried, read_rating
from programme.people import Role

router = Router(name="craving")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("rate", "morning_rate"), _CLIENT)
async def rate(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How strong it is; tapped twice on one screen, it is one craving. On the morning of the quit date the rest stands
    below, as that stays to be read."""
    strength = read_rating(tap.arg)
    if strength is None:
        return
    known = int(_args(visit).get("craving", 0)) or None
    craving_id = await craving.rate(visit.tx, visit.now, visit.person, strength, known)
    args = {name: value for name, value in _args(visit).items() if name == "back"} | {"craving": craving_id}
    if tap.do == "rate":
        await speak.answer(visit, "craving", args)
    else:
        await speak.put_below(visit, "craving", args)


@router.callback_query(Does("try"))
async def try_common(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of the three that everybody has; once rated, they are asked in ten minutes how it is."""
    if tap.arg in set(Tried) - {Tried.OWN}:
        await _try(visit, Tried(tap.arg), None)


@router.callback_query(Does("try_own"), _CLIENT)
async def try_own(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of their own."""
    item = int(tap.arg) if tap.arg.isdecimal() and len(tap.arg) <= 16 else 0
    if await check_ins.has_toolkit_item(visit.tx, visit.person.id, item):
        await _try(visit, Tried.OWN, item)


async def _try(visit: Visit, tried: Tried, item_id: int | None) -> None:
    known = int(_args(visit).get("craving", 0))
    if known:
        await craving.try_one(visit.tx, visit.now, visit.person, known, tried, item_id)
    own = {"item": item_id} if item_id is not None else {}
    kept = {name: value for name, value in _args(visit).items() if name in ("back", "craving")}
    await speak.answer(visit, "craving", kept | own | {"view": tried.value})


@router.callback_query(Does("rate_now"), _CLIENT)
async def rate_now(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They would rather say now how it is."""
    known = int(_args(visit).get("craving", 0))
    if known:
        await speak.answer(visit, "craving_after", subject_id=known)


@router.callback_query(Does("rate_after"), _CLIENT)
async def rate_after(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How strong it is by then; the difference is kept."""
    strength = read_rating(tap.arg)
    if strength is None or visit.screen is None:
        return
    known = visit.screen.subject_id or 0
    if await craving.rate_after(visit.tx, visit.now, visit.person, known, strength) is not None:
        await speak.answer(visit, "craving_after", subject_id=known)


def _args(visit: Visit) -> speak.Args:
    return visit.screen.args if visit.screen else {}
