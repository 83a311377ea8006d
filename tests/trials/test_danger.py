"""`alongside trial danger` in its short setting: everything comes, whatever the machine, and can be read afterwards."""

from pathlib import Path

import pytest

from trials.danger.command import SCENARIOS, run_scenario
from trials.danger.stage import Figure, Scenario, Size, figure

SHORT = Size(strangers=12, messages=4, seconds=1.0, clients=2)
LOAD = "tests/trials/test_danger.py::test_everything_comes"
SHORT_ONES = [
    pytest.param(one, id=one.name, marks=[] if one.name == "load" else [pytest.mark.long(LOAD)])
    for one in SCENARIOS
    if one.short
]


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("scenario", SHORT_ONES)
async def test_everything_comes(scenario: Scenario, tmp_path: Path) -> None:
    """Through the real process: each card, answer and check-in, and a transcript of every phone."""
    figures = await run_scenario(scenario, tmp_path, SHORT)
    assert [one.name for one in figures if one.came < one.wanted] == []
    transcript = (tmp_path / f"{scenario.name}.txt").read_text("utf-8")
    assert "kill myself" in transcript
    assert "999" in transcript


def test_a_figure_is_met_when_all_came_in_time() -> None:
    """What never came, or came late, does not meet its goal; what has none meets none."""
    assert figure("x", [1.0, 3.0, 2.0], 3.0) == Figure("x", 3, 3, 2.0, 3.0, 3.0)
    assert figure("x", [1.0, 3.0], 3.0).met
    assert figure("x", [1.0, 3.1], 3.0).met is False
    assert figure("x", [1.0, None], 3.0).met is False
    assert figure("x", [1.0]).met is None
    assert figure("x", [None]).worst is None
