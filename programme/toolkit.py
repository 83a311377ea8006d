"""The toolkit: what has helped a client, in their own words."""

from dataclasses import dataclass
from typing import Final

ITEM_LENGTH: Final = 120  # characters: a few words, to be read on a button


@dataclass(frozen=True, slots=True)
class ToolkitItem:
    """One thing that helps; a hidden one is not offered any more, and still named where it was picked."""

    id: int
    words: str
    hidden: bool = False


def clean_words(text: str) -> str | None:
    """An item as we keep it: one line of at most ITEM_LENGTH characters; None if nothing is left."""
    return " ".join(text.split())[:ITEM_LENGTH].strip() or None
