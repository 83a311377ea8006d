"""`alongside simulate` as it is typed: equal seeds give equal bytes, a broken rule is exit code 1."""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli import app
from tests.databases import fresh
from tests.trials.plants import answered_is_silence
from trials.simulate.behaviour import BEHAVIOURS, every_place
from trials.simulate.population import populate
from trials.simulate.residents import Happening

SMALL = ["--clients", "6", "--weeks", "2", "--seed", "3"]


def simulate(*options: str, hash_seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, where sets and dicts of words have an order of their own."""
    command = [sys.executable, "-m", "alongside", "simulate", *options]
    return subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONHASHSEED": hash_seed}, check=False)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_equal_seeds_give_equal_bytes(postgres_server: str, tmp_path: Path) -> None:
    """Three processes print the same JSON to the byte, over a file of their own, one that is named, and PostgreSQL."""
    with fresh(postgres_server) as url:
        first, second, third = (
            simulate(*SMALL, "--json", *options, hash_seed=hash_seed)
            for hash_seed, options in (
                ("1", ()),
                ("2", ("--database", f"sqlite:///{tmp_path}/town.db")),
                ("3", ("--database", url)),
            )
        )
    for one in (first, second, third):
        assert one.returncode == 0, one.stderr
        assert one.stdout == first.stdout
    found = json.loads(first.stdout)
    assert len(found["plans"]) > 6
    assert len(found["messages"]) > 60
    assert all(one["violations"] == [] for one in found["checks"])


@pytest.mark.long("tests/trials/test_towns.py::test_a_fresh_town_breaks_no_rule")
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_town_of_every_change() -> None:
    """Twenty clients for eight weeks break no rule: what everybody gets who types the command alone."""
    done = simulate("--json")
    assert done.returncode == 0, [one for one in json.loads(done.stdout)["checks"] if one["violations"]]
    found = json.loads(done.stdout)
    assert [one["name"] for one in found["checks"] if not one["looked"]] == []
    assert found["client_days"] > 800


def test_a_broken_rule_is_told_and_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each rule stands in the table; where one was broken is told in a line, and where to look."""
    answered_is_silence(monkeypatch)
    told = CliRunner().invoke(app, ["simulate", *SMALL], env={"COLUMNS": "200"})
    assert told.exit_code == 1
    assert "S5: prompt" in told.output
    assert "client-days a second" in told.output
    kept = Path(told.output.split("All that was written lies in ")[1].strip())
    assert (kept / "alongside.db").exists()


def test_a_database_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """Made-up people do not come among others."""
    file = tmp_path / "real.db"
    file.write_bytes(b"somebody lives here")
    done = CliRunner().invoke(app, ["simulate", *SMALL, "--database", f"sqlite:///{file}"])
    assert done.exit_code == 1
    assert "There is something in that database already" in done.stderr
    assert file.read_bytes() == b"somebody lives here"


def test_a_town_has_something_of_everything() -> None:
    """With as many clients as there are ways to go, everything that may be done is done by somebody, in odd zones; and
    another seed gives another town."""
    town = populate(7, len(BEHAVIOURS), 8, date(2026, 3, 2))
    assert populate(8, len(BEHAVIOURS), 8, date(2026, 3, 2)).turns != town.turns
    asked = {
        Happening.ANSWER,
        Happening.ONE_TAP,
        Happening.LATER,
        Happening.NOT_TODAY,
        Happening.NUDGE,
        Happening.READ_WEEKS,
        Happening.OPEN_REQUEST,
    }
    asked |= {Happening.SESSION_NOTE, Happening.OUTCOME, Happening.TIMING, Happening.PROPOSAL, Happening.LOOK_BACK}
    by_themselves = set(Happening) - asked - {Happening.RATE_WORDS, Happening.RATE_AFTER}
    assert {turn.what for turn in town.turns} >= by_themselves - {Happening.SUMMARY_TIME, Happening.STOP_SUPPORTING}
    assert {one.way for one in town.residents.values()} >= {way.name for way in BEHAVIOURS}
    zones = Counter(one.place.zone for one in town.residents.values())
    odd = {"Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Pacific/Chatham"}
    assert odd <= zones.keys()
    assert len(every_place()) > 300
