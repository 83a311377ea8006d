"""When to check in and where the person is, while joining and from the settings."""

from datetime import time

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import speak
from bot.routers.steps import go_on
from bot.taps.schedule import CHANGE_TIME, CHECK_IN_AT, COUNTRY, ELSEWHERE, PLACE, TIME_BACK, ZONE
from bot.texts import texts_for
from bot.texts.dates import find_country
from bot.visit import Visit
from care import joining
from db import consents
from programme.joining import Step
from programme.places import Place, only_place, zones_of
from programme.times import NoTime, TwoTimes, parse_time

router = Router(name="place_and_time")
taps = Handlers()


@taps.on(CHANGE_TIME)
async def change_time(visit: Visit) -> None:
    """Asks for the time; a client who said no to check-ins is asked about that first."""
    args = visit.tapped.args
    if visit.person.is_client:
        choices = await consents.in_force(visit.tx, visit.person.id)
        if not choices.check_in:
            await speak.answer(visit, "choices", {"choices": choices.codes(), "for": "settings"})
            return
    opened_from = visit.tapped.name
    await speak.aside(visit)
    joins = opened_from == "ask_place" and args.get("for") != "settings"
    await speak.ask(visit, "time", "ask_time", {} if joins else {"for": "settings"})


@taps.on(TIME_BACK)
async def keep_time(visit: Visit) -> None:
    """It stays as it was."""
    await speak.ask(visit, None, "settings")


@taps.on(CHECK_IN_AT)
async def tapped_time(visit: Visit, at: time) -> None:
    """One of the times on the buttons: "1830"."""
    await _set_time(visit, at, visit.tapped.args)


@router.message(Awaits("time"))
async def typed_time(message: Message, visit: Visit) -> None:
    """A time was typed; where it may mean two, the person picks."""
    read = parse_time(message.text or "")
    if isinstance(read, NoTime):
        await speak.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    row = await speak.taken(visit)
    args = dict(row.args) if row else {}
    if isinstance(read, TwoTimes):
        both = [read.morning.isoformat("minutes"), read.evening.isoformat("minutes")]
        await speak.ask(visit, "time", "ask_time", {**args, "which": both})
    else:
        await _set_time(visit, read, args)


async def _set_time(visit: Visit, at: time, args: speak.Args) -> None:
    step = await joining.set_time(visit.tx, visit.person, at)
    if step is None:
        await speak.note(visit, "time-outside")
    elif args.get("for") == "settings" and step is not Step.WELCOME:
        await speak.ask(visit, None, "settings")
    else:
        await go_on(visit, step)


@taps.on(PLACE, ELSEWHERE)
async def ask_country(visit: Visit) -> None:
    """Asks for the country; `place` comes from the settings, `elsewhere` from the question for the time."""
    args = visit.tapped.args
    back = {"back": "settings", "for": "settings"} if visit.tap is PLACE else {"back": args.get("back", "ask_time")}
    kept = {key: args[key] for key in ("for",) if key in args}
    await speak.ask(visit, "country", "ask_place", {**kept, **back})


@taps.on(COUNTRY)
async def tapped_country(visit: Visit, value: str) -> None:
    """One of the countries on the buttons."""
    await _set_country(visit, value, visit.tapped.args)


@router.message(Awaits("country"))
async def typed_country(message: Message, visit: Visit) -> None:
    """A country's name was typed."""
    code = find_country(texts_for(visit.person.locale), message.text or "")
    if code is None:
        await speak.note(visit, "not-a-place")
        return
    row = await speak.taken(visit)
    await _set_country(visit, code, row.args if row else {})


async def _set_country(visit: Visit, code: str, args: speak.Args) -> None:
    place = only_place(code)
    if place is not None:
        await _set_place(visit, place, args)
    elif zones_of(code):
        await speak.ask(visit, "country", "ask_place", {**args, "country": code})


@taps.on(ZONE)
async def tapped_zone(visit: Visit, value: str) -> None:
    """One of the clocks of the country."""
    args = visit.tapped.args
    await _set_place(visit, Place(args.get("country", ""), value), args)


async def _set_place(visit: Visit, place: Place, args: speak.Args) -> None:
    if not await joining.set_place(visit.tx, visit.person, place):
        return
    if args.get("back") == "settings":
        await speak.ask(visit, None, "settings")
    else:
        kept = {key: args[key] for key in ("for",) if key in args}
        await speak.ask(visit, "time", "ask_time", kept)
