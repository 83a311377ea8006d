"""Where things stand in the clinic's papers, and one line of the table: what had to be so, and what was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from trials.clinic.clinic import Page
from trials.clinic.life import WrittenLife
from trials.clinic.living import LivedClinic


@dataclass(frozen=True, slots=True)
class LookFinding:
    """`what` was expected to be `expected`, in words that a reader can look up in the transcript, and was `found`."""

    what: str
    expected: str
    found: str

    @property
    def ok(self) -> bool:
        """Whether it was so."""
        return self.expected == self.found


def none_of(what: str, wrong: Sequence[str]) -> LookFinding:
    """Nothing of a kind was to be found; the first that was stands in the finding."""
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return LookFinding(what, "none", f"{wrong[0]}{more}" if wrong else "none")


def so(what: str, is_so: object, otherwise: str = "no") -> LookFinding:
    """Something was to be so."""
    return LookFinding(what, "yes", "yes" if is_so else otherwise)


MONDAY = "Not a risk check."
HEAD = re.compile(r"^([A-Z][A-Z ,]+)(?: \((\d+)\))?")


def mondays(lived: LivedClinic) -> dict[date, str]:
    """Each weekly summary as it came to Lee's phone, by its day."""
    lines = lived.clinic.people["Lee"].lines
    came = [one for one in lines if not (one.by_them or one.asked or one.changed) and MONDAY in one.text]
    return {one.at.date(): one.text for one in came}


def whose(lived: LivedClinic, shown: str) -> WrittenLife | None:
    """Whose page it is, by the name on it; None where it does not say which of two of one name."""
    named = [one for one in lived.clinic.lives.values() if re.match(rf"{one.says}\b", shown)]
    return named[0] if len(named) == 1 else next((one for one in named if one.label in shown), None)


def under(monday: str, head: str) -> list[str]:
    """The lines of a Monday that stand under a head, that line too; empty where there is none."""
    lines = monday.splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith(head)), None)
    if start is None:
        return []
    return [lines[start], *takewhile(lambda line: line and not HEAD.match(line), lines[start + 1 :])]


def names(monday: str, life: WrittenLife) -> list[str]:
    """The lines of a Monday that have the client's name in them."""
    return [line for line in monday.splitlines() if re.search(rf"\b{life.says}\b", line)]


def page_of(lived: LivedClinic, client: str, page: str, day: date) -> Page | None:
    """That page of the client's as Lee read it that day."""
    found = [one for one in lived.pages if one.name == page and one.day == day]
    return next((one for one in found if (life := whose(lived, one.client)) and life.phone == client), None)


def text_of(lived: LivedClinic, client: str, page: str, day: date) -> str:
    """That page of the client's as Lee read it that day, or nothing."""
    found = page_of(lived, client, page, day)
    return found.text if found else ""


def days_of(lived: LivedClinic, page: str) -> Sequence[date]:
    """The days on which Lee read pages of that name."""
    return sorted({one.day for one in lived.pages if one.name == page})
