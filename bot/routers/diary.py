"""Writing down a cigarette or an urge: each tap is kept at once, and brings the next question."""

from collections.abc import Callable
from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import own, speak
from bot.taps.diary import (
    DIARY_ASK,
    DIARY_FELT,
    DIARY_GAVE,
    DIARY_GOING,
    DIARY_ON,
    DIARY_OPEN,
    DIARY_SKIP,
    DIARY_SMOKED,
    DIARY_STRESS,
    DIARY_URGE,
    DIARY_WHERE,
)
from bot.visit import Visit
from care import looking_back, smoked, writing_down
from care.toolkit import keeps_words
from care.wants_look_back import offers
from programme.check_in import HardMoment
from programme.diary import Ask, Entry, Trigger, after
from programme.feeling import Feeling
from programme.own_words import Purpose
from programme.patterns import Company
from programme.people import Role
from programme.strategies import Function, Place

router = Router(name="diary")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
GOING_ON, GAVE, MANY = "diary_going_on", "diary_gave", "diary_many"  # what the next words are for
_TYPED = {Ask.GOING_ON: GOING_ON, Ask.GAVE: GAVE}  # questions whose answer may be typed


@router.message(Command("log", ignore_mention=True), _CLIENT)
async def command(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/log."""
    await speak.ask(visit, None, "diary")


@router.message(Command("log", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/log of somebody who has not joined."""
    await speak.note(visit, "quit-not-joined")


@taps.on(DIARY_OPEN)
async def opened(visit: Visit) -> None:
    """A moment is to be written down, in this message."""
    await speak.ask(visit, None, "diary")


@taps.on(DIARY_SMOKED)
async def cigarette(visit: Visit) -> None:
    """A cigarette, now: an entry of the diary, or, from the quit date on, a lapse, which goes a lapse's way. On a page
    of its own it is another one; tapped twice on one page, it is one."""
    await write_cigarette(visit, another=visit.tapped.subject_id is None)


async def write_cigarette(visit: Visit, *, another: bool = False) -> None:
    """They smoked: kept, and answered in the tapped message, or below."""
    told = await smoked.tell_smoked(visit.tx, visit.person, another=another)
    known = {"known": 1} if told.known else {}
    if told.smoked.is_lapse:
        args = known | ({"closed": 1} if told.closed else {})
        await speak.ask(visit, None, "smoked", args, subject_id=told.smoked.id)
        return
    entry = await writing_down.entry_of(visit.tx, visit.person, told.smoked.id, urge=False)
    if entry is not None and told.known:
        await show(visit, entry, None, known=1)
    elif entry is not None:
        stress = await looking_back.is_asked(visit.tx, visit.person, told.smoked)
        await show(visit, entry, Ask.STRESS if stress else after(None, entry))


@taps.on(DIARY_URGE)
async def urge(visit: Visit, strength: int) -> None:
    """An urge, now, and how strong; tapped twice on one screen, it is one."""
    known = visit.tapped.subject_id if visit.tapped.args.get("urge") else None
    entry = await writing_down.write_urge(visit.tx, visit.person, strength, known)
    if entry is not None:
        await show(visit, entry, after(None, entry))


@taps.on(DIARY_STRESS)
async def stress(visit: Visit, rating: int) -> None:
    """How stressed they are as they smoke; they are asked once more."""
    entry = await entry_of(visit)
    if entry is not None and not entry.is_urge:
        await looking_back.rate(visit.tx, visit.person, entry.id, rating)
        await show(visit, entry, after(Ask.STRESS, entry))


@taps.on(DIARY_WHERE)
async def where(visit: Visit, found: tuple[Place, Company]) -> None:
    """Where, and with whom."""
    await _keep(visit, Ask.WHERE, lambda entry: replace(entry, place=found[0], company=found[1]))


@taps.on(DIARY_GOING)
async def going_on(visit: Visit, what: Trigger) -> None:
    """What was going on, or how they felt. Something else may be typed, and need not."""
    await _keep(visit, Ask.GOING_ON, lambda entry: entry.going_on(what), other=what is HardMoment.OTHER)


@taps.on(DIARY_FELT)
async def felt(visit: Visit, value: Feeling) -> None:
    """How they felt."""
    await _keep(visit, Ask.FELT, lambda entry: entry.felt(value))


@taps.on(DIARY_GAVE)
async def gave(visit: Visit, value: Function | None) -> None:
    """What it gave them; something else may be typed, and need not."""
    if value is not None:
        await _keep(visit, Ask.GAVE, lambda entry: replace(entry, function=value))
    elif (entry := await entry_of(visit)) is not None:
        await show(visit, entry, None, GAVE, view="gave")


@taps.on(DIARY_SKIP)
async def skip(visit: Visit, ask: Ask | None) -> None:
    """That question is passed over."""
    if ask is not None and (entry := await entry_of(visit)) is not None:
        await show(visit, entry, after(ask, entry))


@taps.on(DIARY_ASK)
async def asked(visit: Visit, ask: Ask) -> None:
    """That question is asked, in the closing words."""
    if (entry := await entry_of(visit)) is not None:
        await show(visit, entry, ask)


@taps.on(DIARY_ON)
async def carry_on(visit: Visit) -> None:
    """On after a very low moment, with what was to be asked next."""
    if (entry := await entry_of(visit)) is not None:
        code = visit.tapped.args.get("ask")
        await show(visit, entry, Ask(code) if code in set(Ask) else None)


@router.message(Awaits(GOING_ON, GAVE))
async def typed(message: Message, visit: Visit) -> None:
    """What was going on, or what it gave, in their own words; what is asked beside it stays asked."""
    purpose = Purpose.GOING_ON if visit.person.awaiting == GOING_ON else Purpose.GAVE
    row = await own.taken(visit, message.text)
    visit.screen = row
    entry = await entry_of(visit)
    visit.screen = None
    if entry is None or row is None:
        await speak.note(visit, "not-helped")
        return
    await writing_down.keep_words(visit.tx, visit.person, entry, purpose, message.text or "")
    code = row.args.get("ask")
    ask = Ask(code) if code in set(Ask) else None
    if ask is Ask.GOING_ON:
        entry = entry.going_on(HardMoment.OTHER)
        await writing_down.keep(visit.tx, entry)
    await show(visit, entry, after(ask, entry) if ask in _TYPED else ask)


async def entry_of(visit: Visit) -> Entry | None:
    """The entry that the tapped screen is about; None where it is about none of theirs."""
    row = visit.screen
    if row is None or row.name != "diary" or row.subject_id is None:
        return None
    return await writing_down.entry_of(visit.tx, visit.person, row.subject_id, urge=bool(row.args.get("urge")))


async def show(visit: Visit, entry: Entry, ask: Ask | None, awaited: str | None = None, **more: str | int) -> None:
    """That question of the entry, or its closing words. Those of the first cigarette with a feeling ask whether the
    look-back is wanted, though not on a very low day."""
    args: dict[str, str | int] = {"urge": 1} if entry.is_urge else {}
    args |= {"ask": ask.value} if ask else {}
    if ask is None and not entry.is_urge and entry.feeling not in (None, Feeling.VERY_LOW) and not more:
        offered = await offers(visit.tx, visit.person, entry.id)
        args |= {"look_back": "offer"} if offered else {}
    if ask in _TYPED and await keeps_words(visit.tx, visit.person):
        awaited = _TYPED[ask]
    await speak.ask(visit, awaited, "diary", {**args, **more}, subject_id=entry.id)


async def _keep(visit: Visit, ask: Ask, change: Callable[[Entry], Entry], *, other: bool = False) -> None:
    entry = await entry_of(visit)
    if entry is None:
        visit.toast = "toast-old"
        return
    entry = change(entry)
    await writing_down.keep(visit.tx, entry)
    low = {"low": 1} if entry.feeling is Feeling.VERY_LOW and ask in (Ask.GOING_ON, Ask.FELT) else {}
    typing = {"other": 1} if other else {}
    await show(visit, entry, after(ask, entry), GOING_ON if other else None, **low, **typing)
