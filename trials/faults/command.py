"""`alongside faults`: the service is killed at any moment while Telegram misbehaves, and then all is checked."""

import json
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from trials.check import SHOWN
from trials.faults.fault_run import FOUND, FaultRun
from trials.faults.plan import FaultOutcome, FaultPlan
from trials.postgres import postgres

KINDS: Mapping[str, tuple[str, ...]] = {
    "sqlite": ("sqlite",),
    "postgresql": ("postgresql",),
    "both": ("sqlite", "postgresql"),
}
# The table's columns, each with its width. `hidden`: answers that the network hid.
COLUMNS: Mapping[str, int] = {
    "seed": 8, "database": 10, "kills": 5, "failpoints": 10, "slots": 5, "updates": 7, "cards": 5, "messages": 8,
    "hidden": 6, "duplicates": 10, "uncertain": 9, "violations": 10, "seconds": 7,
}  # fmt: skip
console = Console(highlight=False)


def fresh_seeds(count: int) -> list[int]:
    """That many seeds that nobody picked."""
    return [secrets.randbelow(10**6) for _ in range(count)]


async def faults(*, kills: int, seeds: Sequence[int], rate: float, database: str, as_json: bool) -> int:
    """Runs each seed over one database or both, and prints a line as each is over; 1 if a rule is broken, else 0."""
    if database not in KINDS:
        console.print(f"--database is one of: {', '.join(KINDS)}")
        return 1
    plans = [FaultPlan(kills=kills, seed=seed, rate=rate, database=kind) for seed in seeds for kind in KINDS[database]]
    if not as_json:
        console.print(line([name.replace("_", " ") for name in COLUMNS]), soft_wrap=True)
    outcomes = []
    for plan in plans:
        outcomes.append(outcome := await run_one(plan, quiet=as_json))
        if not as_json:
            show(outcome)
    if as_json:
        print(json.dumps([as_values(outcome) for outcome in outcomes]))
    return 1 if any(outcome.violations for outcome in outcomes) else 0


async def run_one(plan: FaultPlan, *, quiet: bool = True, server: str | None = None) -> FaultOutcome:
    """One run, in a folder of its own that stays where something was found. `server`: a PostgreSQL that is there."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-faults-"))
    with _database(plan, folder, server) as url, _progress(quiet) as progress:
        task = progress.add_task(f"{plan.database}, seed {plan.seed}", total=plan.kills)
        fault_run = FaultRun(plan, folder, url, lambda done: progress.update(task, completed=done))
        outcome = await fault_run.run()
    if not outcome.violations:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome


@contextmanager
def _database(plan: FaultPlan, folder: Path, server: str | None) -> Iterator[str]:
    if plan.database == "sqlite":
        yield f"sqlite:///{folder}/alongside.db"
    elif server is not None:
        yield server
    else:
        with postgres() as url:
            yield url


def _progress(quiet: bool) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("kills"))
    disable = quiet or not console.is_terminal
    return Progress(*columns, TimeElapsedColumn(), console=console, transient=True, disable=disable)


def as_values(outcome: FaultOutcome) -> dict[str, object]:
    """An outcome as JSON values."""
    return asdict(outcome)


def line(values: Sequence[object]) -> str:
    """A line of the table."""
    return " ".join(f"{value!s:>{width}}" for value, width in zip(values, COLUMNS.values(), strict=True))


def show(one: FaultOutcome) -> None:
    """Its line of the table, and below it what was found, in words."""
    values = {**as_values(one), "violations": len(one.violations), "hidden": one.ambiguous}
    console.print(line([values[name] for name in COLUMNS]), soft_wrap=True)
    for violation in one.violations[:SHOWN]:
        console.print(f"  {violation.rule}: {violation.words}", soft_wrap=True, markup=False)
    if one.violations:
        console.print(f"  what was written, and {FOUND}, lie in {one.folder}", soft_wrap=True)
