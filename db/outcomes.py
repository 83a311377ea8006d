"""What clients said four, twelve, twenty-six and fifty-two weeks after their quit date: one answer of a milestone."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import outcomes
from db.tx import Tx
from programme.outcome import Outcome

_COLUMNS = tuple(outcomes.c[name] for name in Outcome.__slots__)


async def put(tx: Tx, person_id: int, said: Outcome) -> None:
    """Keep what was said; a second answer takes the place of a first."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(said, name) for name in Outcome.__slots__}
    changed = {name: value for name, value in values.items() if name not in ("attempt_id", "milestone")}
    held = make(outcomes).values(person_id=person_id, **values)
    await tx.run(held.on_conflict_do_update(index_elements=["attempt_id", "milestone"], set_=changed))


async def of_attempt(tx: Tx, attempt_id: int) -> Sequence[Outcome]:
    """What was said of that attempt, by milestone."""
    wanted = select(*_COLUMNS).where(outcomes.c.attempt_id == attempt_id).order_by(outcomes.c.milestone)
    return [Outcome(*tuple(row)) for row in await tx.run(wanted)]


async def of_attempts(tx: Tx, attempt_ids: Collection[int]) -> dict[int, list[Outcome]]:
    """What was said of these attempts, by attempt and in the order of the milestones; of whom nothing is left out."""
    wanted = select(*_COLUMNS).where(outcomes.c.attempt_id.in_(set(attempt_ids))).order_by(outcomes.c.milestone)
    found: dict[int, list[Outcome]] = {}
    for row in await tx.run(wanted):
        found.setdefault(row.attempt_id, []).append(Outcome(*tuple(row)))
    return found
