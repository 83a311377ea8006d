"""What a second look at something that waits to be sent may say."""

from dataclasses import dataclass
from datetime import datetime

from programme.reason_code import ReasonCode


@dataclass(frozen=True, slots=True)
class Wanted:
    """It may go."""


@dataclass(frozen=True, slots=True)
class Unwanted:
    """It may not go any more, and why."""

    reason: ReasonCode


@dataclass(frozen=True, slots=True)
class NotYet:
    """It may go after that moment (UTC)."""

    until: datetime


Verdict = Wanted | Unwanted | NotYet
