"""Where they are, how ready and how sure, and words about a quit date: each asked by a tap, each to be skipped."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import own, speak
from bot.taps.quitting import (
    RATING,
    RATING_IS,
    RATINGS,
    STAGE,
    STAGE_IS,
    WEEKEND_ASK,
    WHY_MOVED,
    WHY_MOVED_IS,
    WHY_MOVED_TYPE,
)
from bot.visit import Visit
from care import quit_words, ratings, stages
from programme.events.quitting import ConfidenceSaid, ReadySaid
from programme.people import Role
from programme.quitting import WhyMoved
from programme.snap import Stage

router = Router(name="lived")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
_RATED: dict[str, ratings.Rated] = dict(zip(RATINGS, (ReadySaid, ConfidenceSaid), strict=True))


@taps.on(RATING)
async def ask_rating(visit: Visit, value: str) -> None:
    """How ready, or how sure?"""
    await speak.ask(visit, None, "rating", {"what": value})


@taps.on(RATING_IS)
async def rating_is(visit: Visit, value: int) -> None:
    """A number; of being ready, what would help is asked next."""
    what = visit.tapped.args["what"]
    await ratings.rate(visit.tx, visit.person, _RATED[what], value)
    await speak.ask(visit, "readier" if what == "ready" else None, "rating", {"what": what, "value": value})


@router.message(Awaits("readier"), _CLIENT)
async def typed_readier(message: Message, visit: Visit) -> None:
    """What would help."""
    if await quit_words.say_readier(visit.tx, visit.person, message.text or ""):
        await own.taken(visit, message.text, quit_words.MOST)
        await speak.ask(visit, None, "rating", {"what": "ready", "view": "done"})


@taps.on(WHY_MOVED)
async def ask_why(visit: Visit, value: int) -> None:
    """What led to it?"""
    await speak.ask(visit, None, "why_moved", subject_id=value)


@taps.on(WHY_MOVED_TYPE)
async def type_why(visit: Visit) -> None:
    """Their own words."""
    await speak.ask(visit, "why_moved", "why_moved", {"view": "type"}, subject_id=visit.subject)


@taps.on(WHY_MOVED_IS)
async def why_is(visit: Visit, value: WhyMoved) -> None:
    """A chip."""
    if await quit_words.say_why(visit.tx, visit.person, visit.subject, value):
        await speak.answer(visit, "why_moved", {"view": "kept"}, subject_id=visit.subject)
    else:
        visit.toast = "toast-old"


@router.message(Awaits("why_moved"), _CLIENT)
async def typed_why(message: Message, visit: Visit) -> None:
    """Their own words were typed."""
    row = await own.taken(visit, message.text, quit_words.MOST)
    about = row.subject_id or 0 if row else 0
    if await quit_words.say_why(visit.tx, visit.person, about, message.text or ""):
        await speak.ask(visit, None, "why_moved", {"view": "kept"}, subject_id=about)


@taps.on(STAGE)
async def ask_stage(visit: Visit) -> None:
    """Where are they with smoking?"""
    await speak.ask(visit, None, "stage")


@taps.on(STAGE_IS)
async def stage_is(visit: Visit, value: Stage) -> None:
    """Any of the four."""
    if await stages.say_stage(visit.tx, visit.person, value):
        await speak.answer(visit, "stage", {"said": value})


@taps.on(WEEKEND_ASK)
async def ask_weekend(visit: Visit) -> None:
    """What will that weekend look like?"""
    await speak.ask(visit, "weekend", "weekend")


@router.message(Awaits("weekend"), _CLIENT)
async def typed_weekend(message: Message, visit: Visit) -> None:
    """They wrote it down."""
    await quit_words.say_weekend(visit.tx, visit.person, message.text or "")
    await own.taken(visit, message.text, quit_words.MOST)
    await speak.ask(visit, None, "quit_date")
