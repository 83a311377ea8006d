"""What clients said four, twelve, twenty-six and fifty-two weeks after their quit date: one answer of a milestone.

Beside it stands at most one that a practitioner heard.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, insert, select

from db.tables import outcomes
from db.tx import Tx
from programme.outcome import Outcome

_COLUMNS = tuple(outcomes.c[name] for name in Outcome.__slots__)
_IN_ORDER = outcomes.c.milestone, outcomes.c.entered_by.is_(None)  # what was heard, then what they told themselves


async def put(tx: Tx, person_id: int, said: Outcome) -> None:
    """Keep what was said; a second answer takes the place of a first, and what was heard that of what was heard."""
    await remove(tx, said.attempt_id, said.milestone, heard=said.entered_by is not None)
    values = {name: getattr(said, name) for name in Outcome.__slots__}
    await tx.run(insert(outcomes).values(person_id=person_id, **values))


async def remove(tx: Tx, attempt_id: int, milestone: int, *, heard: bool) -> None:
    """It goes: what the client told, or what a practitioner `heard`."""
    teller = outcomes.c.entered_by.is_not(None) if heard else outcomes.c.entered_by.is_(None)
    gone = delete(outcomes).where(outcomes.c.attempt_id == attempt_id, outcomes.c.milestone == milestone, teller)
    await tx.run(gone)


async def of_attempt(tx: Tx, attempt_id: int) -> Sequence[Outcome]:
    """What the client told of that attempt, by milestone; not what a practitioner heard."""
    told = outcomes.c.attempt_id == attempt_id, outcomes.c.entered_by.is_(None)
    return [Outcome(*tuple(row)) for row in await tx.run(select(*_COLUMNS).where(*told).order_by(*_IN_ORDER))]


async def of_person(tx: Tx, person_id: int) -> Sequence[Outcome]:
    """What was told and heard of all their attempts, in the order of the milestones."""
    wanted = select(*_COLUMNS).where(outcomes.c.person_id == person_id)
    return [Outcome(*tuple(row)) for row in await tx.run(wanted.order_by(outcomes.c.attempt_id, *_IN_ORDER))]


async def of_attempts(tx: Tx, attempt_ids: Collection[int]) -> dict[int, list[Outcome]]:
    """What was said of these attempts, by attempt and in the order of the milestones; of whom nothing is left out."""
    wanted = select(*_COLUMNS).where(outcomes.c.attempt_id.in_(set(attempt_ids))).order_by(*_IN_ORDER)
    found: dict[int, list[Outcome]] = {}
    for row in await tx.run(wanted):
        found.setdefault(row.attempt_id, []).append(Outcome(*tuple(row)))
    return found
