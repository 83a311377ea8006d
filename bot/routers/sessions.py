"""When the next session is: entered by the client, or by their practitioner."""

from datetime import date, datetime, time

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import speak
from bot.screens.reads import zone_of
from bot.taps.practice import SESSION, SESSION_AT, SESSION_BACK, SESSION_CLEAR, SESSION_DAY
from bot.visit import Visit
from care import sessions
from care.sessions import SessionResult
from care.week import week_asked
from programme.occurrence import instant
from programme.weekday_time import next_moment, parse_day_and_time, parse_hour

router = Router(name="sessions")
taps = Handlers()


@taps.on(SESSION)
async def ask_session(visit: Visit) -> None:
    """When is the next session: with the client of this screen, or, from a client's settings, their own?"""
    row = visit.tapped
    client_id = {"summary": row.subject_id, "settings": visit.person.id}.get(row.name)
    if client_id is not None and await sessions.may_set(visit.tx, visit.person, client_id):
        await speak.ask(visit, "session", "ask_session", subject_id=client_id)


@taps.on(SESSION_DAY)
async def tapped_day(visit: Visit, on: date) -> None:
    """That day; the hour is asked next."""
    row = visit.tapped
    await speak.ask(visit, "session", "ask_session", {"day": on.isoformat()}, subject_id=row.subject_id)


@taps.on(SESSION_AT)
async def tapped_hour(visit: Visit, hour: time) -> None:
    """That hour of the day that was picked, on the clock of whoever picks."""
    row = visit.tapped
    day = _day(str(row.args.get("day", "")))
    if day is not None:
        await _set(visit, visit.subject, instant(day, hour, zone_of(visit.person)))


@taps.on(SESSION_CLEAR, SESSION_BACK)
async def to_client(visit: Visit) -> None:
    """No next session is known; or all stays as it was."""
    row = visit.tapped
    if row.subject_id is None:
        return
    if visit.tap is SESSION_CLEAR:
        await sessions.clear_session(visit.tx, visit.person, row.subject_id)
    await _home(visit, row.subject_id)


@router.message(Awaits("session"))
async def typed_session(message: Message, visit: Visit) -> None:
    """A day and a time were typed; or a time alone, once the day was picked."""
    row = await speak.asked(visit)
    words, zone = message.text or "", zone_of(visit.person)
    day = _day(str(row.args.get("day", ""))) if row else None
    said, hour = parse_day_and_time(words), parse_hour(words)
    if row is not None and said is not None:
        await _set(visit, row.subject_id or 0, next_moment(said, visit.now, zone))
    elif row is not None and day is not None and hour is not None:
        await _set(visit, row.subject_id or 0, instant(day, hour, zone))
    else:
        await speak.note(visit, "not-day-and-time")


async def _set(visit: Visit, client_id: int, at: datetime | None) -> None:
    done = SessionResult.OVER
    if at is not None:
        done = await sessions.set_session(visit.tx, visit.person, client_id, at)
    if done is SessionResult.OVER:
        await speak.note(visit, "session-over")
        return
    if visit.screen is None:
        await speak.taken(visit)
    await _home(visit, client_id)


async def _home(visit: Visit, client_id: int) -> None:
    """Back to a client's own settings, or to the practitioner's look at them."""
    if client_id == visit.person.id:
        await speak.ask(visit, None, "settings")
    else:
        await week_asked(visit.tx, visit.person, client_id)
        await speak.ask(visit, None, "summary", subject_id=client_id)


def _day(code: str) -> date | None:
    try:
        return date.fromisoformat(code)
    except ValueError:
        return None
