"""A reason to stop, in the client's own words; shown back to them where it may help."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason."""

    id: int
    words: str
