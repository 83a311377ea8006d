"""After a lapse: how sure, the plan for next time, a relapse that is named; and leaving smoking for tonight."""

from bot.dispatch import Handlers
from bot.routers import speak
from bot.taps.quitting import (
    RELAPSE,
    RELAPSE_BACK,
    RELAPSE_IS,
    RELAPSE_UNDO,
    REPLAY_BACK,
    REPLAY_STOP,
    SMOKED_KEEP,
    SMOKED_SURE,
    TONIGHT,
    TONIGHT_BACK,
)
from bot.visit import Visit
from care import ratings, relapse, replay, tonight
from db import attempts
from programme.events.quitting import ConfidenceSaid
from programme.relapse import Choice

taps = Handlers()


@taps.on(SMOKED_SURE)
async def sure(visit: Visit, value: int) -> None:
    """How sure they are to get through the next one."""
    row = visit.tapped
    await ratings.rate(visit.tx, visit.person, ConfidenceSaid, value, row.subject_id)
    await speak.ask(visit, None, "smoked", {"view": "sure_said", "sure": value}, subject_id=row.subject_id)


@taps.on(SMOKED_KEEP)
async def keep_mine(visit: Visit, item: int) -> None:
    """What they said helps is what they would do next time."""
    kept = await replay.keep_next_time(visit.tx, visit.person, visit.subject, item)
    args = {"view": "kept", "item": item} if kept else {}
    await speak.ask(visit, None, "smoked", args, subject_id=visit.subject)


@taps.on(REPLAY_STOP, REPLAY_BACK)
async def show_replay(visit: Visit, value: int) -> None:
    """What was learned from that lapse is not shown any more, or after all; the question stays."""
    shown = visit.tap is REPLAY_BACK
    await replay.show_replay(visit.tx, visit.person, value, shown=shown)
    visit.toast = None if shown else "toast-replay-stopped"
    await speak.view(visit)


@taps.on(RELAPSE)
async def ask_relapse(visit: Visit) -> None:
    """They smoke on most days, or want to stop counting: what suits them now?"""
    row = visit.tapped
    about = {"smoked": row.subject_id} if row.name == "smoked" else {}
    await speak.ask(visit, None, "relapse", about)


@taps.on(RELAPSE_BACK)
async def not_so(visit: Visit) -> None:
    """Back to where it was opened; nothing has changed."""
    told = visit.tapped.args.get("smoked")
    if told is not None:
        await speak.answer(visit, "smoked", subject_id=told)
    else:
        await speak.answer(visit, "progress")


@taps.on(RELAPSE_IS)
async def name_relapse(visit: Visit, value: Choice) -> None:
    """What they chose."""
    row = visit.tapped
    ends = await attempts.current(visit.tx, visit.person.id)
    said = await relapse.name_relapse(visit.tx, visit.person, value, most_days="smoked" in row.args)
    await speak.answer(visit, "relapse", {"said": value, "attempt": ends.id} if said and ends else None)


@taps.on(RELAPSE_UNDO)
async def undo_relapse(visit: Visit, value: int) -> None:
    """A slip of the finger: that try goes on."""
    if not await relapse.take_back(visit.tx, visit.person, value):
        visit.toast = "toast-old"
    await speak.answer(visit, "relapse")


@taps.on(TONIGHT)
async def leave_for_tonight(visit: Visit) -> None:
    """No more of it before the morning. Where the check-in offered it, what it means stands below."""
    left = await tonight.leave_for_tonight(visit.tx, visit.person)
    if visit.tapped.name != "rough":
        visit.screen = None
    await speak.answer(visit, "pause" if left is None else "rough", {"closed": 1} if left else None)


@taps.on(TONIGHT_BACK)
async def back_tonight(visit: Visit) -> None:
    """After all."""
    await tonight.after_all(visit.tx, visit.person)
    await speak.answer(visit, "rough", visit.tapped.args)
