"""A number as people type it."""

from programme.schedule.typed import as_digits, none_as_zero
from tests.rows import each_row


@each_row(
    ("typed", "digits"),
    [
        ("10", "10"),
        (" about ten ", "10"),
        ("Twenty-five or so.", "25"),
        ("5 cigs", "5"),
        ("two cigarettes", "2"),
        ("20 a day", "20"),
        ("maybe 12 fags today", "12"),
        ("3 roll-ups", "3"),
        ("none", "none"),  # may be the answer to a question that asks for words
        ("cigs", "cigs"),
        ("a day", "a day"),
        ("20 days", "20 days"),
        ("5 cigs after work, then I cried", "5 cigs after work, then I cried"),
    ],
)
def test_a_number_in_digits(typed: str, digits: str) -> None:
    """With what people put around it; anything else stays as it was typed."""
    assert as_digits(typed) == digits


@each_row("typed", ["none", "None.", "no", "not any", "zero", "0", "nothing", "none today"])
def test_none_is_a_number_where_one_is_asked_for(typed: str) -> None:
    """Golden typed.tsv: refused before."""
    assert none_as_zero(as_digits(typed)) == "0"
