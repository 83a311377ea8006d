"""The lines of a word list: what may be written in one, and the pattern that it becomes.

I want to die           these words, one after the other
die/dead                one of these words
(be here / be alive)    one of these, of several words
[really]                may be there or not
...                     up to three words between
{want}                  any word of that slot
suicid*                 any ending
!(of cancer / young)    does not count where this follows, in the same sentence
<start> <end>           a sentence starts or ends here
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property

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
class Line:
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


class Reader:
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

    def line(self, written: str) -> Line:
        """Raises LineWrong."""
        part = self._read(written)
        if not part.words:
            raise LineWrong(written, "has no word that is always there")
        needs = [words for words in part.needs if not any(word.endswith("*") for word in words)]
        return Line(written, part.pattern, part.words, tuple(sorted(needs, key=_commonness)))

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
