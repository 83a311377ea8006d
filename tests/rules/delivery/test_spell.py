"""Trouble has one line in the log when it begins and one when it is over."""

from structlog import get_logger
from structlog.testing import capture_logs

from care.clock import Spell


def test_a_line_at_the_beginning_and_one_at_the_end() -> None:
    """However often it was met; with the class of the error, never its words."""
    with capture_logs() as lines:
        spell = Spell(get_logger(), "line_down")
        spell.is_over()
        for _ in range(5):
            spell.goes_on(ValueError("what Sam said"))
        spell.is_over()
        spell.is_over()
        spell.goes_on(KeyError("Sam"), "door_shut", pause=1.0)
    assert lines == [
        {"event": "line_down", "log_level": "warning", "error": "ValueError"},
        {"event": "trouble_over", "log_level": "info", "was": "line_down", "times": 5},
        {"event": "door_shut", "log_level": "warning", "error": "KeyError", "pause": 1.0},
    ]
