"""When the next session is; what clients say to what comes by a session, by the weeks, and to "how is the timing?" """

from datetime import date, datetime, time

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.people import zone_of
from bot.kit.visit import Awaits, Visit
from bot.practice.taps import (
    AGREED_HIDE,
    NOTE_ASK,
    NOTE_DROP,
    NOTE_NOTHING,
    NOTE_SHARE,
    SESSION,
    SESSION_AT,
    SESSION_BACK,
    SESSION_CLEAR,
    SESSION_DAY,
)
from bot.quitting.taps import OUTCOME_HERE, OUTCOME_IS, OUTCOME_OPEN, TIMING_IS
from bot.schedule.taps import FEWER
from care import toolkit
from care.check_in import cards_shown, starting
from care.check_in.answering import AnswerStatus
from care.practice import sessions
from care.practice.caseload import week_asked
from care.practice.sessions import SessionResult
from care.quitting import outcomes
from care.quitting.dates import attempt_of, not_now_after_all
from care.schedule import closing, course, pause
from programme.practice.sessions import Note
from programme.schedule.plan import OUTCOME
from programme.schedule.slots import instant
from programme.schedule.typed import next_moment, parse_day_and_time, parse_hour

sessions_router = Router(name="sessions")
taps = Handlers()


@taps.on(SESSION)
async def ask_session(visit: Visit) -> None:
    """When is the next session: with the client of this screen, or, from a client's settings, their own?"""
    row = visit.tapped
    client_id = {"summary": row.subject_id, "settings": visit.person.id}.get(row.name)
    if client_id is not None and await sessions.may_set(visit.tx, visit.person, client_id):
        await reply.ask(visit, "session", "ask_session", subject_id=client_id)


@taps.on(SESSION_DAY)
async def tapped_day(visit: Visit, on: date) -> None:
    """That day; the hour is asked next."""
    row = visit.tapped
    await reply.ask(visit, "session", "ask_session", {"day": on.isoformat()}, subject_id=row.subject_id)


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


@sessions_router.message(Awaits("session"))
async def typed_session(message: Message, visit: Visit) -> None:
    """A day and a time were typed; or a time only, once the day was picked."""
    row = await reply.asked(visit)
    words, zone = message.text or "", zone_of(visit.person)
    day = _day(str(row.args.get("day", ""))) if row else None
    said, hour = parse_day_and_time(words), parse_hour(words)
    if row is not None and said is not None:
        await _set(visit, row.subject_id or 0, next_moment(said, visit.now, zone))
    elif row is not None and day is not None and hour is not None:
        await _set(visit, row.subject_id or 0, instant(day, hour, zone))
    else:
        await reply.note(visit, "not-day-and-time")


async def _set(visit: Visit, client_id: int, at: datetime | None) -> None:
    done = SessionResult.OVER
    if at is not None:
        done = await sessions.set_session(visit.tx, visit.person, client_id, at)
    if done is SessionResult.OVER:
        await reply.note(visit, "session-over")
        return
    if visit.screen is None:
        await reply.taken(visit)
    await _home(visit, client_id)


async def _home(visit: Visit, client_id: int) -> None:
    """Back to a client's own settings, or to the practitioner's look at them."""
    if client_id == visit.person.id:
        await reply.ask(visit, None, "settings")
    else:
        await week_asked(visit.tx, visit.person, client_id)
        await reply.ask(visit, None, "summary", subject_id=client_id)


def _day(code: str) -> date | None:
    try:
        return date.fromisoformat(code)
    except ValueError:
        return None


anchors_router = Router(name="anchors")


@taps.on(FEWER)
async def fewer(visit: Visit) -> None:
    """Fewer messages: one level down at once, and that was the answer to the question."""
    row = visit.tapped
    if await starting.not_today(visit.tx, visit.person, row.subject_id or 0) is not AnswerStatus.FINISHED:
        visit.toast = "toast-old"
        return
    level = await course.less(visit.tx, visit.person)
    await reply.answer(visit, "check_in", {"fewer": level.value if level else ""}, subject_id=row.subject_id)


@taps.on(NOTE_ASK)
async def ask_note(visit: Visit, about: tuple[Note, date]) -> None:
    """Words about a session are asked for, below: what was tapped stays to be read."""
    if not await toolkit.keeps_words(visit.tx, visit.person):
        await reply.note(visit, "not-kept")
        return
    visit.screen = None
    args = {"note": about[0].value, "on": about[1].isoformat(), "asks": 1}
    await reply.ask(visit, "session_note", "session_note", args)


@anchors_router.message(Awaits("session_note"))
async def typed_note(message: Message, visit: Visit) -> None:
    """They were typed."""
    row = await reply.asked(visit)
    about = _about(row.args) if row else None
    if about is None or not await sessions.write_note(visit.tx, visit.person, about[1], about[0], message.text or ""):
        await reply.note(visit, "not-helped")
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "session_note", {"note": about[0].value, "on": about[1].isoformat()})


@taps.on(NOTE_SHARE)
async def share_note(visit: Visit, shared: bool) -> None:
    """Shown to the practitioner, or no more."""
    row = visit.tapped
    about = _about(row.args)
    if about is None or about[0] is not Note.BRING:
        return
    found = await sessions.share_note(visit.tx, visit.person, about[1], shared=shared)
    visit.toast = ("toast-shared" if shared else "toast-kept") if found else "toast-empty"
    await reply.answer(visit, "session_note", row.args)


@taps.on(NOTE_DROP)
async def drop_note(visit: Visit, value: int) -> None:
    """It goes."""
    row = visit.tapped
    about = _about(row.args)
    if about is None:
        return
    await sessions.forget_session_note(visit.tx, visit.person, value)
    if await sessions.notes_of(visit.tx, visit.person, about[1], about[0]):
        await reply.view(visit)
    else:
        await reply.answer(visit, "own_note")


@taps.on(AGREED_HIDE)
async def agreed_hide(visit: Visit, on: date) -> None:
    """What was agreed is not to be read in check-ins any more."""
    await cards_shown.hide_agreed(visit.tx, visit.person, on)
    await reply.view(visit)


@taps.on(NOTE_NOTHING)
async def nothing(visit: Visit) -> None:
    """Nothing to write this time."""
    if not await sessions.nothing_to_say(visit.tx, visit.person, visit.subject):
        visit.toast = "toast-old"


@taps.on(OUTCOME_OPEN)
async def outcome_open(visit: Visit, prompt_id: int) -> None:
    """A question that made way is asked below, and answered late."""
    if await closing.own_prompt(visit.tx, visit.person, prompt_id, {OUTCOME}) is None:
        visit.toast = "toast-old"
        return
    await reply.append(visit, "outcome", subject_id=prompt_id)


@taps.on(OUTCOME_HERE)
async def outcome_here(visit: Visit, value: tuple[int, str]) -> None:
    """The same in the closing words of a check-in."""
    if await outcomes.answer_outcome(visit.tx, visit.person, *value) is None:
        visit.toast = "toast-late"
    await reply.view(visit)


@taps.on(OUTCOME_IS)
async def outcome(visit: Visit, value: str) -> None:
    """How it went, in one tap."""
    row = visit.tapped
    if await outcomes.answer_outcome(visit.tx, visit.person, row.subject_id or 0, value) is None:
        visit.toast = "toast-late"
    await reply.answer(visit, "outcome", subject_id=row.subject_id)


@taps.on(TIMING_IS)
async def say_timing(visit: Visit, value: str) -> None:
    """Good, not yet, no more of this; or, on the quit date's screen, not now."""
    row = visit.tapped
    if row.name == "timing":
        await _answer_timing(visit, row.subject_id or 0, value)
        await reply.answer(visit, "timing", subject_id=row.subject_id)
    elif row.name == "quit_date" and value == "not_now":
        had = await attempt_of(visit.tx, visit.person)
        said = await not_now_after_all(visit.tx, visit.person)
        away = {"before": had.quit_on.isoformat()} if had else {}
        await reply.answer(visit, "quit_date", {"done": "not_now", **away} if said else None)
    elif row.name in ("quit_date", "relapse") and value == "good":
        back = await pause.now_is_good(visit.tx, visit.person)
        await reply.answer(visit, "quit_date", {"done": "good"} if back else None)


def _about(args: reply.Args) -> tuple[Note, date] | None:
    """What the words on that screen are about."""
    if args.get("note") not in set(Note):
        return None
    return Note(args["note"]), date.fromisoformat(args["on"])


async def _answer_timing(visit: Visit, prompt_id: int, said: str) -> None:
    if said == "good":
        await pause.now_is_good(visit.tx, visit.person)
    elif said == "not_yet":
        await pause.not_yet(visit.tx, visit.person, prompt_id)
    elif said == "stop":
        await pause.stop_asking(visit.tx, visit.person, prompt_id)
