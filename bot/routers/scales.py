"""Short questions with set answers: how somebody smokes and feels, what is common after stopping, what got easier."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.screens.mpss import LOW
from bot.taps.measures import (
    BODY,
    CLOSER,
    EASIER,
    EASIER_ASK,
    EASIER_BACK,
    EASIER_DONE,
    EASIER_NEVER,
    FELT,
    HSI_ANEW,
    HSI_FIRST,
    HSI_MANY,
    MPSS,
    MPSS_GO,
    MPSS_NEVER,
    MPSS_SKIP,
    MPSS_START,
    MPSS_STOP,
)
from bot.visit import Visit
from care import easier, hsi, mpss
from care.switching import turn
from programme.easier import Easier
from programme.facts.explained import Since
from programme.facts.withdrawal import Felt
from programme.scales.filling import Filling
from programme.scales.hsi import First, Hsi, PerDay
from programme.scales.mpss import VERY, Item
from programme.switch import Switch

router = Router(name="scales")
taps = Handlers()


@taps.on(CLOSER)
async def closer(visit: Visit, name: str) -> None:
    """One of them; from a message that came by itself, below."""
    if name == "mpss":
        await _begin(visit)
    else:
        await speak.aside(visit)
        await speak.answer(visit, name)


@taps.on(HSI_FIRST)
async def hsi_first(visit: Visit, value: First) -> None:
    """How soon; then how many."""
    await speak.answer(visit, "hsi", {"asks": 1, "first": value})


@taps.on(HSI_MANY)
async def hsi_many(visit: Visit, both: tuple[First, PerDay]) -> None:
    """How many: with it both are kept."""
    if await hsi.tell_hsi(visit.tx, visit.person, Hsi(*both)):
        await speak.answer(visit, "hsi")
    else:
        await speak.note(visit, "not-kept")


@taps.on(HSI_ANEW)
async def hsi_anew(visit: Visit) -> None:
    """Once more; what was said before stays."""
    await speak.answer(visit, "hsi", {"asks": 1})


@taps.on(MPSS_START)
async def mpss_start(visit: Visit) -> None:
    """The nine questions, below."""
    await _begin(visit)


async def _begin(visit: Visit) -> None:
    filling = await mpss.begin(visit.tx, visit.person)
    if filling is None:
        await speak.note(visit, "not-kept")
        return
    await speak.aside(visit)
    await _show(visit, filling)


async def _show(visit: Visit, filling: Filling, view: str = "") -> None:
    screen_id = await speak.answer(visit, "mpss", {"view": view} if view else None, subject_id=filling.id)
    await mpss.closes_by_itself(visit.tx, filling, screen_id)


@taps.on(MPSS)
async def mpss_answer(visit: Visit, read: tuple[Item, str]) -> None:
    """One answer; a very low one brings the way to help before the next question."""
    item, code = read
    filling = await mpss.answer(visit.tx, visit.person, visit.subject, item, code)
    if filling is None:
        visit.toast = "toast-closed"
        await speak.view(visit)
        return
    very_low = item is Item.DEPRESSED and filling.scores[item] >= VERY
    await _show(visit, filling, LOW if very_low else "")


@taps.on(MPSS_SKIP)
async def mpss_skip(visit: Visit, item: Item) -> None:
    """That one is passed over."""
    await _passed_over(visit, await mpss.skip(visit.tx, visit.person, visit.subject, item))


@taps.on(MPSS_STOP)
async def mpss_stop(visit: Visit) -> None:
    """All that are left are passed over."""
    await _passed_over(visit, await mpss.stop(visit.tx, visit.person, visit.subject))


async def _passed_over(visit: Visit, filling: Filling | None) -> None:
    if filling is None:
        await speak.view(visit)
    else:
        await _show(visit, filling)


@taps.on(MPSS_GO)
async def carry_on(visit: Visit) -> None:
    """They carry on with the questions."""
    filling = await mpss.of_person(visit.tx, visit.person, visit.subject)
    if filling is not None:
        await _show(visit, filling)


@taps.on(MPSS_NEVER, EASIER_NEVER)
async def never(visit: Visit) -> None:
    """They are not offered any more; where they are stays said."""
    switch, key = (Switch.SCALES, "mpss-off") if visit.tap is MPSS_NEVER else (Switch.EASIER, "easier-off")
    await turn(visit.tx, visit.person, switch, on=False)
    await speak.view(visit)
    await speak.note(visit, key)


@taps.on(FELT)
async def felt(visit: Visit, read: tuple[Felt, Since | None]) -> None:
    """What they notice, and how it is."""
    since = {"since": read[1].value} if read[1] is not None else {}
    await speak.answer(visit, "withdrawal", {"felt": read[0].value, **since})


@taps.on(BODY)
async def body(visit: Visit, is_on: bool) -> None:
    """With their progress, or not."""
    await turn(visit.tx, visit.person, Switch.BODY, on=is_on)
    await speak.answer(visit, "body", {"view": "show"})


@taps.on(EASIER)
async def got_easier(visit: Visit, value: Easier) -> None:
    """That got easier; tapped once more, it did not."""
    if await easier.notice(visit.tx, visit.person, value):
        await speak.answer(visit, "easier")
    else:
        await speak.note(visit, "not-kept")


@taps.on(EASIER_ASK)
async def easier_ask(visit: Visit) -> None:
    """Something else, in their own words."""
    await speak.ask(visit, "easier", "easier", {"view": "ask"})


@taps.on(EASIER_BACK, EASIER_DONE)
async def easier_done(visit: Visit) -> None:
    """No words after all, or that is all."""
    await speak.ask(visit, None, "easier", {"view": "kept"} if visit.tap is EASIER_DONE else None)


@router.message(Awaits("easier"))
async def typed_easier(message: Message, visit: Visit) -> None:
    """Their own words for what got easier."""
    if not await easier.notice_words(visit.tx, visit.person, message.text or ""):
        await speak.note(visit, "not-kept" if (message.text or "").strip() else "not-helped")
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "easier")
