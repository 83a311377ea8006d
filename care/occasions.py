"""Occasions at which others smoke: planned in the client's own words, brought up before, asked about after."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from care.card_told import last_told
from care.course import check_in_plan
from care.quit_date import today_of
from care.toolkit import add_item, keeps_words
from db import events, own_words
from db.tx import Tx
from programme.card import Card, Ride
from programme.check_in import HardMoment
from programme.course import WHOLE
from programme.occasion import HowWas, Occasion, Part, asked_after, brought_up
from programme.occurrence import DAY
from programme.own_words import OwnWords, Purpose
from programme.people import Person
from programme.toolkit import clean_words

MOST = 5  # at a time
AHEAD = timedelta(days=366)  # a wedding is known long before


async def occasions_of(tx: Tx, person: Person) -> list[Occasion]:
    """Those of which they did not say how it was, soonest first; one without a day last."""
    found = await own_words.of_person(tx, person.id, {Purpose.OCCASION, Purpose.OCCASION_PART})
    whole = [_with_parts(one, found) for one in found if one.purpose is Purpose.OCCASION]
    return sorted(whole, key=lambda one: one.own.on_date or date.max)


async def occasions_ahead(tx: Tx, person: Person) -> list[Occasion]:
    """Those of them that are still to come, or have no day."""
    today = today_of(tx.now, person)
    return [one for one in await occasions_of(tx, person) if (one.own.on_date or today) >= today]


async def occasions_before(tx: Tx, person: Person) -> list[OwnWords]:
    """Those of which they said how it was, newest first."""
    every = await own_words.of_person(tx, person.id, {Purpose.OCCASION}, also_ended=True)
    return [one for one in reversed(every) if one.code is not None]


async def occasion_of(tx: Tx, person: Person, occasion_id: int) -> Occasion | None:
    """That one, also where it is over or was taken off."""
    own = await own_words.get(tx, occasion_id, person.id)
    if own is None or own.purpose is not Purpose.OCCASION:
        return None
    return _with_parts(own, await own_words.of_person(tx, person.id, {Purpose.OCCASION_PART}))


def _with_parts(own: OwnWords, found: Iterable[OwnWords]) -> Occasion:
    parts = (one for one in found if one.about_id == own.id and one.purpose is Purpose.OCCASION_PART)
    return Occasion(own, {Part(one.code): one for one in parts if one.code})


async def plan_occasion(tx: Tx, person: Person, text: str) -> int | None:
    """Another occasion, named by who is there or what it is; gives its id.

    None: no words, MOST are planned, or answers are not kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person) or len(await occasions_of(tx, person)) >= MOST:
        return None
    made = await own_words.add(tx, person.id, Purpose.OCCASION, words)
    await events.add(tx, "OccasionPlanned", person.id, person.id, {"occasion": made})
    return made


async def name_occasion(tx: Tx, person: Person, occasion_id: int, text: str) -> bool:
    """Other words for who is there; False where it is not theirs, or there are no words."""
    found, words = await occasion_of(tx, person, occasion_id), clean_words(text)
    if found is None or words is None:
        return False
    await own_words.change(tx, replace(found.own, words=words))
    return True


async def set_day(tx: Tx, person: Person, occasion_id: int, on: date) -> bool:
    """It is on that day of theirs, from today to AHEAD; False for another day, or where it is not theirs."""
    found, today = await occasion_of(tx, person, occasion_id), today_of(tx.now, person)
    if found is None or not today <= on <= today + AHEAD:
        return False
    await own_words.change(tx, replace(found.own, on_date=on))
    data = {"occasion": occasion_id, "on": on.isoformat()}
    await events.add(tx, "OccasionSet", person.id, person.id, data)
    return True


async def write_part(tx: Tx, person: Person, occasion_id: int, part: Part, text: str) -> bool:
    """A part of the plan, in place of what it said. What they do if it gets hard goes into the toolkit as well, for
    moments with others who smoke. False where it is not theirs, or there are no words."""
    found, words = await occasion_of(tx, person, occasion_id), clean_words(text)
    if found is None or words is None or not await keeps_words(tx, person):
        return False
    if part in found.parts:
        await own_words.change(tx, replace(found.parts[part], words=words))
    else:
        purpose = Purpose.OCCASION_PART
        await own_words.add(tx, person.id, purpose, words, about_id=occasion_id, code=part.value)
    if part is Part.THEN:
        await add_item(tx, person, words, HardMoment.OTHERS)
    return True


async def tell_how(tx: Tx, person: Person, occasion_id: int, how: HowWas | None) -> bool:
    """How it was; it is history with that. None: that was a slip. False where it is not theirs."""
    found = await occasion_of(tx, person, occasion_id)
    if found is None or (found.own.ended and found.own.code is None):
        return False
    await own_words.change(tx, replace(found.own, code=how))
    await own_words.end(tx, occasion_id, person.id, tx.now if how else None)
    data = {"occasion": occasion_id, "how": how and how.value}
    await events.add(tx, "OccasionWas", person.id, person.id, data)
    return True


async def remove_occasion(tx: Tx, person: Person, occasion_id: int, *, back: bool = False) -> bool:
    """It is taken off, with its plan; `back`: it stays after all."""
    found = await occasion_of(tx, person, occasion_id)
    if found is None or found.own.code is not None:
        return False
    await own_words.end(tx, occasion_id, person.id, None if back else tx.now)
    return True


async def is_brought_up(tx: Tx, person: Person, on: date) -> bool:
    """Whether a check-in that the plan can ride in comes the day before, or on the day, as it is planned."""
    asked = await check_in_plan(tx, person.id)
    days = [day for day in (on - DAY, on) if brought_up(on, day)]
    return asked is not None and any(one.form in WHOLE for day in days for one in asked.rule.asked_on(day))


async def occasion_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """The plan to be brought up in that check-in, the day before or on the day: once for each day it was set to."""
    for one in await occasions_of(tx, person):
        if one.own.on_date is not None and brought_up(one.own.on_date, ride.on):
            told = await last_told(tx, person.id, Card.OCCASION, one.own.id)
            if told is None or not brought_up(one.own.on_date, today_of(told, person)):
                return one.own.id
    return None


async def occasion_after_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """The occasion of which it is asked, once, how it was."""
    for one in await occasions_of(tx, person):
        if one.own.on_date is not None and asked_after(one.own.on_date, ride.on):
            told = await last_told(tx, person.id, Card.OCCASION_AFTER, one.own.id)
            if told is None or today_of(told, person) <= one.own.on_date:
                return one.own.id
    return None
