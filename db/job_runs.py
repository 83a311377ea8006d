"""Which housekeeping was done when: the key decides, so that of many processes one does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import job_runs
from db.tx import Tx


@dataclass(frozen=True, slots=True)
class JobRun:
    """One job in one slot: when it was done (UTC), and how many rows went, by what they were; None: it does not say."""

    slot: str
    at: datetime
    tally: Mapping[str, int] | None


async def claim(tx: Tx, job: str, slot: str) -> bool:
    """True for the one who may do this job for this slot; it counts as done when the transaction commits."""
    known = select(job_runs.c.job).where(job_runs.c.job == job, job_runs.c.slot == slot)
    if (await tx.run(known)).first() is not None:
        return False
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    result = await tx.run(
        make(job_runs).values(job=job, slot=slot, at=tx.now).on_conflict_do_nothing().returning(job_runs.c.job)
    )
    return result.first() is not None


async def note(tx: Tx, job: str, slot: str, tally: Mapping[str, int]) -> None:
    """What that job removed stays with it."""
    done = update(job_runs).where(job_runs.c.job == job, job_runs.c.slot == slot)
    await tx.run(done.values(tally=dict(tally)))


async def last(tx: Tx, job: str) -> JobRun | None:
    """The newest slot of that job, or None."""
    newest = select(job_runs.c.slot, job_runs.c.at, job_runs.c.tally).where(job_runs.c.job == job)
    row = (await tx.run(newest.order_by(job_runs.c.slot.desc()).limit(1))).one_or_none()
    return None if row is None else JobRun(row.slot, row.at, row.tally)
