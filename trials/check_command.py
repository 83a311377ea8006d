"""`alongside check`: every due slot against its record, and all else that the database alone can tell."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from alongside.operate import own_memory
from db.proof import circles, memory
from db.tx import Tx
from trials.check import NOTHING, Figures, Violation, added, figures
from trials.check import check as compare

AT_ONCE = 200  # people
SHOWN = 20  # violations in words; all of them with --json
console = Console(highlight=False)


async def check(*, as_json: bool) -> int:
    """Prints what was found in the database of this process's settings; 1 if a rule is broken, else 0."""
    async with own_memory() as database:
        counted, violations = await database.read(compare_all)
    if as_json:
        print(json.dumps({**asdict(counted), "violations": [asdict(one) for one in violations]}))
    else:
        show(counted, violations)
    return 1 if violations else 0


async def compare_all(tx: Tx, at_once: int = AT_ONCE) -> tuple[Figures, list[Violation]]:
    """What was found over everybody, read in parts of about so many people: nobody's memory holds a whole clinic's."""
    counted, violations = NOTHING, list[Violation]()
    for part in _parts(await circles(tx), at_once):
        found = await memory(tx, part)
        broken = compare(found)
        counted, violations = added(counted, figures(found, broken)), [*violations, *broken]
    return counted, violations


def _parts(found: Iterable[Collection[int]], at_once: int) -> Iterator[list[int]]:
    part: list[int] = []
    for circle in found:
        part.extend(circle)
        if len(part) >= at_once:
            yield part
            part = []
    yield part


def show(counted: Figures, violations: Sequence[Violation]) -> None:
    """A small table, and what is wrong in words."""
    table = Table("due slots", "missing", "double", "missed by us", "uncertain", "violations")
    table.add_row(*(str(value) for value in (*asdict(counted).values(), len(violations))))
    console.print(table)
    for one in violations[:SHOWN]:
        console.print(f"{one.rule}: {one.words}", soft_wrap=True)
    if len(violations) > SHOWN:
        console.print(f"... and {len(violations) - SHOWN} more (--json has all of them).")
