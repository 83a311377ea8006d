"""What a client fears will happen if they stop: written down, rated, looked at, shown."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.screens.beliefs import facts_of, sure_label
from bot.taps.planning import (
    BELIEF,
    BELIEF_ABOUT,
    BELIEF_ASK,
    BELIEF_BACK,
    BELIEF_KEEP,
    BELIEF_LOOK,
    BELIEF_NOW,
    BELIEF_OFF,
    BELIEF_SHOW,
    BELIEF_SURE,
    BELIEFS,
)
from bot.texts import texts_for
from bot.visit import Visit
from care import beliefs, toolkit
from programme.belief import About

router = Router(name="beliefs")
taps = Handlers()


@taps.on(BELIEFS)
async def every(visit: Visit) -> None:
    """The list."""
    await speak.ask(visit, None, "beliefs")


@taps.on(BELIEF_ASK)
async def ask(visit: Visit) -> None:
    """Asks for one, where it can be kept."""
    if await toolkit.keeps_words(visit.tx, visit.person):
        await speak.ask(visit, "belief", "beliefs", {"view": "ask"})
    else:
        await speak.note(visit, "not-kept")


@router.message(Awaits("belief"))
async def typed(message: Message, visit: Visit) -> None:
    """In their own words."""
    await _kept(visit, message.text or "", About.OWN)


@taps.on(BELIEF_ABOUT)
async def tapped(visit: Visit, value: About) -> None:
    """One of the two that many have."""
    await _kept(visit, texts_for(visit.person.locale).label(f"belief-about-{value}"), value)


async def _kept(visit: Visit, words: str, about: About) -> None:
    belief_id = await beliefs.write_belief(visit.tx, visit.person, words, about)
    if belief_id is None:
        await speak.note(visit, "full-list" if words.strip() else "not-helped")
        return
    if visit.screen is None:
        await own.taken(visit, words)
    await speak.ask(visit, None, "belief", {"view": "rate"}, subject_id=belief_id)


@taps.on(BELIEF, BELIEF_LOOK)
async def one(visit: Visit, value: int) -> None:
    """One of them; from a check-in's closing words it opens below, with the scale."""
    if visit.tap is BELIEF_LOOK:
        await speak.below(visit, "belief", {"view": "look"}, subject_id=value)
    else:
        await speak.answer(visit, "belief", subject_id=value)


@taps.on(BELIEF_SURE, BELIEF_NOW)
async def rate(visit: Visit, sure: int) -> None:
    """How sure they are."""
    row = visit.tapped
    anew = visit.tap is BELIEF_NOW
    await beliefs.rate_belief(visit.tx, visit.person, row.subject_id or 0, sure, anew=anew)
    await speak.view(visit)


@taps.on(BELIEF_OFF, BELIEF_BACK)
async def take_off(visit: Visit) -> None:
    """Off the list, or back on it."""
    row = visit.tapped
    back = visit.tap is BELIEF_BACK
    await beliefs.take_off(visit.tx, visit.person, row.subject_id or 0, back=back)
    await speak.view(visit)


@taps.on(BELIEF_SHOW)
async def show(visit: Visit) -> None:
    """With what they bring to the session, shown from now on."""
    row = visit.tapped
    known = await beliefs.belief_of(visit.tx, visit.person, row.subject_id or 0)
    if known is None:
        return
    said = sure_label(facts_of(known), texts_for(visit.person.locale))
    if await beliefs.show_belief(visit.tx, visit.person, known.id, said):
        visit.toast = "toast-shared"
        await speak.view(visit)
    else:
        await speak.view(visit, "full")


@taps.on(BELIEF_KEEP)
async def keep(visit: Visit) -> None:
    """Theirs alone from now on."""
    row = visit.tapped
    await beliefs.hide_belief(visit.tx, visit.person, row.subject_id or 0)
    visit.toast = "toast-kept"
    await speak.view(visit)
