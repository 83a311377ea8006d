"""Links that a practitioner passes on: added a question at a time, looked at, taken off."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import own, speak
from bot.taps.practice import (
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
)
from bot.visit import Visit
from care import links
from programme.link import read_address
from programme.people import Role

router = Router(name="links")
taps = Handlers()
_PRACTITIONER = Is(Role.PRACTITIONER)


@taps.on(SHELF)
async def shelf(visit: Visit) -> None:
    """What they pass on."""
    await speak.ask(visit, None, "shelf")


@taps.on(SHELF_ASK)
async def ask(visit: Visit) -> None:
    """Another one: its address first."""
    if len(await links.links_of(visit.tx, visit.person)) >= links.MOST:
        await speak.note(visit, "shelf-full")
        return
    await speak.ask(visit, "shelf_address", "shelf", {"view": "ask"})


@router.message(Awaits("shelf_address"), _PRACTITIONER)
async def typed_address(message: Message, visit: Visit) -> None:
    """An address: looked at as text, and never opened by us."""
    made = await links.add_link(visit.tx, visit.person, message.text or "")
    if made is None:
        await speak.note(visit, "shelf-full" if read_address(message.text or "") else "not-an-address")
        return
    await speak.taken(visit)
    await speak.ask(visit, "shelf_title", "shelf_link", {"view": "title"}, subject_id=made)


@router.message(Awaits("shelf_title", "shelf_note"), _PRACTITIONER)
async def typed_words(message: Message, visit: Visit) -> None:
    """What it is called, or a line about it."""
    row, text = await speak.asked(visit), message.text or ""
    named = visit.person.awaiting == "shelf_title"
    said = {"title": text} if named else {"note": text}
    link = await links.describe(visit.tx, visit.person, row.subject_id or 0 if row else 0, **said)
    if link is None:
        await speak.note(visit, "not-helped")
        return
    await speak.taken(visit)
    await _on(visit, link.id, "note" if named else "whom")


@taps.on(SHELF_CALLED, SHELF_NO_NOTE)
async def as_it_is(visit: Visit, value: int) -> None:
    """Called by its host; or no line about it."""
    await _on(visit, value, "note" if visit.tap is SHELF_CALLED else "whom")


async def _on(visit: Visit, link_id: int, view: str) -> None:
    await speak.ask(visit, "shelf_note" if view == "note" else None, "shelf_link", {"view": view}, subject_id=link_id)


@taps.on(SHELF_PAGE)
async def turned(visit: Visit, value: int) -> None:
    """Other people to pick from."""
    args = {"view": "whom", "page": value}
    await speak.answer(visit, "shelf_link", args, subject_id=visit.tapped.subject_id)


@taps.on(SHELF_FOR)
async def for_whom(visit: Visit, value: tuple[int, int | None]) -> None:
    """All of their people see it from now on, or that one."""
    link_id, whom = value
    if not await links.pass_on(visit.tx, visit.person, link_id, whom):
        await own.gone(visit)
        return
    await speak.ask(visit, None, "shelf")


@taps.on(SHELF_LINK)
async def opened(visit: Visit, value: int) -> None:
    """One of them; whose it is is looked up when it is shown."""
    await speak.ask(visit, None, "shelf_link", subject_id=value)


@taps.on(SHELF_FITS)
async def fits(visit: Visit, value: int) -> None:
    """They looked, and it still fits."""
    await links.check_link(visit.tx, visit.person, value)
    await speak.answer(visit, "shelf_link", subject_id=value)


@taps.on(SHELF_DROP, SHELF_BACK)
async def drop(visit: Visit, link_id: int) -> None:
    """It goes, or stays after all."""
    back = visit.tap is SHELF_BACK
    done = await links.remove_link(visit.tx, visit.person, link_id, back=back)
    await speak.answer(visit, "shelf", {"off": link_id} if done and not back else None)
