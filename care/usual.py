"""What a client smoked on a usual day before, and what it cost: the one place, for counts and scales alike."""

from dataclasses import replace
from datetime import datetime

from care.quit_date import today_of
from care.toolkit import keeps_words
from db import events, usual
from db.tx import Tx
from programme.people import Person
from programme.usual import MOST_A_DAY, MOST_IN_A_PACKET, UsualDay


async def tell_usual(
    tx: Tx,
    now: datetime,
    person: Person,
    *,
    a_day: int | None = None,
    price: tuple[int, str] | None = None,
    packet_of: int | None = None,
) -> UsualDay | None:
    """Keep what that client (locked) tells of it: cigarettes a day, then a price with its currency, or what it makes.

    `price` is in the smallest unit of that currency (ISO 4217). None where answers are not kept, for numbers that are
    none, and where a price is told before the cigarettes.
    """
    before = await usual.of_person(tx, person.id)
    many = a_day if a_day is not None else before.a_day if before else 0
    made = packet_of if packet_of is not None else before.packet_of if before else 1
    if not await keeps_words(tx, person) or not 1 <= many <= MOST_A_DAY or not 1 <= made <= MOST_IN_A_PACKET:
        return None
    told = replace(before, a_day=many) if before else UsualDay(many, today_of(now, person))
    if packet_of is not None:
        told = replace(told, packet_of=packet_of)
    if price is not None:
        told = replace(told, price=price[0], currency=price[1])
    await usual.put(tx, now, person.id, told)
    await events.add(tx, now, "UsualTold", person.id, person.id)
    return told


async def forget_usual(tx: Tx, now: datetime, person: Person) -> bool:
    """It goes; False where there was none."""
    if not await usual.remove(tx, person.id):
        return False
    await events.add(tx, now, "UsualTakenBack", person.id, person.id)
    return True
