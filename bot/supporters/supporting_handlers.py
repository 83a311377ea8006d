"""What supporters do: say yes or no, answer a nudge, write a line, stop. What guests do not know is refused here."""

from datetime import time

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.menus import EVERYONE, OF_ROLE
from bot.kit.visit import Awaits, Says, Visit
from bot.supporters.handlers import look_once_more
from bot.supporters.taps import (
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
from care.people.invites import is_on_the_way
from care.supporters import clients_side, their_side
from programme.people.person import Role
from programme.supporters.support import nudge_rule

router = Router(name="supporting")
taps = Handlers()
_COMMANDS = frozenset({*EVERYONE, *OF_ROLE[Role.SUPPORTER]})


class Guest(Filter):
    """Somebody who is here as a supporter only, and is not about to join with a practitioner's link."""

    async def __call__(self, message: Message, visit: Visit) -> bool:
        return visit.person.is_guest and not await is_on_the_way(visit.tx, visit.person)


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
    await reply.note(visit, "unknown-command")


@router.message(Guest(), Says("stop", "quit", "end", "unsubscribe", "stop it", "please stop"))
async def stop_word(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A bare "stop" asks whether they want to leave."""
    await reply.append(visit, "leave")


@router.message(Guest(), Unasked())
async def words(message: Message, visit: Visit) -> None:
    """Words that nothing was waiting for."""
    if not await reply.checked(visit, message.text):
        await reply.note(visit, "words-guest")


@taps.on(SUPPORT_YES)
async def accept(visit: Visit) -> None:
    """Yes; then when the ideas come, on a clock to check."""
    held = await their_side.accept_support(visit.tx, visit.person, visit.subject)
    if held is None:
        await reply.view(visit, "ended")
        return
    await reply.answer(visit, "support_home", subject_id=held.id)
    await reply.menu(visit)


@taps.on(SUPPORT_NO)
async def decline(visit: Visit) -> None:
    """No, thank you."""
    said = await their_side.decline_support(visit.tx, visit.person, visit.subject)
    await reply.view(visit, "declined" if said else "ended")


@taps.on(SUPPORT_NOT_ME)
async def not_me(visit: Visit) -> None:
    """The link came to the wrong person, and is let go of."""
    said = await their_side.not_me(visit.tx, visit.person, visit.subject)
    await reply.view(visit, "not_you" if said else "ended")
    await reply.menu(visit)


@router.message(Command("tips", ignore_mention=True))
async def tips(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/tips: what helps, and what to leave out."""
    await reply.append(visit, "tips")


@router.message(Command("encourage", ignore_mention=True))
async def encourage(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/encourage: a line to whom they support; of several, one is picked first."""
    held = await their_side.support_holding(visit.tx, visit.person)
    if len(held) == 1:
        await reply.ask(visit, "support_word", "support_line", {"what": "word"}, subject_id=held[0].id)
    elif held:
        await reply.append(visit, "support_who")
    else:
        await reply.note(visit, "support-over" if Role.SUPPORTER in visit.person.roles else "unknown-command")


@taps.on(SUPPORT_HOME)
async def home(visit: Visit, value: int) -> None:
    """One of those whom they support."""
    await reply.answer(visit, "support_home", subject_id=value)


@taps.on(SUPPORT_WORD)
async def ask_word(visit: Visit) -> None:
    """A line to that one."""
    await reply.ask(visit, "support_word", "support_line", {"what": "word"}, subject_id=visit.subject)


@router.message(Awaits("support_word"))
async def typed_word(message: Message, visit: Visit) -> None:
    """The line, to be looked at again."""
    row = await reply.taken(visit)
    support = await their_side.support_of(visit.tx, visit.person, row.subject_id if row else None)
    await look_once_more(visit, support, message.text or "")


@taps.on(NUDGE_DONE, NUDGE_SKIP)
async def nudged(visit: Visit) -> None:
    """Done, or not this week. Nobody is told."""
    done = visit.tap is NUDGE_DONE
    await their_side.answer_nudge(visit.tx, visit.person, visit.subject, done=done)
    await reply.view(visit)


@taps.on(NUDGE_STOP)
async def stop_nudges(visit: Visit) -> None:
    """It ends, on the supporter's side."""
    found = await their_side.nudge_of(visit.tx, visit.person, visit.subject)
    if found is not None:
        await their_side.stop_support(visit.tx, visit.person, found[1].id)
    await reply.view(visit)


@taps.on(SUPPORT_STOP)
async def stop(visit: Visit) -> None:
    """The same, from where they stand."""
    await their_side.stop_support(visit.tx, visit.person, visit.subject)
    await reply.view(visit)


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


async def _picked(visit: Visit, change: reply.Args) -> None:
    row = visit.tapped
    await reply.answer(visit, row.name, {**row.args, **change}, subject_id=row.subject_id)


@taps.on(SUPPORT_DAYS_DONE)
async def days_done(visit: Visit) -> None:
    """The days hold from now on."""
    row = visit.tapped
    if "days" not in row.args:
        return
    rule = nudge_rule(row.args["days"], time.fromisoformat(row.args["at"]))
    if await clients_side.propose_rule(visit.tx, visit.person, visit.subject, rule):
        await reply.answer(visit, "supporter", subject_id=row.subject_id)
    else:
        await their_side.set_nudge_rule(visit.tx, visit.person, visit.subject, rule)
        await reply.answer(visit, "support_home", subject_id=row.subject_id)
