"""The quit date: set, moved, taken away, in the client's words, and ended by a relapse that they name."""

from dataclasses import dataclass, replace
from datetime import date

from care import medicines
from care.quitting.outcomes import cancel_outcomes, schedule_outcomes
from care.schedule.course import begin_anew, follow_quit_date
from care.schedule.pause import not_now, now_is_good
from care.schedule.plans import cancel_quit_morning, schedule_quit_morning
from care.toolkit import keeps_words
from db import events, planning, quitting
from db.people import consents
from db.tx import Tx
from programme.medicines.regular import SmokingChange
from programme.people.person import Person, today_of
from programme.planning.reasons import Purpose
from programme.quitting.attempts import Attempt, AttemptMove, WhyMoved, is_weekend, may_be_quit_date, move_attempt
from programme.quitting.events import QuitDateMoved, QuitDateSet, QuitDateUnset
from programme.quitting.relapses import Choice, QuitDateKept, RelapseNamed
from programme.schedule.plan import CHECK_IN
from programme.toolkit.items import clean_words


@dataclass(frozen=True, slots=True)
class QuitDateChange:
    """The attempt as it is now, and the day it had before, where there was one."""

    attempt: Attempt
    before: date | None = None


async def attempt_of(tx: Tx, person: Person) -> Attempt | None:
    """The try of theirs that goes on, whether its day has come or not; None without a quit date."""
    return await quitting.current_attempt(tx, person.id)


async def quit_day(tx: Tx, person: Person) -> int | None:
    """Which day of that try it is for them today; None without a quit date."""
    attempt = await quitting.current_attempt(tx, person.id)
    return attempt.day_number(today_of(tx.now, person)) if attempt else None


async def is_quit_date(tx: Tx, person: Person, day: date) -> bool:
    """Whether that is the day of the try that goes on."""
    attempt = await quitting.current_attempt(tx, person.id)
    return attempt is not None and attempt.quit_on == day


async def set_quit_date(tx: Tx, person: Person, day: date) -> QuitDateChange | None:
    """That client (locked) stops, or stopped, on that day of theirs; None for a day that cannot be picked.

    - From two weeks back ("I stopped on ...") to a year ahead.
    - What moving a day means for the attempt: see programme.quitting.attempts.move_attempt.
    - A word on the morning of a day that is still to come; a day that is moved takes its word along.
    - Check-ins follow it from now on, and what was asked stays; somebody who had said "not now" is back by that.
    """
    today = today_of(tx.now, person)
    old = await quitting.current_attempt(tx, person.id)
    if not may_be_quit_date(day, today) or not person.is_client:
        return None
    if old is None:
        return await _begin(tx, person, day)
    match move_attempt(old, day, today):
        case AttemptMove.SAME_DAY:
            return QuitDateChange(old, old.quit_on)
        case AttemptMove.NEW_ATTEMPT:
            await quitting.end_attempt(tx, old.id, min(day, today))
            return await _begin(tx, person, day, old.quit_on)
    moved = replace(old, quit_on=day, moved=old.moved + 1)
    await quitting.change_attempt(tx, moved)
    await events.add(tx, person.id, QuitDateMoved(attempt=old.id, from_=old.quit_on, to=day), actor=person.id)
    await anchor(tx, person, day)
    await _begun(tx, person, SmokingChange.MOVED, day)
    return QuitDateChange(moved, old.quit_on)


async def _begun(tx: Tx, person: Person, moment: SmokingChange, day: date) -> None:
    """Whose day is here, or was, smokes another amount now: who agreed to it has the team told (care.medicines)."""
    if day <= today_of(tx.now, person):
        await medicines.tell_same_day(tx, person, moment, day)


async def _begin(tx: Tx, person: Person, day: date, before: date | None = None) -> QuitDateChange:
    attempt = await quitting.add_attempt(tx, person.id, day)
    await _begun(tx, person, SmokingChange.SET, day)
    await events.add(tx, person.id, QuitDateSet(attempt.id, day, before), actor=person.id)
    await anchor(tx, person, day)
    return QuitDateChange(attempt, before)


async def anchor(tx: Tx, person: Person, day: date) -> None:
    """What is still to come follows that day: the word on its morning, the course, the questions weeks after it."""
    await now_is_good(tx, person)
    await schedule_quit_morning(tx, person, day)
    if CHECK_IN not in await consents.stopped_kinds(tx, person.id):
        await begin_anew(tx, person)
    await schedule_outcomes(tx, person)


async def unset_quit_date(tx: Tx, person: Person) -> Attempt | None:
    """No quit date for now; None where there was none. The days that were lived still count, and the reasons stay."""
    old = await quitting.current_attempt(tx, person.id)
    if old is None:
        return None
    today = today_of(tx.now, person)
    await quitting.end_attempt(tx, old.id, today)
    await cancel_quit_morning(tx, person.id)
    await follow_quit_date(tx, person, None)
    await cancel_outcomes(tx, person.id)
    await events.add(tx, person.id, QuitDateUnset(old.id), actor=person.id)
    return replace(old, ended_on=today)


MOST_CHARACTERS = 500  # characters


async def say_why(tx: Tx, person: Person, attempt_id: int, why: WhyMoved | str) -> bool:
    """Keep what led to that attempt of theirs being moved or taken away, a chip or words; the newest stands.

    False where it is not theirs, there are no words, or answers are not kept.
    """
    words, code = ("", why.value) if isinstance(why, WhyMoved) else (clean_words(why, MOST_CHARACTERS) or "", None)
    theirs = any(one.id == attempt_id for one in await quitting.attempts_of_person(tx, person.id))
    if not theirs or not (words or code) or not await keeps_words(tx, person):
        return False
    for old in await planning.own_words_of_person(tx, person.id, [Purpose.WHY_MOVED]):
        if old.about_id == attempt_id:
            await planning.end_own_words(tx, old.id, person.id, tx.now)
    await planning.add_own_words(tx, person.id, Purpose.WHY_MOVED, words, about_id=attempt_id, code=code)
    return True


async def say_readier(tx: Tx, person: Person, text: str) -> bool:
    """Keep what would help them to be readier; False where there are no words, or answers are not kept."""
    words = clean_words(text, MOST_CHARACTERS)
    if not words or not await keeps_words(tx, person):
        return False
    await planning.add_own_words(tx, person.id, Purpose.READIER, words)
    return True


async def say_weekend(tx: Tx, person: Person, text: str) -> bool:
    """Keep what the weekend of their quit date will be like; the newest stands. False where there is no such date."""
    attempt, words = await quitting.current_attempt(tx, person.id), clean_words(text, MOST_CHARACTERS)
    if attempt is None or not is_weekend(attempt.quit_on) or not words or not await keeps_words(tx, person):
        return False
    for old in await planning.own_words_of_person(tx, person.id, [Purpose.WEEKEND]):
        await planning.end_own_words(tx, old.id, person.id, tx.now)
    await planning.add_own_words(tx, person.id, Purpose.WEEKEND, words, on_date=attempt.quit_on)
    return True


async def weekend_of(tx: Tx, person: Person, attempt: Attempt) -> str | None:
    """What they wrote about the weekend of that quit date."""
    found = await planning.own_words_of_person(tx, person.id, [Purpose.WEEKEND])
    return next((one.words for one in reversed(found) if one.on_date == attempt.quit_on), None)


async def name_relapse(tx: Tx, person: Person, choice: Choice, *, most_days: bool = True) -> bool:
    """That client (locked) says that they smoke on most days, or stops counting (`most_days` False), and what suits
    them now; False where no attempt goes on whose day has come.

    - To keep going changes nothing else.
    - With any other choice the attempt ends today, and stays with its days. Check-ins follow no date from then on.
    - "Not now" ends them, but for the question about the timing, see care.schedule.pause.
    """
    attempt, today = await quitting.current_attempt(tx, person.id), today_of(tx.now, person)
    if attempt is None or not person.is_client:
        return False
    if choice is not Choice.KEEP_GOING:
        await unset_quit_date(tx, person)
    if (await consents.in_force(tx, person.id)).keep_answers:  # the telling is the answer
        await events.add(
            tx,
            person.id,
            RelapseNamed(attempt=attempt.id, choice=choice, on=today, most_days=most_days),
            actor=person.id,
        )
        await medicines.tell_same_day(tx, person, SmokingChange.RELAPSE, today)
    if choice is Choice.NOT_NOW:
        await not_now(tx, person)
    return True


async def take_back_relapse(tx: Tx, person: Person, attempt_id: int) -> bool:
    """It was a slip of the finger: that attempt, which ended today, goes on, and what comes follows its day again.

    False where it is not theirs, ended earlier, or another one goes on now.
    """
    if await quitting.current_attempt(tx, person.id) is not None or not person.is_client:
        return False
    mine = [one for one in await quitting.attempts_of_person(tx, person.id) if one.id == attempt_id]
    if not mine or mine[0].ended_on != today_of(tx.now, person):
        return False
    await quitting.reopen_attempt(tx, attempt_id)
    await medicines.take_back_same_day(tx, person, (SmokingChange.RELAPSE, mine[0].ended_on))
    await events.add(tx, person.id, QuitDateKept(attempt=attempt_id, to=mine[0].quit_on), actor=person.id)
    await anchor(tx, person, mine[0].quit_on)
    return True


async def not_now_after_all(tx: Tx, person: Person) -> bool:
    """That client (locked) wants none of it for now, and a quit date that is still to come is taken away with it.

    False where a try goes on, which is for them to name (see `name_relapse`), or where there is nothing to end.
    """
    attempt = await quitting.current_attempt(tx, person.id)
    if attempt is not None and not attempt.has_come(today_of(tx.now, person)):
        await unset_quit_date(tx, person)
    return await not_now(tx, person)
