"""What the nightly retention did, in words for whoever looks after the service."""

from datetime import datetime, timedelta
from typing import Final

from db import job_runs
from db.engine import Database

RETENTION: Final = "retention"  # the job's name in alongside.house
A_NIGHT_LATE: Final = timedelta(hours=26)


async def last_night(database: Database, now: datetime) -> tuple[str, str]:
    """When it last ran and what it removed: the state of a finding of doctor, and its words."""
    run = await database.read(lambda tx: job_runs.last(tx, RETENTION))
    if run is None:
        return "ok", "It has not run here yet: what is old goes each night at 03:10 UTC, while `alongside run` runs."
    removed = ", ".join(f"{count} {what}" for what, count in sorted((run.tally or {}).items())) or "nothing was due"
    words = f"It last ran at {run.at:%Y-%m-%d %H:%M} UTC and removed: {removed}."
    if now - run.at > A_NIGHT_LATE:
        return (
            "look",
            f"{words} That is more than a night ago. Is `alongside run` running? Held, it removes nothing.",
        )
    return "ok", words
