"""What happened: the history of a person, the source of a summary, and the answer to "why did I get this?"."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

# What `data` has where somebody at the command line did it: who that was is not known here, and nobody else's number.
BY_OPERATOR: Final[Mapping[str, str]] = {"by": "operator"}


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something to write down. `data` holds codes, ids and counts, never a person's words.

    `person_id` is whom it is about, `actor_id` who did it; None is the service itself.
    """

    kind: str
    person_id: int | None
    actor_id: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was written down, at that moment (UTC)."""

    id: int
    kind: str
    person_id: int | None
    actor_id: int | None
    data: Mapping[str, Any]
    at: datetime
