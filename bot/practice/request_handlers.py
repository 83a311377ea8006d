"""Asking a practitioner to get in touch and what they do about it; and the links that they pass on."""

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Is, Visit
from bot.practice.taps import (
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
    SHELF,
    SHELF_ASK,
    SHELF_BACK,
    SHELF_CALLED,
    SHELF_DROP,
    SHELF_FITS,
    SHELF_FOR,
    SHELF_LINK,
    SHELF_NO_NOTE,
    SHELF_PAGE,
    TELL,
    TELL_CARD,
    TELL_SEND,
)
from care.practice import clients, requests, route
from programme.people.person import Role
from programme.practice.requests import Fault, RequestTopic, parse_hours
from programme.practice.sessions import read_address

requests_router = Router(name="requests")
taps = Handlers()
_CLIENT, _PRACTITIONER_REQUESTS = Is(Role.CLIENT), Is(Role.PRACTITIONER)


@taps.on(TELL_CARD, TELL)
async def from_card(visit: Visit) -> None:
    """What would be passed on, below the crisis card, which stays."""
    await reply.append(visit, "tell", {"card": 1})


@taps.on(ABOUT)
async def about(visit: Visit, value: RequestTopic) -> None:
    """What would be passed on about that, before anything is."""
    await reply.answer(visit, "tell", {"about": value})


@taps.on(TELL_SEND, ABOUT_SEND)
async def send(visit: Visit) -> None:
    """They read it and say yes: it goes at once. What it is about stands on the screen that they read."""
    row = visit.tapped
    code, card = row.args.get("about"), bool(row.args.get("card"))
    about = RequestTopic(code) if code in set(RequestTopic) else None
    asked = await requests.ask_practitioner(visit.tx, visit.person, about, from_card=card)
    sent = {"sent": asked.request_id} if asked else {}
    await reply.answer(visit, "tell", {**row.args, **sent})


@taps.on(SEEN)
async def seen(visit: Visit) -> None:
    """A request was seen; who made it is told."""
    row = visit.tapped
    if row.subject_id is not None:
        await requests.open_request(visit.tx, visit.person, row.subject_id)
        await reply.view(visit)


@taps.on(REQUEST)
async def show_request(visit: Visit, value: int) -> None:
    """One that waits, below; whether it is theirs is looked up when it is shown."""
    await reply.append(visit, "request", subject_id=value)


@taps.on(ROUTE)
async def show_route(visit: Visit) -> None:
    """Their hours, and who covers."""
    await reply.append(visit, "route")


@taps.on(ROUTE_HOURS)
async def ask_hours(visit: Visit) -> None:
    """Other hours, to be typed."""
    await reply.ask(visit, "route_hours", "route", {"view": "hours"})


@requests_router.message(Awaits("route_hours"), _PRACTITIONER_REQUESTS)
async def typed_hours(message: Message, visit: Visit) -> None:
    """They typed their hours."""
    hours = parse_hours(message.text or "")
    if isinstance(hours, Fault):
        await reply.note(visit, "not-hours")
        return
    await reply.taken(visit)
    await route.set_hours(visit.tx, visit.person, hours)
    await reply.ask(visit, None, "route")


@taps.on(ROUTE_BACK)
async def as_it_was(visit: Visit) -> None:
    """Nothing of it is changed."""
    await reply.ask(visit, None, "route")


@taps.on(ROUTE_PICK)
async def pick_cover(visit: Visit, page: int | None) -> None:
    """Who could cover."""
    await reply.forget(visit)
    await reply.answer(visit, "route", {"view": "cover", "page": page or 0})


@taps.on(ROUTE_COVER)
async def choose_cover(visit: Visit, colleague: int | None) -> None:
    """That colleague covers, or nobody whom they name; who begins or ends is told."""
    await route.set_cover(visit.tx, visit.person, colleague)
    await reply.answer(visit, "route")


@taps.on(COVER_END)
async def end_cover(visit: Visit) -> None:
    """They cannot cover; the colleague is told."""
    row = visit.tapped
    if row.subject_id is not None:
        await route.end_cover(visit.tx, visit.person, row.subject_id)
        await reply.view(visit)


links_router = Router(name="links")
_PRACTITIONER_LINKS = Is(Role.PRACTITIONER)


@taps.on(SHELF)
async def shelf(visit: Visit) -> None:
    """What they pass on."""
    await reply.ask(visit, None, "shelf")


@taps.on(SHELF_ASK)
async def ask(visit: Visit) -> None:
    """Another one: its address first."""
    if len(await clients.links_of(visit.tx, visit.person)) >= clients.MOST_LINKS:
        await reply.note(visit, "shelf-full")
        return
    await reply.ask(visit, "shelf_address", "shelf", {"view": "ask"})


@links_router.message(Awaits("shelf_address"), _PRACTITIONER_LINKS)
async def typed_address(message: Message, visit: Visit) -> None:
    """An address: looked at as text, and never opened by us."""
    made = await clients.add_link(visit.tx, visit.person, message.text or "")
    if made is None:
        await reply.note(visit, "shelf-full" if read_address(message.text or "") else "not-an-address")
        return
    await reply.taken(visit)
    await reply.ask(visit, "shelf_title", "shelf_link", {"view": "title"}, subject_id=made)


@links_router.message(Awaits("shelf_title", "shelf_note"), _PRACTITIONER_LINKS)
async def typed_words(message: Message, visit: Visit) -> None:
    """What it is called, or a line about it."""
    row, text = await reply.asked(visit), message.text or ""
    named = visit.person.awaiting == "shelf_title"
    said = {"title": text} if named else {"note": text}
    link = await clients.describe_link(visit.tx, visit.person, row.subject_id or 0 if row else 0, **said)
    if link is None:
        await reply.note(visit, "not-helped")
        return
    await reply.taken(visit)
    await _on(visit, link.id, "note" if named else "whom")


@taps.on(SHELF_CALLED, SHELF_NO_NOTE)
async def as_it_is(visit: Visit, value: int) -> None:
    """Called by its host; or no line about it."""
    await _on(visit, value, "note" if visit.tap is SHELF_CALLED else "whom")


async def _on(visit: Visit, link_id: int, view: str) -> None:
    await reply.ask(visit, "shelf_note" if view == "note" else None, "shelf_link", {"view": view}, subject_id=link_id)


@taps.on(SHELF_PAGE)
async def turned(visit: Visit, value: int) -> None:
    """Other people to pick from."""
    args = {"view": "whom", "page": value}
    await reply.answer(visit, "shelf_link", args, subject_id=visit.tapped.subject_id)


@taps.on(SHELF_FOR)
async def for_whom(visit: Visit, value: tuple[int, int | None]) -> None:
    """All of their people see it from now on, or that one."""
    link_id, whom = value
    if not await clients.pass_on_link(visit.tx, visit.person, link_id, whom):
        await reply.not_there(visit)
        return
    await reply.ask(visit, None, "shelf")


@taps.on(SHELF_LINK)
async def opened(visit: Visit, value: int) -> None:
    """One of them; whose it is is looked up when it is shown."""
    await reply.ask(visit, None, "shelf_link", subject_id=value)


@taps.on(SHELF_FITS)
async def fits(visit: Visit, value: int) -> None:
    """They looked, and it still fits."""
    await clients.check_link(visit.tx, visit.person, value)
    await reply.answer(visit, "shelf_link", subject_id=value)


@taps.on(SHELF_DROP, SHELF_BACK)
async def drop(visit: Visit, link_id: int) -> None:
    """It goes, or stays after all."""
    back = visit.tap is SHELF_BACK
    done = await clients.remove_link(visit.tx, visit.person, link_id, back=back)
    await reply.answer(visit, "shelf", {"off": link_id} if done and not back else None)
