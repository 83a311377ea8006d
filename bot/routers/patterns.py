"""/patterns: what a client's own notes show, what they say of it, the pictures, and how it goes round."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.tap import Tap
from bot.visit import Visit
from care import cycle, patterns
from care.in_pictures import Which, in_pictures_of
from programme.corrections import CODES, features_of
from programme.patterns import Feature
from programme.people import Role

router = Router(name="patterns")
_CLIENT = Is(Role.CLIENT)


@router.message(Command("patterns", ignore_mention=True), _CLIENT)
async def command(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/patterns."""
    await speak.below(visit, "patterns")


@router.message(Command("patterns", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/patterns of somebody who has not joined."""
    await speak.note(visit, "quit-not-joined")


@router.callback_query(Does("fits", "fits_not"), _CLIENT)
async def fits(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That observation fits, or it does not."""
    yes = tap.do == "fits"
    await _said(visit, await patterns.say(visit.tx, visit.person, tap.arg, fits=yes))


@router.callback_query(Does("fits_else"), _CLIENT)
async def something_else(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It is something else: what is it about?"""
    if features_of(tap.arg) is not None:
        await speak.answer(visit, "patterns", {"view": "kind", "of": tap.arg})


@router.callback_query(Does("fits_kind"), _CLIENT)
async def kind(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """About that: what comes nearest?"""
    if tap.arg in CODES:
        await speak.answer(visit, "patterns", {"view": tap.arg, "of": _of(visit)})


@router.callback_query(Does("fits_pick"), _CLIENT)
async def pick(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It is that, in place of what we saw."""
    instead = _one(tap.arg)
    if instead is not None:
        said = await patterns.say(visit.tx, visit.person, _of(visit), fits=False, instead=instead)
        await _said(visit, said)


@router.callback_query(Does("fits_own"), _CLIENT)
async def ask_own(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
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


@router.callback_query(Does("fits_undo"), _CLIENT)
async def undo(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """They take back what they said of that."""
    done = await patterns.take_back(visit.tx, visit.person, tap.arg)
    visit.toast = "toast-pattern-back" if done else "toast-old"
    await speak.answer(visit, "patterns", {"view": "said"})


@router.callback_query(Does("picture"), _CLIENT)
async def picture(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of the pictures, or, where there is nothing to draw any more, which there are."""
    if tap.arg not in set(Which):
        return
    there = await in_pictures_of(visit.tx, visit.person)
    if tap.arg in there.drawable:
        await speak.answer(visit, "picture", {"which": tap.arg})
    else:
        await speak.answer(visit, "patterns", {"view": "pictures"})


@router.callback_query(Does("cycle"), _CLIENT)
async def goes_round(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """How it goes round."""
    await speak.answer(visit, "cycle")


@router.callback_query(Does("cycle_share"), _CLIENT)
async def share(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Show it to the practitioner as it stands, or no more."""
    shared = tap.arg == "yes"
    done = await cycle.share(visit.tx, visit.person, shared=shared)
    visit.toast = ("toast-shared" if shared else "toast-kept") if done else "toast-empty"
    await speak.answer(visit, "cycle")


def _of(visit: Visit) -> str:
    """The observation that the tapped screen speaks of."""
    return str(visit.screen.args.get("of", "")) if visit.screen else ""


def _one(code: str) -> Feature | None:
    features = features_of(code) or frozenset()
    return next(iter(features)) if len(features) == 1 and code.partition(".")[0] in CODES else None


async def _said(visit: Visit, done: bool) -> None:
    visit.toast = "toast-pattern-noted" if done else "toast-old"
    await speak.answer(visit, "patterns")
