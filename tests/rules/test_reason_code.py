"""Why something is not said or ended is one list of codes, and no code spells one by hand."""

import ast
from pathlib import Path

import pytest

from db.tables import outbox, prompts
from programme.schedule.reason_code import HELD_BACK, ReasonCode

ROOT = Path(__file__).parents[2]
FOLDERS = ("programme", "db", "care", "jobs", "bot")
TAKE_ONE = {
    "Ending", "Unwanted", "answered", "cancel_prompts_of", "cancel_screens", "cancel_unasked", "cancel_waiting",
    "close_open", "drop_unsent", "let_go", "refresh_prompts", "retire_prompts", "say_hello_at",
}  # fmt: skip


def spelt(code: str) -> list[str]:
    """The reasons that a file spells where one is taken."""
    return [
        part.value
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in TAKE_ONE
        for part in (*call.args, *(one.value for one in call.keywords if one.arg in ("reason", "why")))
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value in set(ReasonCode)
    ]


def test_no_reason_is_spelt_by_hand() -> None:
    """Where one is given it is a ReasonCode, so that a new one stands in the list."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    assert {str(path): found for path in files if (found := spelt(path.read_text("utf-8")))} == {}


def test_a_reason_that_is_spelt_is_found() -> None:
    """A code in a string, beside others of the call."""
    assert spelt('await close_open(tx, now, left, State.PAUSED, "paused")') == ["paused"]


@pytest.mark.parametrize("column", [outbox.c.reason, prompts.c.reason])
def test_every_reason_fits_its_column(column: ast.AST) -> None:
    """As long as the longest at the most."""
    assert max(map(len, ReasonCode)) <= column.type.length  # type: ignore[attr-defined]


def test_what_is_held_back_is_named_by_its_codes() -> None:
    """As rows of older versions have them too."""
    assert {str(one) for one in HELD_BACK} == {
        "cap", "card", "quiet", "outcome", "another", "soft", "hello", "quit_day",
    }  # fmt: skip
