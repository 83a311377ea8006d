"""Technique codes, what carries them, and what a person received in a week."""

from datetime import date

import pytest

from bot.texts.data import tags
from programme.practice.techniques import (
    LEFT_OUT,
    TECHNIQUES,
    CodeCertainty,
    TechniqueCount,
    TechniqueGroup,
    coverage,
    group_of,
    packed,
    unpacked,
    week_of,
)
from programme.toolkit.strategies import CATALOGUE
from tests.rows import each_row


def test_every_code_is_there_once_with_its_mark() -> None:
    """BM and BS 1 to 11 as they were read, the others as remembered."""
    groups = {code.rstrip("0123456789") for code in TECHNIQUES}
    assert groups == {"BM", "BS", "A", "RD", "RI", "RC"}
    assert all(one.code == code and one.name for code, one in TECHNIQUES.items())
    read = {code for code, one in TECHNIQUES.items() if one.mark is CodeCertainty.READ}
    assert read == {f"{group}{n}" for group in ("BM", "BS") for n in range(1, 12)}


def test_what_our_texts_carry_are_techniques() -> None:
    """Every tag beside a text is a code there is and not left out, and each strategy's line carries its own."""
    found = tags()
    assert {code for codes in found.values() for code in codes} <= TECHNIQUES.keys() - LEFT_OUT
    assert all(found[f"strategy-{one.id}"] == list(one.codes) for one in CATALOGUE)


def test_four_functions() -> None:
    """As in the taxonomy: motivation, self-regulation, adjuvant, and the rest is general."""
    of = {code.rstrip("0123456789"): group_of(code) for code in TECHNIQUES}
    assert of == {
        "BM": TechniqueGroup.MOTIVATION, "BS": TechniqueGroup.SELF_REGULATION, "A": TechniqueGroup.ADJUVANT,
        "RD": TechniqueGroup.GENERAL, "RI": TechniqueGroup.GENERAL, "RC": TechniqueGroup.GENERAL,
    }  # fmt: skip


def test_codes_keep_their_place() -> None:
    """What the database holds is read the same for ever: these places are never given away."""
    kept = {"BM1": 0, "BM11": 10, "BS1": 11, "BS11": 21, "A1": 22, "RD1": 27, "RI1": 29, "RC1": 39, "RC10": 48}
    assert {code: packed([code]) for code in kept} == {code: 1 << place for code, place in kept.items()}
    assert all(unpacked(packed([code])) == {code} for code in TECHNIQUES)
    assert unpacked(packed(TECHNIQUES)) == TECHNIQUES.keys()
    assert packed(TECHNIQUES) < 2**63


def test_a_week_of_messages() -> None:
    """A technique counts once a message; by function, most often first."""
    messages = [packed(codes) for codes in (["BS10", "BM9"], ["BS10", "BS4"], ["BS10"], [])]
    assert coverage(messages) == {
        TechniqueGroup.MOTIVATION: (TechniqueCount(TECHNIQUES["BM9"], 1),),
        TechniqueGroup.SELF_REGULATION: (TechniqueCount(TECHNIQUES["BS10"], 3), TechniqueCount(TECHNIQUES["BS4"], 1)),
    }


def test_a_week_of_silence() -> None:
    """Nothing delivered is nothing received."""
    assert coverage([]) == {}


def test_a_code_that_is_none_is_refused() -> None:
    """A mistyped tag is found rather than counted."""
    with pytest.raises(KeyError):
        packed(["BS99"])


@each_row("day", [2, 5, 8])
def test_a_week_begins_on_monday(day: int) -> None:
    """And ends on Sunday."""
    assert week_of(date(2026, 3, day)) == date(2026, 3, 2)
