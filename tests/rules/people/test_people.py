"""Names and the words of a toolkit, as they are kept."""

from hypothesis import example, given
from hypothesis import strategies as st

from programme.people.person import NAME_LENGTH, clean_name
from programme.toolkit.items import ITEM_LENGTH, clean_words
from tests.rows import each_row


@each_row(
    ("typed", "kept"),
    [("Sam", "Sam"), ("  Sam \n Smith ", "Sam Smith"), ("Zoë", "Zoë"), ("Сэм", "Сэм"), ("\u202eSam\u2066", "Sam"),
     ("S\x00am", "Sam"), ("", None), (" \u200f\n", None), ("x" * 41, "x" * 40)],
)  # fmt: skip
def test_a_name_is_one_clean_line(typed: str, kept: str | None) -> None:
    """Spaces are put right, signs that turn a line around go, nothing is left of nothing."""
    assert clean_name(typed) == kept


@each_row(
    ("typed", "kept"),
    [("a walk", "a walk"), ("ab cde", "ab cde"), ("abcd e f", "abcd…"), ("abcd ef", "abcd…"), ("abcde fg", "abcde…"),
     ("abcdefgh", "abcde…"), ("a bcdefghi", "a bcd…"), ("  ", None)],
)  # fmt: skip
def test_what_does_not_fit_is_cut_at_a_word_with_an_ellipsis(typed: str, kept: str | None) -> None:
    """Of six signs the last is the ellipsis; a word is broken where less than half would stay."""
    assert clean_words(typed, 6) == kept


@given(st.text(max_size=300))
@example("0\r\x1b 0")
def test_whatever_is_typed_is_a_line_that_fits_or_nothing(typed: str) -> None:
    """No name and no item is ever empty, too long, or more than a line; cleaning twice is as cleaning once."""
    for clean, longest in ((clean_name, NAME_LENGTH), (clean_words, ITEM_LENGTH)):
        kept = clean(typed)
        if kept is not None:
            assert 0 < len(kept) <= longest
            assert len(kept.splitlines()) == 1
            assert clean(kept) == kept
