"""What a client smoked on a usual day before, and what it cost: the one place, for counts and scales alike."""

from dataclasses import replace
from datetime import date

from care.quit_date import today_of
from care.toolkit import keeps_words
from db import events, usual
from db.tx import Tx
from programme.people import Person
from programme.usual import MOST_A_DAY, MOST_IN_A_PACKET, UsualBefore, UsualDay


async def tell_usual(
    tx: Tx,
    person: Person,
    *,
    a_day: int | None = None,
    price: tuple[int, str] | None = None,
    packet_of: int | None = None,
) -> UsualDay | None:
    """Keep what that client (locked) tells of it: cigarettes a day, then a price with its currency, or what it makes.

    - `price` is in the smallest unit of that currency (ISO 4217).
    - What they told on an earlier day holds for the days up to this one, and the new from this one on: each day counts
      at the price of its time. Told on the same day it is a correction. A first price holds for the days before it too.
    - None where answers are not kept, for numbers that are none, and where a price is told before the cigarettes.
    """
    before = await usual.of_person(tx, person.id)
    many = a_day if a_day is not None else before.a_day if before else 0
    made = packet_of if packet_of is not None else before.packet_of if before else 1
    if not await keeps_words(tx, person) or not 1 <= many <= MOST_A_DAY or not 1 <= made <= MOST_IN_A_PACKET:
        return None
    today = today_of(tx.now, person)
    told = replace(before, a_day=many) if before else UsualDay(many, today)
    if packet_of is not None:
        told = replace(told, packet_of=packet_of)
    if price is not None:
        told = replace(told, price=price[0], currency=price[1])
    if before is not None and before.since < today and _replaces(before, told):
        held = UsualBefore(today, before.a_day, before.price, before.currency, before.packet_of)
        await usual.keep_before(tx, person.id, held)
    await usual.put(tx, person.id, told)
    await events.add(tx, "UsualTold", person.id, person.id)
    return told


def _replaces(before: UsualDay, told: UsualDay) -> bool:
    """Whether something that was told is another one now, and not told for the first time."""
    costs = (before.price, before.currency, before.packet_of) != (told.price, told.currency, told.packet_of)
    return before.a_day != told.a_day or (before.price is not None and costs)


async def changed_today(tx: Tx, person: Person, today: date) -> UsualBefore | None:
    """What held up to today, where they told something else today; None: they did not."""
    return next((one for one in await usual.before(tx, person.id) if one.until == today), None)


async def was_so_before(tx: Tx, person: Person) -> bool:
    """What they told today was so before as well, and what had been told was wrong; False where nothing was."""
    if not await usual.forget_before(tx, person.id, today_of(tx.now, person)):
        return False
    await events.add(tx, "UsualTold", person.id, person.id)
    return True


async def forget_usual(tx: Tx, person: Person) -> bool:
    """It goes; False where there was none."""
    if not await usual.remove(tx, person.id):
        return False
    await events.add(tx, "UsualTakenBack", person.id, person.id)
    return True
