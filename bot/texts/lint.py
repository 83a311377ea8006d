"""The lint of texts: tone, length, arguments, how hard it is to read. `lint_all` reads all of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts.data import allowed_words
from bot.texts.service import DEFAULT, RULES, locales, sources
from bot.texts.tone import Text, not_our_words, straight

__all__ = ["Text", "TextFinding", "grade", "lint", "lint_all", "read", "same_everywhere"]
LONGEST: Final = 700  # characters: a phone screen, about
HARDEST_TEXT: Final = 9.0  # school grade (Flesch-Kincaid) of one text; short ones are left out, the measure jumps
HARDEST_FILE: Final = 5.5  # of a whole file: reading age 9 to 11
_ENOUGH_WORDS: Final = 12
_TAG = re.compile(r"</?(b|i|s|code|pre)>")
_WORD = re.compile(r"[a-z']+")
_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE = re.compile(r"[.?!:\n]+")


@dataclass(frozen=True, slots=True)
class TextFinding:
    """What is wrong with a text, for whoever writes it."""

    locale: str
    key: str
    rule: str
    words: str = ""


class _Reader(Visitor):
    """Collects the words and the arguments of one message."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.needs: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.needs.add(node.id.name)
        self.words.append("it")


def read(locale: str, sources: Sequence[tuple[str, str]]) -> list[Text]:
    """The texts of Fluent files (name, content), in order; raises ValueError on a line that is not Fluent."""
    found = []
    for file, content in sources:
        for entry in FluentParser().parse(content).body:
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{locale}/{file}: {(entry.content or '').strip()[:40]}")
            if isinstance(entry, ast.Message):
                reader = _Reader()
                reader.visit(entry)
                needs = reader.needs - RULES.keys()  # these are given to every text
                found.append(Text(locale, file, entry.id.name, "".join(reader.words), frozenset(needs)))
    return found


def grade(words: str) -> float:
    """The Flesch-Kincaid grade, roughly, as syllables are counted as runs of vowels.

    A school grade of the USA, and so five less than an age: Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of
    new readability formulas, Research Branch Report 8-75. Words a sentence and syllables a word are all it knows.
    """
    plain = straight(words.lower())
    sentences = [part for part in _SENTENCE.split(plain) if _WORD.search(part)]
    found = _WORD.findall(plain)
    if not found or not sentences:
        return 0.0
    syllables = sum(_syllables(word) for word in found)
    return 0.39 * len(found) / len(sentences) + 11.8 * syllables / len(found) - 15.59


def _syllables(word: str) -> int:
    runs = len(_VOWELS.findall(word))
    return max(1, runs - (word.endswith("e") and not word.endswith("le")))


def lint(texts: Sequence[Text], allowed: Mapping[str, Sequence[str]]) -> list[TextFinding]:
    """What is wrong with the texts of one locale. `allowed` names forbidden words that a key may use."""
    return [
        *_twice(texts),
        *(TextFinding(text.locale, text.key, rule, text.words) for text in texts for rule in _one(text, allowed)),
        *_files(texts),
    ]


def _one(text: Text, allowed: Mapping[str, Sequence[str]]) -> Iterator[str]:
    plain = _TAG.sub("", text.words)
    for word in not_our_words(plain):
        if word not in allowed.get(text.key, ()):
            yield f"says {word!r}"
    if "!" in plain:
        yield "has an exclamation mark"
    if len(plain) > LONGEST:
        yield f"is {len(plain)} characters long, {LONGEST} at most"
    if "<" in plain or ">" in plain:
        yield "has a tag we do not use"
    hard = grade(plain)
    if len(_WORD.findall(plain.lower())) >= _ENOUGH_WORDS and hard > HARDEST_TEXT:
        yield f"is hard to read: grade {hard:.1f}, {HARDEST_TEXT} at most"


def _twice(texts: Sequence[Text]) -> Iterator[TextFinding]:
    seen: set[str] = set()
    for text in texts:
        if text.key in seen:
            yield TextFinding(text.locale, text.key, "is there twice")
        seen.add(text.key)


def _files(texts: Sequence[Text]) -> Iterator[TextFinding]:
    for file in sorted({text.file for text in texts}):
        words = ". ".join(_TAG.sub("", text.words) for text in texts if text.file == file and " " in text.words)
        if (hard := grade(words)) > HARDEST_FILE:
            yield TextFinding(texts[0].locale, file, f"is hard to read: grade {hard:.1f}, {HARDEST_FILE} at most")


def same_everywhere(texts: Mapping[str, Sequence[Text]], of: str) -> list[TextFinding]:
    """Where a locale lacks a text of the locale `of`, has one more, or needs other arguments."""
    wanted = {text.key: text.needs for text in texts[of]}
    found: list[TextFinding] = []
    for locale, those in texts.items():
        has = {text.key: text.needs for text in those}
        other = (key for key in sorted(wanted.keys() | has.keys()) if wanted.get(key) != has.get(key))
        found.extend(TextFinding(locale, key, f"is not as in {of}: keys or arguments differ") for key in other)
    return found


def lint_all() -> list[TextFinding]:
    """What is wrong with the texts of every locale, and where one is not as the default."""
    texts = {locale: read(locale, sources(locale)) for locale in locales()}
    own = [finding for those in texts.values() for finding in lint(those, allowed_words())]
    return [*own, *same_everywhere(texts, DEFAULT)]
