"""`alongside simulate`: with a progress bar, a table or JSON, and the folder kept where a rule was broken."""

import json
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from trials.simulate.checks import CheckFinding
from trials.simulate.result import RunResult, RunSettings, as_values
from trials.simulate.run import NotEmpty, run_one

SHOWN = 20  # violations in words; all of them with --json


def show(result: RunResult, console: Console) -> None:
    """Three tables, then the first violations, a line each."""
    console.print(_rules(result), _amounts(result), _ends(result))
    speed = f"{result.client_days / result.seconds:.0f} client-days a second"
    core = f"{result.client_days / max(result.processor, 0.001):.0f} a second of one core"
    console.print(f"{result.client_days} client-days in {result.seconds:.1f} s: {speed}, {core}.")
    found = result.violations
    for name, words in found[:SHOWN]:
        console.print(f"{name}: {words}", soft_wrap=True, markup=False)
    if len(found) > SHOWN:
        console.print(f"... and {len(found) - SHOWN} more (--json has all of them).")


def _rules(result: RunResult) -> Table:
    table = Table("", "rule", title=f"seed {result.asked.seed}, from {result.asked.first}", title_justify="left")
    for name in ("looked at", "violations"):
        table.add_column(name, justify="right")
    for one in result.findings:
        table.add_row(one.name, one.says, str(one.looked) if one.looked else "nothing yet", _count(one))
    return table


def _count(one: CheckFinding) -> str:
    return f"[bold red]{len(one.violations)}[/]" if one.violations else "0"


def _amounts(result: RunResult) -> Table:
    table = Table("part of the course", title="unasked messages and taps, a client-day", title_justify="left")
    for name in ("client-days", "messages", "at most", "taps", "at most"):
        table.add_column(name, justify="right")
    table.add_column("messages of")
    for one in result.volumes:
        values = (one.days, one.messages, one.most_messages, one.taps, one.most_taps)
        kinds = ", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in one.kinds.items())
        table.add_row(one.part, *map(str, values), kinds)
    return table


def _ends(result: RunResult) -> Table:
    table = Table("kind", "what became of it", title="all that was due", title_justify="left")
    table.add_column("held back", justify="right")
    for one in result.outcomes:
        ends = ", ".join(f"{count} {state.replace('_', ' ')}" for state, count in one.states.items())
        table.add_row(one.kind.replace("_", " "), ends, str(one.held_back))
    return table


console = Console(highlight=False)
aside = Console(stderr=True, highlight=False)


async def simulate(*, clients: int, weeks: int, seed: int, first: datetime, database: str | None, as_json: bool) -> int:
    """Prints a table, or JSON that equal seeds give alike to the byte; 1 if a rule is broken, else 0."""
    asked = RunSettings(clients, weeks, seed, f"{first:%Y-%m-%d}")
    folder = Path(tempfile.mkdtemp(prefix="alongside-simulate-"))
    try:
        result = await _run(asked, folder, database)
    except NotEmpty as trouble:
        aside.print(str(trouble))
        shutil.rmtree(folder, ignore_errors=True)
        return 1
    if as_json:
        print(json.dumps(as_values(result), sort_keys=True))
    else:
        show(result, console)
    if not result.violations:
        shutil.rmtree(folder, ignore_errors=True)
        return 0
    aside.print(f"All that was written lies in {folder}", soft_wrap=True)
    return 1


async def _run(asked: RunSettings, folder: Path, database: str | None) -> RunResult:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("day {task.completed:.0f} of {task.total}"))
    with Progress(
        *columns, TimeElapsedColumn(), TimeRemainingColumn(), console=aside, disable=not aside.is_terminal
    ) as bar:
        task = bar.add_task(f"{asked.clients} clients", total=asked.weeks * 7)
        start = datetime.fromisoformat(f"{asked.first}T00:00:00+00:00")
        return await run_one(asked, folder, database, lambda at: bar.update(task, completed=(at - start).days))
