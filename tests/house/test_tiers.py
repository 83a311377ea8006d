"""The tiers of tests: what the gate leaves out, what it has instead, in which order it goes, and when all was run."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.full_run import FullRun, read, said, write
from tests.tiers import dealt
from tests.tree import ROOT, tracked

pytest_plugins = ["pytester"]
AT = datetime(2026, 12, 1, 4, 30, tzinfo=UTC)
TESTS = """
import pytest

@pytest.mark.parametrize("place", ["sqlite", "postgresql"], indirect=False)
def test_drawn(place): pass

@pytest.mark.long("elsewhere")
def test_long(): pass

@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_both(kind): pass
"""


@pytest.mark.parametrize(("tier", "passed"), [("full", 5), ("gate", 3), ("check", 3)])
def test_what_a_tier_takes(pytester: pytest.Pytester, tier: str, passed: int) -> None:
    """The gate takes one of two databases where one is enough, and no long test, and says which those are."""
    pytester.makepyfile(TESTS)
    pytester.makeini(
        "[pytest]\nasyncio_default_fixture_loop_scope = function\nmarkers = long(instead): not in the gate"
    )
    seen = pytester.runpytest_inprocess("-p", "tests.tiers", "--tier", tier, "-v")
    seen.assert_outcomes(passed=passed, deselected=5 - passed)
    out = seen.stdout.str()
    assert ("1 LONG TESTS ARE LEFT TO script/test --full" in out) is (tier == "gate")
    assert ("test_drawn[postgresql]" not in out) or tier != "check"


def _long() -> Iterator[tuple[str, str]]:
    """Each file with a test marked `long`, and the test that is named in the mark."""
    for name in tracked("tests"):
        if not name.endswith(".py"):
            continue
        tree = ast.parse((ROOT / name).read_text("utf-8"))
        values = {
            node.targets[0].id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.long":
                (named,) = node.args
                yield name, str(named.value if isinstance(named, ast.Constant) else values[ast.unparse(named)])


def test_the_gate_has_a_short_one_of_each_kind() -> None:
    """Each long test names a test of the gate that is there."""
    found = list(_long())
    assert found
    for name, short in found:
        file, _, test = short.partition("::")
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), (name, short)


def _item(name: str, *, slow: bool) -> Any:
    return SimpleNamespace(name=name, get_closest_marker=lambda mark: slow if mark == "slow" else None)


@pytest.mark.parametrize(("workers", "slow"), [(1, 2), (3, 4), (3, 20), (4, 0)])
def test_the_dear_ones_are_begun_first(workers: int, slow: int) -> None:
    """Each worker's piece begins with its share of them, and no test is lost."""
    items = [_item(f"quick {number}", slow=False) for number in range(20)]
    items += [_item(f"slow {number}", slow=True) for number in range(slow)]
    found = dealt(items, workers)
    assert sorted(one.name for one in found) == sorted(one.name for one in items)
    size = len(items) // workers
    for worker in range(workers):
        share = len(range(worker, slow, workers))
        piece = [one.name for one in found[worker * size :]][: min(share, size)]
        assert all(name.startswith("slow") for name in piece), (worker, piece)


def test_what_is_said_of_the_full_run(tmp_path: Path) -> None:
    """When and on which commit it was green; a week later, or where it never was, it is a warning."""
    assert read(tmp_path / "none") is None
    assert said(None, AT).startswith("WARNING")
    write(FullRun(AT, "abc123"), tmp_path / "run.txt")
    run = read(tmp_path / "run.txt")
    assert run == FullRun(AT, "abc123")
    assert (
        said(run, AT + timedelta(days=2))
        == "script/test --full was last green 2 days ago, 2026-12-01 04:30 UTC, on abc123."
    )
    assert said(run, AT + timedelta(days=7, hours=1)).startswith("WARNING")
