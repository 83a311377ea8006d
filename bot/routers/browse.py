"""Ideas of the catalogue: looked through, and taken among one's own in one tap."""

import re

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is, On
from bot.routers import speak
from bot.tap import Tap
from bot.visit import Visit
from care import toolkit
from programme.check_in import HardMoment
from programme.people import Role
from programme.strategies import Function, Place
from programme.toolkit import MINUTES

router = Router(name="browse")
_CLIENT = Is(Role.CLIENT)
_HERE = On("browse")
_FILTERS = {"browse_gives": ("gives", Function), "browse_moment": ("moment", HardMoment)}
_VIEW = re.compile(r"where|moments|")


@router.callback_query(Does("browse"), _CLIENT, On("toolkit"))
async def browse(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How to look, from the toolkit."""
    if _VIEW.fullmatch(tap.arg):
        await speak.ask(visit, None, "browse", {"view": tap.arg})


@router.callback_query(Does("browse_for"), _CLIENT, On("craving"))
async def browse_now(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Ideas in a craving, for what is going on, where that was said."""
    if visit.screen is None:
        return
    kept = {name: code for name, code in visit.screen.args.items() if name in ("back", "on")}
    found = {"moment": tap.arg, "view": "list"} if tap.arg in set(HardMoment) else {}
    await speak.answer(visit, "browse", {"craving": visit.screen.args.get("craving", 0), **kept, **found})


@router.callback_query(Does(*_FILTERS), _CLIENT, _HERE)
async def filtered(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What it gives, or what is going on: the list of that."""
    name, codes = _FILTERS[tap.do]
    if tap.arg in set(codes):
        await _changed(visit, {name: tap.arg, "view": "list", "page": 0})


@router.callback_query(Does("browse_place", "browse_minutes"), _CLIENT, _HERE)
async def where(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Where they are, or how many minutes there are."""
    if tap.do == "browse_place" and tap.arg in set(Place):
        await _changed(visit, {"place": tap.arg, "page": 0})
    elif tap.do == "browse_minutes" and tap.number in MINUTES:
        await _changed(visit, {"minutes": tap.number, "page": 0})


@router.callback_query(Does("browse_page"), _CLIENT, _HERE)
async def turned(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A page of the list."""
    await _changed(visit, {"view": "list", "page": tap.number or 0})


@router.callback_query(Does("take"), _CLIENT, _HERE)
async def take(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That one is among theirs from now on."""
    if not await toolkit.keeps_words(visit.tx, visit.person):
        await speak.note(visit, "not-kept")
        return
    item = await toolkit.take_idea(visit.tx, visit.person, tap.arg)
    visit.toast = "toast-not-taken" if item is None else "toast-taken"
    if item is not None:
        await _changed(visit, {"took": item})


@router.callback_query(Does("take_back"), _CLIENT, _HERE)
async def take_back(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It was a slip of the finger."""
    if await toolkit.hide_item(visit.tx, visit.person, tap.number or 0):
        await _changed(visit, {})


async def _changed(visit: Visit, changes: speak.Args) -> None:
    """The list, as it is now looked for; what was taken before can be undone no more."""
    if visit.screen is not None:
        kept = {name: code for name, code in visit.screen.args.items() if name != "took"}
        await speak.answer(visit, "browse", {**kept, **changes})
