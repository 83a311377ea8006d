"""The nine questions (MPSS): begun by a tap, answered one by one, and what they come to."""

from dataclasses import dataclass, replace
from datetime import date

from care.quit_date import today_of
from care.toolkit import keeps_words
from care.using import MoodMedicines, mood_medicines
from db import attempts, events, mpss, outbox
from db.tx import Tx
from programme.people import Person
from programme.scales.filling import Filling
from programme.scales.mpss import Item, Response, baseline, response
from programme.scales.told import Result, result


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a filling-in comes to, and what follows from its first question; which medicines they use that can
    change mood."""

    result: Result
    response: Response
    medicines: MoodMedicines | None = None


async def begin(tx: Tx, person: Person) -> Filling | None:
    """The one that is open, or that of today, or another. None for somebody whose answers are not kept."""
    if not await keeps_words(tx, person):
        return None
    today = today_of(tx.now, person)
    theirs = await mpss.of_person(tx, person.id)
    known = next((one for one in reversed(theirs) if one.takes_answers(tx.now) or one.on == today), None)
    return known or await mpss.add(tx, person.id, today)


async def answer(tx: Tx, person: Person, filling_id: int, item: Item, code: str) -> Filling | None:
    """Keep that answer; None where it closed, is not theirs, or that is no answer to it."""
    known = await _open(tx, person, filling_id)
    after = known.answer(item, code) if known else None
    return None if after is None else await _keep(tx, after)


async def skip(tx: Tx, person: Person, filling_id: int, item: Item) -> Filling | None:
    """That question is passed over; None where it closed, or is not theirs."""
    known = await _open(tx, person, filling_id)
    return None if known is None else await _keep(tx, known.skip(item))


async def stop(tx: Tx, person: Person, filling_id: int) -> Filling | None:
    """That is all they want to say; None where it closed, or is not theirs."""
    known = await _open(tx, person, filling_id)
    return None if known is None else await _keep(tx, replace(known, passed=frozenset(Item) - {*known.scores}))


async def of_person(tx: Tx, person: Person, filling_id: int) -> Filling | None:
    """That one of theirs, or None."""
    return await mpss.get(tx, filling_id, person.id)


async def _open(tx: Tx, person: Person, filling_id: int) -> Filling | None:
    known = await mpss.get(tx, filling_id, person.id)
    return known if known is not None and known.takes_answers(tx.now) else None


async def _keep(tx: Tx, filling: Filling) -> Filling:
    if filling.next_item is None:
        filling = replace(filling, ended_at=tx.now)
        data = {"mpss": filling.id}
        await events.add(tx, "MpssAnswered", filling.person_id, filling.person_id, data)
    await mpss.change(tx, filling)
    return filling


async def closes_by_itself(tx: Tx, filling: Filling, screen_id: int) -> None:
    """That message says so, silently, once two days are over. Whatever changes it before puts this anew."""
    if filling.takes_answers(tx.now):
        await outbox.put(tx, filling.person_id, screen_id, "edit", not_before=filling.closes_at)


async def outcome_of(tx: Tx, person: Person, filling: Filling) -> Outcome:
    """What that one of theirs comes to."""
    ratings = [one.rating for one in await mpss.of_person(tx, person.id)]
    quit_on = await quit_date_of(tx, person.id, filling.on)
    medicines = await mood_medicines(tx, person)
    told = result(filling.rating, ratings, quit_on, medicine=medicines is not None)
    return Outcome(told, response(filling.rating, ratings, quit_on), medicines)


async def has_before(tx: Tx, person: Person) -> bool:
    """Whether something of theirs stands before the quit date, to which what they say today can be held."""
    quit_on = await quit_date_of(tx, person.id, today_of(tx.now, person))
    ratings = [one.rating for one in await mpss.of_person(tx, person.id)]
    return quit_on is not None and bool(baseline(ratings, quit_on))


async def quit_date_of(tx: Tx, person_id: int, on: date) -> date | None:
    """The quit date that a rating of that day belongs to: of the last try begun by then, or of the one to come."""
    tried = await attempts.of_person(tx, person_id)
    begun = [one.quit_on for one in tried if one.quit_on <= on]
    ahead = [one.quit_on for one in tried if one.quit_on > on and one.ended_on is None]
    return ahead[-1] if ahead else begun[-1] if begun else None
