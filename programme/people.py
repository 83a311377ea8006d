"""Who writes to us, and what they may be to the service."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

NAME_LENGTH: Final = 40  # characters: what fits a greeting and a line of a summary


class Role(StrEnum):
    """What a person is here. One person may be several; without any, a stranger."""

    PRACTITIONER = "practitioner"
    CLIENT = "client"
    SUPPORTER = "supporter"  # somebody was asked to be one, whatever became of it


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote to us at least once. `name` is what they asked to be called, `country` ISO 3166, `zone` IANA.

    `nation` is whose crisis numbers they chose by a tap (programme.crisis_card.CHOICES); None: they did not choose.
    `awaiting` says what their next words are for, and `awaiting_screen` which screen asked. `pinned_at`: when the
    message with the crisis numbers was put down for them (UTC).
    """

    id: int
    telegram_id: int
    name: str | None
    locale: str
    country: str | None
    zone: str | None
    cannot_reach_since: datetime | None
    hold_until: datetime | None
    awaiting: str | None
    awaiting_screen: int | None
    roles: frozenset[Role]
    nation: str | None = None
    pinned_at: datetime | None = None

    @property
    def is_client(self) -> bool:
        """Joined, and has not left."""
        return Role.CLIENT in self.roles

    @property
    def is_practitioner(self) -> bool:
        """Joined as a practitioner."""
        return Role.PRACTITIONER in self.roles

    @property
    def is_guest(self) -> bool:
        """Knows of us as somebody's supporter, and as nothing else: reads nothing of clients' matters."""
        return self.roles == {Role.SUPPORTER}


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who joined with a practitioner's link. `left_at` is None while they stay.

    `keep_until` is the last day, where they were, on which what they left with us is kept, as it was named to them.
    """

    person_id: int
    practitioner_id: int
    joined_at: datetime
    left_at: datetime | None
    keep_until: date | None = None


# Signs that turn the direction of a line around can make a name look like another one.
_TURNS: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def clean_name(text: str) -> str | None:
    """A name as we keep it: one line, no double spaces, no direction signs, at most NAME_LENGTH. None if empty."""
    shown = "".join(sign for sign in text.translate(_TURNS) if sign.isprintable() or sign.isspace())
    return " ".join(shown.split())[:NAME_LENGTH].strip() or None
