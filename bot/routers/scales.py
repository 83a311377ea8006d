"""Short questions with set answers: how somebody smokes and feels, what is common after stopping, what got easier."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.hsi import read_both
from bot.screens.mpss import LOW, read_answer
from bot.screens.withdrawal import read_felt
from bot.tap import Tap
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
_CLIENT = Is(Role.CLIENT)
PLAIN = frozenset({"hsi", "withdrawal", "easier", "body"})


@router.callback_query(Does("closer"), _CLIENT)
async def closer(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of them; from a message that came by itself, below."""
    if tap.arg == "mpss":
        await _begin(visit)
    elif tap.arg in PLAIN:
        await speak.aside(visit)
        await speak.answer(visit, tap.arg)


@router.callback_query(Does("hsi_first"), _CLIENT)
async def hsi_first(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How soon; then how many."""
    if tap.arg in set(First) and _on(visit, "hsi"):
        await speak.answer(visit, "hsi", {"asks": 1, "first": tap.arg})


@router.callback_query(Does("hsi_many"), _CLIENT)
async def hsi_many(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How many: with it both are kept."""
    both = read_both(tap.arg)
    if both is None or not _on(visit, "hsi"):
        return
    if await hsi.tell_hsi(visit.tx, visit.person, Hsi(*both)):
        await speak.answer(visit, "hsi")
    else:
        await speak.note(visit, "not-kept")


@router.callback_query(Does("hsi_anew"), _CLIENT)
async def hsi_anew(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Once more; what was said before stays."""
    await speak.answer(visit, "hsi", {"asks": 1})


@router.callback_query(Does("mpss_start"), _CLIENT)
async def mpss_start(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
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


@router.callback_query(Does("mpss"), _CLIENT)
async def mpss_answer(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One answer; a very low one brings the way to help before the next question."""
    read = read_answer(tap.arg)
    if read is None or not _on(visit, "mpss"):
        return
    item, code = read
    filling = await mpss.answer(visit.tx, visit.person, _subject(visit), item, code)
    if filling is None:
        visit.toast = "toast-closed"
        await speak.view(visit)
        return
    very_low = item is Item.DEPRESSED and filling.scores[item] >= VERY
    await _show(visit, filling, LOW if very_low else "")


@router.callback_query(Does("mpss_skip", "mpss_stop"), _CLIENT)
async def mpss_skip(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That one is passed over, or all that are left."""
    if not _on(visit, "mpss"):
        return
    tx, person = visit.tx, visit.person
    filling = None
    if tap.do == "mpss_stop":
        filling = await mpss.stop(tx, person, _subject(visit))
    elif tap.arg in {str(int(one)) for one in Item}:
        filling = await mpss.skip(tx, person, _subject(visit), Item(int(tap.arg)))
    if filling is None:
        await speak.view(visit)
    else:
        await _show(visit, filling)


@router.callback_query(Does("mpss_go"), _CLIENT)
async def carry_on(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They carry on with the questions."""
    filling = await mpss.of_person(visit.tx, visit.person, _subject(visit))
    if filling is not None and _on(visit, "mpss"):
        await _show(visit, filling)


@router.callback_query(Does("mpss_never", "easier_never"), _CLIENT)
async def never(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """They are not offered any more; where they are stays said."""
    switch, key = (Switch.SCALES, "mpss-off") if tap.do == "mpss_never" else (Switch.EASIER, "easier-off")
    await turn(visit.tx, visit.person, switch, on=False)
    if visit.screen is not None and visit.screen.name == "check_in":
        await speak.view(visit)
    await speak.note(visit, key)


@router.callback_query(Does("felt"), _CLIENT)
async def felt(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What they notice, and how it is."""
    read = read_felt(tap.arg)
    if read is not None and _on(visit, "withdrawal"):
        since = {"since": read[1].value} if read[1] is not None else {}
        await speak.answer(visit, "withdrawal", {"felt": read[0].value, **since})


@router.callback_query(Does("body"), _CLIENT)
async def body(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """With their progress, or not."""
    if tap.arg in ("0", "1"):
        await turn(visit.tx, visit.person, Switch.BODY, on=tap.arg == "1")
        await speak.answer(visit, "body", {"view": "show"})


@router.callback_query(Does("easier"), _CLIENT)
async def got_easier(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That got easier; tapped once more, it did not."""
    if tap.arg not in set(Easier) or not _on(visit, "easier"):
        return
    if await easier.notice(visit.tx, visit.person, Easier(tap.arg)):
        await speak.answer(visit, "easier")
    else:
        await speak.note(visit, "not-kept")


@router.callback_query(Does("easier_ask"), _CLIENT)
async def easier_ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Something else, in their own words."""
    await speak.ask(visit, "easier", "easier", {"view": "ask"})


@router.callback_query(Does("easier_back", "easier_done"), _CLIENT)
async def easier_done(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """No words after all, or that is all."""
    await speak.ask(visit, None, "easier", {"view": "kept"} if tap.do == "easier_done" else None)


@router.message(Awaits("easier"))
async def typed_easier(message: Message, visit: Visit) -> None:
    """Their own words for what got easier."""
    if not await easier.notice_words(visit.tx, visit.person, message.text or ""):
        await speak.note(visit, "not-kept" if (message.text or "").strip() else "not-helped")
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "easier")


def _on(visit: Visit, name: str) -> bool:
    return visit.screen is not None and visit.screen.name == name


def _subject(visit: Visit) -> int:
    """The filling-in that the tapped screen is about; 0, which is nobody's, where it is about none."""
    return visit.screen.subject_id or 0 if visit.screen else 0
