"""The toolkit: what has helped a client, in their own words or in the catalogue's, and what is known of each."""

from dataclasses import dataclass
from typing import Final

from programme.check_in import HardMoment
from programme.strategies import Function, Place, Strategy, strategy

ITEM_LENGTH: Final = 200  # characters: what a message shows whole
SHOWN: Final = 3  # "a couple of tricks up your sleeve": more is too many in a hard moment
MINUTES: Final = (2, 5, 10, 20)  # that there may be for it


@dataclass(frozen=True, slots=True)
class ToolkitItem:
    """One thing that helps; a hidden one is not offered any more, and still named where it was picked.

    - `words` are the client's own; "" where the line of the catalogue is meant, by its `code`.
    - `moment` is the hard moment it is kept for ("If stress, I'll ..."); None: any.
    - `gives`, `place` and `minutes` are what the client said of it; where they did not, see the properties.
    """

    id: int
    words: str
    hidden: bool = False
    moment: HardMoment | None = None
    code: str | None = None
    pinned: bool = False
    gives: Function | None = None
    place: Place | None = None
    minutes: int | None = None

    @property
    def strategy(self) -> Strategy | None:
        """The strategy of the catalogue that it was taken from."""
        return strategy(self.code) if self.code is not None else None

    @property
    def functions(self) -> frozenset[Function]:
        """What it gives: as they said, else as the catalogue has it; empty where nobody said."""
        if self.gives is not None:
            return frozenset({self.gives})
        return self.strategy.gives if self.strategy else frozenset()

    @property
    def where(self) -> Place:
        """Where it can be done; anywhere, where nobody said."""
        return self.place or (self.strategy.place if self.strategy else Place.ANYWHERE)

    @property
    def takes(self) -> int | None:
        """About how many minutes it takes; None where nobody said."""
        return self.minutes or (self.strategy.minutes if self.strategy else None)

    def fits(self, place: Place, minutes: int | None) -> bool:
        """Whether it can be done there, in so many minutes (None: there is time enough)."""
        return self.where in (Place.ANYWHERE, place) and (minutes is None or (self.takes or 0) <= minutes)


def clean_words(text: str, most: int = ITEM_LENGTH) -> str | None:
    """Words as we keep them: one line of at most `most` characters, cut at a word with an ellipsis; None if none."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line or None
    kept = line[: most - 1]
    at_word = kept.rpartition(" ")[0] if line[most - 1] != " " else kept
    return (at_word if len(at_word) > most // 2 else kept).rstrip() + "…"


def is_cut(text: str, most: int = ITEM_LENGTH) -> bool:
    """Whether `clean_words` leaves some of it out."""
    return len(" ".join(text.split())) > most
