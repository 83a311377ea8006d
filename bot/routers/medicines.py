"""Regular medicines, what people use to stop, and caffeine."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is
from bot.routers import speak
from bot.screens.medicine import KNOWN, NO, NOT_YET, WHICH, WORDS
from bot.tap import Tap
from bot.visit import Visit
from care import consent, medicines, same_day, using
from care.measures_due import about_of, read_about
from care.quit_date import today_of
from care.switching import turn
from programme.aids import Aid, Going
from programme.medicines import Medicine, Moment, Takes
from programme.people import Role
from programme.switch import Switch

router = Router(name="medicines")
_CLIENT = Is(Role.CLIENT)
_LONGEST = 12  # digits of what a tap is about


@router.callback_query(Does("med"), _CLIENT)
async def takes(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Whether they take any: words where they do or are not sure; a "no" or "not now" is one tap, and no more."""
    about, code = _read(tap.arg)
    if about is None or code not in set(Takes):
        return
    said = Takes(code)
    if await medicines.say_takes(visit.tx, visit.person, *about, said) is None:
        return
    if said in (Takes.YES, Takes.NOT_SURE):
        await _show(visit, about, WORDS)
    elif _on(visit, "medicine"):
        await _show(visit, about, NO)
    else:
        visit.toast = "toast-thanks" if said is Takes.NO else None
        await _anew(visit)


@router.callback_query(Does("med_knows"), _CLIENT)
async def knows(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Whether their prescriber or pharmacist knows."""
    about, code = _read(tap.arg)
    if about is None or code not in ("0", "1"):
        return
    if await medicines.say_knows(visit.tx, visit.person, *about, knows=code == "1") is not None:
        await _show(visit, about, KNOWN if code == "1" else NOT_YET)


@router.callback_query(Does("med_say"), _CLIENT)
async def say(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """They would like to say which."""
    about, _ = _read(tap.arg)
    if about is not None:
        await _show(visit, about, WHICH)


@router.callback_query(Does("med_which"), _CLIENT)
async def which(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That one; tapped once more, not."""
    about, code = _read(tap.arg)
    if about is None or code not in set(Medicine):
        return
    if await medicines.say_which(visit.tx, visit.person, *about, Medicine(code)) is not None:
        await _show(visit, about, WHICH)


@router.callback_query(Does("med_done"), _CLIENT)
async def named(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That is all they want to say of it: back to where it stands."""
    about, _ = _read(tap.arg)
    if about is not None:
        gate = await medicines.gate_of(visit.tx, visit.person, *about)
        knows = gate.told.knows if gate.told is not None else None
        await _show(visit, about, WORDS if knows is None else KNOWN if knows else NOT_YET)


@router.callback_query(Does("same_day"), _CLIENT)
async def tells_itself(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Whether the team is told by itself from now on; with a yes, of the change they are speaking of at once."""
    code, _, number = tap.arg.partition(".")
    about, _ = _read(number)
    if code not in ("yes", "no"):
        return
    yes = await consent.say_same_day(visit.tx, visit.person, granted=code == "yes")
    visit.toast = "toast-thanks"
    if yes and about is not None and _on(visit, "medicine"):
        await same_day.tell(visit.tx, visit.person, *about)
    await _anew(visit)


@router.callback_query(Does("med_regular", "med_changed"), _CLIENT)
async def regular(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """They come by themselves: asked afresh today; a new medicine or dose is a yes already."""
    about = (Moment.CHANGED, today_of(visit.now, visit.person))
    if tap.do == "med_changed":
        await medicines.say_takes(visit.tx, visit.person, *about, Takes.YES)
        await _show(visit, about, WORDS)
    else:
        await speak.answer(visit, "medicine", {"about": about_of(*about), "view": "ask"})


@router.callback_query(Does("caffeine"), _CLIENT)
async def caffeine(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Whether they drink any; nothing of it is kept."""
    if tap.arg in ("0", "1"):
        await speak.below(visit, "caffeine", {"drinks": int(tap.arg)})


@router.callback_query(Does("aids"), _CLIENT)
async def aids(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """What they use."""
    await speak.aside(visit)
    await speak.answer(visit, "aids")


@router.callback_query(Does("aid"), _CLIENT)
async def aid(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """They use that; tapped once more, no more."""
    if tap.arg not in set(Aid):
        return
    used = await using.used_by(visit.tx, visit.person.id)
    going = Going.STOPPED if tap.arg in used else Going.USING
    if await using.say_aid(visit.tx, visit.person, Aid(tap.arg), going):
        await speak.answer(visit, "aids")
    else:
        await speak.note(visit, "not-kept")


@router.callback_query(Does("aid_going"), _CLIENT)
async def aid_going(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How it is going with what they use."""
    if tap.arg in set(Going) - {Going.USING}:
        await using.say_going(visit.tx, visit.person, Going(tap.arg))
        await speak.aside(visit)
        await speak.answer(visit, "aids", {"view": tap.arg})


@router.callback_query(Does("aids_ask", "aids_never"), _CLIENT)
async def aids_ask(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Asked once a week how it goes, or not."""
    is_on = tap.do == "aids_ask" and tap.arg == "1"
    await turn(visit.tx, visit.person, Switch.AIDS, on=is_on)
    await speak.aside(visit)
    await speak.answer(visit, "aids", None if is_on else {"view": "off"})


def _read(arg: str) -> tuple[tuple[Moment, date] | None, str]:
    """What such a tap is about, and its answer; nothing for a forged one."""
    number, _, code = arg.partition(".")
    known = number.isascii() and number.isdecimal() and len(number) <= _LONGEST
    return read_about(int(number)) if known else None, code


def _on(visit: Visit, name: str) -> bool:
    return visit.screen is not None and visit.screen.name == name


async def _show(visit: Visit, about: tuple[Moment, date], view: str) -> None:
    """What follows: in the same message, or below one that stays to be read, which then asks no more."""
    if not _on(visit, "medicine"):
        await _anew(visit)
        visit.screen = None
    await speak.answer(visit, "medicine", {"about": about_of(*about), "view": view})


async def _anew(visit: Visit) -> None:
    """The tapped message as it now is."""
    if visit.screen is not None:
        await speak.view(visit, str(visit.screen.args.get("view", "")))
