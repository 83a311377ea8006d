"""Lived progress of a client in full, for the client alone: days, cigarettes, money, and the tries behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from care.quit_date import today_of
from care.record import said_by
from db import consents, cravings, own_words, usual
from db.tx import Tx
from programme.outcomes import LivedProgress, Record, Usual, lived
from programme.own_words import Purpose
from programme.people import Person
from programme.progress import Progress, progress
from programme.quitting import Attempt
from programme.usual import UsualDay


@dataclass(frozen=True, slots=True)
class Counted:
    """`usual` is what they told of before (None: nothing), and `lived` what it comes to by now.

    `before` is what held before they changed what is usual, or its price; oldest first.
    """

    usual: UsualDay | None
    lived: LivedProgress
    before: Sequence[Usual] = ()


@dataclass(frozen=True, slots=True)
class Try:
    """One try at stopping, its days, and what led to its end or its moving: own words, or the code of a chip."""

    attempt: Attempt
    days: Progress
    why: str | None = None
    is_chip: bool = False

    def came(self, today: date) -> bool:
        """Whether its day ever came; a plan that ended before counts as a plan."""
        ended = self.attempt.ended_on
        return self.attempt.has_come(today) and (ended is None or ended > self.attempt.quit_on)


async def lived_of(tx: Tx, person: Person) -> Counted | None:
    """What that client has lived, with its working; None where their answers are not kept."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return None
    record = await lived_record(tx, person)
    return Counted(await usual.of_person(tx, person.id), lived(record, today_of(tx.now, person)), record.usual_before)


async def lived_record(tx: Tx, person: Person) -> Record:
    """What it is counted from: all they said, and what was usual, and cost what, at which time."""
    told, spoken = await usual.of_person(tx, person.id), await said_by(tx, person.id)
    now_usual = None
    if told is not None:
        now_usual = Usual(told.a_day, told.price, told.packet_of, told.since, currency=told.currency)
    before = tuple(
        Usual(one.a_day, one.price, one.packet_of, until=one.until, currency=one.currency)
        for one in await usual.before(tx, person.id)
    )
    return Record(
        attempts=spoken.attempts,
        said=spoken.said,
        ridden_out=sum((one.eased_by or 0) > 0 for one in await cravings.of_person(tx, person.id)),
        usual=now_usual,
        usual_before=before,
    )


async def tries_of(tx: Tx, person: Person) -> Sequence[Try]:
    """Every try of that client, newest first, each with its days alone. Their words where they gave any."""
    today, keeps = today_of(tx.now, person), (await consents.in_force(tx, person.id)).keep_answers
    spoken = await said_by(tx, person.id)
    known = spoken.known() if keeps else {}
    why = {one.about_id: one for one in await own_words.of_person(tx, person.id, [Purpose.WHY_MOVED])}
    found = []
    for one in spoken.attempts:
        said = why.get(one.id)
        chip = said.code if said else None
        found.append(Try(one, progress([one], known, today), chip or (said.words if said else None), chip is not None))
    return found[::-1]
