"""There is one clock, and everybody else is told the time."""

import ast
from pathlib import Path

from tests.rows import each_row
from tests.tree import FLOORS, ROOT

CLOCKS = {Path("alongside/clock.py"), Path("simulator/clock.py")}
CALLS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "localtime", "gmtime"},
}


def second_clocks(source: str) -> list[int]:
    """The lines of `source` that look at a clock of their own."""
    tree = ast.parse(source)
    return sorted({getattr(node, "lineno", 0) for node in ast.walk(tree) if looks(node)})


def looks(node: ast.AST) -> bool:
    """Does this node name a clock: datetime.now, datetime.datetime.now, time.time, or `from time import time`?"""
    if isinstance(node, ast.ImportFrom) and node.module == "time":
        return any(alias.name in CALLS["time"] for alias in node.names)
    if not isinstance(node, ast.Attribute):
        return False
    owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
    return node.attr in CALLS.get(owner, set())


def test_there_is_no_second_clock() -> None:
    """No file of any floor asks the system for the time, but the two clocks."""
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for floor in FLOORS
        for path in sorted((ROOT / floor).rglob("*.py"))
        if path.relative_to(ROOT) not in CLOCKS
        for line in second_clocks(path.read_text(encoding="utf-8"))
    ]
    assert not found


@each_row(
    "line",
    [
        "datetime.now(UTC)",
        "datetime.datetime.now()",
        "later = datetime.utcnow",
        "date.today()",
        "time.time()",
        "from time import monotonic",
    ],
)
def test_a_second_clock_is_noticed(line: str) -> None:
    """Each way to ask the system for the time is found."""
    assert second_clocks(line) == [1]


@each_row("line", ["time(9, 30)", "clock.now()", "time.fromisoformat('09:30')", "time.perf_counter()"])
def test_a_time_of_day_is_no_clock(line: str) -> None:
    """Times that are written down, and our own clock, are left alone."""
    assert second_clocks(line) == []
