"""Quit attempts, what is prepared for them, outcomes, and everything that was said about cigarettes."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.people.consents import ever_kept
from db.tables import check_ins, outcomes, prepared, prompts, quit_attempts, smoked
from db.tx import Tx
from programme.check_in.answers import HardMoment, Mood
from programme.quitting.attempts import Attempt, Thing
from programme.quitting.follow_ups import OutcomeAnswer
from programme.quitting.lapses import Smoked
from programme.quitting.record import Amount, CigarettesSaid, said_in
from programme.schedule.plan import NEVER

_ATTEMPT_COLUMNS = tuple(quit_attempts.c[name] for name in Attempt.__slots__)
_CURRENT = (
    select(*_ATTEMPT_COLUMNS)
    .where(quit_attempts.c.person_id == bindparam("person"), quit_attempts.c.ended_at.is_(None))
    .order_by(quit_attempts.c.id.desc())
    .limit(1)
)


def _attempt(row: Row[Any]) -> Attempt:
    return Attempt(*tuple(row))


async def add_attempt(tx: Tx, person_id: int, quit_on: date) -> Attempt:
    """Begin another attempt."""
    made = await tx.run(
        insert(quit_attempts).values(person_id=person_id, quit_on=quit_on, made_at=tx.now).returning(*_ATTEMPT_COLUMNS)
    )
    return _attempt(made.one())


async def current_attempt(tx: Tx, person_id: int) -> Attempt | None:
    """The attempt that goes on, whether its day has come or not; None without a quit date."""
    row = (await tx.run(_CURRENT, {"person": person_id})).one_or_none()
    return None if row is None else _attempt(row)


async def attempts_of_person(tx: Tx, person_id: int) -> Sequence[Attempt]:
    """Every attempt of that person, in the order in which they were made."""
    wanted = select(*_ATTEMPT_COLUMNS).where(quit_attempts.c.person_id == person_id)
    return [_attempt(row) for row in await tx.run(wanted.order_by(quit_attempts.c.id))]


async def change_attempt(tx: Tx, attempt: Attempt) -> None:
    """Keep the attempt's day, and how often it was moved, as they are now."""
    values = {"quit_on": attempt.quit_on, "moved": attempt.moved}
    await tx.run(update(quit_attempts).where(quit_attempts.c.id == attempt.id).values(values))


async def reopen_attempt(tx: Tx, attempt_id: int) -> None:
    """It goes on, as if it had not been ended."""
    await tx.run(update(quit_attempts).where(quit_attempts.c.id == attempt_id).values(ended_on=None, ended_at=None))


async def end_attempt(tx: Tx, attempt_id: int, on: date) -> None:
    """It holds no more from that local date on."""
    await tx.run(update(quit_attempts).where(quit_attempts.c.id == attempt_id).values(ended_on=on, ended_at=tx.now))


_OUTCOME_COLUMNS = tuple(outcomes.c[name] for name in OutcomeAnswer.__slots__)
_IN_ORDER = outcomes.c.milestone, outcomes.c.entered_by.is_(None)  # what was heard, then what they told themselves


async def put_outcome(tx: Tx, person_id: int, said: OutcomeAnswer) -> None:
    """Keep what was said; a second answer takes the place of a first, and what was heard that of what was heard."""
    await remove_outcome(tx, said.attempt_id, said.milestone, heard=said.entered_by is not None)
    values = {name: getattr(said, name) for name in OutcomeAnswer.__slots__}
    await tx.run(insert(outcomes).values(person_id=person_id, **values))


async def remove_outcome(tx: Tx, attempt_id: int, milestone: int, *, heard: bool) -> None:
    """It goes: what the client told, or what a practitioner `heard`."""
    teller = outcomes.c.entered_by.is_not(None) if heard else outcomes.c.entered_by.is_(None)
    gone = delete(outcomes).where(outcomes.c.attempt_id == attempt_id, outcomes.c.milestone == milestone, teller)
    await tx.run(gone)


async def outcomes_of_attempt(tx: Tx, attempt_id: int) -> Sequence[OutcomeAnswer]:
    """What the client told of that attempt, by milestone; not what a practitioner heard."""
    told = outcomes.c.attempt_id == attempt_id, outcomes.c.entered_by.is_(None)
    return [
        OutcomeAnswer(*tuple(row)) for row in await tx.run(select(*_OUTCOME_COLUMNS).where(*told).order_by(*_IN_ORDER))
    ]


async def outcomes_of_person(tx: Tx, person_id: int) -> Sequence[OutcomeAnswer]:
    """What was told and heard of all their attempts, in the order of the milestones."""
    wanted = select(*_OUTCOME_COLUMNS).where(outcomes.c.person_id == person_id)
    return [OutcomeAnswer(*tuple(row)) for row in await tx.run(wanted.order_by(outcomes.c.attempt_id, *_IN_ORDER))]


async def outcomes_of_attempts(tx: Tx, attempt_ids: Collection[int]) -> dict[int, list[OutcomeAnswer]]:
    """What was said of these attempts, by attempt and in the order of the milestones; of whom nothing is left out."""
    wanted = select(*_OUTCOME_COLUMNS).where(outcomes.c.attempt_id.in_(set(attempt_ids))).order_by(*_IN_ORDER)
    found: dict[int, list[OutcomeAnswer]] = {}
    for row in await tx.run(wanted):
        found.setdefault(row.attempt_id, []).append(OutcomeAnswer(*tuple(row)))
    return found


async def prepared_of_person(tx: Tx, person_id: int) -> frozenset[Thing]:
    """What of the list is done."""
    rows = await tx.run(select(prepared.c.thing).where(prepared.c.person_id == person_id))
    return frozenset(map(Thing, rows.scalars()))


async def put_prepared(tx: Tx, person_id: int, thing: Thing) -> None:
    """It is done; done before, it stays."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {"person_id": person_id, "thing": thing.value, "at": tx.now}
    await tx.run(make(prepared).values(values).on_conflict_do_nothing())


async def remove_prepared(tx: Tx, person_id: int, thing: Thing) -> None:
    """It is not done after all."""
    await tx.run(delete(prepared).where(prepared.c.person_id == person_id, prepared.c.thing == thing.value))


_SMOKED_COLUMNS = tuple(smoked.c[name] for name in Smoked.__slots__)
_KEPT = ever_kept(smoked.c.person_id, smoked.c.told_at)
_LAPSES = select(smoked.c.person_id, smoked.c.told_at).where(
    smoked.c.person_id.in_(bindparam("people", expanding=True)),
    smoked.c.told_at >= bindparam("since"),
    smoked.c.attempt_id.is_not(None),
)


def _smoked(row: Row[Any]) -> Smoked:
    named = dict(zip(Smoked.__slots__, row, strict=True))
    moment, mood = named["moment"], named["mood"]
    return Smoked(**named | {"moment": moment and HardMoment(moment), "mood": mood and Mood(mood)})


async def add_smoked(
    tx: Tx, person_id: int, local_date: date, attempt_id: int | None, zone: str | None = None
) -> Smoked:
    """Keep that they told us so, and where they were (an IANA zone)."""
    values = {
        "person_id": person_id,
        "told_at": tx.now,
        "local_date": local_date,
        "attempt_id": attempt_id,
        "zone": zone,
    }
    return _smoked((await tx.run(insert(smoked).values(values).returning(*_SMOKED_COLUMNS))).one())


async def get_smoked(tx: Tx, smoked_id: int, person_id: int) -> Smoked | None:
    """That one, if it is theirs and was not taken back."""
    wanted = select(*_SMOKED_COLUMNS).where(smoked.c.id == smoked_id, smoked.c.person_id == person_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _smoked(row)


async def smoked_since(tx: Tx, person_id: int, told_since: datetime) -> Sequence[Smoked]:
    """What they told of from that moment on, in the order in which they told it."""
    wanted = select(*_SMOKED_COLUMNS).where(smoked.c.person_id == person_id, smoked.c.told_at >= told_since)
    return [_smoked(row) for row in await tx.run(wanted.order_by(smoked.c.told_at, smoked.c.id))]


async def lapses(tx: Tx, person_ids: Collection[int], told_since: datetime) -> dict[int, list[datetime]]:
    """When these people told of a lapse, from that moment on, in one statement; who did not is left out."""
    rows = await tx.run(_LAPSES, {"people": list(set(person_ids)), "since": told_since})
    found: dict[int, list[datetime]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row.told_at)
    return found


async def change_smoked(tx: Tx, told: Smoked) -> None:
    """Keep its day and time, attempt, moment, mood and number as they are now."""
    changing = ("local_date", "was_at", "attempt_id", "moment", "mood", "cigarettes_from", "cigarettes_to")
    await tx.run(update(smoked).where(smoked.c.id == told.id).values({name: getattr(told, name) for name in changing}))


async def remove_smoked(tx: Tx, smoked_id: int) -> None:
    """It was a mistake, and goes."""
    await tx.run(delete(smoked).where(smoked.c.id == smoked_id))


async def erase_unkept_smoked(tx: Tx, before: datetime) -> int:
    """What people told of before that moment, and never agreed to keep, is gone. How many that were."""
    return (await tx.run(delete(smoked).where(smoked.c.told_at < before, ~_KEPT))).rowcount


_BY: BindParameter[Any] = bindparam("by", type_=smoked.c.told_at.type)  # what was told after it is left out
_ATTEMPTS = (
    select(*_ATTEMPT_COLUMNS)
    .where(quit_attempts.c.person_id.in_(bindparam("people", expanding=True)), quit_attempts.c.made_at <= _BY)
    .order_by(quit_attempts.c.id)
)
_CHECK_INS = (
    select(
        check_ins.c.person_id, prompts.c.local_date, check_ins.c.cigarettes_from, check_ins.c.cigarettes_to,
        check_ins.c.since, check_ins.c.smoked_on,
    )
    .join(prompts, prompts.c.id == check_ins.c.prompt_id)
    .where(check_ins.c.person_id.in_(bindparam("people", expanding=True)), check_ins.c.cigarettes_from.is_not(None))
    .where(func.coalesce(prompts.c.answered_at, prompts.c.due_at) <= _BY)
    .order_by(prompts.c.local_date, prompts.c.id)
)  # fmt: skip
_BETWEEN = (
    select(smoked.c.person_id, smoked.c.local_date, smoked.c.cigarettes_from, smoked.c.cigarettes_to)
    .where(smoked.c.person_id.in_(bindparam("people", expanding=True)), smoked.c.told_at <= _BY)
    .order_by(smoked.c.local_date, smoked.c.id)
)


async def attempts_of_people(
    tx: Tx, person_ids: Collection[int], by: datetime = NEVER
) -> Mapping[int, Sequence[Attempt]]:
    """Every attempt of these people, in the order in which they were made."""
    found: dict[int, list[Attempt]] = defaultdict(list)
    for row in await tx.run(_ATTEMPTS, {"people": list(person_ids), "by": by}):
        attempt = Attempt(*tuple(row))
        found[attempt.person_id].append(attempt)
    return found


async def cigarettes_in_check_ins(
    tx: Tx, person_ids: Collection[int], by: datetime = NEVER
) -> Mapping[int, Sequence[CigarettesSaid]]:
    """What they said in check-ins, as the answers stand now, late ones and those about several days among them."""
    found: dict[int, list[CigarettesSaid]] = defaultdict(list)
    for row in await tx.run(_CHECK_INS, {"people": list(person_ids), "by": by}):
        whose, on, least, most, since, smoked_on = tuple(row)
        found[whose] += said_in(on, (least, most), since, smoked_on)
    return found


async def cigarettes_told_between(
    tx: Tx, person_ids: Collection[int], by: datetime = NEVER
) -> Mapping[int, Sequence[tuple[date, Amount]]]:
    """Each "I smoked" that was not taken back, by its local date, and how many it was; one at least, if not said."""
    found: dict[int, list[tuple[date, Amount]]] = defaultdict(list)
    for row in await tx.run(_BETWEEN, {"people": list(person_ids), "by": by}):
        whose, on, least, most = tuple(row)
        found[whose].append((on, (1, None) if least is None else (least, most)))
    return found
