""" "I smoked": kept with one tap; how sure, the plan for next time, a relapse that is named."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.diary import handlers as diary_handlers
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Is, Visit
from bot.quitting.taps import (
    RELAPSE,
    RELAPSE_BACK,
    RELAPSE_IS,
    RELAPSE_UNDO,
    REPLAY_BACK,
    REPLAY_STOP,
    SMOKED_BACK,
    SMOKED_BYE,
    SMOKED_DAY,
    SMOKED_KEEP,
    SMOKED_MANY,
    SMOKED_MOMENT,
    SMOKED_SURE,
    SMOKED_TYPE,
    SMOKED_UNDO,
    TONIGHT,
    TONIGHT_BACK,
)
from care import toolkit
from care.check_in import cards_shown
from care.measures import scales
from care.quitting import dates, lapses
from programme.check_in.answers import HardMoment
from programme.people.person import Role
from programme.quitting.events import ConfidenceSaid
from programme.quitting.lapses import how_many
from programme.quitting.relapses import Choice
from programme.schedule.typed import as_digits
from programme.toolkit.items import clean_words

smoked_router = Router(name="smoked")
taps = Handlers()


async def tell(visit: Visit) -> None:
    """They smoked: kept, and answered below, before the quit date in the diary."""
    await diary_handlers.write_cigarette(visit)


@smoked_router.message(Command("smoked", ignore_mention=True), Is(Role.CLIENT))
async def command(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/smoked."""
    await tell(visit)


@smoked_router.message(Command("smoked", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/smoked of somebody who has not joined."""
    await reply.note(visit, "quit-not-joined")


@taps.on(SMOKED_MOMENT)
async def moment(visit: Visit, value: HardMoment) -> None:
    """What was going on; then their own idea for next time."""
    told = await lapses.amend_smoked(visit.tx, visit.person, visit.subject, moment=value)
    if told is None:
        visit.toast = "toast-old"
    else:
        await _show(visit, "idea", awaited="idea")


@taps.on(SMOKED_DAY)
async def earlier(visit: Visit, days_back: int) -> None:
    """It was today after all, or up to two days ago; before the quit date it stands in the diary."""
    told = await lapses.amend_smoked(visit.tx, visit.person, visit.subject, days_back=days_back)
    if told is not None and not told.is_lapse:
        await reply.ask(visit, None, "diary", subject_id=told.id)
    else:
        await _show(visit, "")


@taps.on(SMOKED_MANY)
async def many(visit: Visit, value: str) -> None:
    """How many, for who wants to say; a second tap corrects it."""
    amount = how_many(value)
    if amount is not None:
        await lapses.amend_smoked(visit.tx, visit.person, visit.subject, amount=amount)
        await _show(visit, "")


@taps.on(SMOKED_TYPE)
async def type_it(visit: Visit) -> None:
    """They would rather type the number."""
    await _show(visit, "type", awaited="smoked_many")


@taps.on(SMOKED_BACK)
async def back(visit: Visit) -> None:
    """They would rather not."""
    await _show(visit, "")


@smoked_router.message(Awaits("smoked_many"))
async def typed_number(message: Message, visit: Visit) -> None:
    """The number; anything else is asked for kindly again."""
    row = await reply.taken(visit)
    if row is None:
        return
    smoked_id, amount = row.subject_id or 0, how_many(as_digits(message.text or ""))
    args = {name: code for name, code in row.args.items() if name == "closed"}
    if amount is None:
        await reply.ask(visit, "smoked_many", "smoked", {**args, "view": "type_refused"}, subject_id=smoked_id)
        return
    await lapses.amend_smoked(visit.tx, visit.person, smoked_id, amount=amount)
    await reply.ask(visit, None, "smoked", args, subject_id=smoked_id)


@taps.on(SMOKED_UNDO)
async def undo(visit: Visit) -> None:
    """A mistake: it goes."""
    if await lapses.take_back_smoked(visit.tx, visit.person, visit.subject):
        await _show(visit, "taken_back")
    else:
        visit.toast = "smoked-too-old"


@taps.on(SMOKED_BYE)
async def bye(visit: Visit) -> None:
    """That is all they want."""
    await _show(visit, "bye")


@smoked_router.message(Awaits("idea"))
async def idea(message: Message, visit: Visit) -> None:
    """Their own idea for next time: kept in the toolkit, for the moment they were in."""
    row = await reply.asked(visit)
    told = None if row is None else await lapses.amend_smoked(visit.tx, visit.person, row.subject_id or 0)
    if told is None or clean_words(message.text or "") is None:
        await reply.note(visit, "not-helped")
        return
    item = await toolkit.add_item(visit.tx, visit.person, message.text or "", told.moment)
    if item is not None:
        await cards_shown.keep_next_time(visit.tx, visit.person, told.id, item)
        await reply.typed_taken(visit, message.text)
    elif await toolkit.keeps_words(visit.tx, visit.person):
        await reply.typed_refused(visit, message.text)
        return
    else:
        await reply.taken(visit)
    args = {"view": "kept"} | ({"item": item} if item is not None else {})
    await reply.ask(visit, None, "smoked", args, subject_id=told.id)


async def _show(visit: Visit, view: str, awaited: str | None = None) -> None:
    closed = {"closed": 1} if visit.tapped.args.get("closed") else {}
    args = closed | ({"view": view} if view else {})
    await reply.ask(visit, awaited, "smoked", args, subject_id=visit.subject)


@taps.on(SMOKED_SURE)
async def sure(visit: Visit, value: int) -> None:
    """How sure they are to get through the next one."""
    row = visit.tapped
    await scales.rate(visit.tx, visit.person, ConfidenceSaid, value, row.subject_id)
    await reply.ask(visit, None, "smoked", {"view": "sure_said", "sure": value}, subject_id=row.subject_id)


@taps.on(SMOKED_KEEP)
async def keep_mine(visit: Visit, item: int) -> None:
    """What they said helps is what they would do next time."""
    kept = await cards_shown.keep_next_time(visit.tx, visit.person, visit.subject, item)
    args = {"view": "kept", "item": item} if kept else {}
    await reply.ask(visit, None, "smoked", args, subject_id=visit.subject)


@taps.on(REPLAY_STOP, REPLAY_BACK)
async def show_replay(visit: Visit, value: int) -> None:
    """What was learned from that lapse is not shown any more, or after all; the question stays."""
    shown = visit.tap is REPLAY_BACK
    await cards_shown.show_replay(visit.tx, visit.person, value, shown=shown)
    visit.toast = None if shown else "toast-replay-stopped"
    await reply.view(visit)


@taps.on(RELAPSE)
async def ask_relapse(visit: Visit) -> None:
    """They smoke on most days, or want to stop counting: what suits them now?"""
    row = visit.tapped
    about = {"smoked": row.subject_id} if row.name == "smoked" else {}
    await reply.ask(visit, None, "relapse", about)


@taps.on(RELAPSE_BACK)
async def not_so(visit: Visit) -> None:
    """Back to where it was opened; nothing has changed."""
    told = visit.tapped.args.get("smoked")
    if told is not None:
        await reply.answer(visit, "smoked", subject_id=told)
    else:
        await reply.answer(visit, "progress")


@taps.on(RELAPSE_IS)
async def name_relapse(visit: Visit, value: Choice) -> None:
    """What they chose."""
    row = visit.tapped
    ends = await dates.attempt_of(visit.tx, visit.person)
    said = await dates.name_relapse(visit.tx, visit.person, value, most_days="smoked" in row.args)
    await reply.answer(visit, "relapse", {"said": value, "attempt": ends.id} if said and ends else None)


@taps.on(RELAPSE_UNDO)
async def undo_relapse(visit: Visit, value: int) -> None:
    """A slip of the finger: that try goes on."""
    if not await dates.take_back_relapse(visit.tx, visit.person, value):
        visit.toast = "toast-old"
    await reply.answer(visit, "relapse")


@taps.on(TONIGHT)
async def leave_for_tonight(visit: Visit) -> None:
    """No more of it before the morning. Where the check-in offered it, what it means stands below."""
    left = await lapses.skip_tonight(visit.tx, visit.person)
    if visit.tapped.name != "rough":
        visit.screen = None
    await reply.answer(visit, "pause" if left is None else "rough", {"closed": 1} if left else None)


@taps.on(TONIGHT_BACK)
async def back_tonight(visit: Visit) -> None:
    """After all."""
    await lapses.undo_skip_tonight(visit.tx, visit.person)
    await reply.answer(visit, "rough", visit.tapped.args)
