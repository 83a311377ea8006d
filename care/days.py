"""What there is to know of people's days before they are written to unasked, in a constant number of statements."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from db import caseload, errata, people, plans, prompts, soft
from db.silences import silences
from db.tx import Tx
from programme.day import ASKING, NOT_SILENT, Day
from programme.due import Candidate

LOOK_BACK = timedelta(days=2)  # what is open, or done by oneself, from before that has no say in a slot
LATELY = timedelta(hours=36)  # all that was due of a local day, wherever that is
SILENT_AFTER = timedelta(days=2)  # who was heard of since then has no two silent days


def since(now: datetime, wanted: Sequence[Candidate]) -> datetime:
    """From when on something may have a say in what is due of these plans."""
    return min(now, *(one.plan.next_due_at for one in wanted)) - LOOK_BACK


async def around(tx: Tx, wanted: Sequence[Candidate]) -> dict[int, Day]:
    """The days of the people of these plans, by person; their plans without these."""
    ids = {one.plan.person_id for one in wanted}
    found = await prompts.traces(tx, ids, since(tx.now, wanted), tx.now - LATELY)
    others = await plans.of_people(tx, ids, [one.plan.id for one in wanted])
    quiet = {
        one.plan.person_id: (one.heard_at, one.plan.zone)
        for one in wanted
        if one.heard_at is not None and one.plan.kind in ASKING and tx.now - one.heard_at >= SILENT_AFTER
    }
    silent = await silences(tx, quiet)
    quit_on = {one.plan.person_id: one.quit_on for one in wanted}
    gentle, wrong = await soft.of_people(tx, ids), await errata.days_of(tx, ids, tx.now - LATELY)
    return {
        whose: Day(
            tuple(found.get(whose, ())),
            tuple(others.get(whose, ())),
            quit_on[whose],
            silent.get(whose, NOT_SILENT),
            gentle.get(whose, ()),
            wrong.get(whose, ()),
        )
        for whose in ids
    }


async def of_people(tx: Tx, person_ids: Collection[int]) -> dict[int, Day]:
    """The days of these people, by person; nothing is said of their silence."""
    ids = set(person_ids)
    if not ids:
        return {}
    found = await prompts.traces(tx, ids, tx.now, tx.now - LATELY)
    theirs, attempts = await plans.of_people(tx, ids), await caseload.attempts(tx, ids)
    quit_on = {whose: attempt.quit_on for whose, attempt in attempts.items()}
    wrong = await errata.days_of(tx, ids, tx.now - LATELY)
    return {
        whose: Day(
            tuple(found.get(whose, ())),
            tuple(theirs.get(whose, ())),
            quit_on.get(whose),
            errata=wrong.get(whose, ()),
        )
        for whose in ids
    }


async def of_one(tx: Tx, person_id: int, zone: str) -> Day:
    """The day of that person, without their plans, with their silence so far."""
    found = await prompts.traces(tx, [person_id], tx.now - LOOK_BACK, tx.now - LATELY)
    attempt = (await caseload.attempts(tx, [person_id])).get(person_id)
    heard_at, _ = await people.heard_at(tx, person_id)
    is_silent = heard_at is not None and tx.now - heard_at >= SILENT_AFTER
    silent = await silences(tx, {person_id: (heard_at, zone)}) if heard_at and is_silent else {}
    quit_on = attempt.quit_on if attempt else None
    gentle = (await soft.of_people(tx, [person_id])).get(person_id, ())
    wrong = (await errata.days_of(tx, [person_id], tx.now - LATELY)).get(person_id, ())
    return Day(tuple(found.get(person_id, ())), (), quit_on, silent.get(person_id, NOT_SILENT), gentle, wrong)
