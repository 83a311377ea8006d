"""Texts that remember which of their keys were used, so that what a message delivers can be told from what it says."""

from bot.texts.data import packed_tags
from bot.texts.service import Argument, Texts


class Heard(Texts):
    """The words of a locale, and the keys of those that were asked for in `keys`. One for each screen drawn."""

    def __init__(self, texts: Texts) -> None:
        self.locale, self.babel = texts.locale, texts.babel
        self._texts = texts
        self.keys: set[str] = set()

    def __eq__(self, other: object) -> bool:
        """As good as the texts it stands for, so that what is cached by texts does not grow with listeners."""
        return other is self._texts or (isinstance(other, Heard) and other._texts is self._texts)

    def __hash__(self) -> int:
        return hash(self._texts)

    def __call__(self, key: str, /, **args: Argument) -> str:
        """As the texts it stands for say it. Raises BadText."""
        self.keys.add(key)
        return self._texts(key, **args)

    def label(self, key: str, /, **args: Argument) -> str:
        """As the texts it stands for say it. Raises BadText."""
        self.keys.add(key)
        return self._texts.label(key, **args)

    @property
    def techniques(self) -> int:
        """Those that the texts carry which were asked for: programme.bct.packed."""
        known, found = packed_tags(), 0
        for key in self.keys & known.keys():
            found |= known[key]
        return found

    def has(self, key: str) -> bool:
        """Whether there is a text of that key; asking is not using."""
        return self._texts.has(key)
