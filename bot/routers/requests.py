"""Asking a practitioner to get in touch; and what practitioners do about it: say that they saw it, set who covers."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import speak
from bot.taps.practice import (
    ABOUT,
    ABOUT_SEND,
    COVER_END,
    REQUEST,
    ROUTE,
    ROUTE_BACK,
    ROUTE_COVER,
    ROUTE_HOURS,
    ROUTE_PICK,
    SEEN,
    TELL,
    TELL_CARD,
    TELL_SEND,
)
from bot.visit import Visit
from care import requests, route
from programme.people import Role
from programme.request import About
from programme.route import Fault, parse_hours

router = Router(name="requests")
taps = Handlers()
_CLIENT, _PRACTITIONER = Is(Role.CLIENT), Is(Role.PRACTITIONER)


@taps.on(TELL_CARD, TELL)
async def from_card(visit: Visit) -> None:
    """What would be passed on, below the crisis card, which stays."""
    await speak.below(visit, "tell", {"card": 1})


@taps.on(ABOUT)
async def about(visit: Visit, value: About) -> None:
    """What would be passed on about that, before anything is."""
    await speak.answer(visit, "tell", {"about": value})


@taps.on(TELL_SEND, ABOUT_SEND)
async def send(visit: Visit) -> None:
    """They read it and say yes: it goes at once. What it is about stands on the screen that they read."""
    row = visit.tapped
    code, card = row.args.get("about"), bool(row.args.get("card"))
    about = About(code) if code in set(About) else None
    asked = await requests.ask_practitioner(visit.tx, visit.person, about, from_card=card)
    sent = {"sent": asked.request_id} if asked else {}
    await speak.answer(visit, "tell", {**row.args, **sent})


@taps.on(SEEN)
async def seen(visit: Visit) -> None:
    """A request was seen; who made it is told."""
    row = visit.tapped
    if row.subject_id is not None:
        await requests.open_request(visit.tx, visit.person, row.subject_id)
        await speak.view(visit)


@taps.on(REQUEST)
async def show_request(visit: Visit, value: int) -> None:
    """One that waits, below; whether it is theirs is looked up when it is shown."""
    await speak.below(visit, "request", subject_id=value)


@taps.on(ROUTE)
async def show_route(visit: Visit) -> None:
    """Their hours, and who covers."""
    await speak.below(visit, "route")


@taps.on(ROUTE_HOURS)
async def ask_hours(visit: Visit) -> None:
    """Other hours, to be typed."""
    await speak.ask(visit, "route_hours", "route", {"view": "hours"})


@router.message(Awaits("route_hours"), _PRACTITIONER)
async def typed_hours(message: Message, visit: Visit) -> None:
    """They typed their hours."""
    hours = parse_hours(message.text or "")
    if isinstance(hours, Fault):
        await speak.note(visit, "not-hours")
        return
    await speak.taken(visit)
    await route.set_hours(visit.tx, visit.person, hours)
    await speak.ask(visit, None, "route")


@taps.on(ROUTE_BACK)
async def as_it_was(visit: Visit) -> None:
    """Nothing of it is changed."""
    await speak.ask(visit, None, "route")


@taps.on(ROUTE_PICK)
async def pick_cover(visit: Visit, page: int | None) -> None:
    """Who could cover."""
    await speak.forget(visit)
    await speak.answer(visit, "route", {"view": "cover", "page": page or 0})


@taps.on(ROUTE_COVER)
async def choose_cover(visit: Visit, colleague: int | None) -> None:
    """That colleague covers, or nobody whom they name; who begins or ends is told."""
    await route.set_cover(visit.tx, visit.person, colleague)
    await speak.answer(visit, "route")


@taps.on(COVER_END)
async def end_cover(visit: Visit) -> None:
    """They cannot cover; the colleague is told."""
    row = visit.tapped
    if row.subject_id is not None:
        await route.end_cover(visit.tx, visit.person, row.subject_id)
        await speak.view(visit)
