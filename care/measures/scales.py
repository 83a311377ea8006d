"""Scales, ratings, usual days and what got easier: answered by the client, or entered by their practitioner."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from care.medicines import MoodMedicines, mood_medicines
from care.practice.clients import authorise_client
from care.toolkit import keeps_words
from db import events, measures, planning, quitting
from db.delivery import outbox
from db.people import consents
from db.tx import Tx
from programme.measures.dependence import (
    MOST_A_DAY,
    MOST_IN_A_PACKET,
    Easier,
    Hsi,
    HsiTold,
    Noticed,
    UsualBefore,
    UsualDay,
)
from programme.measures.events import HsiAnswered, HsiEntered, MpssAnswered
from programme.measures.mood import Filling, MpssItem, MpssResult, Response, baseline, mpss_result, response
from programme.people.person import Person, Switch, today_of
from programme.planning.reasons import Purpose
from programme.quitting.events import ConfidenceSaid, ReadySaid, UsualTakenBack, UsualTold
from programme.toolkit.events import EasierSaid
from programme.toolkit.items import clean_words


async def tell_hsi(tx: Tx, person: Person, said: Hsi) -> bool:
    """Keep what that client says, beside what was said before; False where answers are not to be kept."""
    if not await keeps_words(tx, person):
        return False
    await measures.add_hsi(tx, person.id, said, None)
    await events.add(tx, person.id, HsiAnswered(), actor=person.id)
    return True


async def enter_hsi(tx: Tx, practitioner: Person, client_id: int, said: Hsi) -> bool:
    """The practitioner enters it for a client of theirs; False for anybody else's, and where nothing is to be kept."""
    client = await authorise_client(tx, practitioner, client_id)
    if client is None or not await keeps_words(tx, client):
        return False
    await measures.add_hsi(tx, client.id, said, practitioner.id)
    await events.add(tx, client.id, HsiEntered(), actor=practitioner.id)
    return True


async def hsi_of(tx: Tx, person: Person) -> Sequence[HsiTold]:
    """Every time they answered it, or it was entered for them, oldest first."""
    return await measures.hsi_of_person(tx, person.id)


@dataclass(frozen=True, slots=True)
class FillingOutcome:
    """What a filling-in comes to, and what follows from its first question; which medicines they use that can
    change mood."""

    result: MpssResult
    response: Response
    medicines: MoodMedicines | None = None


async def begin_filling(tx: Tx, person: Person) -> Filling | None:
    """The one that is open, or that of today, or another. None for somebody whose answers are not kept."""
    if not await keeps_words(tx, person):
        return None
    today = today_of(tx.now, person)
    theirs = await measures.fillings_of_person(tx, person.id)
    known = next((one for one in reversed(theirs) if one.takes_answers(tx.now) or one.on == today), None)
    return known or await measures.add_filling(tx, person.id, today)


async def answer_item(tx: Tx, person: Person, filling_id: int, item: MpssItem, code: str) -> Filling | None:
    """Keep that answer; None where it closed, is not theirs, or that is no answer to it."""
    known = await _open(tx, person, filling_id)
    after = known.answer(item, code) if known else None
    return None if after is None else await _keep(tx, after)


async def skip_item(tx: Tx, person: Person, filling_id: int, item: MpssItem) -> Filling | None:
    """That question is passed over; None where it closed, or is not theirs."""
    known = await _open(tx, person, filling_id)
    return None if known is None else await _keep(tx, known.skip(item))


async def stop_filling(tx: Tx, person: Person, filling_id: int) -> Filling | None:
    """That is all they want to say; None where it closed, or is not theirs."""
    known = await _open(tx, person, filling_id)
    return None if known is None else await _keep(tx, replace(known, passed=frozenset(MpssItem) - {*known.scores}))


async def filling_of_person(tx: Tx, person: Person, filling_id: int) -> Filling | None:
    """That one of theirs, or None."""
    return await measures.get_filling(tx, filling_id, person.id)


async def _open(tx: Tx, person: Person, filling_id: int) -> Filling | None:
    known = await measures.get_filling(tx, filling_id, person.id)
    return known if known is not None and known.takes_answers(tx.now) else None


async def _keep(tx: Tx, filling: Filling) -> Filling:
    if filling.next_item is None:
        filling = replace(filling, ended_at=tx.now)
        await events.add(tx, filling.person_id, MpssAnswered(filling.id), actor=filling.person_id)
    await measures.change_filling(tx, filling)
    return filling


async def filling_closes_by_itself(tx: Tx, filling: Filling, screen_id: int) -> None:
    """That message says so, silently, once two days are over. Whatever changes it before puts this again."""
    if filling.takes_answers(tx.now):
        await outbox.put(tx, filling.person_id, screen_id, "edit", not_before=filling.closes_at)


async def filling_outcome_of(tx: Tx, person: Person, filling: Filling) -> FillingOutcome:
    """What that one of theirs comes to."""
    ratings = [one.rating for one in await measures.fillings_of_person(tx, person.id)]
    quit_on = await quit_date_of_filling(tx, person.id, filling.on)
    medicines = await mood_medicines(tx, person)
    told = mpss_result(filling.rating, ratings, quit_on, medicine=medicines is not None)
    return FillingOutcome(told, response(filling.rating, ratings, quit_on), medicines)


async def has_filling_before(tx: Tx, person: Person) -> bool:
    """Whether something of theirs stands before the quit date, to which what they say today can be held."""
    quit_on = await quit_date_of_filling(tx, person.id, today_of(tx.now, person))
    ratings = [one.rating for one in await measures.fillings_of_person(tx, person.id)]
    return quit_on is not None and bool(baseline(ratings, quit_on))


async def is_filling_wanted(tx: Tx, person: Person) -> bool:
    """Whether they have begun none today, and did not say that they want none."""
    today, theirs = today_of(tx.now, person), await measures.fillings_of_person(tx, person.id)
    wanted = await consents.has_preference(tx, person.id, Switch.SCALES)
    return wanted and not any(one.on == today for one in theirs)


async def quit_date_of_filling(tx: Tx, person_id: int, on: date) -> date | None:
    """The quit date that a rating of that day belongs to: of the last try begun by then, or of the one to come."""
    tried = await quitting.attempts_of_person(tx, person_id)
    begun = [one.quit_on for one in tried if one.quit_on <= on]
    ahead = [one.quit_on for one in tried if one.quit_on > on and one.ended_on is None]
    return ahead[-1] if ahead else begun[-1] if begun else None


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
    before = await measures.usual_of_person(tx, person.id)
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
        await measures.keep_usual_before(tx, person.id, held)
    await measures.put_usual(tx, person.id, told)
    await events.add(tx, person.id, UsualTold(), actor=person.id)
    return told


def _replaces(before: UsualDay, told: UsualDay) -> bool:
    """Whether something that was told is another one now, and not told for the first time."""
    costs = (before.price, before.currency, before.packet_of) != (told.price, told.currency, told.packet_of)
    return before.a_day != told.a_day or (before.price is not None and costs)


async def changed_today(tx: Tx, person: Person, today: date) -> UsualBefore | None:
    """What held up to today, where they told something else today; None: they did not."""
    return next((one for one in await measures.usual_days_before(tx, person.id) if one.until == today), None)


async def usual_of(tx: Tx, person: Person) -> UsualDay | None:
    """What a day of theirs was like before, as they told it; None: they did not."""
    return await measures.usual_of_person(tx, person.id)


async def was_so_before(tx: Tx, person: Person) -> bool:
    """What they told today was so before as well, and what had been told was wrong; False where nothing was."""
    if not await measures.forget_usual_before(tx, person.id, today_of(tx.now, person)):
        return False
    await events.add(tx, person.id, UsualTold(), actor=person.id)
    return True


async def forget_usual(tx: Tx, person: Person) -> bool:
    """It goes; False where there was none."""
    if not await measures.remove_usual(tx, person.id):
        return False
    await events.add(tx, person.id, UsualTakenBack(), actor=person.id)
    return True


HIGHEST: Final = 10
RatingKind: TypeAlias = type[ReadySaid] | type[ConfidenceSaid]  # what is rated


async def rate(tx: Tx, person: Person, what: RatingKind, value: int, about: int | None = None) -> bool:
    """Keep that number, said about an attempt or a lapse of that id; False where answers are not kept, or it is none.

    The client sees it, and nobody else.
    """
    if not 0 <= value <= HIGHEST or not person.is_client or not (await consents.in_force(tx, person.id)).keep_answers:
        return False
    await events.add(tx, person.id, what(value, about), actor=person.id)
    return True


async def ratings_of(tx: Tx, person_id: int, what: RatingKind) -> Sequence[int]:
    """Every number that they said, oldest first."""
    return [one.event.value for one in await events.of_person(tx, person_id, kind=what)]


async def notice(tx: Tx, person: Person, what: Easier) -> bool:
    """Keep that it got easier, or, tapped again on the same day, not. False where answers are not to be kept."""
    if what is Easier.OTHER or not await keeps_words(tx, person):
        return False
    today = today_of(tx.now, person)
    if any(one.what is what and one.on == today for one in await measures.easier_of_person(tx, person.id)):
        await measures.remove_easier(tx, person.id, today, what)
        return True
    await measures.add_easier(tx, person.id, today, what)
    await events.add(tx, person.id, EasierSaid(), actor=person.id)
    return True


async def notice_words(tx: Tx, person: Person, text: str) -> bool:
    """Something else, in their own words; False where there are none, or nothing is to be kept."""
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return False
    found = await measures.add_easier(tx, person.id, today_of(tx.now, person), Easier.OTHER)
    await planning.add_own_words(tx, person.id, Purpose.EASIER, words, about_id=found)
    await events.add(tx, person.id, EasierSaid(), actor=person.id)
    return True


async def noticed_by(tx: Tx, person_id: int) -> Sequence[Noticed]:
    """All that got easier for them, oldest first, each with their words."""
    found = await measures.easier_of_person(tx, person_id)
    if not any(one.what is Easier.OTHER for one in found):
        return found
    words = {one.about_id: one.words for one in await planning.own_words_of_person(tx, person_id, [Purpose.EASIER])}
    return [replace(one, words=words.get(one.id)) for one in found]


async def is_easier_wanted(tx: Tx, person: Person) -> bool:
    """Whether they have told nothing of it today, and did not say that they want to be asked no more."""
    today, theirs = today_of(tx.now, person), await measures.easier_of_person(tx, person.id)
    wanted = await consents.has_preference(tx, person.id, Switch.EASIER)
    return wanted and not any(one.on == today for one in theirs)
