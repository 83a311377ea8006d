"""Towns of seeds that nobody picked: one lives in every run of the tests, and a table tells of many."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from alongside.cli import app
from tests.conftest import BY_CHANCE
from tests.trials.plants import answered_is_silence
from trials.simulate.result import RunSettings
from trials.simulate.towns import Row, draw, growing, live_one, replay

SMALL = RunSettings(2, 1, 3, "2026-03-02")
CALM = Row(3, "2026-03-02", 2, 1, 12, 24, 0, 1.5, "", replay(SMALL))


@pytest.mark.slow
def test_a_fresh_town_breaks_no_rule(record_property: Callable[[str, object], None]) -> None:
    """Twelve clients live two weeks that nobody lived before: which they were is printed, green or not."""
    asked = draw(12, 2)
    record_property(BY_CHANCE, replay(asked))
    row = live_one(asked)
    assert row.violations == 0, f"{row.violations} violations, first {row.words}\nonce more: {replay(asked)}"
    assert row.client_days > 60


def test_a_town_that_breaks_a_rule_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its line says how often, the first of it in words, and the command that lives it once more."""
    answered_is_silence(monkeypatch)
    row = live_one(replace(SMALL, clients=4))
    assert row.violations > 0
    assert row.words.startswith("S5: prompt")
    assert row.replay == "alongside simulate --clients 4 --weeks 1 --seed 3 --from 2026-03-02"


def test_a_town_that_does_not_live_to_its_end_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trouble in one is told as its violation, so that the others go on."""
    monkeypatch.setattr("trials.simulate.living.open_due", None)
    row = live_one(SMALL)
    assert (row.violations, row.words.partition(":")[0]) == (1, "TypeError")


def test_the_table_grows_in_plain_lines_where_nobody_sits(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each, then how many broke a rule; what was broken stands below its line, as does the command."""
    with growing(2, quiet=False) as show:
        show(CALM)
        assert len(capsys.readouterr().out.splitlines()) == 2
        show(replace(CALM, seed=4, violations=2, words="S4: check_in came at night"))
    line, words, command, sum_up = capsys.readouterr().out.splitlines()
    assert line.split() == ["4", "2026-03-02", "2", "x", "1", "12", "24", "2", "1.5"]
    assert (words.strip(), command.strip()) == ("S4: check_in came at night", replay(SMALL))
    assert sum_up == "2 towns, 24 client-days, 3 s: 1 broke a rule."


def test_by_command() -> None:
    """Each town has a seed and a first day of its own, and what is said of it is there for a script."""
    told = CliRunner().invoke(app, ["simulate", "--towns", "2", "--clients", "1", "--weeks", "1", "--json"])
    assert told.exit_code == 0, told.output
    rows = [Row(**row) for row in json.loads(told.stdout)]
    assert len({(row.seed, row.first) for row in rows}) == 2
    assert all(row.client_days and row.violations == 0 for row in rows)
