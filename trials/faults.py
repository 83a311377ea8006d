"""`alongside faults`: the service is killed at any moment while Telegram misbehaves, and then all is checked."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from trials.check_command import SHOWN
from trials.ordeal import Ordeal
from trials.outcome import Outcome, Plan
from trials.postgres import postgres

KINDS: Mapping[str, tuple[str, ...]] = {
    "sqlite": ("sqlite",),
    "postgresql": ("postgresql",),
    "both": ("sqlite", "postgresql"),
}
console = Console(highlight=False)


async def faults(*, kills: int, seed: int, rate: float, database: str, as_json: bool) -> int:
    """Runs it over one database or both and prints what came of it; 1 if a rule is broken, else 0."""
    if database not in KINDS:
        console.print(f"--database is one of: {', '.join(KINDS)}")
        return 1
    outcomes = []
    for kind in KINDS[database]:
        plan = Plan(kills=kills, seed=seed, rate=rate, database=kind)
        outcomes.append(await run_one(plan, quiet=as_json))
    if as_json:
        print(json.dumps([as_values(outcome) for outcome in outcomes]))
    else:
        show(outcomes)
    return 1 if any(outcome.violations for outcome in outcomes) else 0


async def run_one(plan: Plan, *, quiet: bool = True, server: str | None = None) -> Outcome:
    """One run, in a folder of its own that stays where something was found. `server`: a PostgreSQL that is there."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-faults-"))
    with _database(plan, folder, server) as url, _progress(quiet) as progress:
        task = progress.add_task(f"{plan.database}, seed {plan.seed}", total=plan.kills)
        ordeal = Ordeal(plan, folder, url, lambda done: progress.update(task, completed=done))
        outcome = await ordeal.run()
    if not outcome.violations:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome


@contextmanager
def _database(plan: Plan, folder: Path, server: str | None) -> Iterator[str]:
    if plan.database == "sqlite":
        yield f"sqlite:///{folder}/alongside.db"
    elif server is not None:
        yield server
    else:
        with postgres() as url:
            yield url


def _progress(quiet: bool) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("kills"))
    return Progress(*columns, TimeElapsedColumn(), console=console, disable=quiet)


def as_values(outcome: Outcome) -> Mapping[str, object]:
    """An outcome as JSON values."""
    return asdict(outcome)


def show(outcomes: Sequence[Outcome]) -> None:
    """A table with a column for each run, and what was found in words."""
    table = Table("", *(f"{one.database}, seed {one.seed}" for one in outcomes))
    rows = [{name: value for name, value in asdict(one).items() if isinstance(value, int | float)} for one in outcomes]
    for name in rows[0]:
        if name != "seed":
            table.add_row(name.replace("_", " "), *(str(row[name]) for row in rows))
    table.add_row("violations", *(str(len(one.violations)) for one in outcomes))
    console.print(table)
    for one in outcomes:
        for violation in one.violations[:SHOWN]:
            console.print(f"{one.database}: {violation.rule}: {violation.words}", soft_wrap=True)
        if one.violations:
            console.print(f"{one.database}: all that was written lies in {one.folder}", soft_wrap=True)
