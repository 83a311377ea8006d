"""`alongside check`: every due slot against its record, and all else that the database alone can tell."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from alongside.operate import own_memory
from db.proof import memory
from trials.check import Figures, Violation, figures
from trials.check import check as compare

SHOWN = 20  # violations in words; all of them with --json
console = Console(highlight=False)


async def check(*, as_json: bool) -> int:
    """Prints what was found in the database of this process's settings; 1 if a rule is broken, else 0."""
    async with own_memory() as database:
        found = await database.read(memory)
    violations = compare(found)
    counted = figures(found, violations)
    if as_json:
        print(json.dumps({**asdict(counted), "violations": [asdict(one) for one in violations]}))
    else:
        show(counted, violations)
    return 1 if violations else 0


def show(counted: Figures, violations: Sequence[Violation]) -> None:
    """A small table, and what is wrong in words."""
    table = Table("due slots", "missing", "double", "missed by us", "uncertain", "violations")
    table.add_row(*(str(value) for value in (*asdict(counted).values(), len(violations))))
    console.print(table)
    for one in violations[:SHOWN]:
        console.print(f"{one.rule}: {one.words}", soft_wrap=True)
    if len(violations) > SHOWN:
        console.print(f"... and {len(violations) - SHOWN} more (--json has all of them).")
