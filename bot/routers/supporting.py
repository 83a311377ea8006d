"""What supporters do: say yes or no, answer a nudge, write a line, stop. What guests do not know is refused here."""

from datetime import time

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Says
from bot.menus import EVERYONE, OF_ROLE
from bot.routers import speak
from bot.routers.supporters import look_once_more
from bot.taps.supporters import (
    NUDGE_DONE,
    NUDGE_SKIP,
    NUDGE_STOP,
    SUPPORT_AT,
    SUPPORT_DAY,
    SUPPORT_DAYS_DONE,
    SUPPORT_HOME,
    SUPPORT_NO,
    SUPPORT_NOT_ME,
    SUPPORT_STOP,
    SUPPORT_WORD,
    SUPPORT_YES,
)
from bot.visit import Visit
from care import nudges, supporters, supporting
from db import invites
from programme.people import Role
from programme.support import nudge_rule

router = Router(name="supporting")
taps = Handlers()
_COMMANDS = frozenset({*EVERYONE, *OF_ROLE[Role.SUPPORTER]})


class Guest(Filter):
    """Somebody who is here as a supporter alone, and is not about to join with a practitioner's link."""

    async def __call__(self, message: Message, visit: Visit) -> bool:
        return visit.person.is_guest and await invites.on_the_way(visit.tx, visit.person.id) is None


class Unknown(Filter):
    """A command that a supporter has not."""

    async def __call__(self, message: Message) -> bool:
        text = message.text or ""
        return text.startswith("/") and text[1:].split(maxsplit=1)[:1] != [] and _name(text) not in _COMMANDS


class Unasked(Filter):
    """Words that nobody waits for."""

    async def __call__(self, message: Message, visit: Visit) -> bool:
        text = message.text or ""
        return bool(text) and not text.startswith("/") and visit.person.awaiting is None and visit.elsewhere is None


def _name(text: str) -> str:
    return text[1:].split(maxsplit=1)[0].partition("@")[0].lower()


@router.message(Guest(), Unknown())
async def unknown(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """What clients have is nothing to a supporter: nothing they read may tell what the client uses this for."""
    await speak.note(visit, "unknown-command")


@router.message(Guest(), Says("stop", "quit", "end", "unsubscribe", "stop it", "please stop"))
async def stop_word(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A bare "stop" asks whether they want to leave."""
    await speak.below(visit, "leave")


@router.message(Guest(), Unasked())
async def words(message: Message, visit: Visit) -> None:
    """Words that nothing was waiting for."""
    if not await speak.checked(visit, message.text):
        await speak.note(visit, "words-guest")


@taps.on(SUPPORT_YES)
async def accept(visit: Visit) -> None:
    """Yes; then when the ideas come, on a clock to check."""
    held = await supporting.accept(visit.tx, visit.person, visit.subject)
    if held is None:
        await speak.view(visit, "ended")
        return
    await speak.answer(visit, "support_home", subject_id=held.id)
    await speak.menu(visit)


@taps.on(SUPPORT_NO)
async def decline(visit: Visit) -> None:
    """No, thank you."""
    said = await supporting.decline(visit.tx, visit.person, visit.subject)
    await speak.view(visit, "declined" if said else "ended")


@taps.on(SUPPORT_NOT_ME)
async def not_me(visit: Visit) -> None:
    """The link came to the wrong person, and is let go of."""
    said = await supporting.not_me(visit.tx, visit.person, visit.subject)
    await speak.view(visit, "not_you" if said else "ended")
    await speak.menu(visit)


@router.message(Command("tips", ignore_mention=True))
async def tips(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/tips: what helps, and what to leave out."""
    await speak.below(visit, "tips")


@router.message(Command("encourage", ignore_mention=True))
async def encourage(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/encourage: a line to whom they support; of several, one is picked first."""
    held = await supporting.holding(visit.tx, visit.person)
    if len(held) == 1:
        await speak.ask(visit, "support_word", "support_line", {"what": "word"}, subject_id=held[0].id)
    elif held:
        await speak.below(visit, "support_who")
    else:
        await speak.note(visit, "support-over" if Role.SUPPORTER in visit.person.roles else "unknown-command")


@taps.on(SUPPORT_HOME)
async def home(visit: Visit, value: int) -> None:
    """One of those whom they support."""
    await speak.answer(visit, "support_home", subject_id=value)


@taps.on(SUPPORT_WORD)
async def ask_word(visit: Visit) -> None:
    """A line to that one."""
    await speak.ask(visit, "support_word", "support_line", {"what": "word"}, subject_id=visit.subject)


@router.message(Awaits("support_word"))
async def typed_word(message: Message, visit: Visit) -> None:
    """The line, to be looked at once more."""
    row = await speak.taken(visit)
    support = await supporting.of_supporter(visit.tx, visit.person, row.subject_id if row else None)
    await look_once_more(visit, support, message.text or "")


@taps.on(NUDGE_DONE, NUDGE_SKIP)
async def nudged(visit: Visit) -> None:
    """Done, or not this week. Nobody is told."""
    done = visit.tap is NUDGE_DONE
    await nudges.answer_nudge(visit.tx, visit.person, visit.subject, done=done)
    await speak.view(visit)


@taps.on(NUDGE_STOP)
async def stop_nudges(visit: Visit) -> None:
    """It ends, on the supporter's side."""
    found = await nudges.nudge_of(visit.tx, visit.person, visit.subject)
    if found is not None:
        await supporting.stop(visit.tx, visit.person, found[1].id)
    await speak.view(visit)


@taps.on(SUPPORT_STOP)
async def stop(visit: Visit) -> None:
    """The same, from where they stand."""
    await supporting.stop(visit.tx, visit.person, visit.subject)
    await speak.view(visit)


@taps.on(SUPPORT_DAY)
async def pick_day(visit: Visit, day: int) -> None:
    """A day is turned round; one stays at least. Nothing counts before Done."""
    days = visit.tapped.args.get("days")
    if days:
        await _picked(visit, {"days": sorted({*days} ^ {day}) or days})


@taps.on(SUPPORT_AT)
async def pick_time(visit: Visit, at: time) -> None:
    """A time is picked."""
    if "days" in visit.tapped.args:
        await _picked(visit, {"at": at.isoformat("minutes")})


async def _picked(visit: Visit, change: speak.Args) -> None:
    row = visit.tapped
    await speak.answer(visit, row.name, {**row.args, **change}, subject_id=row.subject_id)


@taps.on(SUPPORT_DAYS_DONE)
async def days_done(visit: Visit) -> None:
    """The days hold from now on."""
    row = visit.tapped
    if "days" not in row.args:
        return
    rule = nudge_rule(row.args["days"], time.fromisoformat(row.args["at"]))
    if await supporters.propose_rule(visit.tx, visit.person, visit.subject, rule):
        await speak.answer(visit, "supporter", subject_id=row.subject_id)
    else:
        await supporting.set_rule(visit.tx, visit.person, visit.subject, rule)
        await speak.answer(visit, "support_home", subject_id=row.subject_id)
