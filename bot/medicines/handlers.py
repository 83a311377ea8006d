"""Regular medicines, what people use to stop, and caffeine."""

from datetime import date

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Visit
from bot.medicines.medicine import KNOWN, NO, NOT_YET, WHICH, WORDS
from bot.medicines.taps import (
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
from care import medicines
from care.measures.due import about_of, read_about
from care.people import consent
from care.people.joining import set_preference
from programme.medicines.aids import Aid, Going
from programme.medicines.regular import Medicine, SmokingChange, Takes
from programme.people.person import Switch, today_of

taps = Handlers()


@taps.on(MED)
async def takes(visit: Visit, value: tuple[int, Takes]) -> None:
    """Whether they take any: words where they do or are not sure; a "no" or "not now" is one tap, and no more."""
    about, said = _about(value[0]), value[1]
    if await medicines.say_takes(visit.tx, visit.person, *about, said) is None:
        return
    if said in (Takes.YES, Takes.NOT_SURE):
        await _show(visit, about, WORDS)
    elif visit.tapped.name == "medicine":
        await _show(visit, about, NO)
    else:
        visit.toast = "toast-thanks" if said is Takes.NO else None
        await _anew(visit)


@taps.on(MED_KNOWS)
async def tapped_knows(visit: Visit, value: tuple[int, bool]) -> None:
    """Whether their prescriber or pharmacist knows."""
    about, knows = _about(value[0]), value[1]
    if await medicines.say_knows(visit.tx, visit.person, *about, knows=knows) is not None:
        await _show(visit, about, KNOWN if knows else NOT_YET)


@taps.on(MED_SAY)
async def say(visit: Visit, value: int) -> None:
    """They would like to say which."""
    await _show(visit, _about(value), WHICH)


@taps.on(MED_WHICH)
async def which(visit: Visit, value: tuple[int, Medicine]) -> None:
    """That one; tapped again, not."""
    about = _about(value[0])
    if await medicines.say_which(visit.tx, visit.person, *about, value[1]) is not None:
        await _show(visit, about, WHICH)


@taps.on(MED_DONE)
async def named(visit: Visit, value: int) -> None:
    """That is all they want to say of it: back to where it stands."""
    about = _about(value)
    gate = await medicines.gate_of(visit.tx, visit.person, *about)
    knows = gate.told.knows if gate.told is not None else None
    await _show(visit, about, WORDS if knows is None else KNOWN if knows else NOT_YET)


@taps.on(SAME_DAY)
async def tells_itself(visit: Visit, value: tuple[bool, int | None]) -> None:
    """Whether the team is told by itself from now on; with a yes, of the change they are speaking of at once."""
    granted, about = value
    yes = await consent.say_same_day(visit.tx, visit.person, granted=granted)
    visit.toast = "toast-thanks"
    if yes and about is not None and visit.tapped.name == "medicine":
        await medicines.tell_same_day(visit.tx, visit.person, *_about(about))
    await _anew(visit)


@taps.on(MED_REGULAR, MED_CHANGED)
async def regular(visit: Visit) -> None:
    """They come by themselves: asked afresh today; a new medicine or dose is a yes already."""
    about = (SmokingChange.CHANGED, today_of(visit.now, visit.person))
    if visit.tap is MED_CHANGED:
        await medicines.say_takes(visit.tx, visit.person, *about, Takes.YES)
        await _show(visit, about, WORDS)
    else:
        await reply.answer(visit, "medicine", {"about": about_of(*about), "view": "ask"})


@taps.on(CAFFEINE)
async def caffeine(visit: Visit, drinks: bool) -> None:
    """Whether they drink any; nothing of it is kept."""
    await reply.append(visit, "caffeine", {"drinks": int(drinks)})


@taps.on(AIDS)
async def aids(visit: Visit) -> None:
    """What they use."""
    await reply.detach(visit)
    await reply.answer(visit, "aids")


@taps.on(AID)
async def aid(visit: Visit, value: Aid) -> None:
    """They use that; tapped again, no more."""
    used = await medicines.used_by(visit.tx, visit.person.id)
    going = Going.STOPPED if value in used else Going.USING
    if await medicines.say_aid(visit.tx, visit.person, value, going):
        await reply.answer(visit, "aids")
    else:
        await reply.note(visit, "not-kept")


@taps.on(AID_GOING)
async def aid_going(visit: Visit, value: Going) -> None:
    """How it is going with what they use."""
    await medicines.say_going(visit.tx, visit.person, value)
    await reply.detach(visit)
    await reply.answer(visit, "aids", {"view": value})


@taps.on(AIDS_ASK)
async def aids_ask(visit: Visit, is_on: bool) -> None:
    """Asked once a week how it goes, or not."""
    await _ask_weekly(visit, is_on)


@taps.on(AIDS_NEVER)
async def aids_never(visit: Visit) -> None:
    """Not asked any more."""
    await _ask_weekly(visit, False)


async def _ask_weekly(visit: Visit, is_on: bool) -> None:
    await set_preference(visit.tx, visit.person, Switch.AIDS, on=is_on)
    await reply.detach(visit)
    await reply.answer(visit, "aids", None if is_on else {"view": "off"})


def _about(code: int) -> tuple[SmokingChange, date]:
    """What a tap is about, from its number."""
    found = read_about(code)
    assert found is not None, "its number was read"
    return found


async def _show(visit: Visit, about: tuple[SmokingChange, date], view: str) -> None:
    """What follows: in the same message, or below one that stays to be read, which then asks no more."""
    if visit.tapped.name != "medicine":
        await _anew(visit)
        visit.screen = None
    await reply.answer(visit, "medicine", {"about": about_of(*about), "view": view})


async def _anew(visit: Visit) -> None:
    """The tapped message as it now is."""
    await reply.view(visit, str(visit.tapped.args.get("view", "")))
