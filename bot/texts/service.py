"""Turns a key and its arguments into words, for HTML or for a button, and refuses to guess."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import blake2s
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from db.delivery.wordings import TextVersion, Wording
from programme.schedule.slots import EARLIEST_CHECK_IN, LATEST_CHECK_IN, hhmm
from programme.toolkit.items import ToolkitItem
from programme.toolkit.strategies import Strategy, strategy

DEFAULT = "en"
# Babel's name of each locale that there are texts in: dates and numbers follow it.
BABEL = {"en": "en_GB"}
VERSION_BYTES = 4  # of the hash that names the words of a text
# Marks that turn the direction of text around them, and control characters: a name with one could rewrite a sentence.
_HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
Argument = str | int
# What any text may name without being given it: the first and the last time of a day that may be picked.
RULES: Mapping[str, Argument] = {"earliest": hhmm(EARLIEST_CHECK_IN), "latest": hhmm(LATEST_CHECK_IN)}


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text as it stands in its file: the file's name, the words in Fluent, and a short hash of these as `version`."""

    file: str
    words: str
    version: str


class BadText(LookupError):
    """A text that is not there, or an argument that it needs and did not get."""


def _folder(locale: str) -> Traversable:
    return files("bot.texts").joinpath(locale)


def sources(locale: str) -> list[tuple[str, str]]:
    """The Fluent files of a locale: name and content, in order of name."""
    found = [item for item in _folder(locale).iterdir() if item.name.endswith(".ftl")]
    return sorted((item.name, item.read_text("utf-8")) for item in found)


def locales() -> tuple[str, ...]:
    """Every locale that there are texts in."""
    return tuple(BABEL)


def visible(words: str) -> str:
    """The words without marks that nobody sees and that change how the rest is read."""
    return _HIDDEN.sub("", words)


def escaped(words: str) -> str:
    """Words from elsewhere (a person, a crisis card) as Telegram HTML."""
    return html.escape(visible(words), quote=True)


def _written(file: str, content: str, pattern: ast.Pattern) -> WrittenText:
    assert pattern.span is not None, "the parser gives each its place"
    words = content[pattern.span.start : pattern.span.end]
    return WrittenText(file, words, blake2s(words.encode(), digest_size=VERSION_BYTES).hexdigest())


def _for_html(value: Argument) -> Argument:
    return escaped(value) if isinstance(value, str) else value


def _for_label(value: Argument) -> Argument:
    return visible(value) if isinstance(value, str) else value


class Texts:
    """The words of one locale. Made once a locale: see texts_for."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.babel = BABEL[locale]
        self._bundle = FluentBundle([self.babel], use_isolating=False)
        written: dict[str, WrittenText] = {}
        for file, content in sources(locale):
            resource = FluentResource(content)
            self._bundle.add_resource(resource)
            for entry in resource.body:
                if isinstance(entry, ast.Message) and entry.value is not None:
                    written[entry.id.name] = _written(file, content, entry.value)
        self.written: Mapping[str, WrittenText] = written
        self._fixed: dict[str, str] = {}

    def __call__(self, key: str, /, **args: Argument) -> str:
        """The words as Telegram HTML, every argument escaped. Raises BadText."""
        return self._say(key, args, _for_html)

    def label(self, key: str, /, **args: Argument) -> str:
        """The words as plain text, for a button or a toast. Raises BadText."""
        return self._say(key, args, _for_label)

    def has(self, key: str) -> bool:
        """Whether there is a text of that key."""
        return self._bundle.has_message(key)

    def _say(self, key: str, args: dict[str, Argument], clean: Callable[[Argument], Argument]) -> str:
        if not args and (known := self._fixed.get(key)) is not None:
            return known
        if not self._bundle.has_message(key):
            raise BadText(f"{self.locale}: no text {key}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise BadText(f"{self.locale}: {key} has no words")
        given = {**RULES, **{name: clean(value) for name, value in args.items()}}
        words, errors = self._bundle.format_pattern(pattern, given)
        if errors:
            raise BadText(f"{self.locale}: {key}: {errors[0]}")
        if not args:
            self._fixed[key] = str(words)
        return str(words)


@cache
def _made(locale: str) -> Texts:
    return Texts(locale)


_LISTENING: ContextVar[Texts | None] = ContextVar("listening", default=None)


@contextmanager
def listening(texts: Texts) -> Iterator[None]:
    """Inside, `texts_for` of their locale gives these: what is drawn there is heard, whoever asks for it."""
    token = _LISTENING.set(texts)
    try:
        yield
    finally:
        _LISTENING.reset(token)


def texts_for(locale: str | None) -> Texts:
    """The texts of a locale, its language's, or the default's."""
    language = (locale or DEFAULT).replace("_", "-").split("-")[0].lower()
    known, heard = language if language in BABEL else DEFAULT, _LISTENING.get()
    return heard if heard is not None and heard.locale == known else _made(known)


def strategy_words(texts: Texts, strategy: Strategy) -> str:
    """The one line of a strategy of the catalogue, as plain text: for a button, or escaped like any words."""
    return texts.label(f"strategy-{strategy.id}")


def own_or_line(texts: Texts, words: str, code: str | None) -> str:
    """A client's own words for something that helps, or the catalogue's line where they gave none; plain text."""
    found = None if words or code is None else strategy(code)
    return words if found is None else strategy_words(texts, found)


def item_words(texts: Texts, item: ToolkitItem) -> str:
    """The same of an item of a toolkit."""
    return own_or_line(texts, item.words, item.code)


def versions(now: datetime, said: Iterable[Wording]) -> list[TextVersion]:
    """Each text of these wordings, once, in the words of this release."""
    found = {(key, one.locale): version for one in said for key, version in one.texts}
    return [
        TextVersion(key, locale, version, texts_for(locale).written[key].words, now)
        for (key, locale), version in sorted(found.items())
    ]
