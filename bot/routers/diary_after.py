"""What can be done about an entry once it is written down: when it was, how many, Undo, help; and the look-back."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import speak
from bot.routers.diary import MANY, entry_of, show
from bot.tap import Tap
from bot.visit import Visit
from care import looking_back, smoked, wants_look_back, writing_down
from programme.craving import read_rating
from programme.number_words import as_digits
from programme.people import Role
from programme.smoking import DAYS_BACK, how_many

router = Router(name="diary_after")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("diary_when"), _CLIENT)
async def when(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It was earlier: that day, or one before it."""
    days = int(tap.arg) if tap.arg in {str(n) for n in range(1, DAYS_BACK + 1)} else 0
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, view="when", day=days)


@router.callback_query(Does("diary_at"), _CLIENT)
async def earlier(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Then it was. What so falls into a quit attempt is a lapse of it."""
    entry = await entry_of(visit)
    after = None if entry is None else await writing_down.was_at(visit.tx, visit.person, entry, tap.arg)
    if after is None:
        visit.toast = "toast-old"
        return
    told = None if after.is_urge else await smoked.amend(visit.tx, visit.person, after.id)
    if told is not None and told.is_lapse:
        await speak.ask(visit, None, "smoked", subject_id=told.id)
    else:
        await show(visit, after, None)


@router.callback_query(Does("diary_back"), _CLIENT)
async def back(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """To the closing words."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None)


@router.callback_query(Does("diary_undo"), _CLIENT)
async def undo(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """A mistake: it goes, and what was said of it."""
    entry = await entry_of(visit)
    if entry is None or not await writing_down.take_back(visit.tx, visit.person, entry):
        visit.toast = "smoked-too-old"
        return
    await speak.ask(visit, None, "diary", {"written": 1})


@router.callback_query(Does("diary_many"), _CLIENT)
async def many(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """It was more than one."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, MANY, view="many")


@router.callback_query(Does("diary_amount"), _CLIENT)
async def amount(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That many, by a tap."""
    entry, number = await entry_of(visit), how_many(tap.arg)
    if entry is not None and not entry.is_urge and number is not None:
        await smoked.amend(visit.tx, visit.person, entry.id, amount=number)
        await show(visit, entry, None)


@router.message(Awaits(MANY))
async def typed_number(message: Message, visit: Visit) -> None:
    """That many, typed; anything else is asked for kindly once more."""
    visit.screen = row = await speak.taken(visit)
    entry, number = await entry_of(visit), how_many(as_digits(message.text or ""))
    visit.screen = None
    if entry is None or row is None:
        await speak.note(visit, "not-helped")
    elif number is None:
        await show(visit, entry, None, MANY, view="many_refused")
    else:
        await smoked.amend(visit.tx, visit.person, entry.id, amount=number)
        await show(visit, entry, None)


@router.callback_query(Does("diary_help"), _CLIENT)
async def help_now(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Help with that urge, below, rated as it was written down."""
    entry = await entry_of(visit)
    if entry is not None and entry.is_urge:
        await speak.below(visit, "craving", {"craving": entry.id})


@router.callback_query(Does("look_back"), _CLIENT)
async def look_back(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """They want to be asked about stress after a cigarette, or do not, wherever that was said."""
    row = visit.screen
    if tap.arg not in ("yes", "no") or row is None:
        return
    await wants_look_back.choose(visit.tx, visit.person, yes=tap.arg == "yes")
    if row.name == "diary" and (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, look_back=tap.arg)
    elif row.name == "look_back":
        await speak.answer(visit, "note", {"key": "look-back-off"})
    else:
        await speak.answer(visit, row.name, row.args, subject_id=row.subject_id)


@router.callback_query(Does("look_back_now"), _CLIENT)
async def look_back_now(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How stressed they are about forty minutes later; much later it says nothing."""
    rating, row = read_rating(tap.arg), visit.screen
    if rating is None or row is None or row.name != "look_back" or row.subject_id is None:
        return
    kept = await looking_back.answer(visit.tx, visit.person, row.subject_id, rating)
    await speak.answer(visit, "look_back", None if kept else {"late": 1}, subject_id=row.subject_id)


@router.callback_query(Does("look_back_fits"), _CLIENT)
async def look_back_fits(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Whether their own counts fit: they know best."""
    if tap.arg in ("yes", "no", "unsure") and visit.screen is not None:
        if tap.arg != "unsure":
            await wants_look_back.say_whether_it_fits(visit.tx, visit.person, fits=tap.arg == "yes")
        await speak.answer(visit, visit.screen.name, {"said": 1}, subject_id=visit.screen.subject_id)
