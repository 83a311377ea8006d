"""Living the trials one after the other, over each kind of database, and printing what came of them."""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from trials.operator.trial import Line, Place, Trial
from trials.operator.trials import TRIALS
from trials.postgres import postgres

console = Console(highlight=False)
Lived = Mapping[tuple[str, str], Sequence[Line]]


async def operator(*, as_json: bool, quick: bool, only: str | None = None, database: str | None = None) -> int:
    """Lives them and prints a line for each thing that had to be so; 1 where one was not, or there is no such trial."""
    chosen = [one for one in TRIALS if (only == one.name if only else one.short or not quick)]
    if not chosen:
        console.print(f"The trials: {', '.join(one.name for one in TRIALS)}")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="alongside-trial-operator-"))
    lived: dict[tuple[str, str], Sequence[Line]] = {}
    for one in chosen:
        for kind in one.databases:
            if database in (None, kind):
                with _server(kind) as url:
                    lived[one.name, kind] = await live(one, kind, folder, url, short=quick)
                if not as_json:
                    _show(one, kind, lived[one.name, kind])
    if as_json:
        print(json.dumps({"folder": str(folder), "load": os.getloadavg()[0], "lines": _values(lived)}))
    else:
        console.print(f"What was written: {folder}; load of this machine: {os.getloadavg()[0]:.1f}", soft_wrap=True)
    return 1 if any(not line.so for lines in lived.values() for line in lines) else 0


async def live(trial: Trial, kind: str, folder: Path, url: str | None, *, short: bool) -> Sequence[Line]:
    """One trial over an empty database of that kind: at `url`, or a file in a folder of its own."""
    home = folder / f"{trial.name}-{kind}"
    home.mkdir(mode=0o700)
    return await trial.live(Place(home, url or f"sqlite:///{home}/alongside.db", short))


def _server(kind: str) -> AbstractContextManager[str | None]:
    return postgres() if kind == "postgresql" else nullcontext()


def _values(lived: Lived) -> list[Mapping[str, object]]:
    return [
        {"trial": name, "database": kind, **asdict(line), "met": line.met}
        for (name, kind), lines in lived.items()
        for line in lines
    ]


def _show(trial: Trial, kind: str, lines: Sequence[Line]) -> None:
    table = Table("", title=f"{trial.name}, {kind}: {trial.says}", title_justify="left")
    for column in ("so", "seen", "figure", "goal"):
        table.add_column(column)
    for line in lines:
        so = "yes" if line.so else "[bold red]NO[/]"
        table.add_row(line.says, so, line.seen, _amount(line.figure, line.unit), _amount(line.goal, line.unit))
    console.print(table)


def _amount(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.1f} {unit}"
