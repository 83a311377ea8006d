"""Which housekeeping was done when: the key decides, so that of many processes one does it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import job_runs
from db.tx import Tx


async def claim(tx: Tx, now: datetime, job: str, slot: str) -> bool:
    """True for the one who may do this job for this slot; it counts as done when the transaction commits."""
    known = select(job_runs.c.job).where(job_runs.c.job == job, job_runs.c.slot == slot)
    if (await tx.run(known)).first() is not None:
        return False
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    result = await tx.run(
        make(job_runs).values(job=job, slot=slot, at=now).on_conflict_do_nothing().returning(job_runs.c.job)
    )
    return result.first() is not None


async def last_slot(tx: Tx, job: str) -> str | None:
    """The newest slot of that job, or None."""
    newest = select(job_runs.c.slot).where(job_runs.c.job == job).order_by(job_runs.c.slot.desc()).limit(1)
    return (await tx.run(newest)).scalar_one_or_none()
