"""Pages name what is there: files by their path, and other pages by a link."""

import re

from tests.rows import each_row
from tests.tree import FLOORS, ROOT, tracked

# Decisions are of their day, and are not edited when files move.
PAGES = [name for name in tracked() if name.endswith(".md") and not name.startswith("docs/decisions/")]
FOLDERS = "|".join((*FLOORS, "tests", "script", "docs", "deploy"))
FILE = re.compile(rf"(?<![\w./~-])(?:{FOLDERS})/[\w./-]*\.(?:py|ftl|toml|tsv|txt|md|json|yml|html|js)\b")
MAP = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
SUBJECTS = re.findall(r"^\| `(\w+)` \| [^|]+ \| ((?:folder|file|–)(?: \| (?:folder|file|–)){3}) \|$", MAP, re.MULTILINE)
WRITTEN_LATER = {"docs/full-run.txt"}  # by `script/test --full`


def missing(text: str) -> list[str]:
    """The files that `text` names, from the root, and that are not there."""
    named = set(FILE.findall(text)) - WRITTEN_LATER
    return sorted(path for path in named if not (ROOT / path).exists())


@each_row("page", PAGES)
def test_a_page_names_files_and_links_that_are_there(page: str) -> None:
    """Each path of a file, and each link to another page or picture, leads somewhere."""
    text = (ROOT / page).read_text("utf-8")
    assert missing(text) == []
    links = [link for link in LINK.findall(text) if "://" not in link]
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@each_row(("subject", "cells"), SUBJECTS)
def test_the_map_of_subjects_is_true(subject: str, cells: str) -> None:
    """CONTRIBUTING says of each subject whether it is a folder or a file on each floor, or is not there."""
    found = []
    for floor in ("programme", "db", "care", "bot"):
        place = ROOT / floor / subject
        found.append("folder" if place.is_dir() else "file" if place.with_suffix(".py").is_file() else "–")
    assert cells.split(" | ") == found


def test_a_file_that_moved_is_noticed() -> None:
    """A path without a file is found, in a sentence and in a table, also of a folder that is gone."""
    text = "see care/gone.py, `bot/en/gone.ftl` | docs/gone/page.md and https://example.org/bot/page.html"
    assert missing(text) == ["bot/en/gone.ftl", "care/gone.py", "docs/gone/page.md"]
