"""Text normalised to how the word lists are written, and the pattern that each line of a list becomes."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

_LATIN = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"}
# Letters of the Arabic script that people write for one another.
_ARABIC = dict(zip("أإآٱىیېکةہھۃ", "اااايييكهههه", strict=True)) | {"ـ": ""}
_MARKS = dict.fromkeys(".!?;؟؛।॥。！？", ". ") | dict.fromkeys(',:()[]\n\r–—،、"“”„«»', ", ")
_APOSTROPHES = dict.fromkeys("'’‘‛´`ʼ＇", "'")
_SYMBOLS = "*$@|!"  # letters in disguise, only inside a word
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


def split_words(text: str) -> list[Word]:
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
    scripts = [[one for char in word.text if (one := script(char))] for word in split_words(text)]
    strange = [word for word in scripts if len(word) >= 2 and readable.isdisjoint(word)]
    known = [word for word in scripts if not readable.isdisjoint(word)]
    enough = len(strange) >= 2 or any(not _WITHOUT_SPACES.isdisjoint(word) for word in strange)
    return enough and len(known) <= 2 and sum(map(len, strange)) >= 2 * sum(map(len, known))


_TOKEN = re.compile(r"\.\.\.|<start>|<end>|<number>|<near>|\{[a-z_]+\}|!?\(|\)|\[|\]|/|\||[^\s()\[\]{}/|<>!.]+")
_CHOICE = re.compile(r"\s+/\s+")
_WORD_END = "[.,]? "
_GAP = "(?:[^ .~]+ ){0,3}"
_NEAR = "(?:[^ .~]+ ){0,8}"
_BEGIN = "(?<![^ ])"
# Words in nearly every text: a line is looked up by its rarest word, which is none of these.
_COMMON = frozenset(
    "i a to the my me it is am be do on in of and for have had has was not no so this that you he she they we with "
    "would will want going just all get got go can dont cant at up out what there if when been are could off about "
    "her his him them take took taken too again anymore think feel like know say said says now more one as".split()
)


class LineWrong(Exception):
    """A line of a word list that cannot be read: which, and why."""

    def __init__(self, written: str, why: str) -> None:
        super().__init__(f'"{written}" {why}')
        self.written = written


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a line: its pattern, and the words of which one is there whenever the part is ("" ending: a stem)."""

    pattern: str
    words: frozenset[str] = frozenset()
    needs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class ListLine:
    """A line that can be looked for."""

    written: str
    pattern: str
    telling: frozenset[str]  # one of these words is in every text that it fits; "suicid*" stands for any ending
    needs: tuple[frozenset[str], ...] = ()  # and one of each of these

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Made when a text first has one of its words."""
        return re.compile(_BEGIN + self.pattern)

    def may_fit(self, there: AbstractSet[str]) -> bool:
        """Is a word there of each part that the line cannot do without?"""
        return not any(words.isdisjoint(there) for words in self.needs)


class LineReader:
    """Reads the lines of one list, with its slots."""

    def __init__(self, say_line: Callable[[str], str], say_word: Callable[[str], str]) -> None:
        self._say_line, self._say_word = say_line, say_word
        self._slots: dict[str, _Part] = {}
        self._words: dict[str, _Part] = {}  # by how they are written: a list writes each of its words 20 times
        self._known: set[str] = set()

    def slots(self, slots: Mapping[str, list[str]]) -> None:
        """Slots may name slots that stand before them."""
        for name, lines in slots.items():
            self._slots[name] = _any([self._read(line) for line in lines])

    def line(self, written: str) -> ListLine:
        """Raises LineWrong."""
        part = self._read(written)
        if not part.words:
            raise LineWrong(written, "has no word that is always there")
        needs = [words for words in part.needs if not any(word.endswith("*") for word in words)]
        return ListLine(written, part.pattern, part.words, tuple(sorted(needs, key=_commonness)))

    @property
    def known(self) -> set[str]:
        """Every whole word of the lines read so far."""
        return self._known

    def _read(self, written: str) -> _Part:
        text = self._say_line(_CHOICE.sub(" | ", written.casefold()))
        tokens = _TOKEN.findall(text)
        if "".join(tokens) != re.sub(r"\s", "", text):
            raise LineWrong(written, "has a sign that means nothing here")
        part, rest = self._sequence(tokens, written)
        if rest:
            raise LineWrong(written, "closes what was not opened")
        return part

    def _sequence(self, tokens: list[str], written: str) -> tuple[_Part, list[str]]:
        parts: list[_Part] = []
        while tokens and tokens[0] not in {")", "]", "|"}:
            part, tokens = self._item(tokens, written)
            while len(tokens) > 1 and tokens[0] == "/":
                other, tokens = self._item(tokens[1:], written)
                part = _any([part, other])
            parts.append(part)
        if not parts:
            raise LineWrong(written, "has an empty choice")
        return _in_a_row(parts), tokens

    def _item(self, tokens: list[str], written: str) -> tuple[_Part, list[str]]:
        head, rest = tokens[0], tokens[1:]
        if head in {"(", "!("}:
            part, rest = self._choice(rest, ")", written)
            return (part if head == "(" else _Part(f"(?:(?<=[.,] )|(?!{part.pattern}))")), rest
        if head == "[":
            part, rest = self._choice(rest, "]", written)
            return _Part(f"(?:{part.pattern})?"), rest
        if head in _SIGNS:
            return _Part(_SIGNS[head]), rest
        if head.startswith("{"):
            if head[1:-1] not in self._slots:
                raise LineWrong(written, f"names a slot that is not there: {head}")
            return self._slots[head[1:-1]], rest
        return self._word(head, written), rest

    def _choice(self, tokens: list[str], closing: str, written: str) -> tuple[_Part, list[str]]:
        parts = []
        while True:
            part, tokens = self._sequence(tokens, written)
            parts.append(part)
            if not tokens:
                raise LineWrong(written, "opens what it does not close")
            sign, tokens = tokens[0], tokens[1:]
            if sign == closing:
                return _any(parts), tokens
            if sign != "|":
                raise LineWrong(written, f"closes with {sign} what opened otherwise")

    def _word(self, word: str, written: str) -> _Part:
        if word.endswith("*"):
            if len(word) < 4:
                raise LineWrong(written, f"{word} is too short for a stem")
            return _Part(re.escape(word[:-1]) + "[^ .,~]*" + _WORD_END, frozenset({word}))
        if word not in self._words:
            said = self._say_word(word).split()
            if not said:
                raise LineWrong(written, f"has a sign that means nothing here: {word}")
            self._known.update(said)
            self._words[word] = _in_a_row([_Part(re.escape(one) + _WORD_END, frozenset({one})) for one in said])
        return self._words[word]


_SIGNS = {
    "...": _GAP,
    "<near>": _NEAR,
    "<start>": "(?:^|(?<=[.,] ))",
    "<end>": "(?<=[.,] )",
    "<number>": "[0-9]{2,}" + _WORD_END,
}


def _in_a_row(parts: list[_Part]) -> _Part:
    needs = tuple(words for part in parts for words in (part.needs or (part.words,)) if words)
    return _Part("".join(part.pattern for part in parts), _rarest(parts), needs)


def _any(parts: list[_Part]) -> _Part:
    patterns = "|".join(part.pattern for part in parts)
    always = all(part.words for part in parts)
    words = frozenset().union(*(part.words for part in parts)) if always else frozenset()
    return _Part(f"(?:{patterns})", words)


def _rarest(parts: list[_Part]) -> frozenset[str]:
    return min((part.words for part in parts if part.words), key=_commonness, default=frozenset())


@cache
def _commonness(words: frozenset[str]) -> int:
    return sum(100 if word in _COMMON else 1 for word in words)
