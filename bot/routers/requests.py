"""Asking a practitioner to get in touch; and what practitioners do about it: say that they saw it, set who covers."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import speak
from bot.tap import Tap
from bot.visit import Visit
from care import requests, route
from programme.people import Role
from programme.request import About
from programme.route import Fault, parse_hours

router = Router(name="requests")
_CLIENT, _PRACTITIONER = Is(Role.CLIENT), Is(Role.PRACTITIONER)


@router.callback_query(Does("tell_card", "tell"))
async def from_card(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """What would be passed on, below the crisis card, which stays."""
    is_card = visit.screen is not None and visit.screen.name == "crisis"
    await speak.below(visit, "tell", {"card": 1} if is_card else None)


@router.callback_query(Does("about"), _CLIENT)
async def about(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What would be passed on about that, before anything is."""
    if tap.arg in set(About):
        await speak.answer(visit, "tell", {"about": tap.arg})


@router.callback_query(Does("tell_send", "about_send"), _CLIENT)
async def send(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They read it and say yes: it goes at once. What it is about stands on the screen that they read."""
    row = visit.screen
    if row is None or row.name not in ("tell", "tell_about"):
        return
    code, card = row.args.get("about"), bool(row.args.get("card"))
    about = About(code) if code in set(About) else None
    asked = await requests.ask_practitioner(visit.tx, visit.person, about, from_card=card)
    sent = {"sent": asked.request_id} if asked else {}
    await speak.answer(visit, "tell", {**row.args, **sent})


@router.callback_query(Does("seen"), _PRACTITIONER)
async def seen(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """A request was seen; who made it is told."""
    row = visit.screen
    if row is not None and row.name == "request" and row.subject_id is not None:
        await requests.open_request(visit.tx, visit.person, row.subject_id)
        await speak.view(visit)


@router.callback_query(Does("request"), _PRACTITIONER)
async def show_request(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One that waits, below; whether it is theirs is looked up when it is shown."""
    if tap.number is not None:
        await speak.below(visit, "request", subject_id=tap.number)


@router.callback_query(Does("route"), _PRACTITIONER)
async def show_route(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Their hours, and who covers."""
    await speak.below(visit, "route")


@router.callback_query(Does("route_hours"), _PRACTITIONER)
async def ask_hours(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
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


@router.callback_query(Does("route_back"), _PRACTITIONER)
async def as_it_was(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Nothing of it is changed."""
    await speak.ask(visit, None, "route")


@router.callback_query(Does("route_pick"), _PRACTITIONER)
async def pick_cover(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Who could cover."""
    await speak.forget(visit)
    await speak.answer(visit, "route", {"view": "cover", "page": tap.number or 0})


@router.callback_query(Does("route_cover"), _PRACTITIONER)
async def choose_cover(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That colleague covers, or nobody whom they name; who begins or ends is told."""
    await route.set_cover(visit.tx, visit.person, tap.number or None)
    await speak.answer(visit, "route")


@router.callback_query(Does("cover_end"), _PRACTITIONER)
async def end_cover(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They cannot cover; the colleague is told."""
    row = visit.screen
    if row is not None and row.name == "cover" and row.subject_id is not None:
        await route.end_cover(visit.tx, visit.person, row.subject_id)
        await speak.view(visit)
