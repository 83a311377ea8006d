"""What is known of one clinical fact: what it says, where it was read, when, and by when it is looked at next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mark(StrEnum):
    """How it was read. What is remembered is no fact here: nothing is said to a client on it."""

    READ = "V"  # at the source named
    SECOND_HAND = "V2"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. Which texts stand on it: bot/texts/facts.toml; `used_by` names code that does, where any does.

    `beside` is what goes the other way or sets its bounds, for whoever reviews it. `section` is where on the page or in
    the paper it stands, where there is more than one place.
    """

    id: str
    says: str
    source: str
    url: str
    checked_on: date
    review_by: date
    mark: Mark = Mark.READ
    used_by: str = ""
    beside: str = ""
    section: str = ""


def overdue(facts: Iterable[Fact], today: date) -> list[str]:
    """Ids of facts whose review is due by that date."""
    return sorted(one.id for one in facts if one.review_by <= today)


def unsourced(facts: Iterable[Fact]) -> list[str]:
    """Ids of facts that lack a sentence, a source, an address that can be opened, or a review after the check."""
    return sorted(
        one.id
        for one in facts
        if not (one.says and one.source and one.url.startswith(("https://", "http://")))
        or one.review_by <= one.checked_on
    )
