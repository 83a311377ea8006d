"""I'm in another time zone: two taps, or a city or country that was typed."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does
from bot.routers import speak
from bot.tap import Tap
from bot.texts import texts_for
from bot.texts.dates import find_city, find_country
from bot.visit import Visit
from care import travel as travelling
from programme.places import Place, only_place, zones_of

router = Router(name="travel")
AWAITED = "travel"


@router.callback_query(Does("travel", "travel_page"))
async def ask(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Which clock do they see? Another page of them, or the first."""
    page = tap.arg.removeprefix("-")
    if page.isdecimal() and len(page) <= 2:
        await speak.ask(visit, AWAITED, "travel", {"page": int(tap.arg)})
    else:
        await speak.ask(visit, AWAITED, "travel")


@router.callback_query(Does("travel_close"))
async def close(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Nothing changes."""
    await speak.ask(visit, None, "settings")


@router.callback_query(Does("travel_to"))
async def tapped(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That clock."""
    await _go(visit, tap.arg)


@router.message(Awaits(AWAITED))
async def typed(message: Message, visit: Visit) -> None:
    """A city that stands for a zone, or a country: of one with several clocks these are asked."""
    texts, text = texts_for(visit.person.locale), message.text or ""
    zone, code = find_city(texts, text), find_country(texts, text)
    place = only_place(code) if code else None
    if zone is None and place is None and not (code and zones_of(code)):
        await speak.note(visit, "not-a-city")
        return
    await speak.taken(visit)
    if zone is not None or place is not None:
        await _go(visit, zone or (place.zone if place else ""))
    else:
        await speak.ask(visit, AWAITED, "travel", {"of": code})


@router.callback_query(Does("travel_undo"))
async def undo(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They are where they were."""
    args = visit.screen.args if visit.screen else {}
    if "was" in args:
        await travelling.go_back(visit.tx, visit.person, Place(args["country"], args["was"]))
        await speak.ask(visit, None, "settings")


async def _go(visit: Visit, zone: str) -> None:
    before = await travelling.travel(visit.tx, visit.person, zone)
    if before is not None:
        await speak.ask(visit, None, "travel", {"was": before.zone, "country": before.country})
