"""A request to get in touch: "Tell Lee"."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Request:
    """A client asks their practitioner to get in touch. `opened_at` is None until the practitioner said they saw it."""

    id: int
    person_id: int
    practitioner_id: int
    made_at: datetime
    opened_at: datetime | None
