"""Writing down a cigarette or an urge, a tap at a time, and what can be done about the entry afterwards."""

from collections.abc import Callable
from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.diary.taps import (
    DIARY_AMOUNT,
    DIARY_ASK,
    DIARY_AT,
    DIARY_BACK,
    DIARY_FELT,
    DIARY_GAVE,
    DIARY_GOING,
    DIARY_HELP,
    DIARY_MANY,
    DIARY_ON,
    DIARY_OPEN,
    DIARY_SKIP,
    DIARY_SMOKED,
    DIARY_STRESS,
    DIARY_UNDO,
    DIARY_URGE,
    DIARY_WHEN,
    DIARY_WHERE,
    LOOK_BACK,
    LOOK_BACK_FITS,
    LOOK_BACK_NOW,
)
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Is, Visit
from care.diary import entries
from care.diary.entries import offers_stress_follow_up
from care.quitting import lapses
from care.toolkit import keeps_words
from programme.check_in.answers import HardMoment
from programme.diary.entries import Entry, EntryQuestion, Trigger, question_after
from programme.diary.patterns import Company, Feeling
from programme.people.person import Role
from programme.planning.reasons import Purpose
from programme.quitting.lapses import how_many
from programme.schedule.typed import as_digits
from programme.toolkit.strategies import Function, StrategyPlace

diary_router = Router(name="diary")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
GOING_ON, GAVE, MANY = "diary_going_on", "diary_gave", "diary_many"  # what the next words are for
_TYPED = {EntryQuestion.GOING_ON: GOING_ON, EntryQuestion.GAVE: GAVE}  # questions whose answer may be typed


@diary_router.message(Command("log", ignore_mention=True), _CLIENT)
async def command(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/log."""
    await reply.ask(visit, None, "diary")


@diary_router.message(Command("log", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/log of somebody who has not joined."""
    await reply.note(visit, "quit-not-joined")


@taps.on(DIARY_OPEN)
async def opened(visit: Visit) -> None:
    """A moment is to be written down, in this message."""
    await reply.ask(visit, None, "diary")


@taps.on(DIARY_SMOKED)
async def cigarette(visit: Visit) -> None:
    """A cigarette, now: an entry of the diary, or, from the quit date on, a lapse, which goes a lapse's way. On a page
    of its own it is another one; tapped twice on one page, it is one."""
    await write_cigarette(visit, another=visit.tapped.subject_id is None)


async def write_cigarette(visit: Visit, *, another: bool = False) -> None:
    """They smoked: kept, and answered in the tapped message, or below."""
    told = await lapses.tell_smoked(visit.tx, visit.person, another=another)
    known = {"known": 1} if told.known else {}
    if told.smoked.is_lapse:
        args = known | ({"closed": 1} if told.closed else {})
        await reply.ask(visit, None, "smoked", args, subject_id=told.smoked.id)
        return
    entry = await entries.entry_of(visit.tx, visit.person, told.smoked.id, urge=False)
    if entry is not None and told.known:
        await show(visit, entry, None, known=1)
    elif entry is not None:
        stress = await entries.is_stress_asked(visit.tx, visit.person, told.smoked)
        await show(visit, entry, EntryQuestion.STRESS if stress else question_after(None, entry))


@taps.on(DIARY_URGE)
async def urge(visit: Visit, strength: int) -> None:
    """An urge, now, and how strong; tapped twice on one screen, it is one."""
    known = visit.tapped.subject_id if visit.tapped.args.get("urge") else None
    entry = await entries.write_urge(visit.tx, visit.person, strength, known)
    if entry is not None:
        await show(visit, entry, question_after(None, entry))


@taps.on(DIARY_STRESS)
async def stress(visit: Visit, rating: int) -> None:
    """How stressed they are as they smoke; they are asked again."""
    entry = await entry_of(visit)
    if entry is not None and not entry.is_urge:
        await entries.rate_stress(visit.tx, visit.person, entry.id, rating)
        await show(visit, entry, question_after(EntryQuestion.STRESS, entry))


@taps.on(DIARY_WHERE)
async def where(visit: Visit, found: tuple[StrategyPlace, Company]) -> None:
    """Where, and with whom."""
    await _keep(visit, EntryQuestion.WHERE, lambda entry: replace(entry, place=found[0], company=found[1]))


@taps.on(DIARY_GOING)
async def going_on(visit: Visit, what: Trigger) -> None:
    """What was going on, or how they felt. Something else may be typed, and need not."""
    await _keep(visit, EntryQuestion.GOING_ON, lambda entry: entry.going_on(what), other=what is HardMoment.OTHER)


@taps.on(DIARY_FELT)
async def felt(visit: Visit, value: Feeling) -> None:
    """How they felt."""
    await _keep(visit, EntryQuestion.FELT, lambda entry: entry.felt(value))


@taps.on(DIARY_GAVE)
async def gave(visit: Visit, value: Function | None) -> None:
    """What it gave them; something else may be typed, and need not."""
    if value is not None:
        await _keep(visit, EntryQuestion.GAVE, lambda entry: replace(entry, function=value))
    elif (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, GAVE, view="gave")


@taps.on(DIARY_SKIP)
async def skip(visit: Visit, ask: EntryQuestion | None) -> None:
    """That question is passed over."""
    if ask is not None and (entry := await entry_of(visit)) is not None:
        await show(visit, entry, question_after(ask, entry))


@taps.on(DIARY_ASK)
async def asked(visit: Visit, ask: EntryQuestion) -> None:
    """That question is asked, in the closing words."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, ask)


@taps.on(DIARY_ON)
async def carry_on(visit: Visit) -> None:
    """On after a very low moment, with what was to be asked next."""
    if (entry := await entry_of(visit)) is not None:
        code = visit.tapped.args.get("ask")
        await show(visit, entry, EntryQuestion(code) if code in set(EntryQuestion) else None)


@diary_router.message(Awaits(GOING_ON, GAVE))
async def typed(message: Message, visit: Visit) -> None:
    """What was going on, or what it gave, in their own words; what is asked beside it stays asked."""
    purpose = Purpose.GOING_ON if visit.person.awaiting == GOING_ON else Purpose.GAVE
    row = await reply.typed_taken(visit, message.text)
    visit.screen = row
    entry = await entry_of(visit)
    visit.screen = None
    if entry is None or row is None:
        await reply.note(visit, "not-helped")
        return
    await entries.keep_entry_words(visit.tx, visit.person, entry, purpose, message.text or "")
    code = row.args.get("ask")
    ask = EntryQuestion(code) if code in set(EntryQuestion) else None
    if ask is EntryQuestion.GOING_ON:
        entry = entry.going_on(HardMoment.OTHER)
        await entries.keep_entry(visit.tx, entry)
    await show(visit, entry, question_after(ask, entry) if ask in _TYPED else ask)


async def entry_of(visit: Visit) -> Entry | None:
    """The entry that the tapped screen is about; None where it is about none of theirs."""
    row = visit.screen
    if row is None or row.name != "diary" or row.subject_id is None:
        return None
    return await entries.entry_of(visit.tx, visit.person, row.subject_id, urge=bool(row.args.get("urge")))


async def show(
    visit: Visit, entry: Entry, ask: EntryQuestion | None, awaited: str | None = None, **more: str | int
) -> None:
    """That question of the entry, or its closing words. Those of the first cigarette with a feeling ask whether the
    look-back is wanted, though not on a very low day."""
    args: dict[str, str | int] = {"urge": 1} if entry.is_urge else {}
    args |= {"ask": ask.value} if ask else {}
    if ask is None and not entry.is_urge and entry.feeling not in (None, Feeling.VERY_LOW) and not more:
        offered = await offers_stress_follow_up(visit.tx, visit.person, entry.id)
        args |= {"look_back": "offer"} if offered else {}
    if ask in _TYPED and await keeps_words(visit.tx, visit.person):
        awaited = _TYPED[ask]
    await reply.ask(visit, awaited, "diary", {**args, **more}, subject_id=entry.id)


async def _keep(visit: Visit, ask: EntryQuestion, change: Callable[[Entry], Entry], *, other: bool = False) -> None:
    entry = await entry_of(visit)
    if entry is None:
        visit.toast = "toast-old"
        return
    entry = change(entry)
    await entries.keep_entry(visit.tx, entry)
    low = (
        {"low": 1} if entry.feeling is Feeling.VERY_LOW and ask in (EntryQuestion.GOING_ON, EntryQuestion.FELT) else {}
    )
    typing = {"other": 1} if other else {}
    await show(visit, entry, question_after(ask, entry), GOING_ON if other else None, **low, **typing)


diary_after_router = Router(name="diary_after")


@taps.on(DIARY_WHEN)
async def when(visit: Visit, days: int | None) -> None:
    """It was earlier: that day, or one before it."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, view="when", day=days or 0)


@taps.on(DIARY_AT)
async def earlier(visit: Visit, value: str) -> None:
    """Then it was. What so falls into a quit attempt is a lapse of it."""
    entry = await entry_of(visit)
    after = None if entry is None else await entries.entry_was_at(visit.tx, visit.person, entry, value)
    if after is None:
        visit.toast = "toast-old"
        return
    told = None if after.is_urge else await lapses.amend_smoked(visit.tx, visit.person, after.id)
    if told is not None and told.is_lapse:
        await reply.ask(visit, None, "smoked", subject_id=told.id)
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
    if entry is None or not await entries.take_back_entry(visit.tx, visit.person, entry):
        visit.toast = "smoked-too-old"
        return
    await reply.ask(visit, None, "diary", {"written": 1})


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
        await lapses.amend_smoked(visit.tx, visit.person, entry.id, amount=number)
        await show(visit, entry, None)


@diary_after_router.message(Awaits(MANY))
async def typed_number(message: Message, visit: Visit) -> None:
    """That many, typed; anything else is asked for kindly again."""
    visit.screen = row = await reply.taken(visit)
    entry, number = await entry_of(visit), how_many(as_digits(message.text or ""))
    visit.screen = None
    if entry is None or row is None:
        await reply.note(visit, "not-helped")
    elif number is None:
        await show(visit, entry, None, MANY, view="many_refused")
    else:
        await lapses.amend_smoked(visit.tx, visit.person, entry.id, amount=number)
        await show(visit, entry, None)


@taps.on(DIARY_HELP)
async def help_now(visit: Visit) -> None:
    """Help with that urge, below, rated as it was written down."""
    entry = await entry_of(visit)
    if entry is not None and entry.is_urge:
        await reply.append(visit, "craving", {"craving": entry.id})


@taps.on(LOOK_BACK)
async def look_back(visit: Visit, yes: bool) -> None:
    """They want to be asked about stress after a cigarette, or do not, wherever that was said."""
    row = visit.tapped
    await entries.choose_stress_follow_up(visit.tx, visit.person, yes=yes)
    if row.name == "diary" and (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, look_back="yes" if yes else "no")
    elif row.name == "look_back":
        await reply.answer(visit, "note", {"key": "look-back-off"})
    else:
        await reply.answer(visit, row.name, row.args, subject_id=row.subject_id)


@taps.on(LOOK_BACK_NOW)
async def look_back_now(visit: Visit, rating: int) -> None:
    """How stressed they are about forty minutes later; much later it says nothing."""
    row = visit.tapped
    if row.subject_id is None:
        return
    kept = await entries.answer_stress_follow_up(visit.tx, visit.person, row.subject_id, rating)
    await reply.answer(visit, "look_back", None if kept else {"late": 1}, subject_id=row.subject_id)


@taps.on(LOOK_BACK_FITS)
async def look_back_fits(visit: Visit, value: str) -> None:
    """Whether their own counts fit: they know best."""
    if value != "unsure":
        await entries.say_whether_stress_fits(visit.tx, visit.person, fits=value == "yes")
    await reply.answer(visit, visit.tapped.name, {"said": 1}, subject_id=visit.tapped.subject_id)
