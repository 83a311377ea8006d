"""Withdrawal in texts: called common inside its time bounds alone, and never where somebody speaks of self-harm."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.screens import SCREENS
from bot.texts import locales, texts_for
from bot.texts.data import clinical_facts, decided_in
from bot.texts.lint import read
from bot.texts.service import sources
from bot.texts.tone import calls_common
from bot.texts.tracked import TrackedTexts
from programme.facts.registry import FACTS
from programme.facts.withdrawal import UP_TO_DAY, WORTH_TELLING, Felt
from programme.safety.danger import scan
from tests.rows import each_row
from tests.screens.cases.every import cases
from tests.tree import ROOT

BOUNDED = {f"withdrawal-{felt}" for felt in UP_TO_DAY}
CARD = re.compile(r"116 123|999|988")
ASKS = re.compile(r"\b(?:may_say_common|explain)\(")
# What denies that something comes from stopping: no source lets us.
DENIES = re.compile(
    r"(?:put|putting) (?:it|that) down to|(?:isn't|is not|not) (?:because of|from|about) stopping", re.IGNORECASE
)


def bounded() -> Mapping[str, set[str]]:
    """Keys of texts that stand on a fact of withdrawal, and on which."""
    found = {key: set(ids) & BOUNDED for key, ids in clinical_facts().items()}
    return {key: ids for key, ids in found.items() if ids}


def naming(key: str, files: Mapping[Path, str]) -> list[Path]:
    """The modules that name that key, in full or as a pattern that they fill in."""
    return [path for path, source in files.items() if key in _named(source) or _built(key, source)]


@cache
def _named(source: str) -> set[str]:
    return set(re.findall(r"""["']([a-z]+(?:[-_][a-z_0-9]+)*)["']""", source))


def _built(key: str, source: str) -> bool:
    return any(re.fullmatch(part, key) for part in _parts(source))


@cache
def _parts(source: str) -> list[str]:
    parts = re.findall(r"""(?<!\w)f"([a-z_]+-[a-z_{}.-]*\{[^"]*)\"""", source)
    return [re.sub(r"\\\{[^}]*\\\}", "[a-z_0-9-]+", re.escape(part)) for part in parts]


def unguarded(keys: Mapping[str, set[str]], files: Mapping[Path, str], elsewhere: Mapping[str, str]) -> list[str]:
    """Keys that a module names without anybody having asked whether they may be said on that day."""
    found = []
    for key in keys:
        other = files.get(ROOT / elsewhere[key], "") if key in elsewhere else ""
        if any(not ASKS.search(files[path] + other) for path in naming(key, files)):
            found.append(key)
    return sorted(found)


@cache
def sources_of() -> Mapping[Path, str]:
    """All that could show a text, and what decides for some of it."""
    folders = ("bot", "care", "programme/scales", "programme/measures")
    return {path: path.read_text("utf-8") for folder in folders for path in (ROOT / folder).rglob("*.py")}


@each_row("locale", locales())
def test_what_is_called_common_stands_on_its_bounds(locale: str) -> None:
    """Every text that speaks of withdrawal or calls something common stands on a fact that says for how long."""
    loose = [one.key for one in read(locale, sources(locale)) if calls_common(one.words) and one.key not in bounded()]
    assert loose == []


def test_it_is_said_after_asking_alone() -> None:
    """Whoever shows such a text asks `explain` first, which knows the day, how it was said, and the medicines."""
    assert unguarded(bounded(), sources_of(), decided_in()) == []
    assert all(naming(key, sources_of()) for key in bounded())


def test_low_mood_and_anxiety_come_with_somebody_to_tell() -> None:
    """Where low mood or anxiety is called common, the same text says that telling the practitioner is worth it."""
    texts = {one.key: one.words for one in read("en", sources("en"))}
    serious = {f"withdrawal-{felt}" for felt in WORTH_TELLING}
    assert [key for key, ids in bounded().items() if ids & serious and "worth telling" not in texts[key]] == []


@each_row("locale", locales())
def test_nothing_is_denied(locale: str) -> None:
    """No text says that stopping is not behind a feeling: past a bound stands what sources say, and whom to tell."""
    assert [one.key for one in read(locale, sources(locale)) if DENIES.search(one.words.replace("’", "'"))] == []
    assert DENIES.search("It was there before, so I won't put it down to stopping.")


@each_row("locale", locales())
def test_self_harm_is_never_explained(locale: str) -> None:
    """No text of any locale speaks of withdrawal and of harm in one breath, and no fact is there to stand on."""
    assert [one.key for one in read(locale, sources(locale)) if calls_common(one.words) and scan(one.words)] == []
    assert not [one.id for one in FACTS if Felt.SELF_HARM.value in one.id]


def test_no_screen_with_the_crisis_card_speaks_of_withdrawal() -> None:
    """Where numbers to call stand, nothing is called common: over every face of every screen."""
    found = []
    for case, name, facts in cases("en"):
        heard = TrackedTexts(texts_for("en"))
        screen = SCREENS[name].screen(facts, heard)
        if CARD.search(screen.text) and (calls_common(screen.text) or heard.keys & bounded().keys()):
            found.append(f"{name}: {case}")
    assert found == []


def test_a_text_that_nobody_asked_about_is_found() -> None:
    """A module that shows it and does not ask; one that asks elsewhere and says where is fine."""
    here, there = ROOT / "bot" / "a.py", ROOT / "care" / "b.py"
    files = {here: 'texts("withdrawal-sleep")', there: "may_say_common(felt, day)"}
    keys = {"withdrawal-sleep": {"withdrawal-poor-sleep"}}
    assert unguarded(keys, files, {}) == ["withdrawal-sleep"]
    assert unguarded(keys, {here: 'texts("withdrawal-sleep")\nsaid = explain(felt, day)'}, {}) == []
    assert unguarded(keys, files, {"withdrawal-sleep": "care/b.py"}) == []
    assert unguarded(keys, {here: 'f"withdrawal-{felt}"'}, {}) == ["withdrawal-sleep"]
    assert calls_common("Poor sleep is quite normal now.")
    assert calls_common("That’s withdrawal.")
    assert not calls_common("How was your sleep?")
