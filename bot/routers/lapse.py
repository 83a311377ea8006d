"""After a lapse: how sure, the plan for next time, a relapse that is named; and leaving smoking for tonight."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.filters import Does, Is
from bot.routers import speak
from bot.screens.scale import read_ten
from bot.tap import Tap
from bot.visit import Visit
from care import ratings, relapse, replay, tonight
from db import attempts
from programme.events.quitting import ConfidenceSaid
from programme.people import Role
from programme.relapse import Choice

router = Router(name="lapse")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("smoked_sure"), _CLIENT)
async def sure(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How sure they are to get through the next one."""
    row, value = visit.screen, read_ten(tap.arg)
    if row is None or row.name != "smoked" or value is None:
        return
    await ratings.rate(visit.tx, visit.person, ConfidenceSaid, value, row.subject_id)
    await speak.ask(visit, None, "smoked", {"view": "sure_said", "sure": value}, subject_id=row.subject_id)


@router.callback_query(Does("smoked_keep"), _CLIENT)
async def keep_mine(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What they said helps is what they would do next time."""
    row = visit.screen
    if row is None or row.name != "smoked" or tap.number is None:
        return
    kept = await replay.keep_next_time(visit.tx, visit.person, row.subject_id or 0, tap.number)
    args = {"view": "kept", "item": tap.number} if kept else {}
    await speak.ask(visit, None, "smoked", args, subject_id=row.subject_id)


@router.callback_query(Does("replay_stop", "replay_back"), _CLIENT)
async def show_replay(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What was learned from that lapse is not shown any more, or after all; the question stays."""
    shown = tap.do == "replay_back"
    if tap.number is not None:
        await replay.show_replay(visit.tx, visit.person, tap.number, shown=shown)
        visit.toast = None if shown else "toast-replay-stopped"
        await speak.view(visit)


@router.callback_query(Does("relapse"), _CLIENT)
async def ask_relapse(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They smoke on most days, or want to stop counting: what suits them now?"""
    row = visit.screen
    about = {"smoked": row.subject_id} if row is not None and row.name == "smoked" else {}
    await speak.ask(visit, None, "relapse", about)


@router.callback_query(Does("relapse_back"), _CLIENT)
async def not_so(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Back to where it was opened; nothing has changed."""
    told = visit.screen.args.get("smoked") if visit.screen else None
    if told is not None:
        await speak.answer(visit, "smoked", subject_id=told)
    else:
        await speak.answer(visit, "progress")


@router.callback_query(Does("relapse_is"), _CLIENT)
async def name_relapse(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What they chose."""
    row = visit.screen
    if row is None or row.name != "relapse" or tap.arg not in set(Choice):
        return
    ends = await attempts.current(visit.tx, visit.person.id)
    said = await relapse.name_relapse(visit.tx, visit.person, Choice(tap.arg), most_days="smoked" in row.args)
    await speak.answer(visit, "relapse", {"said": tap.arg, "attempt": ends.id} if said and ends else None)


@router.callback_query(Does("relapse_undo"), _CLIENT)
async def undo_relapse(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A slip of the finger: that try goes on."""
    row = visit.screen
    if row is None or row.name != "relapse" or tap.number is None:
        return
    if not await relapse.take_back(visit.tx, visit.person, tap.number):
        visit.toast = "toast-old"
    await speak.answer(visit, "relapse")


@router.callback_query(Does("tonight"), _CLIENT)
async def leave_for_tonight(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """No more of it before the morning. Where the check-in offered it, what it means stands below."""
    left = await tonight.leave_for_tonight(visit.tx, visit.person)
    if visit.screen is None or visit.screen.name != "rough":
        visit.screen = None
    await speak.answer(visit, "pause" if left is None else "rough", {"closed": 1} if left else None)


@router.callback_query(Does("tonight_back"), _CLIENT)
async def back_tonight(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """After all."""
    await tonight.after_all(visit.tx, visit.person)
    await speak.answer(visit, "rough", visit.screen.args if visit.screen else None)
