"""The quit date: set, moved, taken away. A try at stopping that had begun stays, and so do its days (FIELD S12)."""

from dataclasses import dataclass, replace
from datetime import date

from care import same_day
from care.course import begin_anew, follow_quit_date
from care.outcomes import no_outcomes, promise_outcomes
from care.quit_morning import no_quit_morning, promise_quit_morning
from care.timing import now_is_good
from db import attempts, events, stopped
from db.tx import Tx
from programme.medicines import Moment
from programme.people import Person
from programme.plan import CHECK_IN
from programme.quitting import Attempt, Move, may_be_quit_date, move
from programme.today import today_of

__all__ = ["QuitDateSet", "set_quit_date", "today_of", "unset_quit_date"]


@dataclass(frozen=True, slots=True)
class QuitDateSet:
    """The attempt as it is now, and the day it had before, where there was one."""

    attempt: Attempt
    before: date | None = None


async def set_quit_date(tx: Tx, person: Person, day: date) -> QuitDateSet | None:
    """That client (locked) stops, or stopped, on that day of theirs; None for a day that cannot be picked.

    - From two weeks back ("I stopped on ...") to a year ahead.
    - What moving a day means for the attempt: see programme.quitting.move.
    - A word on the morning of a day that is still to come; a day that is moved takes its word along.
    - Check-ins follow it from now on, and what was asked stays; somebody who had said "not now" is back by that.
    """
    today = today_of(tx.now, person)
    old = await attempts.current(tx, person.id)
    if not may_be_quit_date(day, today) or not person.is_client:
        return None
    if old is None:
        return await _begin(tx, person, day)
    match move(old, day, today):
        case Move.SAME_DAY:
            return QuitDateSet(old, old.quit_on)
        case Move.NEW_ATTEMPT:
            await attempts.end(tx, old.id, min(day, today))
            return await _begin(tx, person, day, old.quit_on)
    moved = replace(old, quit_on=day, moved=old.moved + 1)
    await attempts.change(tx, moved)
    data = {"attempt": old.id, "from": old.quit_on.isoformat(), "to": day.isoformat()}
    await events.add(tx, "QuitDateMoved", person.id, person.id, data)
    await anchor(tx, person, day)
    await _begun(tx, person, Moment.MOVED, day)
    return QuitDateSet(moved, old.quit_on)


async def _begun(tx: Tx, person: Person, moment: Moment, day: date) -> None:
    """Whose day is here, or was, smokes another amount by now: who agreed to it has the team told (care.same_day)."""
    if day <= today_of(tx.now, person):
        await same_day.tell(tx, person, moment, day)


async def _begin(tx: Tx, person: Person, day: date, before: date | None = None) -> QuitDateSet:
    attempt = await attempts.add(tx, person.id, day)
    await _begun(tx, person, Moment.SET, day)
    moved_from = before and before.isoformat()
    data = {"attempt": attempt.id, "to": day.isoformat(), "from": moved_from}
    await events.add(tx, "QuitDateSet", person.id, person.id, data)
    await anchor(tx, person, day)
    return QuitDateSet(attempt, before)


async def anchor(tx: Tx, person: Person, day: date) -> None:
    """What is still to come follows that day: the word on its morning, the course, the questions weeks after it."""
    await now_is_good(tx, person)
    await promise_quit_morning(tx, person, day)
    if CHECK_IN not in await stopped.of_person(tx, person.id):
        await begin_anew(tx, person)
    await promise_outcomes(tx, person)


async def unset_quit_date(tx: Tx, person: Person) -> Attempt | None:
    """No quit date for now; None where there was none. The days that were lived still count, and the reasons stay."""
    old = await attempts.current(tx, person.id)
    if old is None:
        return None
    today = today_of(tx.now, person)
    await attempts.end(tx, old.id, today)
    await no_quit_morning(tx, person.id)
    await follow_quit_date(tx, person, None)
    await no_outcomes(tx, person.id)
    await events.add(tx, "QuitDateUnset", person.id, person.id, {"attempt": old.id})
    return replace(old, ended_on=today)
