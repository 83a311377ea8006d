"""Telling people that we were wrong: each once, in the daytime where they are, when nothing harder is going on.

What was wrong, and for whom: programme.errata; who it is was written down by the migration that came with the right
words. Those who have left are told too. "I won't write to you" was said to them, and so was that their answers are
kept, or what to do with a tablet: a promise to be silent is no reason to leave them with what is wrong. It is one
message, it asks nothing, and it says that no other follows. See docs/decisions/0032.
"""

import re
from collections.abc import Sequence

from care import days, say
from care.peace import engaged_until
from care.recounted import days_recounted
from care.soft import is_soft
from care.verdict import NotYet, Unwanted, Verdict, Wanted
from db import consents, errata, evenings, pauses, people
from db.errata import SCREEN, Due
from db.outbox import Rank
from db.screens import ScreenRow
from db.tx import Tx
from programme.errata import PRACTITIONERS_AFTER, WORTH, Erratum, is_daytime
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.shared import Line
from programme.smoking import is_left_in_peace
from programme.today import today_of

MOST = 500  # put down in one transaction
_KEY = re.compile(r"x(\d+):erratum@\d+")  # and when it was put down: what did not go is put down afresh


async def tell_due(tx: Tx) -> int:
    """Puts down what may be told now, at most MOST; how many that were. Asked each hour.

    Practitioners hear of it half a day after the first of their clients, where those show them their week.
    """
    for what in (Erratum.SIDE_EFFECTS, Erratum.ANSWERS):
        for practitioner in await errata.practitioners(tx, what, tx.now - PRACTITIONERS_AFTER):
            if what.seen is not None and await clients_who_show(tx, practitioner, what):
                await errata.add(tx, practitioner, what.seen)
    due = [one for one in await errata.untold(tx) if is_daytime(tx.now, one.zone or HOME.zone)]
    await people.lock(tx, {one.person_id for one in due})
    told = dropped = 0
    for one in due:
        if told + dropped == MOST:
            break
        if await _is_right_by_now(tx, one):
            await errata.drop(tx, one.id)
            dropped += 1
        elif await _may(tx, one):
            key = f"x{one.id}:{SCREEN}@{tx.now:%Y%m%d%H%M}"
            await say.show(
                tx, one.person_id, SCREEN, subject_id=one.id, rank=Rank.PROMPT, key=key, not_after=tx.now + WORTH
            )
            told += 1
    return told


async def _is_right_by_now(tx: Tx, due: Due) -> bool:
    """Whether it is of a client's days and nothing of them is counted another way, or kept, or they have left."""
    if due.what is not Erratum.DAYS:
        return False
    person = await people.get(tx, due.person_id)
    return person is None or due.as_of is None or await days_recounted(tx, due.as_of, person) is None


async def _may(tx: Tx, due: Due) -> bool:
    person = await people.get(tx, due.person_id)
    if due.what.of is not due.what and not await clients_who_show(tx, due.person_id, due.what.of):
        return False  # nobody shows them their week any more
    return person is not None and await _verdict(tx, person, due.what) == Wanted()


def of_key(key: str | None) -> int | None:
    """The id of the erratum that an outbox key is about, or None."""
    found = _KEY.fullmatch(key or "")
    return int(found[1]) if found else None


async def look(tx: Tx, erratum_id: int, person_id: int) -> Verdict:
    """Whether it may still go, at the moment of sending."""
    person, found = await people.get(tx, person_id), await errata.get(tx, erratum_id)
    if person is None or found is None or found.told_at is not None:
        return Unwanted("gone")
    return await _verdict(tx, person, found.what)


async def _verdict(tx: Tx, person: Person, what: Erratum) -> Verdict:
    """Not at night, on an evening that is left in peace or after a crisis card, nor in a break (but see Erratum), nor
    beyond what the day may hold, nor into the middle of something."""
    zone = person.zone or HOME.zone
    if person.cannot_reach_since is not None:
        return Unwanted("blocked")
    if not is_daytime(tx.now, zone) or await is_soft(tx, person.id):
        return Unwanted("not now")
    pause = (await pauses.running(tx, [person.id])).get(person.id)
    if pause is not None and pause.of_client and what.waits_for_a_pause:
        return Unwanted("paused")
    quiet = [one.at for one in (await evenings.of_people(tx, [person.id], tx.now - 2 * DAY)).get(person.id, [])]
    if is_left_in_peace(tx.now, quiet, zone):
        return Unwanted("not now")
    today, day = today_of(tx.now, person), (await days.of_people(tx, [person.id]))[person.id]
    if day.said(today) >= day.most(today):
        return Unwanted("cap")
    engaged = await engaged_until(tx, person.id, *await people.heard_at(tx, person.id))
    return NotYet(engaged) if engaged else Wanted()


async def arrived(tx: Tx, row: ScreenRow) -> None:
    """It stands on their phone: they are told, and it counts in their day."""
    person = await people.get(tx, row.person_id)
    if person is not None and row.subject_id is not None:
        await errata.told(tx, row.subject_id, today_of(tx.now, person))


async def clients_who_show(tx: Tx, practitioner_id: int, what: Erratum) -> Sequence[Person]:
    """Who of that practitioner's clients was told of that and shows them their week."""
    told = await errata.told_clients(tx, practitioner_id, what)
    showing = await consents.showing(tx, told, Line.COUNTS)
    known = await people.get_many(tx, showing)
    return [known[one] for one in told if one in known]
