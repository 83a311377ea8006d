"""A client's reasons and what they fear about stopping: added, rated, changed, shown."""

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Visit
from bot.planning.reasons import facts_of, sure_label
from bot.planning.taps import (
    BELIEF,
    BELIEF_ABOUT,
    BELIEF_ASK,
    BELIEF_BACK,
    BELIEF_KEEP,
    BELIEF_LOOK,
    BELIEF_NOW,
    BELIEF_OFF,
    BELIEF_SHOW,
    BELIEF_SURE,
    BELIEFS,
    REASON,
    REASON_ASK,
    REASON_BACK,
    REASON_EDIT,
    REASON_GONE,
    REASON_LIST,
    REASON_PIN,
    REASON_TABLE,
)
from bot.texts import texts_for
from care import toolkit
from care.planning import occasions, worries
from programme.planning.reasons import BeliefTopic, ReasonSide

reasons_router = Router(name="reasons")
taps = Handlers()


@taps.on(REASON_LIST)
async def shown(visit: Visit, side: ReasonSide) -> None:
    """One list."""
    await reply.ask(visit, None, "reasons", {"side": side.value})


@taps.on(REASON_TABLE)
async def table(visit: Visit) -> None:
    """The four of now and later."""
    await reply.ask(visit, None, "reasons", {"view": "table"})


@taps.on(REASON_ASK)
async def ask_reasons(visit: Visit, value: ReasonSide) -> None:
    """Asks for one for that list, where it can be kept."""
    if await reply.can_keep(visit):
        await reply.ask(visit, "reason", "reasons", {"view": "ask", "side": value.value})


@reasons_router.message(Awaits("reason"))
async def typed_reasons(message: Message, visit: Visit) -> None:
    """A reason was typed."""
    row = await reply.asked(visit)
    side = (
        ReasonSide(row.args["side"]) if row is not None and row.args.get("side") in set(ReasonSide) else ReasonSide.WHY
    )
    if await occasions.add_reason(visit.tx, visit.person, message.text or "", side) is None:
        await reply.typed_refused(visit, message.text)
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "reasons", {"side": side.value})


@taps.on(REASON)
async def opened(visit: Visit, value: int) -> None:
    """One of them; whose it is is looked up when it is shown."""
    await reply.ask(visit, None, "reasons", subject_id=value)


@taps.on(REASON_EDIT)
async def edit(visit: Visit, value: int) -> None:
    """Asks for other words."""
    if await reply.can_keep(visit):
        await reply.ask(visit, "reason_words", "reasons", {"view": "ask"}, subject_id=value)


@reasons_router.message(Awaits("reason_words"))
async def edited(message: Message, visit: Visit) -> None:
    """Other words were typed."""
    row = await reply.asked(visit)
    reason_id = row.subject_id or 0 if row else 0
    if not await occasions.edit_reason(visit.tx, visit.person, reason_id, message.text or ""):
        await reply.typed_refused(visit, None)
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "reasons", subject_id=reason_id)


@taps.on(REASON_PIN)
async def pin(visit: Visit, value: int) -> None:
    """That one is shown first; tapped again, it is not."""
    if await occasions.pin_reason(visit.tx, visit.person, value):
        await reply.answer(visit, "reasons", subject_id=value)


@taps.on(REASON_GONE, REASON_BACK)
async def remove(visit: Visit, reason_id: int) -> None:
    """That one is taken off its list, or stays after all."""
    back = visit.tap is REASON_BACK
    side = await occasions.remove_reason(visit.tx, visit.person, reason_id, back=back)
    args = {"side": side.value} if side is not None else {}
    await reply.ask(visit, None, "reasons", args if back or side is None else {**args, "off": reason_id})


beliefs_router = Router(name="beliefs")


@taps.on(BELIEFS)
async def every(visit: Visit) -> None:
    """The list."""
    await reply.ask(visit, None, "beliefs")


@taps.on(BELIEF_ASK)
async def ask_beliefs(visit: Visit) -> None:
    """Asks for one, where it can be kept."""
    if await toolkit.keeps_words(visit.tx, visit.person):
        await reply.ask(visit, "belief", "beliefs", {"view": "ask"})
    else:
        await reply.note(visit, "not-kept")


@beliefs_router.message(Awaits("belief"))
async def typed_beliefs(message: Message, visit: Visit) -> None:
    """In their own words."""
    await _kept(visit, message.text or "", BeliefTopic.OWN)


@taps.on(BELIEF_ABOUT)
async def tapped(visit: Visit, value: BeliefTopic) -> None:
    """One of the two that many have."""
    await _kept(visit, texts_for(visit.person.locale).label(f"belief-about-{value}"), value)


async def _kept(visit: Visit, words: str, about: BeliefTopic) -> None:
    belief_id = await worries.write_belief(visit.tx, visit.person, words, about)
    if belief_id is None:
        await reply.note(visit, "full-list" if words.strip() else "not-helped")
        return
    if visit.screen is None:
        await reply.typed_taken(visit, words)
    await reply.ask(visit, None, "belief", {"view": "rate"}, subject_id=belief_id)


@taps.on(BELIEF, BELIEF_LOOK)
async def one(visit: Visit, value: int) -> None:
    """One of them; from a check-in's closing words it opens below, with the scale."""
    if visit.tap is BELIEF_LOOK:
        await reply.append(visit, "belief", {"view": "look"}, subject_id=value)
    else:
        await reply.answer(visit, "belief", subject_id=value)


@taps.on(BELIEF_SURE, BELIEF_NOW)
async def rate(visit: Visit, sure: int) -> None:
    """How sure they are."""
    row = visit.tapped
    again = visit.tap is BELIEF_NOW
    await worries.rate_belief(visit.tx, visit.person, row.subject_id or 0, sure, again=again)
    await reply.view(visit)


@taps.on(BELIEF_OFF, BELIEF_BACK)
async def take_off(visit: Visit) -> None:
    """Off the list, or back on it."""
    row = visit.tapped
    back = visit.tap is BELIEF_BACK
    await worries.take_off_belief(visit.tx, visit.person, row.subject_id or 0, back=back)
    await reply.view(visit)


@taps.on(BELIEF_SHOW)
async def show(visit: Visit) -> None:
    """With what they bring to the session, shown from now on."""
    row = visit.tapped
    known = await worries.belief_of(visit.tx, visit.person, row.subject_id or 0)
    if known is None:
        return
    said = sure_label(facts_of(known), texts_for(visit.person.locale))
    if await worries.show_belief(visit.tx, visit.person, known.id, said):
        visit.toast = "toast-shared"
        await reply.view(visit)
    else:
        await reply.view(visit, "full")


@taps.on(BELIEF_KEEP)
async def keep(visit: Visit) -> None:
    """Not shared from now on."""
    row = visit.tapped
    await worries.hide_belief(visit.tx, visit.person, row.subject_id or 0)
    visit.toast = "toast-kept"
    await reply.view(visit)
