"""What the doctor gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `state` is ok, look (works, and you may want to know) or bad (will not work)."""

    what: str
    state: str
    words: str
