"""Text as the word lists are written: small letters, no Latin accents, words with the sentence marks behind them."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_LATIN = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
# Letters of the Arabic script that people write for one another.
_ARABIC = dict(zip("أإآٱىیېکةہھۃ", "اااايييكهههه", strict=True)) | {"ـ": ""}
_MARKS = dict.fromkeys(".!?;؟؛।॥。！？", ". ") | dict.fromkeys(',:()[]\n\r–—،、"“”„«»', ", ")
_APOSTROPHES = dict.fromkeys("'’‘‛´`ʼ＇", "'")
_SYMBOLS = "*$@|!"  # letters in disguise, inside a word alone
# Letters of other alphabets that look like Latin ones: undone in a word that has Latin letters too.
_SAME_LOOKS = str.maketrans("аеорсухіѕјкмтвнԁԛԝαοεικνρτυχ", "aeopcyxisjkmtbhdqwaoeikvptux")

_WITHOUT_SPACES = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"})

_ELLIPSIS = re.compile(r"\.{2,}|…")
_INITIALS = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?![^\W_]))")
_INSIDE = re.compile(rf"(?<=[a-z0-9*])[{re.escape(_SYMBOLS)}](?=[a-z0-9*])")
_HIDDEN = dict(zip("\ue000\ue001\ue002\ue003\ue004", _SYMBOLS, strict=True))
_HIDE = {symbol: hidden for hidden, symbol in _HIDDEN.items()}
_WORD_OR_MARK = re.compile(r"[^ .,]+|[.,]")


class _Letters(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _letter(chr(code))
        return found


def _letter(char: str) -> str:
    for table in (_HIDDEN, _MARKS, _APOSTROPHES, _LATIN, _ARABIC):
        if char in table:
            return table[char]
    kind = unicodedata.category(char)
    if kind == "Cf" or "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0670":
        return ""  # nothing that is drawn by itself: joiners, accents, Arabic vowel signs
    if kind[0] in "LM" and script(char) == "LATIN":
        return "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    return char if kind[0] in "LM" or kind == "Nd" else " "


_LETTERS = _Letters()


@lru_cache(maxsize=4096)
def script(char: str) -> str:
    """The script of a letter, as "LATIN" or "CJK"; "" for what is no letter."""
    return unicodedata.name(char, "").split(" ")[0] if char.isalpha() else ""


class Word(NamedTuple):
    """One word, and "." or "," where a mark stands behind it."""

    text: str
    mark: str = ""


def words(text: str) -> list[Word]:
    """The words of a text, in small letters, accents of Latin letters and marks inside words gone."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    text = _INITIALS.sub(r"\1", _ELLIPSIS.sub(", ", text))
    text = _INSIDE.sub(lambda found: _HIDE[found[0]], text).translate(_LETTERS)
    return _with_marks(text)


def _with_marks(text: str) -> list[Word]:
    found: list[Word] = []
    for piece in _WORD_OR_MARK.findall(text):
        if piece not in {".", ","}:
            if piece := piece.strip("'"):
                found.append(Word(piece if piece.isascii() else _unmixed(piece)))
        elif found and found[-1].mark != ".":
            found[-1] = Word(found[-1].text, piece)
    return found


def _unmixed(word: str) -> str:
    return word.translate(_SAME_LOOKS) if any("a" <= c <= "z" for c in word) else word


def unreadable(text: str, readable: frozenset[str]) -> bool:
    """Is this text in a script for which there is no list?

    One letter, a symbol, or a name inside a text that can be read is not enough; nor is one word alone, which is a name
    more often than anything else, but in scripts that put no space between words.
    """
    if text.isascii():
        return False
    scripts = [[one for char in word.text if (one := script(char))] for word in words(text)]
    strange = [word for word in scripts if len(word) >= 2 and readable.isdisjoint(word)]
    known = [word for word in scripts if not readable.isdisjoint(word)]
    enough = len(strange) >= 2 or any(not _WITHOUT_SPACES.isdisjoint(word) for word in strange)
    return enough and len(known) <= 2 and sum(map(len, strange)) >= 2 * sum(map(len, known))
