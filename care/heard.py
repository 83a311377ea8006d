"""The four-week result as a client told it in the room: a practitioner enters what they heard, and on which day."""

from datetime import date, datetime
from typing import Final

from care.quit_date import today_of
from care.readings import keeping_client, may_be_entered
from db import attempts, events, outcomes, people
from db.tx import Tx
from programme.outcome import DUE_BY, DUE_FROM, FOUR_WEEKS, RANGES, Outcome, asked_till, since
from programme.outcomes.all_four import latest
from programme.people import Person

HEARD: Final = "HeardEntered"  # data: attempt, value (a code of RANGES), on (the client's date), entered


async def enter_heard(tx: Tx, practitioner: Person, client_id: int, code: str, on: date | None = None) -> bool:
    """Keep what their client said of days 15 to 28, as a code of RANGES, heard on that date of theirs; None: today.

    - It stands beside what the client tells us, and never in its place.
    - What was heard of that try before is replaced, but not what counts by what comes too early or too late to count.
    - False where it is not such a code, not theirs, to come, before day 16, or longer ago than readings.BACK_TO.
    """
    await people.lock(tx, [practitioner.id, client_id])
    client = await keeping_client(tx, practitioner, client_id)
    if client is None or code not in RANGES:
        return False
    heard = on or today_of(tx.now, client)
    about = latest(await attempts.of_person(tx, client.id), heard)
    if about is None or not may_be_entered(heard, tx.now, client) or heard <= since(about.quit_on):
        return False
    data = {
        "attempt": about.id,
        "value": code,
        "on": heard.isoformat(),
        "entered": today_of(tx.now, practitioner).isoformat(),
    }
    await events.add(tx, HEARD, client.id, practitioner.id, data)
    told = (await outcomes.of_attempts(tx, [about.id])).get(about.id, ())
    before = any(one.entered_by is not None and may_count(about.quit_on, one.told_on) for one in told)
    if may_count(about.quit_on, heard) or not before:
        await outcomes.put(tx, client.id, heard_of(tx.now, about.id, about.quit_on, code, heard, practitioner.id))
    return True


def may_count(quit_on: date, on: date) -> bool:
    """Whether what is heard on that date is in the time in which a four-week result may be taken."""
    return DUE_FROM <= (on - quit_on).days <= DUE_BY


def heard_of(now: datetime, attempt_id: int, quit_on: date, code: str, on: date, by: int) -> Outcome:
    """What was heard, as it is kept: about the days from day 15 that were over, and day 28 at the latest."""
    last = asked_till(quit_on, FOUR_WEEKS, on)
    return Outcome(attempt_id, FOUR_WEEKS, now, *RANGES[code], code, on, last, by)
