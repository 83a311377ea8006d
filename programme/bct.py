"""Behaviour change techniques by their codes, and which of them a person received in a week.

The taxonomy for individual support with stopping smoking: Michie and others 2011 (PubMed 21215528). BM and BS codes
were read in a table that lists them (PMC7617039, table 2); the numbers of the others are remembered, and marked so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Mark(StrEnum):
    """How sure we are of a code."""

    READ = "V"
    REMEMBERED = "M"


@dataclass(frozen=True, slots=True)
class Technique:
    """One technique and how sure we are of its code."""

    code: str
    name: str
    mark: Mark


_NAMES: Final = {
    ("BM", Mark.READ): (
        "consequences of smoking and of stopping", "motivation and self-efficacy", "feedback on current behaviour",
        "rewards for not smoking", "normative information", "commitment there and then",
        "rewards for effort and progress", "identity of an ex-smoker", "reasons for wanting and not wanting to stop",
        "importance of stopping abruptly", "carbon monoxide reading",
    ),
    ("BS", Mark.READ): (
        "barriers and problem solving", "relapse prevention and coping", "action planning", "goal setting",
        "review of goals", "self-recording", "change of routine", "restructuring of surroundings", "graded tasks",
        "conserving mental resources", "avoidance of social cues",
    ),
    ("A", Mark.REMEMBERED): (
        "advice on medication", "social support", "access to medication", "experience of medication",
        "options for later support",
    ),
    ("RD", Mark.REMEMBERED): ("tailoring", "emphasis on choice"),
    ("RI", Mark.REMEMBERED): (
        "current and past smoking", "readiness", "past attempts", "withdrawal", "dependence", "contacts who smoke",
        "attitudes", "social support there is", "how dependence develops", "mental functioning",
    ),
    ("RC", Mark.REMEMBERED): (
        "rapport", "questions elicited and answered", "purpose of carbon monoxide", "expectations", "materials",
        "information on withdrawal", "reflective listening", "views elicited", "summary and confirmation",
        "reassurance",
    ),
}  # fmt: skip

TECHNIQUES: Final[Mapping[str, Technique]] = {
    f"{group}{number}": Technique(f"{group}{number}", name, mark)
    for (group, mark), names in _NAMES.items()
    for number, name in enumerate(names, start=1)
}
# Left out on purpose: a reading needs a device, so it is a practitioner's; it is no gap in what a client received.
LEFT_OUT: Final = frozenset({"BM11", "RC3"})


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message that reached somebody, on that local date, and the keys of the texts that stood in it."""

    day: date
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Received:
    """A technique, in how many messages it was, and on how many days."""

    technique: Technique
    messages: int
    days: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one person received in these days, most often first, and the techniques that they did not."""

    first: date
    last: date
    received: tuple[Received, ...]
    not_received: tuple[Technique, ...]


def coverage(deliveries: Iterable[Delivery], tags: Mapping[str, Iterable[str]], first: date, last: date) -> Coverage:
    """Which techniques reached a person from `first` to `last`, by the tags of the texts (text key: codes).

    A technique counts once a message however many of its texts carry it. Raises KeyError for a code there is not.
    """
    days: dict[str, list[date]] = defaultdict(list)
    for one in deliveries:
        if first <= one.day <= last:
            for code in {code for key in one.keys for code in tags.get(key, ())}:
                days[TECHNIQUES[code].code].append(one.day)
    received = [Received(TECHNIQUES[code], len(those), len(set(those))) for code, those in days.items()]
    order = list(TECHNIQUES)
    return Coverage(
        first=first,
        last=last,
        received=tuple(sorted(received, key=lambda one: (-one.messages, order.index(one.technique.code)))),
        not_received=tuple(
            technique for code, technique in TECHNIQUES.items() if code not in days and code not in LEFT_OUT
        ),
    )
