""" "I smoked": kept with one tap; the rest is for who wants it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import diary, own, speak
from bot.taps.quitting import SMOKED_BACK, SMOKED_BYE, SMOKED_DAY, SMOKED_MANY, SMOKED_MOMENT, SMOKED_TYPE, SMOKED_UNDO
from bot.visit import Visit
from care import replay, smoked, toolkit
from programme.check_in import HardMoment
from programme.number_words import as_digits
from programme.people import Role
from programme.smoking import how_many
from programme.toolkit import clean_words

router = Router(name="smoked")
taps = Handlers()


async def tell(visit: Visit) -> None:
    """They smoked: kept, and answered below, before the quit date in the diary."""
    await diary.write_cigarette(visit)


@router.message(Command("smoked", ignore_mention=True), Is(Role.CLIENT))
async def command(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/smoked."""
    await tell(visit)


@router.message(Command("smoked", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/smoked of somebody who has not joined."""
    await speak.note(visit, "quit-not-joined")


@taps.on(SMOKED_MOMENT)
async def moment(visit: Visit, value: HardMoment) -> None:
    """What was going on; then their own idea for next time."""
    told = await smoked.amend(visit.tx, visit.person, visit.subject, moment=value)
    if told is None:
        visit.toast = "toast-old"
    else:
        await _show(visit, "idea", awaited="idea")


@taps.on(SMOKED_DAY)
async def earlier(visit: Visit, days_back: int) -> None:
    """It was today after all, or up to two days ago; before the quit date it stands in the diary."""
    told = await smoked.amend(visit.tx, visit.person, visit.subject, days_back=days_back)
    if told is not None and not told.is_lapse:
        await speak.ask(visit, None, "diary", subject_id=told.id)
    else:
        await _show(visit, "")


@taps.on(SMOKED_MANY)
async def many(visit: Visit, value: str) -> None:
    """How many, for who wants to say; a second tap corrects it."""
    amount = how_many(value)
    if amount is not None:
        await smoked.amend(visit.tx, visit.person, visit.subject, amount=amount)
        await _show(visit, "")


@taps.on(SMOKED_TYPE)
async def type_it(visit: Visit) -> None:
    """They would rather type the number."""
    await _show(visit, "type", awaited="smoked_many")


@taps.on(SMOKED_BACK)
async def back(visit: Visit) -> None:
    """They would rather not."""
    await _show(visit, "")


@router.message(Awaits("smoked_many"))
async def typed_number(message: Message, visit: Visit) -> None:
    """The number; anything else is asked for kindly once more."""
    row = await speak.taken(visit)
    if row is None:
        return
    smoked_id, amount = row.subject_id or 0, how_many(as_digits(message.text or ""))
    args = {name: code for name, code in row.args.items() if name == "closed"}
    if amount is None:
        await speak.ask(visit, "smoked_many", "smoked", {**args, "view": "type_refused"}, subject_id=smoked_id)
        return
    await smoked.amend(visit.tx, visit.person, smoked_id, amount=amount)
    await speak.ask(visit, None, "smoked", args, subject_id=smoked_id)


@taps.on(SMOKED_UNDO)
async def undo(visit: Visit) -> None:
    """A mistake: it goes."""
    if await smoked.take_back(visit.tx, visit.person, visit.subject):
        await _show(visit, "taken_back")
    else:
        visit.toast = "smoked-too-old"


@taps.on(SMOKED_BYE)
async def bye(visit: Visit) -> None:
    """That is all they want."""
    await _show(visit, "bye")


@router.message(Awaits("idea"))
async def idea(message: Message, visit: Visit) -> None:
    """Their own idea for next time: kept in the toolkit, for the moment they were in."""
    row = await speak.asked(visit)
    told = None if row is None else await smoked.amend(visit.tx, visit.person, row.subject_id or 0)
    if told is None or clean_words(message.text or "") is None:
        await speak.note(visit, "not-helped")
        return
    item = await toolkit.add_item(visit.tx, visit.person, message.text or "", told.moment)
    if item is not None:
        await replay.keep_next_time(visit.tx, visit.person, told.id, item)
        await own.taken(visit, message.text)
    elif await toolkit.keeps_words(visit.tx, visit.person):
        await own.refused(visit, message.text)
        return
    else:
        await speak.taken(visit)
    args = {"view": "kept"} | ({"item": item} if item is not None else {})
    await speak.ask(visit, None, "smoked", args, subject_id=told.id)


async def _show(visit: Visit, view: str, awaited: str | None = None) -> None:
    closed = {"closed": 1} if visit.tapped.args.get("closed") else {}
    args = closed | ({"view": view} if view else {})
    await speak.ask(visit, awaited, "smoked", args, subject_id=visit.subject)
