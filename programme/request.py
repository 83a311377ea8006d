"""A request to get in touch: "Tell Lee". Whom it goes to, and when: programme.route."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

KEPT_FOR: Final = timedelta(days=14)  # once its client has left
_SOON: Final = timedelta(hours=2)
_IN_TIME: Final = timedelta(hours=4)


class About(StrEnum):
    """What a request is about, where its client says so by making it."""

    CLOZAPINE = "clozapine"  # for that very day
    MEDICINE = "medicine"
    SIDE_EFFECTS = "side-effects"
    PREGNANCY = "pregnancy"


def promise(about: About | None, *, from_card: bool) -> timedelta:
    """Within how much of their own hours somebody is to open it, before the next in line gets it."""
    return _SOON if from_card or about is About.CLOZAPINE else _IN_TIME


@dataclass(frozen=True, slots=True)
class Request:
    """A client asks their practitioner to get in touch. `about` is None where they say no more than that.

    `from_card`: they asked from the crisis card. `opened_at` is None until somebody in line said that they saw it, who
    is `opened_by`. `due_at` is when it is passed on if nobody has (UTC; None: nothing more comes by itself), `late_at`
    when that happened first. `taken_back_at`: the client did. `kept_at`: the client left and it stays, with the first
    name `name` and the time only; `person_id` is None once they are erased.
    """

    id: int
    person_id: int | None
    practitioner_id: int
    made_at: datetime
    opened_at: datetime | None
    about: About | None = None
    from_card: bool = False
    due_at: datetime | None = None
    late_at: datetime | None = None
    opened_by: int | None = None
    taken_back_at: datetime | None = None
    kept_at: datetime | None = None
    name: str | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still to be opened."""
        return self.opened_at is None and self.taken_back_at is None


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody in the line of a request, from place 0 on. `told_at`: when it went to them (None: it did not yet)."""

    request_id: int
    place: int
    practitioner_id: int
    told_at: datetime | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that waits with a practitioner, and who made it: their name and what stands on their invitation."""

    request: Request
    name: str | None
    label: str | None = None
