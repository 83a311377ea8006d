"""The word lists as data: each can be read and signed, and a slip in one is named with its line."""

from importlib.resources import files

import pytest

from programme.safety.danger import Brings, word_lists
from programme.safety.word_list import WordListWrong, read_list
from tests.rows import each_row

LIST = """locale = "xx"
title = "Made up"
scripts = ["LATIN"]
version = "1"
source = "none"
reviewed_by = ""
reviewed_on = ""

[slots]
want = ["want/wish"]

[[rule]]
name = "wants it"
brings = "life"
means = "Wants it."
lines = [
  "I {want} [really] [to] (end it / stop it) !(today)",
]
"""


def test_every_list_that_comes_with_it() -> None:
    """Every file of the folder can be read, names its language, and brings what there is."""
    names = [path.name for path in files("programme.safety").joinpath("words").iterdir()]
    assert sorted(names) == sorted(f"{one.locale}.toml" for one in word_lists())
    assert {rule.brings for one in word_lists() for rule in one.rules} <= {brings.value for brings in Brings}
    assert word_lists()[0].locale == "en"


def test_signed_with_name_and_date() -> None:
    """A list is reviewed once it has both."""
    assert not read_list("xx.toml", LIST).is_reviewed
    signed = LIST.replace('reviewed_by = ""', 'reviewed_by = "Dr A"').replace(
        'reviewed_on = ""', 'reviewed_on = "2026-12-01"'
    )
    assert read_list("xx.toml", signed).is_reviewed


@each_row(
    ("right", "slip", "named"),
    [
        ("{want}", "{wnat}", "line 17"),
        ("(end it", "((end it", "line 17"),
        ("[really]", "really]", "line 17"),
        ("[really]", "[]", "line 17"),
        ("I {want}", "I {want} - ", "line 17"),
        ("want/wish", "want/wi*", "line 10"),
        ("lines = [", "lines = ", "line"),
        ('means = "Wants it."', "", "rule 1"),
        ('source = "none"', "", "source missing"),
        ('brings = "life"', 'brings = "live"', "rule 1"),
        ('reviewed_on = ""', 'reviewed_on = "1 May"', "reviewed_on"),
    ],
)
def test_a_slip_is_named(right: str, slip: str, named: str) -> None:
    """What cannot be read is refused with the file, the line or the rule, and why."""
    assert right in LIST
    with pytest.raises(WordListWrong, match=named) as wrong:
        read_list("xx.toml", LIST.replace(right, slip))
    assert "xx.toml" in str(wrong.value)
