"""The toolkit: what has helped a client, in their own words, and which of it fits a hard moment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from programme.check_in import HardMoment

ITEM_LENGTH: Final = 120  # characters: a few words, to be read on a button
SHOWN: Final = 3  # "a couple of tricks up your sleeve": more is too many in a hard moment


@dataclass(frozen=True, slots=True)
class ToolkitItem:
    """One thing that helps; a hidden one is not offered any more, and still named where it was picked.

    `moment` is the hard moment it is kept for ("If stress, I'll ..."); None: any.
    """

    id: int
    words: str
    hidden: bool = False
    moment: HardMoment | None = None


def clean_words(text: str) -> str | None:
    """An item as we keep it: one line of at most ITEM_LENGTH characters; None if nothing is left."""
    return " ".join(text.split())[:ITEM_LENGTH].strip() or None


def fitting(
    items: Iterable[ToolkitItem], moment: HardMoment | None, helped: Mapping[tuple[int, HardMoment | None], int]
) -> Sequence[ToolkitItem]:
    """The items that are offered, those first that fit that moment by what the person themselves said.

    First what they kept for this very moment; then what helped them most often at such a moment (`helped`: how often,
    by item and moment); then what helped most often at all; then the newest. Nothing is reckoned but these counts.
    """
    often: dict[int, int] = {}
    for (item_id, _), times in helped.items():
        often[item_id] = often.get(item_id, 0) + times

    def rank(item: ToolkitItem) -> tuple[bool, int, int, int]:
        for_this = moment is not None and item.moment is moment
        return (not for_this, -helped.get((item.id, moment), 0) if moment else 0, -often.get(item.id, 0), -item.id)

    return sorted((item for item in items if not item.hidden), key=rank)
