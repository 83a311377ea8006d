"""What can be done about an entry once it is written down: when it was, how many, Undo, help; and the look-back."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import speak
from bot.routers.diary import MANY, entry_of, show
from bot.taps.diary import (
    DIARY_AMOUNT,
    DIARY_AT,
    DIARY_BACK,
    DIARY_HELP,
    DIARY_MANY,
    DIARY_UNDO,
    DIARY_WHEN,
    LOOK_BACK,
    LOOK_BACK_FITS,
    LOOK_BACK_NOW,
)
from bot.visit import Visit
from care import looking_back, smoked, wants_look_back, writing_down
from programme.number_words import as_digits
from programme.smoking import how_many

router = Router(name="diary_after")
taps = Handlers()


@taps.on(DIARY_WHEN)
async def when(visit: Visit, days: int | None) -> None:
    """It was earlier: that day, or one before it."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, view="when", day=days or 0)


@taps.on(DIARY_AT)
async def earlier(visit: Visit, value: str) -> None:
    """Then it was. What so falls into a quit attempt is a lapse of it."""
    entry = await entry_of(visit)
    after = None if entry is None else await writing_down.was_at(visit.tx, visit.person, entry, value)
    if after is None:
        visit.toast = "toast-old"
        return
    told = None if after.is_urge else await smoked.amend(visit.tx, visit.person, after.id)
    if told is not None and told.is_lapse:
        await speak.ask(visit, None, "smoked", subject_id=told.id)
    else:
        await show(visit, after, None)


@taps.on(DIARY_BACK)
async def back(visit: Visit) -> None:
    """To the closing words."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None)


@taps.on(DIARY_UNDO)
async def undo(visit: Visit) -> None:
    """A mistake: it goes, and what was said of it."""
    entry = await entry_of(visit)
    if entry is None or not await writing_down.take_back(visit.tx, visit.person, entry):
        visit.toast = "smoked-too-old"
        return
    await speak.ask(visit, None, "diary", {"written": 1})


@taps.on(DIARY_MANY)
async def many(visit: Visit) -> None:
    """It was more than one."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, MANY, view="many")


@taps.on(DIARY_AMOUNT)
async def amount(visit: Visit, value: str) -> None:
    """That many, by a tap."""
    entry, number = await entry_of(visit), how_many(value)
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


@taps.on(DIARY_HELP)
async def help_now(visit: Visit) -> None:
    """Help with that urge, below, rated as it was written down."""
    entry = await entry_of(visit)
    if entry is not None and entry.is_urge:
        await speak.below(visit, "craving", {"craving": entry.id})


@taps.on(LOOK_BACK)
async def look_back(visit: Visit, yes: bool) -> None:
    """They want to be asked about stress after a cigarette, or do not, wherever that was said."""
    row = visit.tapped
    await wants_look_back.choose(visit.tx, visit.person, yes=yes)
    if row.name == "diary" and (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, look_back="yes" if yes else "no")
    elif row.name == "look_back":
        await speak.answer(visit, "note", {"key": "look-back-off"})
    else:
        await speak.answer(visit, row.name, row.args, subject_id=row.subject_id)


@taps.on(LOOK_BACK_NOW)
async def look_back_now(visit: Visit, rating: int) -> None:
    """How stressed they are about forty minutes later; much later it says nothing."""
    row = visit.tapped
    if row.subject_id is None:
        return
    kept = await looking_back.answer(visit.tx, visit.person, row.subject_id, rating)
    await speak.answer(visit, "look_back", None if kept else {"late": 1}, subject_id=row.subject_id)


@taps.on(LOOK_BACK_FITS)
async def look_back_fits(visit: Visit, value: str) -> None:
    """Whether their own counts fit: they know best."""
    if value != "unsure":
        await wants_look_back.say_whether_it_fits(visit.tx, visit.person, fits=value == "yes")
    await speak.answer(visit, visit.tapped.name, {"said": 1}, subject_id=visit.tapped.subject_id)
