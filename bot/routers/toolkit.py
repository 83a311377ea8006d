"""The toolkit: look, add, put in other words, describe, pin, hide, bring back."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.toolkit import (
    TOOLKIT_ABOUT,
    TOOLKIT_ALL,
    TOOLKIT_ASK,
    TOOLKIT_DROP,
    TOOLKIT_EDIT,
    TOOLKIT_FOR,
    TOOLKIT_HIDDEN,
    TOOLKIT_HIDE,
    TOOLKIT_IS,
    TOOLKIT_ITEM,
    TOOLKIT_MOMENT,
    TOOLKIT_MOMENTS,
    TOOLKIT_PIN,
    TOOLKIT_SHOW,
    TOOLKIT_UNPIN,
)
from bot.visit import Visit
from care import toolkit
from programme.check_in import HardMoment

router = Router(name="toolkit")
taps = Handlers()
_ASIDES = {TOOLKIT_ITEM: "", TOOLKIT_MOMENT: "moment", TOOLKIT_ABOUT: "about"}


@taps.on(TOOLKIT_ALL, TOOLKIT_HIDDEN)
async def turned(visit: Visit, page: int) -> None:
    """A page of all there is, or of what is hidden."""
    await speak.ask(visit, None, "toolkit", {"view": "all" if visit.tap is TOOLKIT_ALL else "hidden", "page": page})


@taps.on(TOOLKIT_ASK)
async def ask(visit: Visit) -> None:
    """Asks for another item, where it can be kept."""
    await _ask(visit, {})


@taps.on(TOOLKIT_MOMENTS)
async def moments(visit: Visit) -> None:
    """If which moment comes?"""
    await speak.ask(visit, None, "toolkit", {"view": "moments"})


@taps.on(TOOLKIT_FOR)
async def ask_for(visit: Visit, value: HardMoment) -> None:
    """Asks what they will do when that moment comes."""
    await _ask(visit, {"moment": value})


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


@taps.on(TOOLKIT_ITEM, TOOLKIT_MOMENT, TOOLKIT_ABOUT)
async def opened(visit: Visit, item: int) -> None:
    """One item, or what is asked about it."""
    assert visit.tap is not None, "it was tapped"
    await speak.ask(visit, None, "toolkit", {"view": _ASIDES[visit.tap]}, subject_id=item)


@taps.on(TOOLKIT_EDIT)
async def edit(visit: Visit, value: int) -> None:
    """Asks for other words."""
    await speak.ask(visit, "item_words", "toolkit", {"view": "edit"}, subject_id=value)


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


@taps.on(TOOLKIT_IS)
async def described(visit: Visit, value: tuple[str, str]) -> None:
    """Something is said of the item that is open: its moment, what it gives, where, how long."""
    if await toolkit.describe_item(visit.tx, visit.person, visit.subject, *value):
        view = {} if value[0] == "moment" else {"view": "about"}
        await speak.answer(visit, "toolkit", view, subject_id=visit.subject)


@taps.on(TOOLKIT_PIN, TOOLKIT_UNPIN)
async def pin(visit: Visit, value: int) -> None:
    """It stands first, or where its counts put it."""
    pinned = visit.tap is TOOLKIT_PIN
    if await toolkit.pin_item(visit.tx, visit.person, value, pinned=pinned):
        await speak.ask(visit, None, "toolkit", subject_id=value)


@taps.on(TOOLKIT_HIDE, TOOLKIT_SHOW, TOOLKIT_DROP)
async def hide(visit: Visit, value: int) -> None:
    """Offered no more, which may be undone; or offered once more. What was added by mistake is hidden, too."""
    hidden = visit.tap is not TOOLKIT_SHOW
    if await toolkit.hide_item(visit.tx, visit.person, value, hidden=hidden):
        undo = {"done": "hidden", "to": value} if visit.tap is TOOLKIT_HIDE else None
        await speak.ask(visit, None, "toolkit", undo)
