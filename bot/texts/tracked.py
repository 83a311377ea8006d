"""Texts that remember which of their keys were used, so that what a message delivers can be told from what it says.

They leave out what an operator stopped.
"""

from collections.abc import Set

from bot.texts.data import packed_tags
from bot.texts.service import Argument, Texts
from db.delivery.wordings import Wording


class TrackedTexts(Texts):
    """The words of a locale, and the keys of those that were said in `keys`. One for each screen drawn.

    Of a key in `stopped` nothing is said: its words are "".
    """

    def __init__(self, texts: Texts, stopped: Set[str] = frozenset()) -> None:
        self.locale, self.babel, self.written = texts.locale, texts.babel, texts.written
        self._texts = texts
        self._stopped = stopped
        self.keys: set[str] = set()

    def __eq__(self, other: object) -> bool:
        """As good as the texts it stands for, so that what is cached by texts does not grow with listeners."""
        return other is self._texts or (isinstance(other, TrackedTexts) and other._texts is self._texts)

    def __hash__(self) -> int:
        return hash(self._texts)

    def __call__(self, key: str, /, **args: Argument) -> str:
        """As the texts it stands for say it. Raises BadText."""
        return self._texts(key, **args) if self._says(key) else ""

    def label(self, key: str, /, **args: Argument) -> str:
        """As the texts it stands for say it. Raises BadText."""
        return self._texts.label(key, **args) if self._says(key) else ""

    def _says(self, key: str) -> bool:
        if key in self._stopped:
            return False
        self.keys.add(key)
        return True

    def wording(self, screen: str) -> Wording:
        """What was said so far, as the words of that screen."""
        return Wording(screen, self.locale, frozenset((key, self.written[key].version) for key in self.keys))

    @property
    def techniques(self) -> int:
        """Those that the texts carry which were asked for: programme.practice.techniques.packed."""
        known, found = packed_tags(), 0
        for key in self.keys & known.keys():
            found |= known[key]
        return found

    def has(self, key: str) -> bool:
        """Whether there is a text of that key; asking is not using."""
        return self._texts.has(key)
