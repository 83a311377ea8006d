"""Living the clinic, printing what had to be so, and keeping what stood on the phones."""

import json
import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from alongside.logs import configure_logs
from trials.clinic.cast import A_FEW, BEGINS, ENDS, EVERYBODY, QUICK_BEGINS, QUICK_ENDS
from trials.clinic.finding import Finding
from trials.clinic.living import Lived, live
from trials.clinic.table import findings
from trials.clinic.transcript import chat, transcript

console = Console(highlight=False)
NAME = "clinic-eight-months.txt"


async def clinic(*, as_json: bool, quick: bool, only: str | None, out: Path | None) -> int:
    """Lives it; 1 where something was not so, or there is nobody of that name."""
    configure_logs(logging.WARNING)
    cast = [make() for make in (A_FEW if quick else EVERYBODY)]
    lives = [life for life in cast if only is None or life.phone.casefold() == only.casefold()]
    if not lives:
        console.print(f"The people: {', '.join(life.phone for life in cast)}")
        return 1
    folder = out or Path(tempfile.mkdtemp(prefix="alongside-trial-clinic-"))
    begins, ends = (QUICK_BEGINS, QUICK_ENDS) if quick else (BEGINS, ENDS)
    with tempfile.TemporaryDirectory(prefix="alongside-trial-clinic-") as memory:
        lived = await live(Path(memory), lives, ends, begins)
    found = list(findings(lived))
    keep(lived, found, folder)
    if as_json:
        rows = [{"what": one.what, "expected": one.expected, "found": one.found, "ok": one.ok} for one in found]
        print(json.dumps({"folder": str(folder), "findings": rows}))
    else:
        _show(found, folder)
    return 0 if all(one.ok for one in found) else 1


def keep(lived: Lived, found: list[Finding], folder: Path) -> None:
    """Writes the transcript, and each phone's whole chat beside it in a folder of its own."""
    chats = folder / "chats"
    chats.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(transcript(lived, found), encoding="utf-8")
    for name, who in lived.clinic.people.items():
        (chats / f"{name}.txt").write_text(chat(who), encoding="utf-8")


def _show(found: Sequence[Finding], folder: Path) -> None:
    table = Table("what", "expected", "found", "ok")
    for one in found:
        table.add_row(one.what, one.expected, one.found, "yes" if one.ok else "[bold red]no[/]")
    console.print(table)
    wrong = sum(not one.ok for one in found)
    console.print(f"{len(found)} looks, {wrong} not so. What stood on the phones: {folder}", soft_wrap=True)
