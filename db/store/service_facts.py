"""Facts, numbers and runs of the service itself, and the generation that the database shares with its vault."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import counters, job_runs, service_facts
from db.tx import Tx

BOT_USERNAME = "bot_username"  # as Telegram told us at the last start, for links
SERVICE_NAME = "service_name"  # "" where the operator set none
CONTROLLER = "controller"  # likewise
ZONE_DATA = "zone_data"  # the offsets, with their version, that moments to come were reckoned with; as JSON
LAST_BACKUP = "last_backup"  # when `alongside backup` last made a copy (UTC, ISO)
LAST_VAULT_COPY = "last_vault_copy"  # the same of the vault
PROBE = "probe"  # when a process last looked whether the database can be written
WATCH = "watch"  # which process tells of trouble, and what it told; as JSON: care.operators.alarms


async def get(tx: Tx, name: str) -> str | None:
    """The fact, or None where it was never learned."""
    found = select(service_facts.c.value).where(service_facts.c.name == name)
    return (await tx.run(found)).scalar_one_or_none()


async def put(tx: Tx, name: str, value: str) -> None:
    """Keep the fact, in place of what was there."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    new = make(service_facts).values(name=name, value=value)
    await tx.run(new.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


async def lock(tx: Tx, name: str) -> str | None:
    """The fact, locked until the transaction ends, so that one process at a time follows it; None: never learned."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(service_facts).values(name=name, value="").on_conflict_do_nothing(index_elements=["name"]))
    found = select(service_facts.c.value).where(service_facts.c.name == name).with_for_update()
    return str((await tx.run(found)).scalar_one()) or None


async def remove(tx: Tx, name: str) -> None:
    """Forget the fact."""
    await tx.run(delete(service_facts).where(service_facts.c.name == name))


async def count_up(tx: Tx, name: str, by: int = 1) -> int:
    """The last of `by` fresh numbers of that name; the first number ever is 1."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    result = await tx.run(
        make(counters)
        .values(name=name, last=by)
        .on_conflict_do_update(index_elements=["name"], set_={"last": counters.c.last + by})
        .returning(counters.c.last)
    )
    return int(result.scalar_one())


async def last_count(tx: Tx, name: str) -> int:
    """The last number of that name that was given out; 0 before the first."""
    found = (await tx.run(select(counters.c.last).where(counters.c.name == name))).scalar_one_or_none()
    return 0 if found is None else int(found)


GENERATION = "generation"


async def lock_generation(tx: Tx) -> int:
    """The generation of this database, held until the transaction ends; 0 before the first."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(counters).values(name=GENERATION, last=0).on_conflict_do_nothing(index_elements=["name"]))
    found = select(counters.c.last).where(counters.c.name == GENERATION).with_for_update()
    return int((await tx.run(found)).scalar_one())


async def put_generation(tx: Tx, number: int) -> int:
    """The database, locked by `lock_generation`, is of that generation once this is committed; returns it."""
    if tx.dialect != "sqlite":  # what the vault confirms may not be lost with the power, nor what was committed before
        await tx.run(text(_DURABLE))
    await tx.run(counters.update().where(counters.c.name == GENERATION).values(last=number))
    return number


_DURABLE = "select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'"


async def generation_here(tx: Tx) -> int:
    """The generation of this database, as it is read."""
    found = await tx.run(select(counters.c.last).where(counters.c.name == GENERATION))
    return int(found.scalar_one_or_none() or 0)


@dataclass(frozen=True, slots=True)
class JobRun:
    """One job in one slot: when it was done (UTC), and how many rows went, by what they were; None: it does not say."""

    slot: str
    at: datetime
    tally: Mapping[str, int] | None


async def claim_run(tx: Tx, job: str, slot: str) -> bool:
    """True for the one who may do this job for this slot; it counts as done when the transaction commits."""
    known = select(job_runs.c.job).where(job_runs.c.job == job, job_runs.c.slot == slot)
    if (await tx.run(known)).first() is not None:
        return False
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    result = await tx.run(
        make(job_runs).values(job=job, slot=slot, at=tx.now).on_conflict_do_nothing().returning(job_runs.c.job)
    )
    return result.first() is not None


async def note_run(tx: Tx, job: str, slot: str, tally: Mapping[str, int]) -> None:
    """What that job removed stays with it."""
    done = update(job_runs).where(job_runs.c.job == job, job_runs.c.slot == slot)
    await tx.run(done.values(tally=dict(tally)))


async def last_run(tx: Tx, job: str) -> JobRun | None:
    """The newest slot of that job, or None."""
    newest = select(job_runs.c.slot, job_runs.c.at, job_runs.c.tally).where(job_runs.c.job == job)
    row = (await tx.run(newest.order_by(job_runs.c.slot.desc()).limit(1))).one_or_none()
    return None if row is None else JobRun(row.slot, row.at, row.tally)
