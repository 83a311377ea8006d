"""The toolkit: add, put in other words, hide, bring back."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import speak
from bot.tap import Tap
from bot.visit import Visit
from care import toolkit
from programme.people import Role

router = Router(name="toolkit")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("toolkit_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Asks for another item, where it can be kept."""
    if await toolkit.keeps_words(visit.tx, visit.person):
        await speak.ask(visit, "item", "toolkit", {"view": "ask"})
    else:
        await speak.note(visit, "not-kept")


@router.message(Awaits("item"))
async def typed(message: Message, visit: Visit) -> None:
    """An item was typed."""
    if await toolkit.add_item(visit.tx, visit.now, visit.person, message.text or "") is None:
        await speak.note(visit, "full-list" if (message.text or "").strip() else "not-helped")
        return
    await speak.taken(visit)
    await speak.ask(visit, None, "toolkit")


@router.callback_query(Does("toolkit_item"), _CLIENT)
async def opened(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One item; whose it is is looked up when it is shown."""
    if (item := _item(tap)) is not None:
        await speak.ask(visit, None, "toolkit", subject_id=item)


@router.callback_query(Does("toolkit_edit"), _CLIENT)
async def edit(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Asks for other words."""
    if (item := _item(tap)) is not None:
        await speak.ask(visit, "item_words", "toolkit", {"view": "edit"}, subject_id=item)


@router.message(Awaits("item_words"))
async def edited(message: Message, visit: Visit) -> None:
    """Other words were typed."""
    row = await speak.asked(visit)
    item = row.subject_id or 0 if row else 0
    if not await toolkit.edit_item(visit.tx, visit.now, visit.person, item, message.text or ""):
        await speak.note(visit, "not-helped")
        return
    await speak.taken(visit)
    await speak.ask(visit, None, "toolkit")


@router.callback_query(Does("toolkit_hide", "toolkit_show"), _CLIENT)
async def hide(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Offered no more, or offered once more."""
    if (item := _item(tap)) is not None:
        await toolkit.hide_item(visit.tx, visit.now, visit.person, item, hidden=tap.do == "toolkit_hide")
        await speak.ask(visit, None, "toolkit")


def _item(tap: Tap) -> int | None:
    return int(tap.arg) if tap.arg.isdecimal() and len(tap.arg) <= 16 else None
