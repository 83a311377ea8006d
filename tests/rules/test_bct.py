"""Technique codes, what carries them, and what a person received in a week."""

from datetime import date

import pytest

from bot.texts.data import tags
from programme.bct import LEFT_OUT, TECHNIQUES, Coverage, Delivery, Mark, Received, coverage
from programme.strategies import CATALOGUE

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 8)
TAGS = {"craving": ["BS4", "BS10"], "reason": ["BM9"], "breathing": ["BS10"]}


def on(day: int, *keys: str) -> Delivery:
    """A message of that day of March."""
    return Delivery(date(2026, 3, day), frozenset(keys))


def test_every_code_is_there_once_with_its_mark() -> None:
    """BM and BS 1 to 11 as they were read, the others as remembered."""
    groups = {code.rstrip("0123456789") for code in TECHNIQUES}
    assert groups == {"BM", "BS", "A", "RD", "RI", "RC"}
    assert all(one.code == code and one.name for code, one in TECHNIQUES.items())
    read = {code for code, one in TECHNIQUES.items() if one.mark is Mark.READ}
    assert read == {f"{group}{n}" for group in ("BM", "BS") for n in range(1, 12)}


def test_what_our_texts_carry_are_techniques() -> None:
    """Every tag beside a text is a code there is, and each strategy's line carries the strategy's own."""
    found = tags()
    assert {code for codes in found.values() for code in codes} <= TECHNIQUES.keys()
    assert all(found[f"strategy-{one.id}"] == list(one.codes) for one in CATALOGUE)


def test_a_week_of_messages() -> None:
    """Once a message, days apart from messages, nothing from before or after the week, and what was not received."""
    delivered = [on(1, "reason"), on(2, "craving", "breathing"), on(2, "breathing"), on(8, "breathing"),
                 on(8, "no-tag"), on(9, "reason")]  # fmt: skip
    found = coverage(delivered, TAGS, FIRST, LAST)
    assert found.received == (
        Received(TECHNIQUES["BS10"], messages=3, days=2),
        Received(TECHNIQUES["BS4"], messages=1, days=1),
    )
    missing = {one.code for one in found.not_received}
    assert missing == TECHNIQUES.keys() - {"BS10", "BS4"} - LEFT_OUT
    assert (found.first, found.last) == (FIRST, LAST)


def test_a_week_of_silence() -> None:
    """Nothing delivered is nothing received."""
    found = coverage([], TAGS, FIRST, LAST)
    assert isinstance(found, Coverage)
    assert found.received == ()


def test_a_code_that_is_none_is_refused() -> None:
    """A mistyped tag is found rather than counted."""
    with pytest.raises(KeyError):
        coverage([on(2, "a")], {"a": ["BS99"]}, FIRST, LAST)
