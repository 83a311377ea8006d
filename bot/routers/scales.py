"""Short questions with set answers: how somebody smokes and feels, what is common after stopping, what got easier."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import own, speak
from bot.screens.hsi import read_both
from bot.screens.mpss import LOW, read_answer
from bot.screens.withdrawal import read_felt
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
from programme.people import Role
from programme.scales.filling import Filling
from programme.scales.hsi import First, Hsi
from programme.scales.mpss import VERY, Item
from programme.switch import Switch

router = Router(name="scales")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
PLAIN = frozenset({"hsi", "withdrawal", "easier", "body"})


@taps.on(CLOSER)
async def closer(visit: Visit, value: str) -> None:
    """One of them; from a message that came by itself, below."""
    if value == "mpss":
        await _begin(visit)
    elif value in PLAIN:
        await speak.aside(visit)
        await speak.answer(visit, value)


@taps.on(HSI_FIRST)
async def hsi_first(visit: Visit, value: First) -> None:
    """How soon; then how many."""
    if value in set(First) and _on(visit, "hsi"):
        await speak.answer(visit, "hsi", {"asks": 1, "first": value})


@taps.on(HSI_MANY)
async def hsi_many(visit: Visit, value: tuple[First, PerDay]) -> None:
    """How many: with it both are kept."""
    both = read_both(value)
    if both is None or not _on(visit, "hsi"):
        return
    if await hsi.tell_hsi(visit.tx, visit.now, visit.person, Hsi(*both)):
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
    filling = await mpss.begin(visit.tx, visit.now, visit.person)
    if filling is None:
        await speak.note(visit, "not-kept")
        return
    await speak.aside(visit)
    await _show(visit, filling)


async def _show(visit: Visit, filling: Filling, view: str = "") -> None:
    screen_id = await speak.answer(visit, "mpss", {"view": view} if view else None, subject_id=filling.id)
    await mpss.closes_by_itself(visit.tx, visit.now, filling, screen_id)


@taps.on(MPSS)
async def mpss_answer(visit: Visit, value: tuple[Item, str]) -> None:
    """One answer; a very low one brings the way to help before the next question."""
    read = read_answer(value)
    if read is None or not _on(visit, "mpss"):
        return
    item, code = read
    filling = await mpss.answer(visit.tx, visit.now, visit.person, _subject(visit), item, code)
    if filling is None:
        visit.toast = "toast-closed"
        await speak.view(visit)
        return
    very_low = item is Item.DEPRESSED and filling.scores[item] >= VERY
    await _show(visit, filling, LOW if very_low else "")


@taps.on(MPSS_SKIP, MPSS_STOP)
async def mpss_skip(visit: Visit, value: Item) -> None:
    # TODO-SPLIT
    """That one is passed over, or all that are left."""
    if not _on(visit, "mpss"):
        return
    tx, now, person = visit.tx, visit.now, visit.person
    filling = None
    if visit.tap is MPSS_STOP:
        filling = await mpss.stop(tx, now, person, _subject(visit))
    elif value in {str(int(one)) for one in Item}:
        filling = await mpss.skip(tx, now, person, _subject(visit), Item(int(value)))
    if filling is None:
        await speak.view(visit)
    else:
        await _show(visit, filling)


@taps.on(MPSS_GO)
async def carry_on(visit: Visit) -> None:
    """They carry on with the questions."""
    filling = await mpss.of_person(visit.tx, visit.person, _subject(visit))
    if filling is not None and _on(visit, "mpss"):
        await _show(visit, filling)


@taps.on(MPSS_NEVER, EASIER_NEVER)
async def never(visit: Visit) -> None:
    """They are not offered any more; where they are stays said."""
    switch, key = (Switch.SCALES, "mpss-off") if visit.tap is MPSS_NEVER else (Switch.EASIER, "easier-off")
    await turn(visit.tx, visit.now, visit.person, switch, on=False)
    if visit.screen is not None and visit.screen.name == "check_in":
        await speak.view(visit)
    await speak.note(visit, key)


@taps.on(FELT)
async def felt(visit: Visit, value: tuple[Felt, Since | None]) -> None:
    """What they notice, and how it is."""
    read = read_felt(value)
    if read is not None and _on(visit, "withdrawal"):
        since = {"since": read[1].value} if read[1] is not None else {}
        await speak.answer(visit, "withdrawal", {"felt": read[0].value, **since})


@taps.on(BODY)
async def body(visit: Visit, value: bool) -> None:
    """With their progress, or not."""
    if value in ("0", "1"):
        await turn(visit.tx, visit.now, visit.person, Switch.BODY, on=value == "1")
        await speak.answer(visit, "body", {"view": "show"})


@taps.on(EASIER)
async def got_easier(visit: Visit, value: Easier) -> None:
    """That got easier; tapped once more, it did not."""
    if value not in set(Easier) or not _on(visit, "easier"):
        return
    if await easier.notice(visit.tx, visit.now, visit.person, Easier(value)):
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
    if not await easier.notice_words(visit.tx, visit.now, visit.person, message.text or ""):
        await speak.note(visit, "not-kept" if (message.text or "").strip() else "not-helped")
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "easier")


def _on(visit: Visit, name: str) -> bool:
    return visit.screen is not None and visit.screen.name == name


def _subject(visit: Visit) -> int:
    """The filling-in that the tapped screen is about; 0, which is nobody's, where it is about none."""
    return visit.screen.subject_id or 0 if visit.screen else 0
