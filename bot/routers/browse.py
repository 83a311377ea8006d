"""Ideas of the catalogue: looked through, and taken among one's own in one tap."""

from bot.dispatch import Handlers
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
from programme.strategies import Function, Place

taps = Handlers()


@taps.on(BROWSE)
async def browse(visit: Visit, value: str) -> None:
    """How to look, from the toolkit."""
    await speak.ask(visit, None, "browse", {"view": value})


@taps.on(BROWSE_FOR)
async def browse_now(visit: Visit, value: HardMoment | None) -> None:
    """Ideas in a craving, for what is going on, where that was said."""
    kept = {name: code for name, code in visit.tapped.args.items() if name in ("back", "on")}
    found = {"moment": value, "view": "list"} if value is not None else {}
    await speak.answer(visit, "browse", {"craving": visit.tapped.args.get("craving", 0), **kept, **found})


@taps.on(BROWSE_GIVES)
async def giving(visit: Visit, gives: Function) -> None:
    """What it gives: the list of that."""
    await _changed(visit, {"gives": gives, "view": "list", "page": 0})


@taps.on(BROWSE_MOMENT)
async def at_moment(visit: Visit, moment: HardMoment) -> None:
    """What is going on: the list of that."""
    await _changed(visit, {"moment": moment, "view": "list", "page": 0})


@taps.on(BROWSE_PLACE)
async def where(visit: Visit, place: Place) -> None:
    """Where they are."""
    await _changed(visit, {"place": place, "page": 0})


@taps.on(BROWSE_MINUTES)
async def how_long(visit: Visit, minutes: int) -> None:
    """How many minutes there are."""
    await _changed(visit, {"minutes": minutes, "page": 0})


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
    item = await toolkit.take_idea(visit.tx, visit.person, value)
    visit.toast = "toast-not-taken" if item is None else "toast-taken"
    if item is not None:
        await _changed(visit, {"took": item})


@taps.on(TAKE_IDEA_BACK)
async def take_back(visit: Visit, value: int) -> None:
    """It was a slip of the finger."""
    if await toolkit.hide_item(visit.tx, visit.person, value):
        await _changed(visit, {})


async def _changed(visit: Visit, changes: speak.Args) -> None:
    """The list, as it is now looked for; what was taken before can be undone no more."""
    kept = {name: code for name, code in visit.tapped.args.items() if name != "took"}
    await speak.answer(visit, "browse", {**kept, **changes})
