"""The timetable: a few static housekeeping jobs, and the only place that speaks APScheduler.

Its firing is a hint. Whether a job is due is asked of the database (one row for each job and slot), at every firing, at
start and after a clock step, so that many processes do a job once and a restart leaves none out.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, is_dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from care.clock import Clock, Standby
from db.store import service_facts
from db.store.engine import Database
from db.tx import Tx

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """One job: its name, its time of day (UTC) and what it does, in one transaction; it answers with a tally.

    A tally by what was removed, in words, is kept for `alongside doctor`.

    It is done once a day, or `hourly` at the minute of that time.
    """

    name: str
    at: time
    act: Callable[[Tx], Awaitable[object]]
    hourly: bool = False

    def slot(self, now: datetime) -> str:
        """The newest day on which it was due by `now`, as 2026-03-29; the newest hour, as 2026-03-29T07."""
        if self.hourly:
            return (now.astimezone(UTC) - timedelta(minutes=self.at.minute)).isoformat()[:13]
        due_today = datetime.combine(now.astimezone(UTC).date(), self.at, UTC)
        return (due_today if due_today <= now else due_today - timedelta(days=1)).date().isoformat()


class Timetable:
    """Runs `jobs` once for each of their slots, over all processes and restarts."""

    def __init__(self, database: Database, clock: Clock, jobs: Sequence[Job], standby: Standby | None = None) -> None:
        self._database = database
        self._clock = clock
        self._jobs = jobs
        self._standby = standby or Standby()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )
        for job in jobs:
            hour = "*" if job.hourly else job.at.hour
            trigger = CronTrigger(hour=hour, minute=job.at.minute, timezone=UTC)
            self._scheduler.add_job(self.ask, trigger, id=job.name)

    async def start(self) -> None:
        """Does what is due and was not done, then lets the hints come."""
        self._scheduler.start()
        await self.ask()

    def stop(self) -> None:
        """No more hints."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def ask(self) -> None:
        """Does every job whose newest slot is not done yet. One job's trouble keeps no other from running.

        None of them is done while the database is held.
        """
        if self._standby.held:
            return
        now = self._clock.now()
        for job in self._jobs:
            try:
                tally = await self._database.write(partial(_once, now=now, job=job))
                if tally is not None:
                    await self._database.drop_deleted()  # what the job deleted is gone from the files too
            except Exception as error:  # the slot stays open and is asked for at the next hint
                log.error("job_trouble", job=job.name, error=type(error).__name__)
            else:
                if tally is not None:
                    log.info("job_done", job=job.name, slot=job.slot(now), tally=_as_values(tally))


def _as_values(tally: object) -> object:
    return asdict(tally) if is_dataclass(tally) and not isinstance(tally, type) else tally


async def _once(opened: Tx, now: datetime, job: Job) -> object | None:
    tx = opened.at(now)
    if not await service_facts.claim_run(tx, job.name, job.slot(tx.now)):
        return None
    tally = await job.act(tx)
    if isinstance(tally, Mapping):
        await service_facts.note_run(tx, job.name, job.slot(tx.now), tally)
    return tally
