"""What others never learn, and what is left of who left; months that are told once; a request while Lee is away."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from trials.clinic.cast import OWN_WORDS
from trials.clinic.finding import Finding, none_of, so
from trials.clinic.living import Lived
from trials.clinic.looks.pages import days_of, text_of
from trials.clinic.someone import Line

NEVER_JO = re.compile(
    r"therap|depress|anxi|mood|practitioner|\blee\b|session|clinic|laps|urge|crav|medic|Paris|\bday \d", re.IGNORECASE
)
NUMBERS = re.compile(r"Smoked|Replied|Urge|Mood|Where:|smoke-free")
REACHED = re.compile(r"You've reached (.*?)\.")
GONE = ("Nothing but your Telegram number.", "1 message of mine: what kind and when")  # the one that says so
MONTHS = ("2 months", "3 months", "4 months", "5 months", "6 months")


def others(lived: Lived) -> Iterator[Finding]:
    """All of it."""
    people = lived.clinic.people
    if "Jo" in people:
        yield none_of("Jo reads anything but what Sam ticked", _with(people["Jo"].lines, NEVER_JO))
    if "Hana" in people:
        yield none_of("Lee reads a number or a word of Hana's", _of_hana(lived))
    if "Max" in people and "Sam K" in people:
        came = [one for one in people["Max"].lines if "get in touch" in one.text and "S.K." in one.text]
        yield so("Sam K: the request of 15 April came to Max, who covers", came)
    yield from _milestones(lived)
    yield from _left(lived)


def _with(lines: Sequence[Line], sign: re.Pattern[str]) -> list[str]:
    return [
        f"{one.at:%d %b} {part}"
        for one in lines
        if not one.by_them
        for part in one.text.splitlines()
        if sign.search(part)
    ]


def _of_hana(lived: Lived) -> list[str]:
    theirs = [line for name in ("Lee", "Max") for line in lived.clinic.people[name].lines]
    words = [f"{one.at:%d %b} {OWN_WORDS}" for one in theirs if OWN_WORDS in one.text]
    pages = [one for one in lived.pages if one.client.startswith("Hana") and NUMBERS.search(one.text)]
    return [*words, *(f"{one.day} {one.name}" for one in pages)]


def _milestones(lived: Lived) -> Iterator[Finding]:
    told = Counter(found[1] for line in _first(lived.clinic.people["Ana"].lines) if (found := REACHED.search(line)))
    twice = [name for name, number in told.items() if number > 1]
    yield none_of("Ana: a milestone that was told twice", twice)
    if lived.until.date() > date(2026, 8, 20):
        came = [month for month in MONTHS if any(one.startswith(month) for one in told)]
        yield Finding("Ana: months that were told", ", ".join(MONTHS), ", ".join(came))
        page = text_of(lived, "Ana", "outcomes", days_of(lived, "outcomes")[-2])
        days = re.search(r"(\d+) smoke-free days", page)
        yield so("Ana: 185 smoke-free days or more on her page in month 7", days and int(days[1]) >= 185, page[-80:])


def _first(lines: Sequence[Line]) -> list[str]:
    """The words of each screen once: a closed check-in that is touched later says the same."""
    seen: dict[str, None] = {}
    for line in lines:
        for part in line.text.splitlines():
            if REACHED.search(part):
                seen.setdefault(f"{part} {line.at:%d %b}")
    return list(seen)


def _left(lived: Lived) -> Iterator[Finding]:
    for name, life in lived.clinic.lives.items():
        if life.leaves is None:
            continue
        if lived.until.date() > date(2026, 10, 1):
            last = lived.clinic.people[name].lines[-1].text.splitlines()
            kept = [part for part in last if part.startswith("· ") and part[2:] not in GONE]
            yield none_of(f"{name}: what is kept at the end, as /privacy says it", kept)
        if lived.until.date() > date(2026, 10, 1) or life.erases:
            about = [one.kind for one in lived.memory.events if one.person_id == lived.ids[name]]
            yield none_of(f"{name}: rows of history at the end", about)
        late = [f"{one.day} {one.name}" for one in lived.pages if one.client == life.says and one.day > life.leaves]
        yield none_of(f"{name}: pages that Lee could read afterwards", late)
