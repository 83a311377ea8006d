"""Words: nothing guessed, nothing let through, nothing said that we do not say."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.texts import BadText, locales, texts_for
from bot.texts.data import allowed_words, clinical_facts, decided_in, says_no_fact, techniques, tone
from bot.texts.dates import when
from bot.texts.lint import Text, lint, lint_all, read, same_everywhere
from bot.texts.service import DEFAULT, sources, visible
from tests.rows import each_row
from tests.tree import ROOT

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
TEXTS = {locale: read(locale, sources(locale)) for locale in locales()}
HARD = (
    "Unfortunately, considerable deterioration of psychological functionality necessitates immediate, comprehensive "
    "professional reassessment notwithstanding individual preferences."
)
KEYS = {text.key for text in TEXTS[DEFAULT]}


def test_every_text_is_as_we_speak() -> None:
    """No forbidden word or exclamation mark, not too long, not hard to read; every locale has every text."""
    assert lint_all() == []


def test_a_locale_that_lacks_a_text_or_an_argument_is_found() -> None:
    """Each locale has every key, with the same arguments."""
    one = [Text("en", "a.ftl", "a", "Hello it.", frozenset({"name"}))]
    other = [Text("cy", "a.ftl", "a", "Helo.", frozenset()), Text("cy", "a.ftl", "b", "Helo.", frozenset())]
    assert [finding.key for finding in same_everywhere({"en": one, "cy": other}, "en")] == ["a", "b"]


@each_row(
    ("words", "what"),
    [
        ("You should rest.", "says 'should'"),
        ("You shouldn’t worry.", "says 'should'"),
        ("You mustn't.", "says 'must'"),
        ("Some tries fail.", "says 'failed'"),
        ("It was a failure.", "says 'failed'"),
        ("No cheating.", "says 'cheat'"),
        ("What a disappointment.", "says 'disappointed'"),
        ("JUST try.", "says 'just'"),
        ("Well done!", "has an exclamation mark"),
        ("a" * 701, "is 701 characters long, 700 at most"),
        ("<u>Hello</u>", "has a tag we do not use"),
        (HARD, "is hard to read"),
    ],
)
def test_the_lint_notices(words: str, what: str) -> None:
    """A text that is not as we speak is found."""
    found = lint([Text("en", "a.ftl", "a", words, frozenset())], {})
    assert any(one.key == "a" and one.rule.startswith(what) for one in found)


def test_the_lint_lets_a_safety_text_be_exact() -> None:
    """An allowed word is allowed in its own text alone."""
    two = [Text("en", "a.ftl", key, "Only you.", frozenset()) for key in ("a", "b")]
    assert [one.key for one in lint(two, {"a": ["only"]})] == ["b"]


def test_a_text_that_is_twice_there_is_found() -> None:
    """The same key in two files is one of them lost."""
    two = [Text("en", file, "a", "Hello.", frozenset()) for file in ("a.ftl", "b.ftl")]
    assert [one.rule for one in lint(two, {})] == ["is there twice"]


def test_a_missing_text_is_refused() -> None:
    """Nobody reads a key in place of words."""
    with pytest.raises(BadText):
        texts_for("en")("no-such-text")


def test_a_missing_argument_is_refused() -> None:
    """Nobody reads the name of an argument in place of its value."""
    with pytest.raises(BadText):
        texts_for("en")("check-in-evening")


def test_arguments_are_escaped_for_html_and_not_for_buttons() -> None:
    """A name cannot be markup in a message, and is as it is on a button."""
    texts = texts_for("en")
    assert "&lt;b&gt;&quot;Sam&#x27;s" in texts("ready", name="<b>\"Sam's")
    assert '<b>"Sam' in texts.label("ready", name='<b>"Sam')


def test_marks_that_turn_text_round_are_taken_out() -> None:
    """A name with a right-to-left override cannot rewrite the sentence around it."""
    assert visible("S\u202eam\u2066!\u200f") == "Sam!"
    assert "\u202e" not in texts_for("en")("ready", name="S\u202eam")
    assert not re.search("[\u2066-\u2069]", texts_for("en")("ready", name="Sam"))


@each_row(
    ("ahead", "said"),
    [
        (timedelta(minutes=30), "today, 18:30"),
        (timedelta(hours=6), "tomorrow, 00:00"),
        (timedelta(days=4), "Thursday 26 November, 18:00"),
    ],
)
def test_when_something_is(ahead: timedelta, said: str) -> None:
    """A moment is said as seen from now, on the person's own clock."""
    assert when(texts_for("en"), NOW + ahead, NOW, "Europe/London") == said


def test_an_unknown_language_gets_english() -> None:
    """Whatever Telegram says a person's language is, they get words."""
    assert {texts_for(locale).locale for locale in ("en-GB", "en_US", "cy", None, "")} == {"en"}


def test_data_beside_the_texts_is_about_texts_that_exist() -> None:
    """No technique, fact or allowance for a text that is gone."""
    assert techniques().keys() | clinical_facts().keys() | says_no_fact() | allowed_words().keys() <= KEYS
    lists = ("offers", "no_offer", "ways_out", "ways_else", "takes_in")
    assert decided_in().keys() | {key for name in lists for key in tone(name)} <= KEYS


def _used() -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that the source names in full, and patterns of those it builds from codes."""
    whole: set[str] = set()
    built: list[re.Pattern[str]] = []
    files = [path for folder in ("bot", "care", "alongside") for path in (ROOT / folder).rglob("*.py")]
    for source in (path.read_text("utf-8") for path in files):
        parts = re.findall(r"""(?<!\w)f"([a-z_]+-[a-z_{}.-]*\{[^"]*)\"""", source)
        built.extend(re.compile(re.sub(r"\\\{[^}]*\\\}", "[a-z_0-9-]+", re.escape(part))) for part in parts)
        whole.update(re.findall(r"""["']([a-z]+(?:[-_][a-z_]+)*)["']""", source))
    return whole, built


def test_every_text_is_used() -> None:
    """No words lie about that nobody can ever read."""
    whole, built = _used()
    notes = {f"{kind}-{key}" for kind in ("note", "toast") for key in whole}
    unused = [key for key in KEYS if key not in whole | notes and not any(one.fullmatch(key) for one in built)]
    assert sorted(unused) == []
