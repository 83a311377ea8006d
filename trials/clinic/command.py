"""Living the clinic, printing what had to be so, and keeping what stood on the phones."""

import json
import logging
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from alongside.logs import configure_logs
from trials.clinic.cast import A_FEW, BEGINS, ENDS, EVERYBODY, QUICK_BEGINS, QUICK_ENDS
from trials.clinic.living import LivedClinic, live_clinic
from trials.clinic.looks.monday import monday, weeks
from trials.clinic.looks.others import others
from trials.clinic.looks.pages import LookFinding, none_of
from trials.clinic.looks.promises import outcomes, promises
from trials.clinic.someone import ChatLine, Someone

TOKEN = re.compile(r"\?start=[\w-]+")
CALENDAR = re.compile(r"^(\d{1,2}|·|Mo|Tu|We|Th|Fr|Sa|Su)$")
CODE = re.compile(r"“\d{6}”")


def transcript(lived: LivedClinic, found: list[LookFinding]) -> str:
    """The table first, then everybody's lines in the order of time. Equal lives give equal text."""
    kept = [(line.number, name, line) for name, who in lived.clinic.people.items() for line in who.lines if line.kept]
    body = [_said(name, line) for _, name, line in sorted(kept, key=lambda one: one[0])]
    about = [f"{life.phone} ({life.label}): {life.about}." for life in lived.clinic.lives.values()]
    return "\n".join(
        ["THE CLINIC", *about, "", "WHAT HAD TO BE SO", *map(_row, found), "", "WHAT STOOD ON THE PHONES", *body, ""]
    )


def chat(who: Someone) -> str:
    """All that one phone showed."""
    return "\n".join([*(_said(who.name, line) for line in who.lines), ""])


def _row(one: LookFinding) -> str:
    return f"[ok] {one.what}: {one.found}" if one.ok else f"[NO] {one.what}: {one.found}; expected {one.expected}"


def _said(name: str, line: ChatLine) -> str:
    at = f"{line.at:%a %d %b %Y %H:%M}"
    words = CODE.sub("“(six digits)”", TOKEN.sub("?start=(token)", line.text))
    if line.by_them:
        return f"{at}  {name}: {words}"
    labels = [one for one in line.labels if not CALENDAR.match(one)]
    buttons = ["[" + "] [".join(labels) + "]"] if labels else []
    return "\n".join([f"{at}  to {name}{' (changed)' if line.changed else ''}", *_indented(words, buttons)])


def _indented(words: str, buttons: list[str]) -> Iterator[str]:
    yield from (f"    | {line}".rstrip() for line in words.split("\n"))
    yield from (f"    {line}" for line in buttons)


LOOKS: Sequence[Callable[[LivedClinic], Iterator[LookFinding]]] = (weeks, monday, outcomes, promises, others)


def findings(lived: LivedClinic) -> Sequence[LookFinding]:
    """Every line of the table."""
    missing = [f"{name}: {words}" for name, one in lived.clinic.people.items() for words in one.missing]
    return [none_of("a button or screen that the script needed was not there", missing), *(
        finding for look in LOOKS for finding in look(lived)
    )]  # fmt: skip


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
        lived = await live_clinic(Path(memory), lives, ends, begins)
    found = list(findings(lived))
    keep(lived, found, folder)
    if as_json:
        rows = [{"what": one.what, "expected": one.expected, "found": one.found, "ok": one.ok} for one in found]
        print(json.dumps({"folder": str(folder), "findings": rows}))
    else:
        _show(found, folder)
    return 0 if all(one.ok for one in found) else 1


def keep(lived: LivedClinic, found: list[LookFinding], folder: Path) -> None:
    """Writes the transcript, and each phone's whole chat beside it in a folder of its own."""
    chats = folder / "chats"
    chats.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(transcript(lived, found), encoding="utf-8")
    for name, who in lived.clinic.people.items():
        (chats / f"{name}.txt").write_text(chat(who), encoding="utf-8")


def _show(found: Sequence[LookFinding], folder: Path) -> None:
    table = Table("what", "expected", "found", "ok")
    for one in found:
        table.add_row(one.what, one.expected, one.found, "yes" if one.ok else "[bold red]no[/]")
    console.print(table)
    wrong = sum(not one.ok for one in found)
    console.print(f"{len(found)} looks, {wrong} not so. What stood on the phones: {folder}", soft_wrap=True)
