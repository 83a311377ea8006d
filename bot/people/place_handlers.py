"""When to check in and where the person is: while joining, from the settings, and on a journey."""

from datetime import time

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Visit
from bot.people.joining_handlers import go_on
from bot.schedule.taps import (
    CHANGE_TIME,
    CHECK_IN_AT,
    COUNTRY,
    ELSEWHERE,
    PLACE,
    TIME_BACK,
    TRAVEL,
    TRAVEL_CLOSE,
    TRAVEL_PAGE,
    TRAVEL_TO,
    TRAVEL_UNDO,
    ZONE,
)
from bot.texts import texts_for
from bot.texts.dates import find_city, find_country
from care.people import joining
from care.people.consent import choices_of
from programme.people.consent import JoiningStep
from programme.people.person import Place, only_place, zones_of
from programme.schedule.typed import NoTime, TwoTimes, parse_time

place_and_time_router = Router(name="place_and_time")
taps = Handlers()


@taps.on(CHANGE_TIME)
async def change_time(visit: Visit) -> None:
    """Asks for the time; a client who said no to check-ins is asked about that first."""
    args = visit.tapped.args
    if visit.person.is_client:
        choices = await choices_of(visit.tx, visit.person)
        if not choices.check_in:
            await reply.answer(visit, "choices", {"choices": choices.codes(), "for": "settings"})
            return
    opened_from = visit.tapped.name
    await reply.detach(visit)
    joins = opened_from == "ask_place" and args.get("for") != "settings"
    await reply.ask(visit, "time", "ask_time", {} if joins else {"for": "settings"})


@taps.on(TIME_BACK)
async def keep_time(visit: Visit) -> None:
    """It stays as it was."""
    await reply.ask(visit, None, "settings")


@taps.on(CHECK_IN_AT)
async def tapped_time(visit: Visit, at: time) -> None:
    """One of the times on the buttons: "1830"."""
    await _set_time(visit, at, visit.tapped.args)


@place_and_time_router.message(Awaits("time"))
async def typed_time(message: Message, visit: Visit) -> None:
    """A time was typed; where it may mean two, the person picks."""
    read = parse_time(message.text or "")
    if isinstance(read, NoTime):
        await reply.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    row = await reply.taken(visit)
    args = dict(row.args) if row else {}
    if isinstance(read, TwoTimes):
        both = [read.morning.isoformat("minutes"), read.evening.isoformat("minutes")]
        await reply.ask(visit, "time", "ask_time", {**args, "which": both})
    else:
        await _set_time(visit, read, args)


async def _set_time(visit: Visit, at: time, args: reply.Args) -> None:
    step = await joining.set_time(visit.tx, visit.person, at)
    if step is None:
        await reply.note(visit, "time-outside")
    elif args.get("for") == "settings" and step is not JoiningStep.WELCOME:
        await reply.ask(visit, None, "settings")
    else:
        await go_on(visit, step)


@taps.on(PLACE, ELSEWHERE)
async def ask_country(visit: Visit) -> None:
    """Asks for the country; `place` comes from the settings, `elsewhere` from the question for the time."""
    args = visit.tapped.args
    back = {"back": "settings", "for": "settings"} if visit.tap is PLACE else {"back": args.get("back", "ask_time")}
    kept = {key: args[key] for key in ("for",) if key in args}
    await reply.ask(visit, "country", "ask_place", {**kept, **back})


@taps.on(COUNTRY)
async def tapped_country(visit: Visit, value: str) -> None:
    """One of the countries on the buttons."""
    await _set_country(visit, value, visit.tapped.args)


@place_and_time_router.message(Awaits("country"))
async def typed_country(message: Message, visit: Visit) -> None:
    """A country's name was typed."""
    code = find_country(texts_for(visit.person.locale), message.text or "")
    if code is None:
        await reply.note(visit, "not-a-place")
        return
    row = await reply.taken(visit)
    await _set_country(visit, code, row.args if row else {})


async def _set_country(visit: Visit, code: str, args: reply.Args) -> None:
    place = only_place(code)
    if place is not None:
        await _set_place(visit, place, args)
    elif zones_of(code):
        await reply.ask(visit, "country", "ask_place", {**args, "country": code})


@taps.on(ZONE)
async def tapped_zone(visit: Visit, value: str) -> None:
    """One of the clocks of the country."""
    args = visit.tapped.args
    await _set_place(visit, Place(args.get("country", ""), value), args)


async def _set_place(visit: Visit, place: Place, args: reply.Args) -> None:
    if not await joining.set_place(visit.tx, visit.person, place):
        return
    if args.get("back") == "settings":
        await reply.ask(visit, None, "settings")
    else:
        kept = {key: args[key] for key in ("for",) if key in args}
        await reply.ask(visit, "time", "ask_time", kept)


travel_router = Router(name="travel")
AWAITED = "travel"


@taps.on(TRAVEL, TRAVEL_PAGE)
async def ask(visit: Visit, page: int | None) -> None:
    """Which clock do they see? Another page of them, or the first."""
    await reply.ask(visit, AWAITED, "travel", None if page is None else {"page": page})


@taps.on(TRAVEL_CLOSE)
async def close(visit: Visit) -> None:
    """Nothing changes."""
    await reply.ask(visit, None, "settings")


@taps.on(TRAVEL_TO)
async def tapped(visit: Visit, value: str) -> None:
    """That clock."""
    await _go(visit, value)


@travel_router.message(Awaits(AWAITED))
async def typed(message: Message, visit: Visit) -> None:
    """A city that stands for a zone, or a country: of one with several clocks these are asked."""
    texts, text = texts_for(visit.person.locale), message.text or ""
    zone, code = find_city(texts, text), find_country(texts, text)
    place = only_place(code) if code else None
    if zone is None and place is None and not (code and zones_of(code)):
        await reply.note(visit, "not-a-city")
        return
    await reply.taken(visit)
    if zone is not None or place is not None:
        await _go(visit, zone or (place.zone if place else ""))
    else:
        await reply.ask(visit, AWAITED, "travel", {"of": code})


@taps.on(TRAVEL_UNDO)
async def undo(visit: Visit) -> None:
    """They are where they were."""
    args = visit.tapped.args
    if "was" in args:
        await joining.go_back(visit.tx, visit.person, Place(args["country"], args["was"]))
        await reply.ask(visit, None, "settings")


async def _go(visit: Visit, zone: str) -> None:
    before = await joining.travel(visit.tx, visit.person, zone)
    if before is not None:
        await reply.ask(visit, None, "travel", {"was": before.zone, "country": before.country})
