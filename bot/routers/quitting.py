"""The quit date and progress of a client, and the screens that show their own lists."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Is
from bot.routers import speak
from bot.taps.args import A_MONTH
from bot.taps.check_in import CHECK_IN_NOW
from bot.taps.everywhere import OPEN_MINE
from bot.taps.quitting import NOT_YET, QUIT_DATE, QUIT_DAY, QUIT_MONTH, QUIT_UNSET
from bot.visit import Visit
from care import check_in
from care.check_in import Started
from care.quit_date import set_quit_date, unset_quit_date
from db import attempts
from programme.people import Role

router = Router(name="quitting")
taps = Handlers()

SCREENS = {"quitdate": "quit_date", "progress": "progress", "toolkit": "toolkit", "reasons": "reasons"}


@router.message(Command(*SCREENS, ignore_mention=True), Is(Role.CLIENT))
async def show(message: Message, visit: Visit, command: CommandObject) -> None:  # noqa: ARG001
    """/quitdate, /progress, /toolkit, /reasons: each shows its screen."""
    await speak.below(visit, SCREENS[command.command])


@router.message(Command(*SCREENS, ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """The same of somebody who has not joined."""
    await speak.note(visit, "quit-not-joined")


@taps.on(OPEN_MINE)
async def mine(visit: Visit, name: str) -> None:
    """This message shows one of their own lists. Words that one of them had asked for are not waited for any more."""
    await speak.aside(visit)
    await speak.ask(visit, None, name)


@taps.on(CHECK_IN_NOW)
async def check_in_now(visit: Visit) -> None:
    """As /checkin, below."""
    if await check_in.start_now(visit.tx, visit.person) is Started.DONE_TODAY:
        await speak.below(visit, "done_today")


@taps.on(QUIT_DATE)
async def quit_date(visit: Visit) -> None:
    """How the quit date stands; below what came by itself, as that stays to be read."""
    await speak.aside(visit)
    await speak.ask(visit, None, "quit_date")


@taps.on(QUIT_MONTH)
async def month(visit: Visit, month: date) -> None:
    """Another month to pick from."""
    await speak.answer(visit, "quit_date", {"month": A_MONTH.write(month)})


@taps.on(QUIT_DAY)
async def day(visit: Visit, picked: date) -> None:
    """That day: set, or moved to."""
    before = await attempts.current(visit.tx, visit.person.id)
    done = await set_quit_date(visit.tx, visit.person, picked)
    if done is None:
        await speak.answer(visit, "quit_date", {"month": A_MONTH.write(picked), "done": "outside"})
        return
    if before is None or before.quit_on == done.attempt.quit_on:
        await speak.answer(visit, "quit_date")
        return
    await speak.answer(visit, "quit_date", {"before": before.quit_on.isoformat(), "attempt": before.id})


@taps.on(QUIT_UNSET, NOT_YET)
async def unset(visit: Visit) -> None:
    """No quit date for now."""
    if visit.tap is NOT_YET:
        await speak.answer(visit, "quit_date", {"done": "not_yet"})
        return
    ended = await unset_quit_date(visit.tx, visit.person)
    about = {"attempt": ended.id} if ended else {}
    await speak.answer(visit, "quit_date", {"done": "unset", **about})
