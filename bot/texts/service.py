"""Turns a key and its arguments into words, for HTML or for a button, and refuses to guess."""

import html
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fluent.runtime import FluentBundle, FluentResource

DEFAULT = "en"
# Babel's name of each locale that there are texts in: dates and numbers follow it.
BABEL = {"en": "en_GB"}
# Marks that turn the direction of text around them, and control characters: a name with one could rewrite a sentence.
_HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Argument = str | int


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
        for _, content in sources(locale):
            self._bundle.add_resource(FluentResource(content))
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
        words, errors = self._bundle.format_pattern(pattern, {name: clean(value) for name, value in args.items()})
        if errors:
            raise BadText(f"{self.locale}: {key}: {errors[0]}")
        if not args:
            self._fixed[key] = str(words)
        return str(words)


@cache
def _made(locale: str) -> Texts:
    return Texts(locale)


def texts_for(locale: str | None) -> Texts:
    """The texts of a locale, its language's, or the default's."""
    language = (locale or DEFAULT).replace("_", "-").split("-")[0].lower()
    return _made(language if language in BABEL else DEFAULT)
