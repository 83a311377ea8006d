"""What clients do about the people on their side, and what either of the two writes to the other one."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import speak
from bot.screens.support_parts import milestone_words
from bot.taps.supporters import (
    MILESTONE_TELL,
    PASS_ANEW,
    PASS_RATE,
    PASS_SEND,
    SUPPORT,
    SUPPORT_DAYS,
    SUPPORT_END,
    SUPPORT_LINK,
    SUPPORT_NEW,
    SUPPORT_NO_WISH,
    SUPPORT_SHARE,
    SUPPORT_TELL,
    SUPPORT_TELL_DAYS,
    SUPPORT_WISH,
    SUPPORTERS,
    WISH_LEAVE,
    WISH_SEND,
)
from bot.texts import texts_for
from bot.visit import Visit
from care import passing_on, supporters, supporting
from care.milestone import milestone_now
from care.passing_on import Sent
from care.progress import progress_of
from care.supporters import Wished
from db import encouragements
from db import supporters as stored
from programme.people import Role
from programme.support import MOST, Shared, Support

router = Router(name="supporters")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)


@router.message(Command("supporters", ignore_mention=True), _CLIENT)
async def show_all(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/supporters: who is on their side."""
    await speak.below(visit, "supporters")


@router.message(Command("supporters", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/supporters of somebody who has not joined."""
    await speak.note(visit, "support-clients")


@taps.on(SUPPORTERS)
async def back_to_all(visit: Visit) -> None:
    """From one of them to all."""
    await speak.ask(visit, None, "supporters")


@taps.on(SUPPORT)
async def show_one(visit: Visit, support_id: int) -> None:
    """One of them."""
    if await supporters.of_client(visit.tx, visit.person, support_id):
        await speak.answer(visit, "supporter", subject_id=support_id)


@taps.on(SUPPORT_NEW)
async def ask_name(visit: Visit) -> None:
    """Somebody new: what do they call them?"""
    await speak.ask(visit, "support_name", "support_line", {"what": "name"})


@router.message(Awaits("support_name"), _CLIENT)
async def typed_name(message: Message, visit: Visit) -> None:
    """What they call them; then what they may see."""
    made = await supporters.add(visit.tx, visit.person, message.text or "")
    if made is None:
        full = len(await supporters.listed(visit.tx, visit.person)) >= MOST
        await speak.note(visit, "support-full" if full else "not-a-name")
        return
    await speak.taken(visit)
    await speak.ask(visit, None, "supporter", subject_id=made.id)


@taps.on(SUPPORT_SHARE)
async def share(visit: Visit, value: Shared) -> None:
    """One box is turned round, and counts at once."""
    await supporters.turn(visit.tx, visit.person, visit.subject, value)
    await speak.view(visit)


@taps.on(SUPPORT_WISH)
async def ask_wish(visit: Visit) -> None:
    """What they ask of them."""
    await speak.ask(visit, "support_wish", "support_line", {"what": "wish"}, subject_id=visit.subject)


@router.message(Awaits("support_wish"), _CLIENT)
async def typed_wish(message: Message, visit: Visit) -> None:
    """The wish as it was typed."""
    row = await speak.taken(visit)
    await _wish(visit, row.subject_id or 0 if row else 0, message.text)


@taps.on(SUPPORT_NO_WISH)
async def no_wish(visit: Visit) -> None:
    """None, or none any more."""
    await _wish(visit, visit.subject, None)


async def _wish(visit: Visit, support_id: int, text: str | None) -> None:
    if await supporters.set_wish(visit.tx, visit.person, support_id, text) is not Wished.OVER:
        await speak.ask(visit, None, "supporter", subject_id=support_id)


@taps.on(WISH_SEND, WISH_LEAVE)
async def say_of_wish(visit: Visit) -> None:
    """The wish that would tell them of stopping may go, or is left out."""
    send = visit.tap is WISH_SEND
    await supporters.say_of_wish(visit.tx, visit.person, visit.subject, send=send)
    await speak.view(visit)


@taps.on(SUPPORT_LINK)
async def make_link(visit: Visit, is_sure: bool) -> None:
    """A link to forward, in a message of its own; first a question, where what they are called tells of stopping."""
    support_id = visit.subject
    support = await supporters.of_client(visit.tx, visit.person, support_id)
    if support is not None and support.would_tell(support.label) and not is_sure:
        await speak.view(visit, "label")
        return
    made = await supporters.make_link(visit.tx, visit.person, support_id)
    if made is not None:
        await speak.view(visit)
        await speak.below(visit, "support_link", {"invite_id": made.id, "token": made.token}, subject_id=support_id)


@taps.on(SUPPORT_END)
async def end(visit: Visit) -> None:
    """It ends, silently."""
    await supporters.remove(visit.tx, visit.person, visit.subject)
    await speak.answer(visit, "supporters")


@taps.on(SUPPORT_TELL)
async def ask_tell(visit: Visit) -> None:
    """Good news, in their own words."""
    await speak.ask(visit, "support_tell", "support_line", {"what": "tell"}, subject_id=visit.subject)


@router.message(Awaits("support_tell"), _CLIENT)
async def typed_tell(message: Message, visit: Visit) -> None:
    """What the client wants to tell."""
    row = await speak.taken(visit)
    support = await supporters.of_client(visit.tx, visit.person, row.subject_id if row else None)
    await look_once_more(visit, support, message.text or "")


@taps.on(SUPPORT_TELL_DAYS)
async def tell_days(visit: Visit) -> None:
    """How many smoke-free days there are."""
    lived = await progress_of(visit.tx, visit.person)
    support = await supporters.of_client(visit.tx, visit.person, visit.subject)
    text = texts_for(visit.person.locale).label("support-tell-days", days=lived.days.smoke_free)
    await look_once_more(visit, support, text)


@taps.on(MILESTONE_TELL)
async def tell_of_milestone(visit: Visit, support_id: int) -> None:
    """What was reached, to be looked at below. Where it waits for another day, own words are asked for."""
    support = await supporters.of_client(visit.tx, visit.person, support_id)
    reached = await milestone_now(visit.tx, visit.person)
    visit.screen = None
    if reached is None:
        await speak.ask(visit, "support_tell", "support_line", {"what": "tell"}, subject_id=support_id)
        return
    texts = texts_for(visit.person.locale)
    await look_once_more(
        visit, support, texts.label("support-tell-milestone", milestone=milestone_words(reached, texts))
    )


async def look_once_more(visit: Visit, support: Support | None, text: str) -> None:
    """Words are shown as they will be read, before they go."""
    found = await passing_on.draft(visit.tx, visit.person, support, text) if support else None
    if found is None:
        await speak.forget(visit)
        await speak.note(visit, "support-over")
    else:
        await speak.ask(visit, None, "passing_on", subject_id=found)


@taps.on(PASS_SEND)
async def send(visit: Visit) -> None:
    """They go."""
    sent = await passing_on.send(visit.tx, visit.person, visit.subject)
    await speak.view(visit, {Sent.SENT: "sent", Sent.ENOUGH: "enough", Sent.ENDED: "ended"}[sent])


@taps.on(PASS_ANEW)
async def anew(visit: Visit) -> None:
    """They are written another way."""
    passed = await encouragements.get(visit.tx, visit.subject)
    support = await stored.get(visit.tx, passed.support_id) if passed and passed.person_id == visit.person.id else None
    if support is not None:
        what = "tell" if support.client_id == visit.person.id else "word"
        await speak.ask(visit, f"support_{what}", "support_line", {"what": what}, subject_id=support.id)


@taps.on(PASS_RATE)
async def rate(visit: Visit, helped: bool) -> None:
    """Did it help?"""
    await passing_on.rate(visit.tx, visit.person, visit.subject, helped=helped)
    await speak.view(visit)


@taps.on(SUPPORT_DAYS)
async def ask_days(visit: Visit) -> None:
    """Which days: proposed by the client, then the supporter's own."""
    support = await _theirs(visit)
    if support is not None:
        args = {"days": sorted(support.rule.weekdays), "at": support.rule.times[0].isoformat("minutes")}
        await speak.answer(visit, "support_days", args, subject_id=support.id)


async def _theirs(visit: Visit) -> Support | None:
    """The one of the tapped screen, seen from either side."""
    mine = await supporting.of_supporter(visit.tx, visit.person, visit.subject)
    return mine or await supporters.of_client(visit.tx, visit.person, visit.subject)
