"""Links that a practitioner passes on: added a question at a time, looked at, taken off."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.own_parts import number, read_pair
from bot.tap import Tap
from bot.visit import Visit
from care import links
from programme.link import read_address
from programme.people import Role

router = Router(name="links")
_PRACTITIONER = Is(Role.PRACTITIONER)


@router.callback_query(Does("shelf"), _PRACTITIONER)
async def shelf(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """What they pass on."""
    await speak.ask(visit, None, "shelf")


@router.callback_query(Does("shelf_ask"), _PRACTITIONER)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
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


@router.callback_query(Does("shelf_called", "shelf_no_note"), _PRACTITIONER)
async def as_it_is(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Called by its host; or no line about it."""
    await _on(visit, tap.number or 0, "note" if tap.do == "shelf_called" else "whom")


async def _on(visit: Visit, link_id: int, view: str) -> None:
    await speak.ask(visit, "shelf_note" if view == "note" else None, "shelf_link", {"view": view}, subject_id=link_id)


@router.callback_query(Does("shelf_page"), _PRACTITIONER)
async def turned(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Other people to pick from."""
    if visit.screen is not None and visit.screen.name == "shelf_link":
        args = {"view": "whom", "page": tap.number or 0}
        await speak.answer(visit, "shelf_link", args, subject_id=visit.screen.subject_id)


@router.callback_query(Does("shelf_for"), _PRACTITIONER)
async def for_whom(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """All of their people see it from now on, or that one."""
    link_id, whom = read_pair(tap.arg)
    if not await links.pass_on(visit.tx, visit.person, link_id, number(whom) or None):
        await own.gone(visit)
        return
    await speak.ask(visit, None, "shelf")


@router.callback_query(Does("shelf_link"), _PRACTITIONER)
async def opened(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of them; whose it is is looked up when it is shown."""
    await speak.ask(visit, None, "shelf_link", subject_id=tap.number)


@router.callback_query(Does("shelf_fits"), _PRACTITIONER)
async def fits(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """They looked, and it still fits."""
    await links.check_link(visit.tx, visit.person, tap.number or 0)
    await speak.answer(visit, "shelf_link", subject_id=tap.number)


@router.callback_query(Does("shelf_drop", "shelf_back"), _PRACTITIONER)
async def drop(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It goes, or stays after all."""
    link_id, back = tap.number or 0, tap.do == "shelf_back"
    done = await links.remove_link(visit.tx, visit.person, link_id, back=back)
    await speak.answer(visit, "shelf", {"off": link_id} if done and not back else None)
