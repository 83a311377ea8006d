"""How texts meet people: no word that presses or judges, in any of its forms, and choice where something is offered."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final

from bot.texts.text import Text

# They press, judge or make small. What was found harmful in care is being rushed and being told off.
FORBIDDEN: Final[Mapping[str, str]] = {
    "should": r"should(?:n't|a)?",
    "must": r"must(?:n't)?",
    "failed": r"fail(?:s|ed|ing|ings|ure|ures)?",
    "cheat": r"cheat(?:s|ed|er|ers|ing)?",
    "only": r"only",
    "just": r"just",
    "again": r"again",
    "disappointed": r"disappoint\w*",
}
_PATTERNS: Final = {word: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE) for word, forms in FORBIDDEN.items()}
_OFFER: Final = re.compile(
    r"\b(?:would you like|what would (?:help|suit)|what suits|what next|shall i|how about|why not|you could"
    r"|might you try|try (?:this|one|a|to)|would .{1,30} help)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[^.?!\n]*[.?!\n]?")


def straight(words: str) -> str:
    """Curly apostrophes as straight ones, so that "mustn’t" is found as well."""
    return words.replace("’", "'").replace("‘", "'")


def not_our_words(words: str) -> list[str]:
    """Which of the words that we do not use are in these, in whatever form."""
    plain = straight(words)
    return [word for word, pattern in _PATTERNS.items() if pattern.search(plain)]


def reads_like_an_offer(words: str) -> bool:
    """Whether words read like an offer or a suggestion, by a wide list of phrases."""
    return _OFFER.search(straight(words)) is not None


def unsorted_offers(texts: Iterable[Text], offers: Container[str], no_offer: Container[str]) -> list[str]:
    """Keys of texts that read like an offer, and are named neither as one nor as none."""
    found = (one.key for one in texts if reads_like_an_offer(one.words))
    return sorted(key for key in found if key not in offers and key not in no_offer)


def asks_first(texts: Iterable[Text], takes_in: Container[str]) -> Iterator[str]:
    """Keys of texts that ask before they have taken in what they answer."""
    for one in texts:
        first = next((part.strip() for part in _SENTENCE.findall(one.words) if part.strip()), "")
        if one.key in takes_in and first.endswith("?"):
            yield one.key
