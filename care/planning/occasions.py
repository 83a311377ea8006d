"""Occasions at which others smoke, and a client's reasons to stop."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from care.check_in.cards_shown import last_card_shown
from care.schedule.course import check_in_plan
from care.toolkit import add_item, keeps_words
from db import events, planning
from db.tx import Tx
from programme.check_in.answers import HardMoment
from programme.check_in.closing_card import Card, CardContext
from programme.people.person import Person, today_of
from programme.planning.events import (
    OccasionPlanned,
    OccasionSet,
    OccasionWas,
    ReasonAdded,
    ReasonBack,
    ReasonChanged,
    ReasonPinned,
    ReasonRemoved,
)
from programme.planning.occasions import HowWas, Occasion, OccasionPart, asked_after, brought_up
from programme.planning.reasons import RECALLED, OwnWords, Purpose, Reason, ReasonSide, recalled
from programme.schedule.course import WHOLE
from programme.schedule.slots import DAY
from programme.toolkit.items import clean_words

MOST = 5  # at a time
AHEAD = timedelta(days=366)  # a wedding is known long before


async def occasions_of(tx: Tx, person: Person) -> list[Occasion]:
    """Those of which they did not say how it was, soonest first; one without a day last."""
    found = await planning.own_words_of_person(tx, person.id, {Purpose.OCCASION, Purpose.OCCASION_PART})
    whole = [_with_parts(one, found) for one in found if one.purpose is Purpose.OCCASION]
    return sorted(whole, key=lambda one: one.own.on_date or date.max)


async def occasions_ahead(tx: Tx, person: Person) -> list[Occasion]:
    """Those of them that are still to come, or have no day."""
    today = today_of(tx.now, person)
    return [one for one in await occasions_of(tx, person) if (one.own.on_date or today) >= today]


async def occasions_before(tx: Tx, person: Person) -> list[OwnWords]:
    """Those of which they said how it was, newest first."""
    every = await planning.own_words_of_person(tx, person.id, {Purpose.OCCASION}, also_ended=True)
    return [one for one in reversed(every) if one.code is not None]


async def occasion_of(tx: Tx, person: Person, occasion_id: int) -> Occasion | None:
    """That one, also where it is over or was taken off."""
    own = await planning.get_own_words(tx, occasion_id, person.id)
    if own is None or own.purpose is not Purpose.OCCASION:
        return None
    return _with_parts(own, await planning.own_words_of_person(tx, person.id, {Purpose.OCCASION_PART}))


def _with_parts(own: OwnWords, found: Iterable[OwnWords]) -> Occasion:
    parts = (one for one in found if one.about_id == own.id and one.purpose is Purpose.OCCASION_PART)
    return Occasion(own, {OccasionPart(one.code): one for one in parts if one.code})


async def plan_occasion(tx: Tx, person: Person, text: str) -> int | None:
    """Another occasion, named by who is there or what it is; gives its id.

    None: no words, MOST are planned, or answers are not kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person) or len(await occasions_of(tx, person)) >= MOST:
        return None
    made = await planning.add_own_words(tx, person.id, Purpose.OCCASION, words)
    await events.add(tx, person.id, OccasionPlanned(made), actor=person.id)
    return made


async def name_occasion(tx: Tx, person: Person, occasion_id: int, text: str) -> bool:
    """Other words for who is there; False where it is not theirs, or there are no words."""
    found, words = await occasion_of(tx, person, occasion_id), clean_words(text)
    if found is None or words is None:
        return False
    await planning.change_own_words(tx, replace(found.own, words=words))
    return True


async def set_day(tx: Tx, person: Person, occasion_id: int, on: date) -> bool:
    """It is on that day of theirs, from today to AHEAD; False for another day, or where it is not theirs."""
    found, today = await occasion_of(tx, person, occasion_id), today_of(tx.now, person)
    if found is None or not today <= on <= today + AHEAD:
        return False
    await planning.change_own_words(tx, replace(found.own, on_date=on))
    await events.add(tx, person.id, OccasionSet(occasion=occasion_id, on=on), actor=person.id)
    return True


async def write_part(tx: Tx, person: Person, occasion_id: int, part: OccasionPart, text: str) -> bool:
    """A part of the plan, in place of what it said. What they do if it gets hard goes into the toolkit as well, for
    moments with others who smoke. False where it is not theirs, or there are no words."""
    found, words = await occasion_of(tx, person, occasion_id), clean_words(text)
    if found is None or words is None or not await keeps_words(tx, person):
        return False
    if part in found.parts:
        await planning.change_own_words(tx, replace(found.parts[part], words=words))
    else:
        purpose = Purpose.OCCASION_PART
        await planning.add_own_words(tx, person.id, purpose, words, about_id=occasion_id, code=part.value)
    if part is OccasionPart.THEN:
        await add_item(tx, person, words, HardMoment.OTHERS)
    return True


async def tell_how(tx: Tx, person: Person, occasion_id: int, how: HowWas | None) -> bool:
    """How it was; it is history with that. None: that was a slip. False where it is not theirs."""
    found = await occasion_of(tx, person, occasion_id)
    if found is None or (found.own.ended and found.own.code is None):
        return False
    await planning.change_own_words(tx, replace(found.own, code=how))
    await planning.end_own_words(tx, occasion_id, person.id, tx.now if how else None)
    await events.add(tx, person.id, OccasionWas(occasion=occasion_id, how=how), actor=person.id)
    return True


async def remove_occasion(tx: Tx, person: Person, occasion_id: int, *, back: bool = False) -> bool:
    """It is taken off, with its plan; `back`: it stays after all."""
    found = await occasion_of(tx, person, occasion_id)
    if found is None or found.own.code is not None:
        return False
    await planning.end_own_words(tx, occasion_id, person.id, None if back else tx.now)
    return True


async def is_brought_up(tx: Tx, person: Person, on: date) -> bool:
    """Whether a check-in that the plan can ride in comes the day before, or on the day, as it is planned."""
    asked = await check_in_plan(tx, person.id)
    days = [day for day in (on - DAY, on) if brought_up(on, day)]
    return asked is not None and any(one.form in WHOLE for day in days for one in asked.rule.asked_on(day))


async def occasion_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """The plan to be brought up in that check-in, the day before or on the day: once for each day it was set to."""
    for one in await occasions_of(tx, person):
        if one.own.on_date is not None and brought_up(one.own.on_date, context.on):
            told = await last_card_shown(tx, person.id, Card.OCCASION, one.own.id)
            if told is None or not brought_up(one.own.on_date, today_of(told, person)):
                return one.own.id
    return None


async def occasion_after_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """The occasion of which it is asked, once, how it was."""
    for one in await occasions_of(tx, person):
        if one.own.on_date is not None and asked_after(one.own.on_date, context.on):
            told = await last_card_shown(tx, person.id, Card.OCCASION_AFTER, one.own.id)
            if told is None or today_of(told, person) <= one.own.on_date:
                return one.own.id
    return None


MOST_REASONS = 12  # on one list: five of them fit a message


async def add_reason(tx: Tx, person: Person, text: str, side: ReasonSide = ReasonSide.WHY) -> int | None:
    """Keep a reason on that list; gives its id. It stays whatever becomes of the quit date.

    - What is there in the same words is that one.
    - None where there are no words in it, the list has MOST already, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = [one for one in await planning.reasons_of_person(tx, person.id) if one.side is side]
    same = next((one.id for one in there if one.words == words), None)
    if same is not None or len(there) >= MOST_REASONS:
        return same
    reason_id = await planning.add_reason(tx, person.id, words, side)
    await events.add(tx, person.id, ReasonAdded(reason=reason_id, side=side), actor=person.id)
    return reason_id


async def edit_reason(tx: Tx, person: Person, reason_id: int, text: str) -> bool:
    """Other words for that reason of theirs."""
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return False
    if not await planning.change_reason(tx, person.id, reason_id, words):
        return False
    await events.add(tx, person.id, ReasonChanged(reason_id), actor=person.id)
    return True


async def remove_reason(tx: Tx, person: Person, reason_id: int, *, back: bool = False) -> ReasonSide | None:
    """That reason of theirs goes, a day later for good; `back`: it stays after all.

    Gives its list; None where it is not theirs.
    """
    side = await planning.end_reason(tx, person.id, reason_id, None if back else tx.now)
    if side is not None:
        await events.add(tx, person.id, (ReasonBack if back else ReasonRemoved)(reason_id), actor=person.id)
    return side


async def pin_reason(tx: Tx, person: Person, reason_id: int) -> bool:
    """That one is shown first from now on, in a craving and on the quit morning; the one that is, is so no more.

    False where it is not theirs, or says what smoking gives.
    """
    one = next((one for one in await planning.reasons_of_person(tx, person.id) if one.id == reason_id), None)
    if one is None or one.side not in RECALLED:
        return False
    await planning.pin_reason(tx, person.id, None if one.pinned else reason_id)
    await events.add(tx, person.id, ReasonPinned(reason=reason_id, pinned=not one.pinned), actor=person.id)
    return True


async def own_reason(tx: Tx, person: Person) -> str | None:
    """The one to show them back, in their own words: see programme.planning.reasons.recalled."""
    found = recalled(await planning.reasons_of_person(tx, person.id))
    return None if found is None else found.words


async def reasons_of(tx: Tx, person: Person) -> Sequence[Reason]:
    """Their reasons on all lists, oldest first."""
    return await planning.reasons_of_person(tx, person.id)
