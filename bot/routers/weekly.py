"""What practitioners do with the weekly summary: turn its pages, say that they read it, set when it comes."""

from datetime import time

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import speak
from bot.screens import weekly
from bot.tap import Tap
from bot.visit import Visit
from care import weekly as summaries
from care.week import week_asked
from programme.people import Role
from programme.weekday_time import parse_day_and_time

router = Router(name="weekly")
_PRACTITIONER = Is(Role.PRACTITIONER)


@router.callback_query(Does("week_page", "week_steady"), _PRACTITIONER)
async def turn(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Another page of the summary, or of those who are steady."""
    row = visit.screen
    if row is not None and row.name == "weekly":
        view = {"view": weekly.STEADY} if tap.do == "week_steady" else {}
        page = {"page": tap.number} if tap.number is not None else {}
        marks = {name: mark for name, mark in row.args.items() if name.startswith("read")}
        await speak.answer(visit, "weekly", {**marks, **view, **page}, subject_id=row.subject_id)


@router.callback_query(Does("week_open"), _PRACTITIONER)
async def open_one(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One client's week below: the summary stays."""
    if tap.number is not None:
        await week_asked(visit.tx, visit.person, tap.number)
        await speak.below(visit, "summary", subject_id=tap.number)


@router.callback_query(Does("week_all"), _PRACTITIONER)
async def open_all(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Everybody, below."""
    await speak.below(visit, "client_list")


@router.callback_query(Does("week_read"), _PRACTITIONER)
async def read(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """I've read this: it is so of those whose week stands on the screen, and of nobody else."""
    row = visit.screen
    if row is None or row.subject_id is None or row.name not in ("summary", "weekly"):
        return
    found, mark = [row.subject_id], "read"
    if row.name == "weekly":
        known = await weekly.facts(visit.tx, visit.person, row)
        found, mark = ([one.id for one in weekly.on_screen(known)] if known else []), weekly.read_mark(row)
    await summaries.read_weeks(visit.tx, visit.person, found)
    await speak.answer(visit, row.name, {**row.args, mark: 1}, subject_id=row.subject_id)


@router.callback_query(Does("summary_time"), _PRACTITIONER)
async def ask_summary_time(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """When is the weekly summary to come? Asked below: what was tapped stays to be read."""
    visit.screen = None
    await speak.ask(visit, "summary_time", "ask_summary_time")


@router.callback_query(Does("summary_day", "summary_at"), _PRACTITIONER)
async def tapped_summary_time(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Another day at the same time, or another time on the same day."""
    plan = await summaries.summary_plan(visit.tx, visit.person.id)
    day = min(plan.rule.weekdays) if plan else summaries.MONDAY
    at = plan.rule.times[0] if plan else summaries.MORNING
    if tap.do == "summary_at":
        at = _time(tap.arg) or at
    elif tap.number is not None:
        day = tap.number
    await summaries.set_summary_time(visit.tx, visit.person, day, at)
    await speak.answer(visit, "ask_summary_time")


@router.callback_query(Does("summary_none"), _PRACTITIONER)
async def no_summary(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """It comes no more by itself."""
    await summaries.no_summaries(visit.tx, visit.person)
    await speak.aside(visit)
    await speak.answer(visit, "ask_summary_time")


@router.message(Awaits("summary_time"), _PRACTITIONER)
async def typed_summary_time(message: Message, visit: Visit) -> None:
    """A day and a time were typed."""
    said = parse_day_and_time(message.text or "")
    if said is None or said.weekday is None:
        await speak.note(visit, "not-day-and-time")
        return
    await speak.taken(visit)
    await summaries.set_summary_time(visit.tx, visit.person, said.weekday, said.at)
    await speak.ask(visit, None, "settings")


def _time(code: str) -> time | None:
    try:
        return time.fromisoformat(code)
    except ValueError:
        return None
