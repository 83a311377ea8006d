"""What practitioners enter of a client's outcomes, how it is taken back, and the end of a follow-up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from care.practice import requests
from care.practice.clients import authorise_client
from care.quitting.outcomes import cancel_outcomes, schedule_outcomes
from care.schedule.pause import come_back, pause
from care.toolkit import keeps_words
from db import events, quitting
from db.people import accounts, consents
from db.tx import Tx
from programme.event import AnyEvent
from programme.people.consent import ShownLine
from programme.people.person import Person, today_of
from programme.quitting.attempts import Attempt
from programme.quitting.events import (
    CoEntered,
    EntryTakenBack,
    FollowUpEnded,
    FollowUpGoesOn,
    HeardEntered,
    TreatedSaid,
)
from programme.quitting.follow_ups import (
    DUE_BY,
    DUE_FROM,
    FOUR_WEEKS,
    HIGHEST_READING,
    RANGES,
    OutcomeAnswer,
    asked_till,
    since,
)
from programme.quitting.outcomes import attempts_shown, latest_attempt
from programme.schedule.pause import Length

BACK_TO: Final = timedelta(weeks=6)  # how long ago a reading was taken, or an answer heard, at the most


class FollowUpEnd(StrEnum):
    """Why nobody will be asked any more."""

    DIED = "died"
    MOVED = "moved"  # where nobody can find them


async def enter_reading(tx: Tx, practitioner: Person, client_id: int, ppm: int, on: date | None = None) -> bool:
    """Keep a reading of carbon monoxide that the practitioner took on that date of the client's; None: today.

    False unless it is 0..HIGHEST ppm, of their client, and not to come nor longer ago than BACK_TO.
    """
    client = await keeping_client(tx, practitioner, client_id)
    if (
        client is None
        or not 0 <= ppm <= HIGHEST_READING
        or not may_be_entered(on or today_of(tx.now, client), tx.now, client)
    ):
        return False
    taken = on or today_of(tx.now, client)
    await events.add(
        tx, client.id, CoEntered(ppm=ppm, on=taken, entered=today_of(tx.now, practitioner)), actor=practitioner.id
    )
    return True


async def say_treated(tx: Tx, practitioner: Person, client_id: int, *, treated: bool) -> bool:
    """Whether their client attended, agreed to treatment and set a quit date, in the practitioner's word.

    It is said of one try: the last whose day has come, or else the one to come. False where there is none.
    """
    client = await keeping_client(tx, practitioner, client_id)
    about = (
        None
        if client is None
        else attempts_shown(await quitting.attempts_of_person(tx, client.id), today_of(tx.now, client))
    )
    if client is None or about is None:
        return False
    await events.add(
        tx,
        client.id,
        TreatedSaid(treated=treated, attempt=about.id, entered=today_of(tx.now, practitioner)),
        actor=practitioner.id,
    )
    return True


async def end_follow_up(tx: Tx, practitioner: Person, client_id: int, why: FollowUpEnd, on: date) -> bool:
    """Their client died, or moved where nobody can find them, on that date; False for a day to come."""
    client = await keeping_client(tx, practitioner, client_id)
    if client is None or on > today_of(tx.now, client):
        return False
    await events.add(tx, client.id, FollowUpEnded(why=why, on=on), actor=practitioner.id)
    return True


def may_be_entered(on: date, now: datetime, client: Person) -> bool:
    """Whether something of that date of the client's may be entered now."""
    today = today_of(now, client)
    return today - BACK_TO <= on <= today


async def keeping_client(tx: Tx, practitioner: Person, client_id: int) -> Person | None:
    """The client, where they are this practitioner's now and let answers be kept."""
    client = await authorise_client(tx, practitioner, client_id)
    return client if client is not None and await keeps_words(tx, client) else None


async def tries_shown(tx: Tx, practitioner: Person, client_id: int) -> tuple[Person, Sequence[Attempt]] | None:
    """The client and their tries, for the practitioner they are with, where they let them see their quit date."""
    client = await authorise_client(tx, practitioner, client_id)
    if client is None or not await consents.shows(tx, client.id, ShownLine.QUIT_DATE):
        return None
    return client, await quitting.attempts_of_person(tx, client.id)


async def enter_heard(tx: Tx, practitioner: Person, client_id: int, code: str, on: date | None = None) -> bool:
    """Keep what their client said of days 15 to 28, as a code of RANGES, heard on that date of theirs; None: today.

    - It stands beside what the client tells us, and never in its place.
    - What was heard of that try before is replaced, but not what counts by what comes too early or too late to count.
    - False where it is not such a code, not theirs, to come, before day 16, or longer ago than readings.BACK_TO.
    """
    await accounts.lock(tx, [practitioner.id, client_id])
    client = await keeping_client(tx, practitioner, client_id)
    if client is None or code not in RANGES:
        return False
    heard = on or today_of(tx.now, client)
    about = latest_attempt(await quitting.attempts_of_person(tx, client.id), heard)
    if about is None or not may_be_entered(heard, tx.now, client) or heard <= since(about.quit_on):
        return False
    await events.add(
        tx,
        client.id,
        HeardEntered(attempt=about.id, value=code, on=heard, entered=today_of(tx.now, practitioner)),
        actor=practitioner.id,
    )
    told = (await quitting.outcomes_of_attempts(tx, [about.id])).get(about.id, ())
    before = any(one.entered_by is not None and may_count(about.quit_on, one.told_on) for one in told)
    if may_count(about.quit_on, heard) or not before:
        await quitting.put_outcome(
            tx, client.id, heard_in_session(tx.now, about.id, about.quit_on, code, heard, practitioner.id)
        )
    return True


def may_count(quit_on: date, on: date) -> bool:
    """Whether what is heard on that date is in the time in which a four-week result may be taken."""
    return DUE_FROM <= (on - quit_on).days <= DUE_BY


def heard_in_session(now: datetime, attempt_id: int, quit_on: date, code: str, on: date, by: int) -> OutcomeAnswer:
    """What was heard, as it is kept: about the days from day 15 that were over, and day 28 at the latest."""
    last = asked_till(quit_on, FOUR_WEEKS, on)
    return OutcomeAnswer(attempt_id, FOUR_WEEKS, now, *RANGES[code], code, on, last, by)


ENTERED: Final = (CoEntered, HeardEntered, EntryTakenBack)


@dataclass(frozen=True, slots=True)
class OutcomeEntry:
    """One entry: a reading (`ppm`) or an answer that was heard (`code` of RANGES), of the client's date `on`."""

    id: int
    on: date
    by: int | None
    entered_on: date
    ppm: int | None = None
    code: str | None = None


async def entries_of(tx: Tx, client_id: int) -> Sequence[OutcomeEntry]:
    """What stands of all that was entered of that client, newest last."""
    return list(_entries(await events.of_kinds(tx, client_id, ENTERED)))


def standing_entries(happened: Iterable[AnyEvent]) -> list[AnyEvent]:
    """Readings and heard answers that were not taken back; every other event as it is."""
    every = [(one, one.event) for one in happened]
    undone = {event.entry for _, event in every if isinstance(event, EntryTakenBack)}
    return [one for one, event in every if not isinstance(event, EntryTakenBack) and one.id not in undone]


async def undo_entry(tx: Tx, practitioner: Person, client_id: int, entry_id: int) -> bool:
    """That entry was a mistake: what was entered before it stands again. False where it is not theirs, or gone."""
    await accounts.lock(tx, [practitioner.id, client_id])
    client = await keeping_client(tx, practitioner, client_id)
    if client is None:
        return False
    there = standing_entries(await events.of_kinds(tx, client_id, ENTERED))
    wrong = next((one for one in there if one.id == entry_id), None)
    if wrong is None:
        return False
    await events.add(tx, client_id, EntryTakenBack(entry_id), actor=practitioner.id)
    if isinstance(wrong.event, HeardEntered):
        await _hear_last(tx, client_id, wrong.event.attempt, [one for one in there if one.id != entry_id])
    return True


async def _hear_last(tx: Tx, client_id: int, attempt_id: int, left: Sequence[AnyEvent]) -> None:
    await quitting.remove_outcome(tx, attempt_id, FOUR_WEEKS, heard=True)
    about = next((one for one in await quitting.attempts_of_person(tx, client_id) if one.id == attempt_id), None)
    events_left = [(one, one.event) for one in left]
    heard = [
        (one, event) for one, event in events_left if isinstance(event, HeardEntered) and event.attempt == attempt_id
    ]
    if heard and about is not None:
        last, event = ([(one, event) for one, event in heard if may_count(about.quit_on, event.on)] or heard)[-1]
        said = heard_in_session(last.at, about.id, about.quit_on, event.value, event.on, last.actor_id or 0)
        await quitting.put_outcome(tx, client_id, said)


def _entries(happened: Iterable[AnyEvent]) -> Iterable[OutcomeEntry]:
    for one in standing_entries(happened):
        match one.event:
            case CoEntered(ppm, on, entered):
                yield OutcomeEntry(one.id, on, one.actor_id, entered_on(one.at, entered), ppm=ppm)
            case HeardEntered(value=value, on=on, entered=entered):
                yield OutcomeEntry(one.id, on, one.actor_id, entered_on(one.at, entered), code=value)


def entered_on(at: datetime, entered: date | None) -> date:
    """The practitioner's date of an entry. Of an old one only its moment (UTC) is known."""
    return entered or at.date()


async def end_follow_up_with(tx: Tx, practitioner: Person, client_id: int, why: FollowUpEnd, on: date) -> bool:
    """Their client died or moved on that date; False where it is not theirs to say, or that day is to come.

    - After a death nothing goes to that chat any more, nor to the people on their side.
    - After a move that nobody can follow it is not asked how it went.
    """
    await accounts.lock(tx, [practitioner.id, client_id])
    if not await end_follow_up(tx, practitioner, client_id, why, on):
        return False
    client = await authorise_client(tx, practitioner, client_id)
    assert client is not None, "it was theirs to say"
    await cancel_outcomes(tx, client.id)
    if why is FollowUpEnd.DIED:
        await requests.close(tx, client, practitioner.id)
        await pause(tx, client, Length.OPEN, actor_id=practitioner.id)
    return True


async def take_back_follow_up_end(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """It was a mistake: things are as before. False where nothing was entered, or it is not theirs to say."""
    await accounts.lock(tx, [practitioner.id, client_id])
    client = await authorise_client(tx, practitioner, client_id)
    why = None if client is None else await follow_up_ended_by(tx, client_id)
    if client is None or why is None:
        return False
    await events.add(tx, client_id, FollowUpGoesOn(), actor=practitioner.id)
    if why is FollowUpEnd.DIED:
        await come_back(tx, client)
    await schedule_outcomes(tx, client)
    return True


async def follow_up_ended_by(tx: Tx, client_id: int) -> FollowUpEnd | None:
    """Why that client is asked no more; None: they are."""
    happened = await events.of_kinds(tx, client_id, (FollowUpEnded, FollowUpGoesOn))
    last = happened[-1] if happened else None
    return None if last is None or not isinstance(last.event, FollowUpEnded) else FollowUpEnd(last.event.why)
