"""All that the watch and the metrics read of the database at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from db import hold, service_facts
from db.backlog import Waits, backlog
from db.figures import Figures, figures
from db.hold import Hold
from db.outbox import Rank
from db.tables import job_runs, leases
from db.tx import Tx


@dataclass(frozen=True, slots=True)
class Sight:
    """`retention_at`, `backup_at`: when they last ran (UTC), None: never, or not known. `epoch`: how often some process
    became the sender."""

    figures: Figures
    backlog: Mapping[Rank, Waits]
    held: Hold | None
    retention_at: datetime | None
    backup_at: datetime | None
    epoch: int

    @staticmethod
    def age(at: datetime | None, now: datetime) -> float | None:
        """Seconds since then; None where it is not known."""
        return None if at is None else max(0.0, (now - at).total_seconds())


async def sight(tx: Tx) -> Sight:
    """How things are."""
    last = select(func.max(job_runs.c.at, type_=job_runs.c.at.type)).where(job_runs.c.job == "retention")
    epoch = select(leases.c.epoch).where(leases.c.name == "sender")
    backup = await service_facts.get(tx, service_facts.LAST_BACKUP)
    return Sight(
        figures=await figures(tx),
        backlog=await backlog(tx),
        held=await hold.get(tx),
        retention_at=(await tx.run(last)).scalar_one_or_none(),
        backup_at=datetime.fromisoformat(backup) if backup else None,
        epoch=(await tx.run(epoch)).scalar_one_or_none() or 0,
    )
