"""A request to get in touch: "Tell Lee"."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class About(StrEnum):
    """What a request is about, where its client says so by making it."""

    CLOZAPINE = "clozapine"  # for the team, on that very day
    MEDICINE = "medicine"
    SIDE_EFFECTS = "side-effects"
    PREGNANCY = "pregnancy"


@dataclass(frozen=True, slots=True)
class Request:
    """A client asks their practitioner to get in touch. `opened_at` is None until the practitioner said they saw it.

    `about` is None where they ask to get in touch and say no more.
    """

    id: int
    person_id: int
    practitioner_id: int
    made_at: datetime
    opened_at: datetime | None
    about: About | None = None
