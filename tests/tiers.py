"""The tiers of tests: what script/check, script/test and script/test --full take of them, and in which order.

Plain pytest takes everything. `--tier gate` leaves out what is marked `long`, and takes stories, fault runs and screens
over one of the two databases, as the seed of the run draws it. `--tier check` takes these over SQLite.
"""

import os
import random
from collections.abc import Sequence
from typing import Any

import pytest

from alongside.clock import WallClock
from tests import full_run
from tests.databases import KINDS

DRAWN_BY = ("beginning", "place")  # parameters that say over which database a story and a fault run go
DRAWN_UNDER = "tests/screens/"  # here `database_url` does
COUNT = "PYTEST_XDIST_WORKER_COUNT"
LEFT = pytest.StashKey[set[str]]()  # the long settings that were left out


def pytest_addoption(parser: pytest.Parser) -> None:
    """The tier; see script/test --help."""
    parser.addoption("--tier", choices=("check", "gate", "full"), default="full", help="how much of the tests to run")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what is not of this tier, and puts the dear ones first."""
    tier, seed = config.getoption("tier"), config.getoption("randomly_seed")
    if tier != "full":
        long = [item for item in items if item.get_closest_marker("long")]
        config.stash[LEFT] = {item.nodeid for item in long}
        other = [item for item in items if _goes_over(item) not in (None, _kind_of(item, tier, seed))]
        out = {*long, *other}
        config.hook.pytest_deselected(items=[item for item in items if item in out])
        items[:] = [item for item in items if item not in out]
    items[:] = dealt(items, int(os.environ.get(COUNT, "1")))


def _goes_over(item: pytest.Item) -> str | None:
    """The database of a test of which one is enough in the gate, else None."""
    params = getattr(getattr(item, "callspec", None), "params", {})
    names = (*DRAWN_BY, "database_url") if item.nodeid.startswith(DRAWN_UNDER) else DRAWN_BY
    return next((params[name] for name in names if params.get(name) in KINDS), None)


def _kind_of(item: pytest.Item, tier: str, seed: object) -> str:
    if tier == "check":
        return "sqlite"
    rest = item.nodeid.replace(_goes_over(item) or "", "")
    return random.Random(f"{seed} {rest}").choice(KINDS)


def dealt(items: Sequence[pytest.Item], workers: int) -> list[pytest.Item]:
    """The items with those marked `slow` at the beginning of what each worker has first.

    xdist's worksteal gives each worker one piece of the list and lets who is done take over the end of another's: a
    test of a minute that is begun last leaves the others idle for that minute.
    """
    slow = [item for item in items if item.get_closest_marker("slow")]
    quick = [item for item in items if not item.get_closest_marker("slow")]
    pieces, left = [], len(items)
    for number in range(workers):
        size, first = left // (workers - number), slow[number::workers]
        left -= size
        pieces.append([*first, *(quick.pop() for _ in range(min(max(size - len(first), 0), len(quick))))])
    return [item for piece in pieces for item in piece] + quick


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells the process that started it what was left out: that one collects nothing itself."""
    if hasattr(session.config, "workeroutput"):
        left = session.config.stash.get(LEFT, set[str]())
        session.config.workeroutput["left"] = sorted(left)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hears that of a worker."""
    node.config.stash.setdefault(LEFT, set()).update(getattr(node, "workeroutput", {}).get("left", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """A gate says what it left to the full run, and when that was last green."""
    if config.getoption("tier") != "gate":
        return
    left = config.stash.get(LEFT, set[str]())
    terminalreporter.section(f"{len(left)} LONG TESTS ARE LEFT TO script/test --full")
    for name in sorted(left):
        terminalreporter.write_line(name)
    terminalreporter.write_line(full_run.said(full_run.read(), WallClock().now()))
