"""What clients do about the people on their side, and what either of the two writes to the other one."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Is, Visit
from bot.supporters.parts import milestone_words
from bot.supporters.taps import (
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
from care.quitting.progress import milestone_now, progress_of
from care.supporters import clients_side, their_side
from care.supporters.clients_side import Wished, WordsSent
from programme.people.person import Role
from programme.supporters.support import MOST_SUPPORTERS, Shared, Support

router = Router(name="supporters")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)


@router.message(Command("supporters", ignore_mention=True), _CLIENT)
async def show_all(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/supporters: who is on their side."""
    await reply.append(visit, "supporters")


@router.message(Command("supporters", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/supporters of somebody who has not joined."""
    await reply.note(visit, "support-clients")


@taps.on(SUPPORTERS)
async def back_to_all(visit: Visit) -> None:
    """From one of them to all."""
    await reply.ask(visit, None, "supporters")


@taps.on(SUPPORT)
async def show_one(visit: Visit, support_id: int) -> None:
    """One of them."""
    if await clients_side.supporter_of_client(visit.tx, visit.person, support_id):
        await reply.answer(visit, "supporter", subject_id=support_id)


@taps.on(SUPPORT_NEW)
async def ask_name(visit: Visit) -> None:
    """Somebody new: what do they call them?"""
    await reply.ask(visit, "support_name", "support_line", {"what": "name"})


@router.message(Awaits("support_name"), _CLIENT)
async def typed_name(message: Message, visit: Visit) -> None:
    """What they call them; then what they may see."""
    made = await clients_side.add_supporter(visit.tx, visit.person, message.text or "")
    if made is None:
        full = len(await clients_side.supporters_listed(visit.tx, visit.person)) >= MOST_SUPPORTERS
        await reply.note(visit, "support-full" if full else "not-a-name")
        return
    await reply.taken(visit)
    await reply.ask(visit, None, "supporter", subject_id=made.id)


@taps.on(SUPPORT_SHARE)
async def share(visit: Visit, value: Shared) -> None:
    """One box is turned round, and counts at once."""
    await clients_side.turn_shared(visit.tx, visit.person, visit.subject, value)
    await reply.view(visit)


@taps.on(SUPPORT_WISH)
async def ask_wish(visit: Visit) -> None:
    """What they ask of them."""
    await reply.ask(visit, "support_wish", "support_line", {"what": "wish"}, subject_id=visit.subject)


@router.message(Awaits("support_wish"), _CLIENT)
async def typed_wish(message: Message, visit: Visit) -> None:
    """The wish as it was typed."""
    row = await reply.taken(visit)
    await _wish(visit, row.subject_id or 0 if row else 0, message.text)


@taps.on(SUPPORT_NO_WISH)
async def no_wish(visit: Visit) -> None:
    """None, or none any more."""
    await _wish(visit, visit.subject, None)


async def _wish(visit: Visit, support_id: int, text: str | None) -> None:
    if await clients_side.set_wish(visit.tx, visit.person, support_id, text) is not Wished.OVER:
        await reply.ask(visit, None, "supporter", subject_id=support_id)


@taps.on(WISH_SEND, WISH_LEAVE)
async def say_of_wish(visit: Visit) -> None:
    """The wish that would tell them of stopping may go, or is left out."""
    send = visit.tap is WISH_SEND
    await clients_side.say_of_wish(visit.tx, visit.person, visit.subject, send=send)
    await reply.view(visit)


@taps.on(SUPPORT_LINK)
async def make_link(visit: Visit, is_sure: bool) -> None:
    """A link to forward, in a message of its own; first a question, where what they are called tells of stopping."""
    support_id = visit.subject
    support = await clients_side.supporter_of_client(visit.tx, visit.person, support_id)
    if support is not None and support.would_tell(support.label) and not is_sure:
        await reply.view(visit, "label")
        return
    made = await clients_side.make_link(visit.tx, visit.person, support_id)
    if made is not None:
        await reply.view(visit)
        await reply.append(visit, "support_link", {"invite_id": made.id, "token": made.token}, subject_id=support_id)


@taps.on(SUPPORT_END)
async def end(visit: Visit) -> None:
    """It ends, silently."""
    await clients_side.remove_supporter(visit.tx, visit.person, visit.subject)
    await reply.answer(visit, "supporters")


@taps.on(SUPPORT_TELL)
async def ask_tell(visit: Visit) -> None:
    """Good news, in their own words."""
    await reply.ask(visit, "support_tell", "support_line", {"what": "tell"}, subject_id=visit.subject)


@router.message(Awaits("support_tell"), _CLIENT)
async def typed_tell(message: Message, visit: Visit) -> None:
    """What the client wants to tell."""
    row = await reply.taken(visit)
    support = await clients_side.supporter_of_client(visit.tx, visit.person, row.subject_id if row else None)
    await look_once_more(visit, support, message.text or "")


@taps.on(SUPPORT_TELL_DAYS)
async def tell_days(visit: Visit) -> None:
    """How many smoke-free days there are."""
    lived = await progress_of(visit.tx, visit.person)
    support = await clients_side.supporter_of_client(visit.tx, visit.person, visit.subject)
    text = texts_for(visit.person.locale).label("support-tell-days", days=lived.days.smoke_free)
    await look_once_more(visit, support, text)


@taps.on(MILESTONE_TELL)
async def tell_of_milestone(visit: Visit, support_id: int) -> None:
    """What was reached, to be looked at below. Where it waits for another day, own words are asked for."""
    support = await clients_side.supporter_of_client(visit.tx, visit.person, support_id)
    reached = await milestone_now(visit.tx, visit.person)
    visit.screen = None
    if reached is None:
        await reply.ask(visit, "support_tell", "support_line", {"what": "tell"}, subject_id=support_id)
        return
    texts = texts_for(visit.person.locale)
    await look_once_more(
        visit, support, texts.label("support-tell-milestone", milestone=milestone_words(reached, texts))
    )


async def look_once_more(visit: Visit, support: Support | None, text: str) -> None:
    """Words are shown as they will be read, before they go."""
    found = await clients_side.draft_words(visit.tx, visit.person, support, text) if support else None
    if found is None:
        await reply.forget(visit)
        await reply.note(visit, "support-over")
    else:
        await reply.ask(visit, None, "passing_on", subject_id=found)


@taps.on(PASS_SEND)
async def send(visit: Visit) -> None:
    """They go."""
    sent = await clients_side.send_words(visit.tx, visit.person, visit.subject)
    await reply.view(visit, {WordsSent.SENT: "sent", WordsSent.ENOUGH: "enough", WordsSent.ENDED: "ended"}[sent])


@taps.on(PASS_ANEW)
async def anew(visit: Visit) -> None:
    """They are written another way."""
    found = await clients_side.words_written(visit.tx, visit.person, visit.subject)
    if found is not None:
        support = found[1]
        what = "tell" if support.client_id == visit.person.id else "word"
        await reply.ask(visit, f"support_{what}", "support_line", {"what": what}, subject_id=support.id)


@taps.on(PASS_RATE)
async def rate(visit: Visit, helped: bool) -> None:
    """Did it help?"""
    await clients_side.rate_words(visit.tx, visit.person, visit.subject, helped=helped)
    await reply.view(visit)


@taps.on(SUPPORT_DAYS)
async def ask_days(visit: Visit) -> None:
    """Which days: proposed by the client, then the supporter's own."""
    support = await _theirs(visit)
    if support is not None:
        args = {"days": sorted(support.rule.weekdays), "at": support.rule.times[0].isoformat("minutes")}
        await reply.answer(visit, "support_days", args, subject_id=support.id)


async def _theirs(visit: Visit) -> Support | None:
    """The one of the tapped screen, seen from either side."""
    mine = await their_side.support_of(visit.tx, visit.person, visit.subject)
    return mine or await clients_side.supporter_of_client(visit.tx, visit.person, visit.subject)
