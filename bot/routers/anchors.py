"""What clients say to what comes by a session, by the weeks since the quit date, and to "how is the timing?"."""

from datetime import date

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import own, speak
from bot.taps.practice import AGREED_HIDE, NOTE_ASK, NOTE_DROP, NOTE_NOTHING, NOTE_SHARE
from bot.taps.quitting import OUTCOME_HERE, OUTCOME_IS, OUTCOME_OPEN, TIMING_IS
from bot.taps.schedule import FEWER
from bot.visit import Visit
from care import agreed, check_in, course, outcomes, prompted, sessions, timing, toolkit
from care.check_in import Took
from care.relapse import not_now_after_all
from db import attempts
from programme.plan import OUTCOME
from programme.session import Note

router = Router(name="anchors")
taps = Handlers()


@taps.on(FEWER)
async def fewer(visit: Visit) -> None:
    """Fewer messages: one level down at once, and that was the answer to the question."""
    row = visit.tapped
    if await check_in.not_today(visit.tx, visit.person, row.subject_id or 0) is not Took.FINISHED:
        visit.toast = "toast-old"
        return
    level = await course.less(visit.tx, visit.person)
    await speak.answer(visit, "check_in", {"fewer": level.value if level else ""}, subject_id=row.subject_id)


@taps.on(NOTE_ASK)
async def ask_note(visit: Visit, about: tuple[Note, date]) -> None:
    """Words about a session are asked for, below: what was tapped stays to be read."""
    if not await toolkit.keeps_words(visit.tx, visit.person):
        await speak.note(visit, "not-kept")
        return
    visit.screen = None
    args = {"note": about[0].value, "on": about[1].isoformat(), "asks": 1}
    await speak.ask(visit, "session_note", "session_note", args)


@router.message(Awaits("session_note"))
async def typed_note(message: Message, visit: Visit) -> None:
    """They were typed."""
    row = await speak.asked(visit)
    about = _about(row.args) if row else None
    if about is None or not await sessions.write_note(visit.tx, visit.person, about[1], about[0], message.text or ""):
        await speak.note(visit, "not-helped")
        return
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "session_note", {"note": about[0].value, "on": about[1].isoformat()})


@taps.on(NOTE_SHARE)
async def share_note(visit: Visit, shared: bool) -> None:
    """Shown to the practitioner, or no more."""
    row = visit.tapped
    about = _about(row.args)
    if about is None or about[0] is not Note.BRING:
        return
    found = await sessions.share_note(visit.tx, visit.person, about[1], shared=shared)
    visit.toast = ("toast-shared" if shared else "toast-kept") if found else "toast-empty"
    await speak.answer(visit, "session_note", row.args)


@taps.on(NOTE_DROP)
async def drop_note(visit: Visit, value: int) -> None:
    """It goes."""
    row = visit.tapped
    about = _about(row.args)
    if about is None:
        return
    await sessions.forget_note(visit.tx, visit.person, value)
    if await sessions.notes_of(visit.tx, visit.person, about[1], about[0]):
        await speak.view(visit)
    else:
        await speak.answer(visit, "own_note")


@taps.on(AGREED_HIDE)
async def agreed_hide(visit: Visit, on: date) -> None:
    """What was agreed is not to be read in check-ins any more."""
    await agreed.hide(visit.tx, visit.person, on)
    await speak.view(visit)


@taps.on(NOTE_NOTHING)
async def nothing(visit: Visit) -> None:
    """Nothing to write this time."""
    if not await sessions.nothing_to_say(visit.tx, visit.person, visit.subject):
        visit.toast = "toast-old"


@taps.on(OUTCOME_OPEN)
async def outcome_open(visit: Visit, prompt_id: int) -> None:
    """A question that made way is asked below, and answered late."""
    if await prompted.own(visit.tx, visit.person, prompt_id, {OUTCOME}) is None:
        visit.toast = "toast-old"
        return
    await speak.below(visit, "outcome", subject_id=prompt_id)


@taps.on(OUTCOME_HERE)
async def outcome_here(visit: Visit, value: tuple[int, str]) -> None:
    """The same in the closing words of a check-in."""
    if await outcomes.answer_outcome(visit.tx, visit.person, *value) is None:
        visit.toast = "toast-late"
    await speak.view(visit)


@taps.on(OUTCOME_IS)
async def outcome(visit: Visit, value: str) -> None:
    """How it went, in one tap."""
    row = visit.tapped
    if await outcomes.answer_outcome(visit.tx, visit.person, row.subject_id or 0, value) is None:
        visit.toast = "toast-late"
    await speak.answer(visit, "outcome", subject_id=row.subject_id)


@taps.on(TIMING_IS)
async def say_timing(visit: Visit, value: str) -> None:
    """Good, not yet, no more of this; or, on the quit date's screen, not now."""
    row = visit.tapped
    if row.name == "timing":
        await _answer_timing(visit, row.subject_id or 0, value)
        await speak.answer(visit, "timing", subject_id=row.subject_id)
    elif row.name == "quit_date" and value == "not_now":
        had = await attempts.current(visit.tx, visit.person.id)
        said = await not_now_after_all(visit.tx, visit.person)
        away = {"before": had.quit_on.isoformat()} if had else {}
        await speak.answer(visit, "quit_date", {"done": "not_now", **away} if said else None)
    elif row.name in ("quit_date", "relapse") and value == "good":
        back = await timing.now_is_good(visit.tx, visit.person)
        await speak.answer(visit, "quit_date", {"done": "good"} if back else None)


def _about(args: speak.Args) -> tuple[Note, date] | None:
    """What the words on that screen are about."""
    if args.get("note") not in set(Note):
        return None
    return Note(args["note"]), date.fromisoformat(args["on"])


async def _answer_timing(visit: Visit, prompt_id: int, said: str) -> None:
    if said == "good":
        await timing.now_is_good(visit.tx, visit.person)
    elif said == "not_yet":
        await timing.not_yet(visit.tx, visit.person, prompt_id)
    elif said == "stop":
        await timing.stop_asking(visit.tx, visit.person, prompt_id)
