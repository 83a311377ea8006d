"""What comes, and a break from it: /next and /pause."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.filters import Does, Is
from bot.routers import speak
from bot.screens.pause import BACK
from bot.tap import Tap
from bot.visit import Visit
from care import pause as pausing
from programme.pause import Length
from programme.people import Role

router = Router(name="ahead")


@router.message(Command("next", ignore_mention=True))
async def next_(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/next: the seven days to come."""
    await speak.below(visit, "next")


@router.message(Command("pause", ignore_mention=True), Is(Role.CLIENT))
async def ask(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/pause: how long, or how the break stands."""
    await speak.below(visit, "pause")


@router.message(Command("pause", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/pause of somebody to whom nothing comes by itself."""
    await speak.note(visit, "not-joined")


@router.callback_query(Does("pause"), Is(Role.CLIENT))
async def pause(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The break begins, or becomes longer or shorter."""
    if tap.arg in set(Length):
        await pausing.pause(visit.tx, visit.now, visit.person, Length(tap.arg))
        await speak.answer(visit, "pause")


@router.callback_query(Does("back_now"), Is(Role.CLIENT))
async def back_now(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """They are back before it is over."""
    came = await pausing.come_back(visit.tx, visit.now, visit.person)
    await speak.answer(visit, "pause", {"view": BACK} if came else None)
