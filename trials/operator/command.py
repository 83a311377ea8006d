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

from trials.operator.keys import keys
from trials.operator.nights import away, clock, full, restarted, stopping
from trials.operator.people import hand_over, one_person
from trials.operator.restore import restore
from trials.operator.seen import seen
from trials.operator.several import pooled, several
from trials.operator.starting import starting
from trials.operator.trial import Trial, TrialLine, TrialPlace
from trials.operator.upgrade import crowded, migrated, upgraded, weight
from trials.postgres import postgres

SERVER = ("postgresql",)
TRIALS: tuple[Trial, ...] = (
    Trial("starting", "starting wrong is refused, and a run waits for another", starting, ("sqlite",), short=False),
    Trial("stopping", "SIGTERM while people write", stopping, short=False),
    Trial("away", "Telegram away for a day", away, short=False),
    Trial("clock", "the clock set by a day, on and back", clock, short=False),
    Trial("full", "the disk full, and freed", full, short=False),
    Trial("restarted", "PostgreSQL restarted under a service", restarted, databases=SERVER, short=False),
    Trial("migrated", "a lived database to the first version and back", migrated),
    Trial("upgraded", "a migration under a process that runs", upgraded, databases=SERVER, short=False),
    Trial("several", "three processes: the sender killed, cut off, stopped", several, databases=SERVER, short=False),
    Trial("pooled", "two processes behind a transaction pooler", pooled, databases=SERVER, short=False),
    Trial("crowded", "a thousand due at once, four hundred messages at once", crowded, short=False),
    Trial("weight", "what a client takes on the disk", weight, short=False),
    Trial("one-person", "a copy for somebody, and their erasure, while the service runs", one_person, short=False),
    Trial("hand-over", "a practitioner goes: clients and what they asked go to another", hand_over, short=False),
    Trial(
        "seen",
        "each trouble is told by /readyz, /metrics, the hook and the alarm chat, and so is its end",
        seen,
        short=False,
    ),
    Trial("restore", "the machine is lost, and the last backup is put back", restore, short=False),
    Trial("keys", "the master keys are rotated under services that run", keys, short=False),
)

console = Console(highlight=False)
Lived = Mapping[tuple[str, str], Sequence[TrialLine]]


async def operator(*, as_json: bool, quick: bool, only: str | None = None, database: str | None = None) -> int:
    """Lives them and prints a line for each thing that had to be so; 1 where one was not, or there is no such trial."""
    chosen = [one for one in TRIALS if (only == one.name if only else one.short or not quick)]
    if not chosen:
        console.print(f"The trials: {', '.join(one.name for one in TRIALS)}")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="alongside-trial-operator-"))
    lived: dict[tuple[str, str], Sequence[TrialLine]] = {}
    for one in chosen:
        for kind in one.databases:
            if database in (None, kind):
                with _server(kind) as url:
                    lived[one.name, kind] = await run_trial(one, kind, folder, url, short=quick)
                if not as_json:
                    _show(one, kind, lived[one.name, kind])
    if as_json:
        print(json.dumps({"folder": str(folder), "load": os.getloadavg()[0], "lines": _values(lived)}))
    else:
        console.print(f"What was written: {folder}; load of this machine: {os.getloadavg()[0]:.1f}", soft_wrap=True)
    return 1 if any(not line.so for lines in lived.values() for line in lines) else 0


async def run_trial(trial: Trial, kind: str, folder: Path, url: str | None, *, short: bool) -> Sequence[TrialLine]:
    """One trial over an empty database of that kind: at `url`, or a file in a folder of its own."""
    home = folder / f"{trial.name}-{kind}"
    home.mkdir(mode=0o700)
    return await trial.live(TrialPlace(home, url or f"sqlite:///{home}/alongside.db", short))


def _server(kind: str) -> AbstractContextManager[str | None]:
    return postgres() if kind == "postgresql" else nullcontext()


def _values(lived: Lived) -> list[Mapping[str, object]]:
    return [
        {"trial": name, "database": kind, **asdict(line), "met": line.met}
        for (name, kind), lines in lived.items()
        for line in lines
    ]


def _show(trial: Trial, kind: str, lines: Sequence[TrialLine]) -> None:
    table = Table("", title=f"{trial.name}, {kind}: {trial.says}", title_justify="left")
    for column in ("so", "seen", "figure", "goal"):
        table.add_column(column)
    for line in lines:
        so = "yes" if line.so else "[bold red]NO[/]"
        table.add_row(line.says, so, line.seen, _amount(line.figure, line.unit), _amount(line.goal, line.unit))
    console.print(table)


def _amount(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.1f} {unit}"
