"""A word list: what one language's words of danger look like, read from its file and looked for in a text."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from programme.safety.plain import LineReader, LineWrong, ListLine, Word
from programme.safety.typed import Said, Typed

HEADER = ("locale", "title", "scripts", "version", "source", "reviewed_by", "reviewed_on")
BRINGS = ("check", "life", "violence", "taken", "medical", "somebody_else")
_STEM = 3  # letters by which stems are looked up; a stem has as many at least


class WordListWrong(Exception):
    """A word list that cannot be used: which file, which line of it, and why."""


@dataclass(frozen=True, slots=True)
class WordRule:
    """One kind of sentence: what it brings, and what a clinician reads of it."""

    name: str
    brings: str
    means: str
    not_with: tuple[ListLine, ...] = ()  # does not count in a sentence that one of these fits

    def counts(self, found: re.Match[str]) -> bool:
        """Does it count where it was found?"""
        if not self.not_with:
            return True
        start, end = found.string.rfind(". ", 0, found.start() + 1) + 1, found.string.find(". ", found.end() - 2)
        sentence = found.string[start : end + 2].lstrip()
        return not any(line.compiled.search(sentence) for line in self.not_with)


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line of a list that fits a text."""

    rule: WordRule
    line: str
    letters: int  # how much of the text it fits


class _Index:
    """Lines by their telling words: few of them are looked for in any one text."""

    def __init__(self, lines: Iterable[ListLine]) -> None:
        self.lines = list(lines)
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, line in enumerate(self.lines):
            for word in line.telling:
                if word.endswith("*"):
                    self._stems[word[:_STEM]].append((word[:-1], number))
                else:
                    self._whole[word].append(number)

    def may_fit(self, there: AbstractSet[str]) -> list[int]:
        """The numbers of lines of which a telling word is there, first one first."""
        numbers: set[int] = set()
        for word in self._whole.keys() & there:
            numbers.update(self._whole[word])
        if self._stems:
            for word in there:
                for stem, number in self._stems.get(word[:_STEM], ()):
                    if word.startswith(stem):
                        numbers.add(number)
        return sorted(number for number in numbers if self.lines[number].may_fit(there))


class WordList:
    """The list of one language. Rules stand in the order in which they count: the first that fits is the answer."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.locale: str = data["locale"]
        self.title: str = data["title"]
        self.scripts = frozenset(data["scripts"])
        self.source: str = data["source"]
        self.version: str = data["version"]
        self.reviewed_by: str = data["reviewed_by"]
        self.reviewed_on: str = data["reviewed_on"]
        typed = Typed(data.get("said_as", {}), data.get("endings", {}), data.get("typing_slips", {}))
        self._is_plain = not data.keys() & {"said_as", "endings", "typing_slips"}
        reader = LineReader(typed.line, typed.word_of_a_line)
        reader.slots(data.get("slots", {}))
        self._idioms = _Index(reader.line(line) for idiom in data.get("idiom", ()) for line in idiom["lines"])
        rules = []
        for rule in data["rule"]:
            not_with = tuple(reader.line(line) for line in rule.get("not_with", ()))
            rules.append((WordRule(rule["name"], rule["brings"], rule["means"], not_with), rule["lines"]))
        self.rules = [rule for rule, _ in rules]
        self._rules = [rule for rule, lines in rules for _ in lines]
        self._lines = _Index(reader.line(line) for _, lines in rules for line in lines)
        self._takes_back = [reader.line(line) for line in data.get("takes_back", {}).get("lines", ())]
        typed.learn(reader.known)
        self._typed = typed

    @property
    def is_reviewed(self) -> bool:
        """Has a clinician put name and date to it?"""
        return bool(self.reviewed_by and self.reviewed_on)

    def scan(self, found: Sequence[Word], plain: Said) -> LineSeen | None:
        """The first rule that fits these words, once the idioms are taken out. `plain` is what a list without short
        forms looks in."""
        pieces = plain if self._is_plain else self._typed.text(found)
        fitting = [first for text, there in pieces if (first := self._first(text, there))]
        if not fitting:
            return None
        number, letters = min(fitting)
        return LineSeen(self._rules[number], self._lines.lines[number].written, letters)

    def _first(self, text: str, there: AbstractSet[str]) -> tuple[int, int] | None:
        numbers = self._lines.may_fit(there)
        if not numbers:
            return None
        for idiom in self._idioms.may_fit(there):
            text = self._idioms.lines[idiom].compiled.sub(_hidden, text)
        for number in numbers:
            found = self._lines.lines[number].compiled.search(text)
            if found and self._rules[number].counts(found):
                return number, len(found[0])
        return None

    def takes_back(self, found: Sequence[Word]) -> bool:
        """Is this a message that takes the one before it back?"""
        return any(line.compiled.search(text) for text, _ in self._typed.text(found) for line in self._takes_back)


def _hidden(idiom: re.Match[str]) -> str:
    """What stands in the place of an idiom; one that would go across two sentences is none."""
    found = idiom[0]
    if ". " in found[:-2]:
        return found
    return f"~{found[-2:]}" if found[-2] in ".," else "~ "


def read_list(name: str, text: str) -> WordList:
    """Raises WordListWrong, which names the line."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise WordListWrong(f"{name}: {wrong}") from None
    if missing := [field for field in (*HEADER, "rule") if field not in data]:
        raise WordListWrong(f"{name}: {', '.join(missing)} missing")
    for number, rule in enumerate(data["rule"], start=1):
        if missing := [field for field in ("name", "brings", "means", "lines") if not rule.get(field)]:
            raise WordListWrong(f"{name}: rule {number} ({rule.get('name', '')}): {', '.join(missing)} missing")
        if rule["brings"] not in BRINGS:
            raise WordListWrong(f"{name}: rule {number} ({rule['name']}): brings is one of {', '.join(BRINGS)}")
    _dated(name, data["reviewed_on"])
    try:
        return WordList(data)
    except LineWrong as wrong:
        raise WordListWrong(f"{name}, line {_line_number(text, wrong)}: {wrong}") from None


def _dated(name: str, reviewed_on: str) -> None:
    try:
        if reviewed_on:
            date.fromisoformat(reviewed_on)
    except (TypeError, ValueError):
        raise WordListWrong(f'{name}: reviewed_on is a date in quotes, as "2026-12-01"') from None


def _line_number(text: str, wrong: LineWrong) -> int:
    lines = text.splitlines()
    return next((at for at, line in enumerate(lines, start=1) if wrong.written in line), 0)


def read_lists() -> list[WordList]:
    """All lists, English first."""
    folder = files("programme.safety").joinpath("words")
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".toml")), key=_english_first)
    return [read_list(path.name, path.read_text("utf-8")) for path in paths]


def _english_first(path: Any) -> tuple[bool, str]:
    return path.name != "en.toml", path.name
