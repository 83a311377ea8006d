"""Where they are, how ready and how sure, and words about a quit date: each asked by a tap, each to be skipped."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.rating import WHATS
from bot.screens.scale import read_ten
from bot.tap import Tap
from bot.visit import Visit
from care import quit_words, ratings, stages
from programme.events.quitting import ConfidenceSaid, ReadySaid
from programme.people import Role
from programme.quitting import WhyMoved
from programme.snap import Stage

router = Router(name="lived")
_CLIENT = Is(Role.CLIENT)
_RATED: dict[str, ratings.Rated] = dict(zip(WHATS, (ReadySaid, ConfidenceSaid), strict=True))


@router.callback_query(Does("rating"), _CLIENT)
async def ask_rating(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How ready, or how sure?"""
    if tap.arg in WHATS:
        await speak.ask(visit, None, "rating", {"what": tap.arg})


@router.callback_query(Does("rating_is"), _CLIENT)
async def rating_is(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A number; of being ready, what would help is asked next."""
    row, value = visit.screen, read_ten(tap.arg)
    if row is None or row.name != "rating" or value is None:
        return
    what = row.args["what"]
    await ratings.rate(visit.tx, visit.person, _RATED[what], value)
    await speak.ask(visit, "readier" if what == "ready" else None, "rating", {"what": what, "value": value})


@router.message(Awaits("readier"), _CLIENT)
async def typed_readier(message: Message, visit: Visit) -> None:
    """What would help."""
    if await quit_words.say_readier(visit.tx, visit.person, message.text or ""):
        await own.taken(visit, message.text, quit_words.MOST)
        await speak.ask(visit, None, "rating", {"what": "ready", "view": "done"})


@router.callback_query(Does("why_moved"), _CLIENT)
async def ask_why(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What led to it?"""
    if tap.number is not None:
        await speak.ask(visit, None, "why_moved", subject_id=tap.number)


@router.callback_query(Does("why_moved_type"), _CLIENT)
async def type_why(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Their own words."""
    row = visit.screen
    if row is not None and row.name == "why_moved":
        await speak.ask(visit, "why_moved", "why_moved", {"view": "type"}, subject_id=row.subject_id)


@router.callback_query(Does("why_moved_is"), _CLIENT)
async def why_is(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A chip."""
    row = visit.screen
    if row is None or row.name != "why_moved" or tap.arg not in set(WhyMoved):
        return
    if await quit_words.say_why(visit.tx, visit.person, row.subject_id or 0, WhyMoved(tap.arg)):
        await speak.answer(visit, "why_moved", {"view": "kept"}, subject_id=row.subject_id)
    else:
        visit.toast = "toast-old"


@router.message(Awaits("why_moved"), _CLIENT)
async def typed_why(message: Message, visit: Visit) -> None:
    """Their own words were typed."""
    row = await own.taken(visit, message.text, quit_words.MOST)
    about = row.subject_id or 0 if row else 0
    if await quit_words.say_why(visit.tx, visit.person, about, message.text or ""):
        await speak.ask(visit, None, "why_moved", {"view": "kept"}, subject_id=about)


@router.callback_query(Does("stage"), _CLIENT)
async def ask_stage(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Where are they with smoking?"""
    await speak.ask(visit, None, "stage")


@router.callback_query(Does("stage_is"), _CLIENT)
async def stage_is(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Any of the four."""
    row = visit.screen
    if row is None or row.name != "stage" or tap.arg not in set(Stage):
        return
    if await stages.say_stage(visit.tx, visit.person, Stage(tap.arg)):
        await speak.answer(visit, "stage", {"said": tap.arg})


@router.callback_query(Does("weekend_ask"), _CLIENT)
async def ask_weekend(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """What will that weekend look like?"""
    await speak.ask(visit, "weekend", "weekend")


@router.message(Awaits("weekend"), _CLIENT)
async def typed_weekend(message: Message, visit: Visit) -> None:
    """They wrote it down."""
    await quit_words.say_weekend(visit.tx, visit.person, message.text or "")
    await own.taken(visit, message.text, quit_words.MOST)
    await speak.ask(visit, None, "quit_date")
