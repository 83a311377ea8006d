"""What stood on the phones, in plain text with dates: every Monday, every page, and what people did by themselves."""

import re
from collections.abc import Iterator

from trials.clinic.finding import Finding
from trials.clinic.living import Lived
from trials.clinic.someone import Line, Someone

TOKEN = re.compile(r"\?start=[\w-]+")
CALENDAR = re.compile(r"^(\d{1,2}|·|Mo|Tu|We|Th|Fr|Sa|Su)$")
CODE = re.compile(r"“\d{6}”")


def transcript(lived: Lived, found: list[Finding]) -> str:
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


def _row(one: Finding) -> str:
    return f"[ok] {one.what}: {one.found}" if one.ok else f"[NO] {one.what}: {one.found}; expected {one.expected}"


def _said(name: str, line: Line) -> str:
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
