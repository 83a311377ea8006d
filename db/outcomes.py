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


async def answered(tx: Tx, attempt_ids: Collection[int], milestone: int) -> frozenset[int]:
    """Of which of these attempts there is an answer at that milestone."""
    wanted = select(outcomes.c.attempt_id).where(
        outcomes.c.attempt_id.in_(set(attempt_ids)), outcomes.c.milestone == milestone
    )
    return frozenset((await tx.run(wanted)).scalars())
