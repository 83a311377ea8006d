"""/patterns: what a client's own notes show, what they say of it, the pictures, and how it goes round."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.diary.taps import (
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
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Is, Visit
from care.diary import patterns
from care.diary.pictures import PictureKind, in_pictures_of
from programme.diary.patterns import FeatureKind, Features
from programme.diary.pictures import code_of
from programme.people.person import Role

router = Router(name="patterns")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)


@router.message(Command("patterns", ignore_mention=True), _CLIENT)
async def command(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/patterns."""
    await reply.append(visit, "patterns")


@router.message(Command("patterns", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/patterns of somebody who has not joined."""
    await reply.note(visit, "quit-not-joined")


@taps.on(FITS, FITS_NOT)
async def fits(visit: Visit, value: Features) -> None:
    """That observation fits, or it does not."""
    yes = visit.tap is FITS
    await _said(visit, await patterns.say_of_pattern(visit.tx, visit.person, code_of(value), fits=yes))


@taps.on(FITS_ELSE)
async def something_else(visit: Visit, value: Features) -> None:
    """It is something else: what is it about?"""
    await reply.answer(visit, "patterns", {"view": "kind", "of": code_of(value)})


@taps.on(FITS_KIND)
async def kind(visit: Visit, value: FeatureKind) -> None:
    """About that: what comes nearest?"""
    await reply.answer(visit, "patterns", {"view": value, "of": _of(visit)})


@taps.on(FITS_PICK)
async def pick(visit: Visit, value: Features) -> None:
    """It is that, in place of what we saw."""
    instead = next(iter(value)) if len(value) == 1 else None
    if instead is not None and instead.kind is not FeatureKind.OWN:
        said = await patterns.say_of_pattern(visit.tx, visit.person, _of(visit), fits=False, instead=instead)
        await _said(visit, said)


@taps.on(FITS_OWN)
async def ask_own(visit: Visit) -> None:
    """It is something in words of their own."""
    await reply.ask(visit, "pattern", "patterns", {"view": "own", "of": _of(visit)})


@router.message(Awaits("pattern"))
async def typed(message: Message, visit: Visit) -> None:
    """Own words were typed."""
    row = await reply.asked(visit)
    of, text = str(row.args.get("of", "")) if row else "", message.text or ""
    if not text.strip():
        await reply.note(visit, "not-helped")
        return
    if not await patterns.say_of_pattern_in_own_words(visit.tx, visit.person, of, text):
        await reply.note(visit, "pattern-old")
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "patterns")


@taps.on(FITS_UNDO)
async def undo(visit: Visit, value: Features) -> None:
    """They take back what they said of that."""
    done = await patterns.take_back_of_pattern(visit.tx, visit.person, code_of(value))
    visit.toast = "toast-pattern-back" if done else "toast-old"
    await reply.answer(visit, "patterns", {"view": "said"})


@taps.on(PICTURE)
async def picture(visit: Visit, which: PictureKind) -> None:
    """One of the pictures, or, where there is nothing to draw any more, which there are."""
    there = await in_pictures_of(visit.tx, visit.person)
    if which in there.drawable:
        await reply.answer(visit, "picture", {"which": which})
    else:
        await reply.answer(visit, "patterns", {"view": "pictures"})


@taps.on(CYCLE)
async def goes_round(visit: Visit) -> None:
    """How it goes round."""
    await reply.answer(visit, "cycle")


@taps.on(CYCLE_SHARE)
async def share(visit: Visit, shared: bool) -> None:
    """Show it to the practitioner as it stands, or no more."""
    done = await patterns.share_cycle(visit.tx, visit.person, shared=shared)
    visit.toast = ("toast-shared" if shared else "toast-kept") if done else "toast-empty"
    await reply.answer(visit, "cycle")


def _of(visit: Visit) -> str:
    """The observation that the tapped screen speaks of."""
    return str(visit.tapped.args.get("of", ""))


async def _said(visit: Visit, done: bool) -> None:
    visit.toast = "toast-pattern-noted" if done else "toast-old"
    await reply.answer(visit, "patterns")
