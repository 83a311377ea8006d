"""One text, as those see it that read texts with a strict eye."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text of one locale: every word any of its variants may say, and the arguments it needs."""

    locale: str
    file: str
    key: str
    words: str
    needs: frozenset[str]
