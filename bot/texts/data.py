"""What lies beside the texts: technique codes, clinical facts, words allowed where exactness needs them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from programme.people.consent import ShownLine
from programme.practice.techniques import packed
from programme.toolkit.strategies import CATALOGUE


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("bot.texts").joinpath(name).read_text("utf-8"))


def techniques() -> dict[str, list[str]]:
    """Behaviour change technique codes by text key."""
    return _toml("bct.toml")


def tags() -> dict[str, list[str]]:
    """The same with the lines of the catalogue, which carry their strategies' codes."""
    return techniques() | {f"strategy-{one.id}": list(one.codes) for one in CATALOGUE}


@cache
def packed_tags() -> dict[str, int]:
    """The same as numbers: programme.practice.techniques.packed. Raises KeyError for a code there is not."""
    return {key: packed(codes) for key, codes in tags().items()}


def clinical_facts() -> dict[str, list[str]]:
    """Ids of the clinical facts (programme.facts) that a text stands on, by text key."""
    found: dict[str, list[str]] = _toml("facts.toml")["stands_on"]
    return found


def says_no_fact() -> frozenset[str]:
    """Keys of texts that sound like a clinical fact and state none."""
    return frozenset(_toml("facts.toml")["says_no_fact"])


def decided_in() -> dict[str, str]:
    """By text key, the path of the module that asks whether it may be called common, where its screen does not."""
    found: dict[str, str] = _toml("facts.toml")["decided_in"]
    return found


def allowed_words() -> dict[str, list[str]]:
    """Words that a key may use although we do not use them elsewhere."""
    return _toml("allowed.toml")


def tone(name: str) -> frozenset[str]:
    """Keys of texts by how they meet people: a list of tone.toml, such as "offers". Raises KeyError."""
    return frozenset(_toml("tone.toml")[name])


def shown(name: str) -> tuple[str, ...]:
    """Names of screens, or keys of texts, that somebody else reads of a client: a list of shown.toml."""
    return tuple(_toml("shown.toml")[name])


def shown_lines() -> dict[ShownLine, list[str]]:
    """Which texts say each kind of thing; "x-*" is every key that begins so. ValueError for a kind there is not."""
    return {ShownLine(line): keys for line, keys in _toml("shown.toml")["lines"].items()}


@cache
def shown_line_of(key: str) -> ShownLine | None:
    """Which kind of thing that text says of a client; None where it says nothing of them. KeyError: it is not sorted.

    A key that is written out goes before a family ("outcome-*"), and a longer family before a shorter one.
    """
    if key in shown("says_nothing"):
        return None
    named = {one: line for line, keys in shown_lines().items() for one in keys}
    families = (one for one in sorted(named, key=len, reverse=True) if one.endswith("*") and key.startswith(one[:-1]))
    return named[key] if key in named else named[next(families, key)]
