"""The table of towns: it grows on a terminal, and is plain lines anywhere else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

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
