"""The quit date and progress; where a client is, how ready and how sure."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.check_in.taps import CHECK_IN_NOW
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.taps import A_MONTH, OPEN_MINE
from bot.kit.visit import Awaits, Is, Visit
from bot.quitting.taps import (
    NOT_YET,
    QUIT_DATE,
    QUIT_DAY,
    QUIT_MONTH,
    QUIT_UNSET,
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
from care.check_in import starting
from care.check_in.starting import Started
from care.measures import scales
from care.quitting import dates, progress
from care.quitting.dates import set_quit_date, unset_quit_date
from programme.people.person import Role
from programme.quitting.attempts import WhyMoved
from programme.quitting.events import ConfidenceSaid, ReadySaid
from programme.quitting.lapses import Stage

quitting_router = Router(name="quitting")
taps = Handlers()
SCREENS = {"quitdate": "quit_date", "progress": "progress", "toolkit": "toolkit", "reasons": "reasons"}


@quitting_router.message(Command(*SCREENS, ignore_mention=True), Is(Role.CLIENT))
async def show(message: Message, visit: Visit, command: CommandObject) -> None:  # noqa: ARG001
    """/quitdate, /progress, /toolkit, /reasons: each shows its screen."""
    await reply.append(visit, SCREENS[command.command])


@quitting_router.message(Command(*SCREENS, ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """The same of somebody who has not joined."""
    await reply.note(visit, "quit-not-joined")


@taps.on(OPEN_MINE)
async def mine(visit: Visit, name: str) -> None:
    """This message shows one of their own lists. Words that one of them had asked for are not waited for any more."""
    await reply.detach(visit)
    await reply.ask(visit, None, name)


@taps.on(CHECK_IN_NOW)
async def check_in_now(visit: Visit) -> None:
    """As /checkin, below."""
    if await starting.start_now(visit.tx, visit.person) is Started.DONE_TODAY:
        await reply.append(visit, "done_today")


@taps.on(QUIT_DATE)
async def quit_date(visit: Visit) -> None:
    """How the quit date stands; below what came by itself, as that stays to be read."""
    await reply.detach(visit)
    await reply.ask(visit, None, "quit_date")


@taps.on(QUIT_MONTH)
async def month(visit: Visit, month: date) -> None:
    """Another month to pick from."""
    await reply.answer(visit, "quit_date", {"month": A_MONTH.write(month)})


@taps.on(QUIT_DAY)
async def day(visit: Visit, picked: date) -> None:
    """That day: set, or moved to."""
    before = await dates.attempt_of(visit.tx, visit.person)
    done = await set_quit_date(visit.tx, visit.person, picked)
    if done is None:
        await reply.answer(visit, "quit_date", {"month": A_MONTH.write(picked), "done": "outside"})
        return
    if before is None or before.quit_on == done.attempt.quit_on:
        await reply.answer(visit, "quit_date")
        return
    await reply.answer(visit, "quit_date", {"before": before.quit_on.isoformat(), "attempt": before.id})


@taps.on(QUIT_UNSET, NOT_YET)
async def unset(visit: Visit) -> None:
    """No quit date for now."""
    if visit.tap is NOT_YET:
        await reply.answer(visit, "quit_date", {"done": "not_yet"})
        return
    ended = await unset_quit_date(visit.tx, visit.person)
    about = {"attempt": ended.id} if ended else {}
    await reply.answer(visit, "quit_date", {"done": "unset", **about})


lived_router = Router(name="lived")
_CLIENT = Is(Role.CLIENT)
_RATED: dict[str, scales.RatingKind] = dict(zip(RATINGS, (ReadySaid, ConfidenceSaid), strict=True))


@taps.on(RATING)
async def ask_rating(visit: Visit, value: str) -> None:
    """How ready, or how sure?"""
    await reply.ask(visit, None, "rating", {"what": value})


@taps.on(RATING_IS)
async def rating_is(visit: Visit, value: int) -> None:
    """A number; of being ready, what would help is asked next."""
    what = visit.tapped.args["what"]
    await scales.rate(visit.tx, visit.person, _RATED[what], value)
    await reply.ask(visit, "readier" if what == "ready" else None, "rating", {"what": what, "value": value})


@lived_router.message(Awaits("readier"), _CLIENT)
async def typed_readier(message: Message, visit: Visit) -> None:
    """What would help."""
    if await dates.say_readier(visit.tx, visit.person, message.text or ""):
        await reply.typed_taken(visit, message.text, dates.MOST_CHARACTERS)
        await reply.ask(visit, None, "rating", {"what": "ready", "view": "done"})


@taps.on(WHY_MOVED)
async def ask_why(visit: Visit, value: int) -> None:
    """What led to it?"""
    await reply.ask(visit, None, "why_moved", subject_id=value)


@taps.on(WHY_MOVED_TYPE)
async def type_why(visit: Visit) -> None:
    """Their own words."""
    await reply.ask(visit, "why_moved", "why_moved", {"view": "type"}, subject_id=visit.subject)


@taps.on(WHY_MOVED_IS)
async def why_is(visit: Visit, value: WhyMoved) -> None:
    """A chip."""
    if await dates.say_why(visit.tx, visit.person, visit.subject, value):
        await reply.answer(visit, "why_moved", {"view": "kept"}, subject_id=visit.subject)
    else:
        visit.toast = "toast-old"


@lived_router.message(Awaits("why_moved"), _CLIENT)
async def typed_why(message: Message, visit: Visit) -> None:
    """Their own words were typed."""
    row = await reply.typed_taken(visit, message.text, dates.MOST_CHARACTERS)
    about = row.subject_id or 0 if row else 0
    if await dates.say_why(visit.tx, visit.person, about, message.text or ""):
        await reply.ask(visit, None, "why_moved", {"view": "kept"}, subject_id=about)


@taps.on(STAGE)
async def ask_stage(visit: Visit) -> None:
    """Where are they with smoking?"""
    await reply.ask(visit, None, "stage")


@taps.on(STAGE_IS)
async def stage_is(visit: Visit, value: Stage) -> None:
    """Any of the four."""
    if await progress.say_stage(visit.tx, visit.person, value):
        await reply.answer(visit, "stage", {"said": value})


@taps.on(WEEKEND_ASK)
async def ask_weekend(visit: Visit) -> None:
    """What will that weekend look like?"""
    await reply.ask(visit, "weekend", "weekend")


@lived_router.message(Awaits("weekend"), _CLIENT)
async def typed_weekend(message: Message, visit: Visit) -> None:
    """They wrote it down."""
    await dates.say_weekend(visit.tx, visit.person, message.text or "")
    await reply.typed_taken(visit, message.text, dates.MOST_CHARACTERS)
    await reply.ask(visit, None, "quit_date")
