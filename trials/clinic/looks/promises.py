"""Every promise of when we write next was kept: that is when the next word came, and none came before."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from trials.clinic.finding import Finding, none_of
from trials.clinic.living import Lived
from trials.clinic.someone import Line

PROMISES = re.compile(
    r"(?:Next hello: |First hello: |I'll say hello |Paused until |in peace until )"
    r"(?P<day>today|tomorrow|[A-Z][a-z]+day \d+ [A-Z][a-z]+)?,? ?(?:at )?(?P<time>\d\d:\d\d)"
)
READS = ("“/progress”", "“/next”", "“/privacy”")  # they change nothing
WITHIN = timedelta(minutes=3)


def promises(lived: Lived) -> Iterator[Finding]:
    """For each client: how many promises there were, and which were broken."""
    for name in lived.clinic.lives:
        made, broken = broken_promises(lived.clinic.people[name].lines, lived.until)
        yield none_of(f"{name}: of {made} promises of the next word were broken", broken)


def broken_promises(lines: Sequence[Line], until: datetime) -> tuple[int, list[str]]:
    """How many promises there were on a phone up to that moment, and what was wrong with each that was broken."""
    made = [(number, at) for number, line in enumerate(lines) for at in _promised(line)]
    return len(made), [words for number, at in made if (words := _broken(lines, number, at, until))]


def _promised(line: Line) -> Iterator[datetime]:
    if line.by_them:
        return
    for found in PROMISES.finditer(line.text):
        yield _moment(line.at, found["day"] or "tomorrow", found["time"])


def _moment(said: datetime, day: str, wall: str) -> datetime:
    hour, minute = map(int, wall.split(":"))
    if day in ("today", "tomorrow"):
        on = said.date() + timedelta(days=day == "tomorrow")
    else:
        on = next(on for n in range(400) if f"{(on := said.date() + timedelta(days=n)):%A} {on.day} {on:%B}" == day)
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=said.tzinfo)


def _broken(lines: Sequence[Line], number: int, at: datetime, until: datetime) -> str:
    """What is wrong with that promise, or nothing. What its person does by themselves before then may change it."""
    said, words = lines[number], PROMISES.search(lines[number].text)
    promise = f"{said.at:%a %d %b %H:%M} “{words[0] if words else ''}”"
    for line in lines[number + 1 :]:
        if line.at > at + WITHIN:
            break
        if line.by_them and line.text not in READS:
            return ""
        if not (line.by_them or line.asked or line.changed):
            return "" if line.at >= at else f"{promise}, and {line.at:%a %d %b %H:%M} came “{_start(line)}”"
    return "" if at > until else f"{promise}, and nothing came"


def _start(line: Line) -> str:
    return line.text.splitlines()[0][:60]
