"""One silence, told four ways: what the same missing answer means to each of its readers (FIELD.md 2.2, hazard H12)."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who reads it."""

    SERVICE_RETURN = "service_return"  # what a service counts for the NHS
    TRIAL = "trial"  # the Russell Standard
    PRACTITIONER = "practitioner"
    CLIENT = "client"


class Told(StrEnum):
    """What is said in place of the missing answer."""

    LOST = "lost"  # not known, lost to follow-up: a category of its own
    SMOKING = "smoking"
    NO_REPLY_SINCE = "no-reply-since"
    NOT_KNOWN = "not-known"  # counts neither way


@dataclass(frozen=True, slots=True)
class Silence:
    """How a missing answer is told to one audience. Nowhere does it count as not smoking."""

    told: Told
    counts_as_smoking: bool = False


_TOLD = {
    Audience.SERVICE_RETURN: Silence(Told.LOST),
    Audience.TRIAL: Silence(Told.SMOKING, counts_as_smoking=True),
    Audience.PRACTITIONER: Silence(Told.NO_REPLY_SINCE),
    Audience.CLIENT: Silence(Told.NOT_KNOWN),
}


def silence(audience: Audience, *, missed_by_us: bool = False) -> Silence | None:
    """How it is told to them that nothing was said; None where it is no silence, as we did not ask (FIELD.md S13).

    A trial counts an unknown status as smoking whoever is to blame for it.
    """
    if missed_by_us and audience is not Audience.TRIAL:
        return None
    return _TOLD[audience]
