"""Ideas of the catalogue: looked through, and taken among one's own in one tap."""

import re

from aiogram import Router

from bot.dispatch import Handlers
from bot.filters import Is, On
from bot.routers import speak
from bot.taps.toolkit import (
    BROWSE,
    BROWSE_FOR,
    BROWSE_GIVES,
    BROWSE_MINUTES,
    BROWSE_MOMENT,
    BROWSE_PAGE,
    BROWSE_PLACE,
    TAKE_IDEA,
    TAKE_IDEA_BACK,
)
from bot.visit import Visit
from care import toolkit
from programme.check_in import HardMoment
from programme.people import Role
from programme.strategies import Function, Place
from programme.toolkit import MINUTES

router = Router(name="browse")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
_HERE = On("browse")
_FILTERS = {"browse_gives": ("gives", Function), "browse_moment": ("moment", HardMoment)}
_VIEW = re.compile(r"where|moments|")


@taps.on(BROWSE)
async def browse(visit: Visit, value: str) -> None:
    """How to look, from the toolkit."""
    if _VIEW.fullmatch(value):
        await speak.ask(visit, None, "browse", {"view": value})


@taps.on(BROWSE_FOR)
async def browse_now(visit: Visit, value: HardMoment | None) -> None:
    """Ideas in a craving, for what is going on, where that was said."""
    if visit.screen is None:
        return
    kept = {name: code for name, code in visit.screen.args.items() if name in ("back", "on")}
    found = {"moment": value, "view": "list"} if value in set(HardMoment) else {}
    await speak.answer(visit, "browse", {"craving": visit.screen.args.get("craving", 0), **kept, **found})


@taps.on(BROWSE_GIVES, BROWSE_MOMENT)
async def filtered(visit: Visit, value: Function | HardMoment) -> None:
    """What it gives, or what is going on: the list of that."""
    name, codes = _FILTERS[tap.do]
    if value in set(codes):
        await _changed(visit, {name: value, "view": "list", "page": 0})


@taps.on(BROWSE_PLACE, BROWSE_MINUTES)
async def where(visit: Visit, value: Place | int) -> None:
    """Where they are, or how many minutes there are."""
    if visit.tap is BROWSE_PLACE and value in set(Place):
        await _changed(visit, {"place": value, "page": 0})
    elif visit.tap is BROWSE_MINUTES and value in MINUTES:
        await _changed(visit, {"minutes": value, "page": 0})


@taps.on(BROWSE_PAGE)
async def turned(visit: Visit, value: int) -> None:
    """A page of the list."""
    await _changed(visit, {"view": "list", "page": value})


@taps.on(TAKE_IDEA)
async def take(visit: Visit, value: str) -> None:
    """That one is among theirs from now on."""
    if not await toolkit.keeps_words(visit.tx, visit.person):
        await speak.note(visit, "not-kept")
        return
    item = await toolkit.take_idea(visit.tx, visit.now, visit.person, value)
    visit.toast = "toast-not-taken" if item is None else "toast-taken"
    if item is not None:
        await _changed(visit, {"took": item})


@taps.on(TAKE_IDEA_BACK)
async def take_back(visit: Visit, value: int) -> None:
    """It was a slip of the finger."""
    if await toolkit.hide_item(visit.tx, visit.now, visit.person, value):
        await _changed(visit, {})


async def _changed(visit: Visit, changes: speak.Args) -> None:
    """The list, as it is now looked for; what was taken before can be undone no more."""
    if visit.screen is not None:
        kept = {name: code for name, code in visit.screen.args.items() if name != "took"}
        await speak.answer(visit, "browse", {**kept, **changes})
