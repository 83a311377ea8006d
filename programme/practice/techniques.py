"""Behaviour change techniques by their codes, and which of them a person received in a week.

The taxonomy for individual support with stopping smoking: Michie and others 2011 (PubMed 21215528). BM and BS codes
were read in a table that lists them (PMC7617039, table 2); the numbers of the others are remembered, and marked so.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class CodeCertainty(StrEnum):
    """How sure we are of a code."""

    READ = "V"
    REMEMBERED = "M"


@dataclass(frozen=True, slots=True)
class Technique:
    """One technique and how sure we are of its code."""

    code: str
    name: str
    mark: CodeCertainty


_NAMES: Final = {
    ("BM", CodeCertainty.READ): (
        "consequences of smoking and of stopping", "motivation and self-efficacy", "feedback on current behaviour",
        "rewards for not smoking", "normative information", "commitment there and then",
        "rewards for effort and progress", "identity of an ex-smoker", "reasons for wanting and not wanting to stop",
        "importance of stopping abruptly", "carbon monoxide reading",
    ),
    ("BS", CodeCertainty.READ): (
        "barriers and problem solving", "relapse prevention and coping", "action planning", "goal setting",
        "review of goals", "self-recording", "change of routine", "restructuring of surroundings", "graded tasks",
        "conserving mental resources", "avoidance of social cues",
    ),
    ("A", CodeCertainty.REMEMBERED): (
        "advice on medication", "social support", "access to medication", "experience of medication",
        "options for later support",
    ),
    ("RD", CodeCertainty.REMEMBERED): ("tailoring", "emphasis on choice"),
    ("RI", CodeCertainty.REMEMBERED): (
        "current and past smoking", "readiness", "past attempts", "withdrawal", "dependence", "contacts who smoke",
        "attitudes", "social support there is", "how dependence develops", "mental functioning",
    ),
    ("RC", CodeCertainty.REMEMBERED): (
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
# Left out on purpose: a reading needs a device, so it is a practitioner's; no text of ours carries these.
LEFT_OUT: Final = frozenset({"BM11", "RC3"})
_BITS: Final[Mapping[str, int]] = {code: 1 << place for place, code in enumerate(TECHNIQUES)}


class TechniqueGroup(StrEnum):
    """What techniques are for: the four functions of the taxonomy."""

    MOTIVATION = "motivation"
    SELF_REGULATION = "self_regulation"
    ADJUVANT = "adjuvant"
    GENERAL = "general"


_GROUPS: Final = {"BM": TechniqueGroup.MOTIVATION, "BS": TechniqueGroup.SELF_REGULATION, "A": TechniqueGroup.ADJUVANT}


def group_of(code: str) -> TechniqueGroup:
    """The function that a technique serves."""
    return _GROUPS.get(code.rstrip("0123456789"), TechniqueGroup.GENERAL)


def packed(codes: Iterable[str]) -> int:
    """Codes as one number, a bit each, as the database keeps them: so a place in TECHNIQUES is never given away.

    Raises KeyError for a code there is not.
    """
    found = 0
    for code in codes:
        found |= _BITS[code]
    return found


def unpacked(techniques: int) -> frozenset[str]:
    """The codes in such a number."""
    return frozenset(code for code, bit in _BITS.items() if techniques & bit)


@dataclass(frozen=True, slots=True)
class TechniqueCount:
    """A technique, and in how many messages it was."""

    technique: Technique
    messages: int


Coverage = Mapping[TechniqueGroup, Sequence[TechniqueCount]]


def coverage(messages: Iterable[int]) -> Coverage:
    """Which techniques reached a person, by function, most often first: of messages, each with what stood in it packed.

    A technique counts once a message, however many of its texts carry it. A function without any is left out.
    """
    times = Counter(code for one in messages for code in unpacked(one))
    order = list(TECHNIQUES)
    received = sorted(times.items(), key=lambda pair: (-pair[1], order.index(pair[0])))
    found = {
        group: tuple(TechniqueCount(TECHNIQUES[code], count) for code, count in received if group_of(code) is group)
        for group in TechniqueGroup
    }
    return {group: those for group, those in found.items() if those}


def week_of(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())
