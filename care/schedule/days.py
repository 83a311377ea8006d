"""What is known of people's days before an unprompted message: what was said, whether they are busy, soft hours."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from db.delivery import errata, screens
from db.people import accounts
from db.practice import caseload
from db.schedule import days, plans, prompts
from db.schedule.days import silences
from db.tx import Tx
from programme.people.person import HOME, Person
from programme.safety.danger import Brings
from programme.schedule.day import ASKING, NOT_SILENT, SOFTENS, DayState, soft_at, soft_from
from programme.schedule.due import DuePlan
from programme.schedule.prompt import (
    ACTIVE_FOR,
    CRISIS,
    CRISIS_SCREEN,
    LOOK_AGAIN,
    TALKS,
    is_being_answered,
    was_active_recently,
)

LOOK_BACK = timedelta(days=2)  # what is open, or done by oneself, from before that has no say in a slot
LATELY = timedelta(hours=42)  # what was due on a local date by day, from the first zone to the last
SILENT_AFTER = timedelta(days=2)  # who was heard of since then has no two silent days


def days_since(now: datetime, wanted: Sequence[DuePlan]) -> datetime:
    """From when on something may have a say in what is due of these plans."""
    return min(now, *(one.plan.next_due_at for one in wanted)) - LOOK_BACK


async def days_around(tx: Tx, wanted: Sequence[DuePlan]) -> dict[int, DayState]:
    """The days of the people of these plans, by person; their plans without these."""
    ids = {one.plan.person_id for one in wanted}
    found = await prompts.traces(tx, ids, days_since(tx.now, wanted), tx.now - LATELY)
    others = await plans.of_people(tx, ids, [one.plan.id for one in wanted])
    quiet = {
        one.plan.person_id: (one.last_seen_at, one.plan.zone)
        for one in wanted
        if one.last_seen_at is not None and one.plan.kind in ASKING and tx.now - one.last_seen_at >= SILENT_AFTER
    }
    silent = await silences(tx, quiet)
    quit_on = {one.plan.person_id: one.quit_on for one in wanted}
    gentle, wrong = await days.soft_of_people(tx, ids), await errata.days_of(tx, ids, tx.now - LATELY)
    return {
        whose: DayState(
            tuple(found.get(whose, ())),
            tuple(others.get(whose, ())),
            quit_on[whose],
            silent.get(whose, NOT_SILENT),
            gentle.get(whose, ()),
            wrong.get(whose, ()),
        )
        for whose in ids
    }


async def days_of_people(tx: Tx, person_ids: Collection[int]) -> dict[int, DayState]:
    """The days of these people, by person; nothing is said of their silence."""
    ids = set(person_ids)
    if not ids:
        return {}
    found = await prompts.traces(tx, ids, tx.now, tx.now - LATELY)
    theirs, attempts = await plans.of_people(tx, ids), await caseload.attempts(tx, ids)
    quit_on = {whose: attempt.quit_on for whose, attempt in attempts.items()}
    wrong = await errata.days_of(tx, ids, tx.now - LATELY)
    return {
        whose: DayState(
            tuple(found.get(whose, ())),
            tuple(theirs.get(whose, ())),
            quit_on.get(whose),
            errata=wrong.get(whose, ()),
        )
        for whose in ids
    }


async def days_of_one(tx: Tx, person_id: int, zone: str) -> DayState:
    """The day of that person, without their plans, with their silence so far."""
    found = await prompts.traces(tx, [person_id], tx.now - LOOK_BACK, tx.now - LATELY)
    attempt = (await caseload.attempts(tx, [person_id])).get(person_id)
    last_seen_at, _ = await accounts.last_seen_at(tx, person_id)
    is_silent = last_seen_at is not None and tx.now - last_seen_at >= SILENT_AFTER
    silent = await silences(tx, {person_id: (last_seen_at, zone)}) if last_seen_at and is_silent else {}
    quit_on = attempt.quit_on if attempt else None
    gentle = (await days.soft_of_people(tx, [person_id])).get(person_id, ())
    wrong = (await errata.days_of(tx, [person_id], tx.now - LATELY)).get(person_id, ())
    return DayState(tuple(found.get(person_id, ())), (), quit_on, silent.get(person_id, NOT_SILENT), gentle, wrong)


async def busy_until(
    tx: Tx, person_id: int, last_seen_at: datetime | None, awaiting: str | None, but: int | None = None
) -> datetime | None:
    """When to look again (UTC) whether something may be said to that person unasked; None: it may now.

    - A moment ago something came from them, and we wait for their words, or they are at a question (not the prompt of
      id `but`; also one that had closed), or in a talk about a craving and the like.
    - The crisis card was shown half an hour ago or less, whatever came since.
    """
    if last_seen_at is None or not was_active_recently(last_seen_at, tx.now, CRISIS):
        return None
    crisis = await screens.any_since(tx, person_id, {CRISIS_SCREEN}, tx.now - CRISIS)
    active = was_active_recently(last_seen_at, tx.now)
    if crisis or (active and await _is_busy(tx, person_id, last_seen_at, awaiting, but)):
        return tx.now + LOOK_AGAIN
    return None


async def _is_busy(tx: Tx, person_id: int, last_seen_at: datetime, awaiting: str | None, but: int | None) -> bool:
    if awaiting is not None:
        return True
    begun = [one for one in await prompts.open_of(tx, person_id) if one.id != but]
    if any(is_being_answered(one, last_seen_at, tx.now) for one in begun) or await prompts.is_adding_late(
        tx, person_id
    ):
        return True
    return await screens.any_since(tx, person_id, TALKS, tx.now - ACTIVE_FOR)


async def soften(tx: Tx, person: Person, screen_id: int, brings: Brings) -> None:
    """The card on that screen is shown to that person now: their evening and next morning are soft.

    - What the words brought decides, and is not kept. After violence at home, and where it is not known what they said,
      nothing changes.
    - Only for a client: nobody else is asked how they are.
    """
    if person.is_client and brings in SOFTENS:
        await days.begin_soft(tx, person.id, screen_id, soft_from(tx.now, person.zone or HOME.zone))


async def is_soft(tx: Tx, person_id: int) -> bool:
    """Whether that person's hours are soft at that moment."""
    return soft_at(tx.now, (await days.soft_of_people(tx, [person_id])).get(person_id, ())) is not None
