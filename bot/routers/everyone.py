"""What works for everybody, joined or not: /help and its kin, a way around, and what bare words may mean."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Says
from bot.routers import client, speak
from bot.taps.everywhere import CANCEL, GO, LET_BE, OPEN_BELOW, OPEN_VIEW
from bot.visit import Visit
from care import craving

router = Router(name="everyone")
taps = Handlers()

SHOWN = ("help", "privacy", "settings", "language", "craving", "leave")  # each shows the screen of its name
CALM = frozenset({"help", "settings"})  # with which somebody who has no pinned message yet gets it
WAYS_IN = frozenset({"welcome", "ready"})  # where Back leads to, from what was opened there
LETS_GO = frozenset({"craving", "rough"})  # who opens these types no answer to what was asked before


@router.message(Command(*SHOWN, ignore_mention=True))
async def show(message: Message, visit: Visit, command: CommandObject) -> None:  # noqa: ARG001
    """/help, /privacy, /settings, /language, /craving, /leave."""
    if command.command in LETS_GO:
        await speak.let_go(visit)
    await speak.below(visit, command.command)
    if command.command in CALM:
        await speak.pin(visit)


@router.message(Command("cancel", ignore_mention=True))
async def cancel(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/cancel: the next words are for nothing; what was answered so far stays, and the way on with it."""
    if visit.person.awaiting is None:
        await speak.note(visit, "nothing-to-cancel")
        return
    row = await speak.asked(visit)
    await speak.forget(visit)
    await speak.note(visit, "cancelled")
    if row is not None and row.args.get("view"):
        await speak.without_view(visit, row)


@router.message(Says("stop", "quit", "end", "unsubscribe", "stop it", "please stop"))
async def stop(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A bare "stop" changes nothing by itself: it may mean four things."""
    await speak.below(visit, "stop_what")


@taps.on(OPEN_VIEW)
async def view(visit: Visit, name: str) -> None:
    """Open something over a screen, or come back to it."""
    if visit.tapped.name == "check_in":
        await client.view(visit, name)
    else:
        await speak.view(visit, name)


@taps.on(GO)
async def go(visit: Visit, name: str) -> None:
    """This message shows another screen."""
    back = {"back": visit.tapped.name} if visit.tapped.name in WAYS_IN else {}
    await speak.aside(visit)
    await speak.answer(visit, name, back)


@taps.on(OPEN_BELOW)
async def open_below(visit: Visit, name: str) -> None:
    """Another screen below; this one stays as it is. Beside the crisis card no exercise goes on."""
    if name in LETS_GO:
        await speak.let_go(visit)
    if name == "crisis":
        await craving.let_go(visit.tx, visit.person.id, name)
    await speak.below(visit, name, {"view": "asked"} if name == "crisis" else None)


@taps.on(LET_BE)
async def let_be(visit: Visit) -> None:
    """None of what was offered, for now."""
    await speak.answer(visit, "note", {"key": "let-be"})


@taps.on(CANCEL)
async def cancel_tap(visit: Visit) -> None:
    """Nothing is changed."""
    await speak.forget(visit)
    await speak.answer(visit, "note", {"key": "as-before"})
