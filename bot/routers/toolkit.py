"""The toolkit: look, add, put in other words, describe, pin, hide, bring back."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is, On
from bot.routers import own, speak
from bot.tap import Tap
from bot.visit import Visit
from care import toolkit
from programme.check_in import HardMoment
from programme.people import Role

router = Router(name="toolkit")
_CLIENT = Is(Role.CLIENT)
_LISTS = {"toolkit_all": "all", "toolkit_hidden": "hidden"}
_ASIDES = {"toolkit_item": "", "toolkit_moment": "moment", "toolkit_about": "about"}


@router.callback_query(Does(*_LISTS), _CLIENT)
async def turned(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A page of all there is, or of what is hidden."""
    await speak.ask(visit, None, "toolkit", {"view": _LISTS[tap.do], "page": tap.number or 0})


@router.callback_query(Does("toolkit_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Asks for another item, where it can be kept."""
    await _ask(visit, {})


@router.callback_query(Does("toolkit_moments"), _CLIENT)
async def moments(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """If which moment comes?"""
    await speak.ask(visit, None, "toolkit", {"view": "moments"})


@router.callback_query(Does("toolkit_for"), _CLIENT)
async def ask_for(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Asks what they will do when that moment comes."""
    if tap.arg in set(HardMoment):
        await _ask(visit, {"moment": tap.arg})


async def _ask(visit: Visit, args: speak.Args) -> None:
    if await toolkit.keeps_words(visit.tx, visit.person):
        await speak.ask(visit, "item", "toolkit", {"view": "ask", **args})
    else:
        await speak.note(visit, "not-kept")


@router.message(Awaits("item"))
async def typed(message: Message, visit: Visit) -> None:
    """An item was typed."""
    row = await speak.asked(visit)
    moment = row.args.get("moment") if row else None
    kept = moment and HardMoment(moment)
    item = await toolkit.add_item(visit.tx, visit.person, message.text or "", kept)
    if item is None:
        await speak.note(visit, "full-list" if (message.text or "").strip() else "not-helped")
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "toolkit", {"done": "added", "to": item})


@router.callback_query(Does(*_ASIDES), _CLIENT)
async def opened(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One item, or what is asked about it; whose it is is looked up when it is shown."""
    if tap.number is not None:
        await speak.ask(visit, None, "toolkit", {"view": _ASIDES[tap.do]}, subject_id=tap.number)


@router.callback_query(Does("toolkit_edit"), _CLIENT)
async def edit(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Asks for other words."""
    if tap.number is not None:
        await speak.ask(visit, "item_words", "toolkit", {"view": "edit"}, subject_id=tap.number)


@router.message(Awaits("item_words"))
async def edited(message: Message, visit: Visit) -> None:
    """Other words were typed."""
    row = await speak.asked(visit)
    item = row.subject_id or 0 if row else 0
    if not await toolkit.edit_item(visit.tx, visit.person, item, message.text or ""):
        await speak.note(visit, "not-helped")
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "toolkit", subject_id=item)


@router.callback_query(Does("toolkit_is"), _CLIENT, On("toolkit"))
async def described(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Something is said of the item that is open: its moment, what it gives, where, how long."""
    what, _, code = tap.arg.partition("-")
    item = visit.screen.subject_id or 0 if visit.screen else 0
    if await toolkit.describe_item(visit.tx, visit.person, item, what, code):
        view = {} if what == "moment" else {"view": "about"}
        await speak.answer(visit, "toolkit", view, subject_id=item)


@router.callback_query(Does("toolkit_pin", "toolkit_unpin"), _CLIENT)
async def pin(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It stands first, or where its counts put it."""
    pinned = tap.do == "toolkit_pin"
    if await toolkit.pin_item(visit.tx, visit.person, tap.number or 0, pinned=pinned):
        await speak.ask(visit, None, "toolkit", subject_id=tap.number)


@router.callback_query(Does("toolkit_hide", "toolkit_show", "toolkit_drop"), _CLIENT)
async def hide(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Offered no more, which may be undone; or offered once more. What was added by mistake is hidden, too."""
    hidden = tap.do != "toolkit_show"
    if await toolkit.hide_item(visit.tx, visit.person, tap.number or 0, hidden=hidden):
        undo = {"done": "hidden", "to": tap.number} if tap.do == "toolkit_hide" else None
        await speak.ask(visit, None, "toolkit", undo)
