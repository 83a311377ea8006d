"""A run for people to read: every rule, how much there was, what became of it, and where a rule was broken."""

from rich.console import Console
from rich.table import Table

from trials.simulate.checks import Finding
from trials.simulate.result import Result

SHOWN = 20  # violations in words; all of them with --json


def show(result: Result, console: Console) -> None:
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


def _rules(result: Result) -> Table:
    table = Table("", "rule", title=f"seed {result.asked.seed}, from {result.asked.first}", title_justify="left")
    for name in ("looked at", "violations"):
        table.add_column(name, justify="right")
    for one in result.findings:
        table.add_row(one.name, one.says, str(one.looked) if one.looked else "nothing yet", _count(one))
    return table


def _count(one: Finding) -> str:
    return f"[bold red]{len(one.violations)}[/]" if one.violations else "0"


def _amounts(result: Result) -> Table:
    table = Table("part of the course", title="unasked messages and taps, a client-day", title_justify="left")
    for name in ("client-days", "messages", "at most", "taps", "at most"):
        table.add_column(name, justify="right")
    table.add_column("messages of")
    for one in result.volumes:
        values = (one.days, one.messages, one.most_messages, one.taps, one.most_taps)
        kinds = ", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in one.kinds.items())
        table.add_row(one.part, *map(str, values), kinds)
    return table


def _ends(result: Result) -> Table:
    table = Table("kind", "what became of it", title="all that was due", title_justify="left")
    table.add_column("held back", justify="right")
    for one in result.outcomes:
        ends = ", ".join(f"{count} {state.replace('_', ' ')}" for state, count in one.states.items())
        table.add_row(one.kind.replace("_", " "), ends, str(one.held_back))
    return table
