"""Many towns of seeds that nobody picked, each in a process of its own, and a table that grows."""

import asyncio
import json
import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from trials.simulate.result import RunSettings
from trials.simulate.run import run_one

# Each column with its width in plain lines.
COLUMNS: Mapping[str, int] = {
    "seed": 8, "from": 10, "town": 8, "client-days": 11, "messages": 8, "violations": 10, "seconds": 7,
}  # fmt: skip
console = Console(highlight=False)


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one town. `words`: the first violation in words, or why it did not live to its end."""

    seed: int
    first: str
    clients: int
    weeks: int
    client_days: int
    messages: int
    violations: int
    seconds: float
    words: str
    replay: str


@contextmanager
def growing(towns: int, *, quiet: bool) -> Iterator[Callable[[Row], None]]:
    """Gives what shows one more town; after the last one, how many broke a rule. `quiet`: nothing is shown."""
    rows: list[Row] = []
    if quiet:
        yield rows.append
        return
    with _shown(towns) as show:

        def grow(row: Row) -> None:
            rows.append(row)
            show(rows)

        yield grow
    broken = sum(row.violations > 0 for row in rows)
    days, seconds = sum(row.client_days for row in rows), sum(row.seconds for row in rows)
    console.print(f"{len(rows)} towns, {days} client-days, {seconds:.0f} s: {broken} broke a rule.")


@contextmanager
def _shown(towns: int) -> Iterator[Callable[[Sequence[Row]], None]]:
    if console.is_terminal:
        with Live(_table((), towns), console=console, vertical_overflow="visible") as live:
            yield lambda rows: live.update(_table(rows, towns), refresh=True)
    else:
        console.print(_line([*COLUMNS]))
        yield lambda rows: console.print(_plain(rows[-1]), soft_wrap=True, markup=False)


def _values(row: Row) -> Sequence[str]:
    town = f"{row.clients} x {row.weeks}"
    counts = (row.client_days, row.messages, row.violations)
    return [str(row.seed), row.first, town, *map(str, counts), f"{row.seconds:.1f}"]


def _words(row: Row) -> Sequence[str]:
    return [row.words, row.replay] if row.violations else []


def _line(values: Sequence[str]) -> str:
    return "  ".join(value.rjust(width) for value, width in zip(values, COLUMNS.values(), strict=True))


def _plain(row: Row) -> str:
    return "\n    ".join([_line(_values(row)), *_words(row)])


def _table(rows: Sequence[Row], towns: int) -> Table:
    table = Table(title=f"{len(rows)} of {towns} towns", title_justify="left")
    for name in COLUMNS:
        table.add_column(name, justify="right")
    table.add_column("the first violation, and the command that lives it once more")
    for row in rows:
        style = "bold red" if row.violations else ""
        table.add_row(*_values(row), Text("\n".join(_words(row))), style=style)
    return table


SEEDS = 10**6
FIRST, DAYS = date(2026, 1, 1), 730  # on which a town may begin: two years, with every change of clocks twice


def replay(asked: RunSettings) -> str:
    """The command that lives that very town."""
    return (
        f"alongside simulate --clients {asked.clients} --weeks {asked.weeks} --seed {asked.seed} --from {asked.first}"
    )


def draw(clients: int, weeks: int) -> RunSettings:
    """A town of a seed and a first day by chance."""
    first = FIRST + timedelta(days=secrets.randbelow(DAYS))
    return RunSettings(clients, weeks, secrets.randbelow(SEEDS), first.isoformat())


def live_one(asked: RunSettings) -> Row:
    """Lives it to its end and looks; nothing of it stays, for it can be lived again."""
    whose = (asked.seed, asked.first, asked.clients, asked.weeks)
    with tempfile.TemporaryDirectory(prefix="alongside-town-") as folder:
        try:
            result = asyncio.run(run_one(asked, Path(folder), None, lambda at: None))
        except Exception as error:  # a town that ends in trouble is a finding, and the others go on
            return Row(*whose, 0, 0, 1, 0.0, f"{type(error).__name__}: {error}", replay(asked))
    found = [f"{name}: {words}" for name, words in result.violations]
    came = len(result.life.sends)
    return Row(*whose, result.client_days, came, len(found), result.seconds, next(iter(found), ""), replay(asked))


async def simulate_towns(*, towns: int, clients: int, weeks: int, jobs: int, as_json: bool) -> int:
    """Lives that many towns, `jobs` side by side, and prints a table that grows, or JSON at the end; 1 if a rule is
    broken in any, else 0."""
    asked = [draw(clients, weeks) for _ in range(towns)]
    rows: list[Row] = []
    with growing(towns, quiet=as_json) as show:
        async for row in _each(asked, jobs):
            rows.append(row)
            show(row)
    if as_json:
        print(json.dumps([asdict(row) for row in rows]))
    return 1 if any(row.violations for row in rows) else 0


async def _each(asked: Sequence[RunSettings], jobs: int) -> AsyncIterator[Row]:
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        lives = [asyncio.get_running_loop().run_in_executor(pool, live_one, one) for one in asked]
        for life in asyncio.as_completed(lives):
            yield await life


def _end_with_parent() -> None:
    """A process that lives towns ends when the one that asked for them was killed."""
    Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
