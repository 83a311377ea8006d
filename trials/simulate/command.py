"""`alongside simulate`: with a progress bar, a table or JSON, and the folder kept where a rule was broken."""

import json
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from trials.simulate.result import Asked, Result, as_values
from trials.simulate.run import NotEmpty, run_one
from trials.simulate.table import show

console = Console(highlight=False)
aside = Console(stderr=True, highlight=False)


async def simulate(*, clients: int, weeks: int, seed: int, first: datetime, database: str | None, as_json: bool) -> int:
    """Prints a table, or JSON that equal seeds give alike to the byte; 1 if a rule is broken, else 0."""
    asked = Asked(clients, weeks, seed, f"{first:%Y-%m-%d}")
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


async def _run(asked: Asked, folder: Path, database: str | None) -> Result:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("day {task.completed:.0f} of {task.total}"))
    with Progress(
        *columns, TimeElapsedColumn(), TimeRemainingColumn(), console=aside, disable=not aside.is_terminal
    ) as bar:
        task = bar.add_task(f"{asked.clients} clients", total=asked.weeks * 7)
        start = datetime.fromisoformat(f"{asked.first}T00:00:00+00:00")
        return await run_one(asked, folder, database, lambda at: bar.update(task, completed=(at - start).days))
