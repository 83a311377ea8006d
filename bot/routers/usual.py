"""What smoking cost: three questions, each asked by a tap and each to be skipped."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import speak
from bot.screens.reads import country_of
from bot.taps.quitting import USUAL, USUAL_A_DAY, USUAL_ASK, USUAL_GONE, USUAL_IS, USUAL_PACKET_OF, USUAL_SO_BEFORE
from bot.texts.money import currency_of, places_of, written_in
from bot.visit import Visit
from care.usual import forget_usual, tell_usual, was_so_before
from programme.number_words import as_digits
from programme.people import Role
from programme.usual import MOST_A_DAY, MOST_IN_A_PACKET, read_number, read_price

router = Router(name="usual")
taps = Handlers()
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
        await speak.ask(visit, _AWAITED[what], "usual", {"view": what, **args})
    else:
        await speak.ask(visit, None, "usual")


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
    await speak.view(visit, "")


@router.message(Awaits(*_AWAITED.values()), _CLIENT)
async def typed(message: Message, visit: Visit) -> None:
    """A number or a price was typed."""
    await speak.taken(visit)
    await _keep(visit, (visit.person.awaiting or "").removeprefix("usual_"), as_digits(message.text or ""))


async def _keep(visit: Visit, what: str, text: str) -> None:
    """Keep it and ask the next; or ask for it once more."""
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
    await speak.ask(visit, None, "usual")


@taps.on(USUAL_GONE)
async def usual_gone(visit: Visit) -> None:
    """It goes."""
    await forget_usual(visit.tx, visit.person)
    await speak.ask(visit, None, "usual")
