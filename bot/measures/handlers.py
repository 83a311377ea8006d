"""Short questions with set answers, and what smoking cost: each asked by a tap, each to be skipped."""

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.people import country_of
from bot.kit.visit import Awaits, Is, Visit
from bot.measures.mpss import LOW
from bot.measures.taps import (
    BODY,
    CLOSER,
    EASIER,
    EASIER_ASK,
    EASIER_BACK,
    EASIER_DONE,
    EASIER_NEVER,
    FELT,
    HSI_ANEW,
    HSI_FIRST,
    HSI_MANY,
    MPSS,
    MPSS_GO,
    MPSS_NEVER,
    MPSS_SKIP,
    MPSS_START,
    MPSS_STOP,
)
from bot.quitting.taps import USUAL, USUAL_A_DAY, USUAL_ASK, USUAL_GONE, USUAL_IS, USUAL_PACKET_OF, USUAL_SO_BEFORE
from bot.texts.dates import currency_of, places_of, written_in
from care.measures import scales
from care.measures.scales import forget_usual, tell_usual, was_so_before
from care.people.joining import set_preference
from programme.facts.withdrawal import Felt, Since
from programme.measures.dependence import (
    MOST_A_DAY,
    MOST_IN_A_PACKET,
    Easier,
    First,
    Hsi,
    PerDay,
    read_number,
    read_price,
)
from programme.measures.mood import VERY, Filling, MpssItem
from programme.people.person import Role, Switch
from programme.schedule.typed import as_digits

scales_router = Router(name="scales")
taps = Handlers()


@taps.on(CLOSER)
async def closer(visit: Visit, name: str) -> None:
    """One of them; from a message that came by itself, below."""
    if name == "mpss":
        await _begin(visit)
    else:
        await reply.detach(visit)
        await reply.answer(visit, name)


@taps.on(HSI_FIRST)
async def hsi_first(visit: Visit, value: First) -> None:
    """How soon; then how many."""
    await reply.answer(visit, "hsi", {"asks": 1, "first": value})


@taps.on(HSI_MANY)
async def hsi_many(visit: Visit, both: tuple[First, PerDay]) -> None:
    """How many: with it both are kept."""
    if await scales.tell_hsi(visit.tx, visit.person, Hsi(*both)):
        await reply.answer(visit, "hsi")
    else:
        await reply.note(visit, "not-kept")


@taps.on(HSI_ANEW)
async def hsi_anew(visit: Visit) -> None:
    """Again; what was said before stays."""
    await reply.answer(visit, "hsi", {"asks": 1})


@taps.on(MPSS_START)
async def mpss_start(visit: Visit) -> None:
    """The nine questions, below."""
    await _begin(visit)


async def _begin(visit: Visit) -> None:
    filling = await scales.begin_filling(visit.tx, visit.person)
    if filling is None:
        await reply.note(visit, "not-kept")
        return
    await reply.detach(visit)
    await _show(visit, filling)


async def _show(visit: Visit, filling: Filling, view: str = "") -> None:
    screen_id = await reply.answer(visit, "mpss", {"view": view} if view else None, subject_id=filling.id)
    await scales.filling_closes_by_itself(visit.tx, filling, screen_id)


@taps.on(MPSS)
async def mpss_answer(visit: Visit, read: tuple[MpssItem, str]) -> None:
    """One answer; a very low one brings the way to help before the next question."""
    item, code = read
    filling = await scales.answer_item(visit.tx, visit.person, visit.subject, item, code)
    if filling is None:
        visit.toast = "toast-closed"
        await reply.view(visit)
        return
    very_low = item is MpssItem.DEPRESSED and filling.scores[item] >= VERY
    await _show(visit, filling, LOW if very_low else "")


@taps.on(MPSS_SKIP)
async def mpss_skip(visit: Visit, item: MpssItem) -> None:
    """That one is passed over."""
    await _passed_over(visit, await scales.skip_item(visit.tx, visit.person, visit.subject, item))


@taps.on(MPSS_STOP)
async def mpss_stop(visit: Visit) -> None:
    """All that are left are passed over."""
    await _passed_over(visit, await scales.stop_filling(visit.tx, visit.person, visit.subject))


async def _passed_over(visit: Visit, filling: Filling | None) -> None:
    if filling is None:
        await reply.view(visit)
    else:
        await _show(visit, filling)


@taps.on(MPSS_GO)
async def carry_on(visit: Visit) -> None:
    """They carry on with the questions."""
    filling = await scales.filling_of_person(visit.tx, visit.person, visit.subject)
    if filling is not None:
        await _show(visit, filling)


@taps.on(MPSS_NEVER, EASIER_NEVER)
async def never(visit: Visit) -> None:
    """They are not offered any more; where they are stays said."""
    switch, key = (Switch.SCALES, "mpss-off") if visit.tap is MPSS_NEVER else (Switch.EASIER, "easier-off")
    await set_preference(visit.tx, visit.person, switch, on=False)
    await reply.view(visit)
    await reply.note(visit, key)


@taps.on(FELT)
async def felt(visit: Visit, read: tuple[Felt, Since | None]) -> None:
    """What they notice, and how it is."""
    since = {"since": read[1].value} if read[1] is not None else {}
    await reply.answer(visit, "withdrawal", {"felt": read[0].value, **since})


@taps.on(BODY)
async def body(visit: Visit, is_on: bool) -> None:
    """With their progress, or not."""
    await set_preference(visit.tx, visit.person, Switch.BODY, on=is_on)
    await reply.answer(visit, "body", {"view": "show"})


@taps.on(EASIER)
async def got_easier(visit: Visit, value: Easier) -> None:
    """That got easier; tapped again, it did not."""
    if await scales.notice(visit.tx, visit.person, value):
        await reply.answer(visit, "easier")
    else:
        await reply.note(visit, "not-kept")


@taps.on(EASIER_ASK)
async def easier_ask(visit: Visit) -> None:
    """Something else, in their own words."""
    await reply.ask(visit, "easier", "easier", {"view": "ask"})


@taps.on(EASIER_BACK, EASIER_DONE)
async def easier_done(visit: Visit) -> None:
    """No words after all, or that is all."""
    await reply.ask(visit, None, "easier", {"view": "kept"} if visit.tap is EASIER_DONE else None)


@scales_router.message(Awaits("easier"))
async def typed_easier(message: Message, visit: Visit) -> None:
    """Their own words for what got easier."""
    if not await scales.notice_words(visit.tx, visit.person, message.text or ""):
        await reply.note(visit, "not-kept" if (message.text or "").strip() else "not-helped")
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "easier")


usual_router = Router(name="usual")
_CLIENT = Is(Role.CLIENT)
_AWAITED = {one: f"usual_{one}" for one in USUAL}
_NEXT = dict(zip(USUAL, (*USUAL[1:], ""), strict=True))


@taps.on(USUAL_ASK)
async def ask_usual(visit: Visit, value: str) -> None:
    """One of the three questions."""
    await _ask(visit, value)


async def _ask(visit: Visit, what: str, **args: int) -> None:
    """That question, or how it stands where there is none left."""
    if what:
        await reply.ask(visit, _AWAITED[what], "usual", {"view": what, **args})
    else:
        await reply.ask(visit, None, "usual")


@taps.on(USUAL_A_DAY)
async def a_day(visit: Visit, number: int) -> None:
    """How many a day, by a tap."""
    await _keep(visit, "a_day", str(number))


@taps.on(USUAL_PACKET_OF)
async def packet_of(visit: Visit, number: int) -> None:
    """How many in a packet, by a tap."""
    await _keep(visit, "packet_of", str(number))


@taps.on(USUAL_IS)
async def tap_card(visit: Visit, number: int) -> None:
    """Only the number, in the closing words of a check-in: kept, and the question is gone from there."""
    if await tell_usual(visit.tx, visit.person, a_day=number) is not None:
        visit.toast = "toast-thanks"
    await reply.view(visit, "")


@usual_router.message(Awaits(*_AWAITED.values()), _CLIENT)
async def typed(message: Message, visit: Visit) -> None:
    """A number or a price was typed."""
    await reply.taken(visit)
    await _keep(visit, (visit.person.awaiting or "").removeprefix("usual_"), as_digits(message.text or ""))


async def _keep(visit: Visit, what: str, text: str) -> None:
    """Keep it and ask the next; or ask for it again."""
    tx, person = visit.tx, visit.person
    told = None
    if what == "price":
        currency = written_in(text, currency_of(country_of(person)))
        price = read_price(text, places_of(currency))
        told = await tell_usual(tx, person, price=(price, currency)) if price else None
    elif what == "a_day" and (number := read_number(text, MOST_A_DAY)) is not None:
        told = await tell_usual(tx, person, a_day=number)
    elif what == "packet_of" and (number := read_number(text, MOST_IN_A_PACKET)) is not None:
        told = await tell_usual(tx, person, packet_of=number)
    if told is None:
        await _ask(visit, what, refused=1)
    else:
        await _ask(visit, _NEXT[what])


@taps.on(USUAL_SO_BEFORE)
async def so_before(visit: Visit) -> None:
    """It was so before as well: what they told first was wrong."""
    await was_so_before(visit.tx, visit.person)
    await reply.ask(visit, None, "usual")


@taps.on(USUAL_GONE)
async def usual_gone(visit: Visit) -> None:
    """It goes."""
    await forget_usual(visit.tx, visit.person)
    await reply.ask(visit, None, "usual")
