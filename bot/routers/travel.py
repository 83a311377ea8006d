"""I'm in another time zone: two taps, or a city or country that was typed."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import speak
from bot.taps.schedule import TRAVEL, TRAVEL_CLOSE, TRAVEL_PAGE, TRAVEL_TO, TRAVEL_UNDO
from bot.texts import texts_for
from bot.texts.dates import find_city, find_country
from bot.visit import Visit
from care import travel as travelling
from programme.places import Place, only_place, zones_of

router = Router(name="travel")
taps = Handlers()
AWAITED = "travel"


@taps.on(TRAVEL, TRAVEL_PAGE)
async def ask(visit: Visit, page: int | None) -> None:
    """Which clock do they see? Another page of them, or the first."""
    await speak.ask(visit, AWAITED, "travel", None if page is None else {"page": page})


@taps.on(TRAVEL_CLOSE)
async def close(visit: Visit) -> None:
    """Nothing changes."""
    await speak.ask(visit, None, "settings")


@taps.on(TRAVEL_TO)
async def tapped(visit: Visit, value: str) -> None:
    """That clock."""
    await _go(visit, value)


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


@taps.on(TRAVEL_UNDO)
async def undo(visit: Visit) -> None:
    """They are where they were."""
    args = visit.tapped.args
    if "was" in args:
        await travelling.go_back(visit.tx, visit.person, Place(args["country"], args["was"]))
        await speak.ask(visit, None, "settings")


async def _go(visit: Visit, zone: str) -> None:
    before = await travelling.travel(visit.tx, visit.person, zone)
    if before is not None:
        await speak.ask(visit, None, "travel", {"was": before.zone, "country": before.country})
