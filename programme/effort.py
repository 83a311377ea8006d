"""Effort that is worth a word: how often something was tried with a craving, whatever came of it (FIELD.md 3.6)."""

from typing import Final

STEPS: Final = (3, 10, 25, 50, 100, 200, 400)


def effort_at(tried: int) -> int | None:
    """The highest step that so many times have reached; None before the first."""
    return max((step for step in STEPS if step <= tried), default=None)
