"""What practitioners do with the weekly summary: turn its pages, say that they read it, set when it comes."""

from datetime import time

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import speak
from bot.screens import weekly
from bot.taps.practice import (
    SUMMARY_AT,
    SUMMARY_DAY,
    SUMMARY_NONE,
    SUMMARY_TIME,
    WEEK_ALL,
    WEEK_OPEN,
    WEEK_PAGE,
    WEEK_READ,
    WEEK_STEADY,
)
from bot.visit import Visit
from care import weekly as summaries
from care.week import week_asked
from programme.people import Role
from programme.weekday_time import parse_day_and_time

router = Router(name="weekly")
taps = Handlers()
_PRACTITIONER = Is(Role.PRACTITIONER)


@taps.on(WEEK_PAGE, WEEK_STEADY)
async def turn(visit: Visit, number: int | None) -> None:
    """Another page of the summary, or of those who are steady."""
    row = visit.tapped
    view = {"view": weekly.STEADY} if visit.tap is WEEK_STEADY else {}
    page = {"page": number} if number is not None else {}
    marks = {name: mark for name, mark in row.args.items() if name.startswith("read")}
    await speak.answer(visit, "weekly", {**marks, **view, **page}, subject_id=row.subject_id)


@taps.on(WEEK_OPEN)
async def open_one(visit: Visit, value: int) -> None:
    """One client's week below: the summary stays."""
    await week_asked(visit.tx, visit.person, value)
    await speak.below(visit, "summary", subject_id=value)


@taps.on(WEEK_ALL)
async def open_all(visit: Visit) -> None:
    """Everybody, below."""
    await speak.below(visit, "client_list")


@taps.on(WEEK_READ)
async def read(visit: Visit) -> None:
    """I've read this: it is so of those whose week stands on the screen, and of nobody else."""
    row = visit.tapped
    if row.subject_id is None:
        return
    found, mark = [row.subject_id], "read"
    if row.name == "weekly":
        known = await weekly.facts(visit.tx, visit.person, row)
        found, mark = ([one.id for one in weekly.on_screen(known)] if known else []), weekly.read_mark(row)
    await summaries.read_weeks(visit.tx, visit.person, found)
    await speak.answer(visit, row.name, {**row.args, mark: 1}, subject_id=row.subject_id)


@taps.on(SUMMARY_TIME)
async def ask_summary_time(visit: Visit) -> None:
    """When is the weekly summary to come? Asked below: what was tapped stays to be read."""
    visit.screen = None
    await speak.ask(visit, "summary_time", "ask_summary_time")


@taps.on(SUMMARY_DAY)
async def summary_day(visit: Visit, day: int) -> None:
    """Another day at the same time."""
    await _change_summary(visit, day, None)


@taps.on(SUMMARY_AT)
async def summary_at(visit: Visit, at: time) -> None:
    """Another time on the same day."""
    await _change_summary(visit, None, at)


async def _change_summary(visit: Visit, day: int | None, at: time | None) -> None:
    plan = await summaries.summary_plan(visit.tx, visit.person.id)
    if day is None:
        day = min(plan.rule.weekdays) if plan else summaries.MONDAY
    if at is None:
        at = plan.rule.times[0] if plan else summaries.MORNING
    await summaries.set_summary_time(visit.tx, visit.person, day, at)
    await speak.answer(visit, "ask_summary_time")


@taps.on(SUMMARY_NONE)
async def no_summary(visit: Visit) -> None:
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
