"""/patterns: what a client's own notes show, what they say of it, the pictures, and how it goes round."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import own, speak
from bot.taps.diary import (
    CYCLE,
    CYCLE_SHARE,
    FITS,
    FITS_ELSE,
    FITS_KIND,
    FITS_NOT,
    FITS_OWN,
    FITS_PICK,
    FITS_UNDO,
    PICTURE,
)
from bot.visit import Visit
from care import cycle, patterns
from care.in_pictures import Which, in_pictures_of
from programme.corrections import code_of
from programme.patterns import Features, Kind
from programme.people import Role

router = Router(name="patterns")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)


@router.message(Command("patterns", ignore_mention=True), _CLIENT)
async def command(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/patterns."""
    await speak.below(visit, "patterns")


@router.message(Command("patterns", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/patterns of somebody who has not joined."""
    await speak.note(visit, "quit-not-joined")


@taps.on(FITS, FITS_NOT)
async def fits(visit: Visit, value: Features) -> None:
    """That observation fits, or it does not."""
    yes = visit.tap is FITS
    await _said(visit, await patterns.say(visit.tx, visit.person, code_of(value), fits=yes))


@taps.on(FITS_ELSE)
async def something_else(visit: Visit, value: Features) -> None:
    """It is something else: what is it about?"""
    await speak.answer(visit, "patterns", {"view": "kind", "of": code_of(value)})


@taps.on(FITS_KIND)
async def kind(visit: Visit, value: Kind) -> None:
    """About that: what comes nearest?"""
    await speak.answer(visit, "patterns", {"view": value, "of": _of(visit)})


@taps.on(FITS_PICK)
async def pick(visit: Visit, value: Features) -> None:
    """It is that, in place of what we saw."""
    instead = next(iter(value)) if len(value) == 1 else None
    if instead is not None and instead.kind is not Kind.OWN:
        said = await patterns.say(visit.tx, visit.person, _of(visit), fits=False, instead=instead)
        await _said(visit, said)


@taps.on(FITS_OWN)
async def ask_own(visit: Visit) -> None:
    """It is something in words of their own."""
    await speak.ask(visit, "pattern", "patterns", {"view": "own", "of": _of(visit)})


@router.message(Awaits("pattern"))
async def typed(message: Message, visit: Visit) -> None:
    """Own words were typed."""
    row = await speak.asked(visit)
    of, text = str(row.args.get("of", "")) if row else "", message.text or ""
    if not text.strip():
        await speak.note(visit, "not-helped")
        return
    if not await patterns.say_in_own_words(visit.tx, visit.person, of, text):
        await speak.note(visit, "pattern-old")
    await own.taken(visit, message.text)
    await speak.ask(visit, None, "patterns")


@taps.on(FITS_UNDO)
async def undo(visit: Visit, value: Features) -> None:
    """They take back what they said of that."""
    done = await patterns.take_back(visit.tx, visit.person, code_of(value))
    visit.toast = "toast-pattern-back" if done else "toast-old"
    await speak.answer(visit, "patterns", {"view": "said"})


@taps.on(PICTURE)
async def picture(visit: Visit, which: Which) -> None:
    """One of the pictures, or, where there is nothing to draw any more, which there are."""
    there = await in_pictures_of(visit.tx, visit.person)
    if which in there.drawable:
        await speak.answer(visit, "picture", {"which": which})
    else:
        await speak.answer(visit, "patterns", {"view": "pictures"})


@taps.on(CYCLE)
async def goes_round(visit: Visit) -> None:
    """How it goes round."""
    await speak.answer(visit, "cycle")


@taps.on(CYCLE_SHARE)
async def share(visit: Visit, shared: bool) -> None:
    """Show it to the practitioner as it stands, or no more."""
    done = await cycle.share(visit.tx, visit.person, shared=shared)
    visit.toast = ("toast-shared" if shared else "toast-kept") if done else "toast-empty"
    await speak.answer(visit, "cycle")


def _of(visit: Visit) -> str:
    """The observation that the tapped screen speaks of."""
    return str(visit.tapped.args.get("of", ""))


async def _said(visit: Visit, done: bool) -> None:
    visit.toast = "toast-pattern-noted" if done else "toast-old"
    await speak.answer(visit, "patterns")
