"""What is said of counts is true: a day that turns out to have been smoked is taken away, whoever says otherwise."""

import re

from tests.rows import each_row
from tests.tree import ROOT

UNTRUE = re.compile(
    r"never (?:go|goes|went) down|(?:nothing|no lapse) (?:ever )?takes? (?:them |it |any of it )?away"
    r"|takes none of it away|didn't tell me about",
    re.IGNORECASE,
)
PLACES = ("bot", "care", "db", "programme", "docs", "README.md", "GLOSSARY.md", "CHANGELOG.md")


@each_row("place", PLACES)
def test_no_sentence_says_that_counts_never_go_down(place: str) -> None:
    """Golden case 6: six smoke-free days become five when a lapse is put to one of them; a gap is ours."""
    root = ROOT / place
    files = [root] if root.is_file() else [one for one in root.rglob("*") if one.suffix in (".py", ".ftl", ".md")]
    said = {str(one): UNTRUE.findall(one.read_text("utf-8")) for one in files}
    assert {name: found for name, found in said.items() if found} == {}
