"""The four buttons at hand: heard before any words that were asked for, in whatever language they were shown."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Is, Labelled
from bot.routers import smoked, speak
from bot.taps.everywhere import NO_DAY
from bot.visit import Visit
from programme.people import Role

router = Router(name="at_hand")
taps = Handlers()


@router.message(Labelled("keyboard-craving"))
async def craving(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """Help with a craving, for everyone; what was asked before is asked no more."""
    await speak.let_go(visit)
    await speak.below(visit, "craving")


@router.message(Labelled("keyboard-smoked"), Is(Role.CLIENT))
async def smoked_label(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """The same as /smoked: kept with this one tap."""
    await smoked.tell(visit)


@router.message(Labelled("keyboard-rough"))
async def rough(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A rough day: smoking can wait, and so can what was asked before."""
    await speak.let_go(visit)
    await speak.below(visit, "rough")


@router.message(Labelled("keyboard-more"), Is(Role.CLIENT))
async def more(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """What else there is."""
    await speak.below(visit, "more")


@router.message(Labelled("keyboard-smoked", "keyboard-more"))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """Somebody who is no client types what stands on the buttons."""
    await speak.note(visit, "quit-not-joined")


@taps.on(NO_DAY)
async def nothing(visit: Visit) -> None:
    """A place in a month without a day to pick: nothing happens."""
