"""Regular medicines, what people use to stop, and caffeine."""

from datetime import date

from aiogram import Router

from bot.dispatch import Handlers
from bot.filters import Is
from bot.routers import speak
from bot.screens.medicine import KNOWN, NO, NOT_YET, WHICH, WORDS
from bot.taps.medicines import (
    AID,
    AID_GOING,
    AIDS,
    AIDS_ASK,
    AIDS_NEVER,
    CAFFEINE,
    MED,
    MED_CHANGED,
    MED_DONE,
    MED_KNOWS,
    MED_REGULAR,
    MED_SAY,
    MED_WHICH,
    SAME_DAY,
)
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
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
_LONGEST = 12  # digits of what a tap is about


@taps.on(MED)
async def takes(visit: Visit, value: tuple[int, Takes]) -> None:
    """Whether they take any: words where they do or are not sure; a "no" or "not now" is one tap, and no more."""
    about, code = _read(value)
    if about is None or code not in set(Takes):
        return
    said = Takes(code)
    if await medicines.say_takes(visit.tx, visit.now, visit.person, *about, said) is None:
        return
    if said in (Takes.YES, Takes.NOT_SURE):
        await _show(visit, about, WORDS)
    elif _on(visit, "medicine"):
        await _show(visit, about, NO)
    else:
        visit.toast = "toast-thanks" if said is Takes.NO else None
        await _anew(visit)


@taps.on(MED_KNOWS)
async def knows(visit: Visit, value: tuple[int, bool]) -> None:
    """Whether their prescriber or pharmacist knows."""
    about, code = _read(value)
    if about is None or code not in ("0", "1"):
        return
    if await medicines.say_knows(visit.tx, visit.now, visit.person, *about, knows=code == "1") is not None:
        await _show(visit, about, KNOWN if code == "1" else NOT_YET)


@taps.on(MED_SAY)
async def say(visit: Visit, value: int) -> None:
    """They would like to say which."""
    about, _ = _read(value)
    if about is not None:
        await _show(visit, about, WHICH)


@taps.on(MED_WHICH)
async def which(visit: Visit, value: tuple[int, Medicine]) -> None:
    """That one; tapped once more, not."""
    about, code = _read(value)
    if about is None or code not in set(Medicine):
        return
    if await medicines.say_which(visit.tx, visit.now, visit.person, *about, Medicine(code)) is not None:
        await _show(visit, about, WHICH)


@taps.on(MED_DONE)
async def named(visit: Visit, value: int) -> None:
    """That is all they want to say of it: back to where it stands."""
    about, _ = _read(value)
    if about is not None:
        gate = await medicines.gate_of(visit.tx, visit.now, visit.person, *about)
        knows = gate.told.knows if gate.told is not None else None
        await _show(visit, about, WORDS if knows is None else KNOWN if knows else NOT_YET)


@taps.on(SAME_DAY)
async def tells_itself(visit: Visit, value: tuple[bool, int | None]) -> None:
    """Whether the team is told by itself from now on; with a yes, of the change they are speaking of at once."""
    code, _, number = value.partition(".")
    about, _ = _read(number)
    if code not in ("yes", "no"):
        return
    yes = await consent.say_same_day(visit.tx, visit.now, visit.person, granted=code == "yes")
    visit.toast = "toast-thanks"
    if yes and about is not None and _on(visit, "medicine"):
        await same_day.tell(visit.tx, visit.now, visit.person, *about)
    await _anew(visit)


@taps.on(MED_REGULAR, MED_CHANGED)
async def regular(visit: Visit) -> None:
    """They come by themselves: asked afresh today; a new medicine or dose is a yes already."""
    about = (Moment.CHANGED, today_of(visit.now, visit.person))
    if visit.tap is MED_CHANGED:
        await medicines.say_takes(visit.tx, visit.now, visit.person, *about, Takes.YES)
        await _show(visit, about, WORDS)
    else:
        await speak.answer(visit, "medicine", {"about": about_of(*about), "view": "ask"})


@taps.on(CAFFEINE)
async def caffeine(visit: Visit, value: bool) -> None:
    """Whether they drink any; nothing of it is kept."""
    if value in ("0", "1"):
        await speak.below(visit, "caffeine", {"drinks": int(value)})


@taps.on(AIDS)
async def aids(visit: Visit) -> None:
    """What they use."""
    await speak.aside(visit)
    await speak.answer(visit, "aids")


@taps.on(AID)
async def aid(visit: Visit, value: Aid) -> None:
    """They use that; tapped once more, no more."""
    if value not in set(Aid):
        return
    used = await using.used_by(visit.tx, visit.person.id)
    going = Going.STOPPED if value in used else Going.USING
    if await using.say_aid(visit.tx, visit.now, visit.person, Aid(value), going):
        await speak.answer(visit, "aids")
    else:
        await speak.note(visit, "not-kept")


@taps.on(AID_GOING)
async def aid_going(visit: Visit, value: Going) -> None:
    """How it is going with what they use."""
    if value in set(Going) - {Going.USING}:
        await using.say_going(visit.tx, visit.now, visit.person, Going(value))
        await speak.aside(visit)
        await speak.answer(visit, "aids", {"view": value})


@taps.on(AIDS_ASK, AIDS_NEVER)
async def aids_ask(visit: Visit, value: bool) -> None:
    # TODO-SPLIT
    """Asked once a week how it goes, or not."""
    is_on = visit.tap is AIDS_ASK and value == "1"
    await turn(visit.tx, visit.now, visit.person, Switch.AIDS, on=is_on)
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
