"""`alongside trial operator` in its short setting: all that had to be so is, on both databases."""

import asyncio
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.databases import fresh
from trials.operator.command import TRIALS, run_trial
from trials.operator.trial import Trial, TrialLine

SHORT = [(one, kind) for one in TRIALS if one.short for kind in one.databases]


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("trial", "kind"), SHORT, ids=[f"{one.name}-{kind}" for one, kind in SHORT])
def test_all_of_it_is_so(trial: Trial, kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Through the real processes: no line of the table says no. How long it took decides nothing."""
    with fresh(request.getfixturevalue("postgres_server")) if kind == "postgresql" else nullcontext() as url:
        lines = asyncio.run(run_trial(trial, kind, tmp_path, url, short=True))
    assert lines
    assert [f"{one.says} ({one.seen})" for one in lines if not one.so] == []


def test_a_figure_meets_its_goal_or_does_not() -> None:
    """A figure is at its goal or below; without one there is nothing to meet."""
    assert TrialLine("x", so=True, figure=1.5, goal=2.0).met
    assert TrialLine("x", so=True, figure=2.5, goal=2.0).met is False
    assert TrialLine("x", so=True, figure=2.5).met is None
