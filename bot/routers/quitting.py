"""The quit date and progress of a client, and the screens that show their own lists."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.filters import Does, Is
from bot.routers import speak
from bot.screens.month import read_day, read_month
from bot.tap import Tap
from bot.visit import Visit
from care import check_in
from care.check_in import Started
from care.quit_date import set_quit_date, unset_quit_date
from db import attempts
from programme.people import Role

router = Router(name="quitting")

SCREENS = {"quitdate": "quit_date", "progress": "progress", "toolkit": "toolkit", "reasons": "reasons"}
MINE = frozenset({"more", "patterns", "progress", "toolkit", "reasons", "tries", "usual", "medicines", "closer"})


@router.message(Command(*SCREENS, ignore_mention=True), Is(Role.CLIENT))
async def show(message: Message, visit: Visit, command: CommandObject) -> None:  # noqa: ARG001
    """/quitdate, /progress, /toolkit, /reasons: each shows its screen."""
    await speak.below(visit, SCREENS[command.command])


@router.message(Command(*SCREENS, ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """The same of somebody who has not joined."""
    await speak.note(visit, "quit-not-joined")


@router.callback_query(Does("mine"), Is(Role.CLIENT))
async def mine(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """This message shows one of their own lists. Words that one of them had asked for are not waited for any more."""
    if tap.arg in MINE:
        await speak.aside(visit)
        await speak.ask(visit, None, tap.arg)


@router.callback_query(Does("check_in_now"), Is(Role.CLIENT))
async def check_in_now(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """As /checkin, below."""
    if await check_in.start_now(visit.tx, visit.person) is Started.DONE_TODAY:
        await speak.below(visit, "done_today")


@router.callback_query(Does("quit_date"), Is(Role.CLIENT))
async def quit_date(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """How the quit date stands; below what came by itself, as that stays to be read."""
    await speak.aside(visit)
    await speak.ask(visit, None, "quit_date")


@router.callback_query(Does("month"), Is(Role.CLIENT))
async def month(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Another month to pick from."""
    if read_month(tap.arg) is not None:
        await speak.answer(visit, "quit_date", {"month": tap.arg})


@router.callback_query(Does("day"), Is(Role.CLIENT))
async def day(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That day: set, or moved to."""
    picked = read_day(tap.arg)
    if picked is None:
        return
    before = await attempts.current(visit.tx, visit.person.id)
    done = await set_quit_date(visit.tx, visit.person, picked)
    if done is None:
        await speak.answer(visit, "quit_date", {"month": tap.arg[:6], "done": "outside"})
        return
    if before is None or before.quit_on == done.attempt.quit_on:
        await speak.answer(visit, "quit_date")
        return
    await speak.answer(visit, "quit_date", {"before": before.quit_on.isoformat(), "attempt": before.id})


@router.callback_query(Does("quit_unset", "not_yet"), Is(Role.CLIENT))
async def unset(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """No quit date for now."""
    if tap.do == "not_yet":
        await speak.answer(visit, "quit_date", {"done": "not_yet"})
        return
    ended = await unset_quit_date(visit.tx, visit.person)
    about = {"attempt": ended.id} if ended else {}
    await speak.answer(visit, "quit_date", {"done": "unset", **about})
