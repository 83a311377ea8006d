"""A service's own file of crisis cards, and the moment at which it is in date."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CARD = """[GB]
danger = "In danger? Call 999."
call = "us"

[[GB.lines]]
words = "In danger: call 999."
source = "https://example.org"
checked_on = 2026-11-22
review_by = 2027-11-22
"""


def cards_file(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of cards that the settings name."""
    path = folder / "cards.toml"
    path.write_text(text, "utf-8")
    monkeypatch.setenv("ALONGSIDE_CRISIS_CARDS", str(path))
    return path
