"""The fault runner in its short setting: killed while Telegram misbehaves, nothing is lost."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from tests.databases import fresh
from trials.check import RuleBroken
from trials.faults import command as runner
from trials.faults.command import run_one
from trials.faults.plan import FaultOutcome, FaultPlan


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> Iterator[tuple[str, str | None]]:
    """The kind of database, and for PostgreSQL the address of an empty one."""
    if request.param == "sqlite":
        yield "sqlite", None
        return
    with fresh(request.getfixturevalue("postgres_server")) as url:
        yield "postgresql", url


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_three_kills_lose_nothing(place: tuple[str, str | None]) -> None:
    """People join and check in while the service is killed; every rule of the checker holds over what is left."""
    kind, server = place
    outcome = await run_one(FaultPlan(kills=3, seed=1, rate=0.25, database=kind, clients=2), server=server)
    assert not outcome.violations, outcome
    assert outcome.kills >= 3
    assert outcome.slots > 0


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was printed before each run, in which nothing is killed; seed 2 over SQLite breaks a rule."""
    printed: list[str] = []

    async def none_killed(plan: FaultPlan, **_: object) -> FaultOutcome:
        printed.append(capsys.readouterr().out)
        bad = [RuleBroken("told_too_much", "something")] if (plan.seed, plan.database) == (2, "sqlite") else []
        known: dict[str, Any] = {"seed": plan.seed, "database": plan.database, "violations": bad, "folder": "there"}
        return FaultOutcome(**{one.name: known.get(one.name, 0) for one in fields(FaultOutcome)})

    monkeypatch.setattr("trials.faults.command.run_one", none_killed)
    return printed


@pytest.mark.parametrize(("seeds", "code"), [([1, 3], 0), ([1, 2, 3], 1)])
async def test_the_table_grows_with_each_run(
    lines: list[str], capsys: pytest.CaptureFixture[str], seeds: list[int], code: int
) -> None:
    """Each seed over each database is a line as soon as it is over; one broken rule is exit code 1."""
    assert await runner.faults(kills=1, seeds=seeds, rate=0, database="both", as_json=False) == code
    assert [printed.split()[:2] for printed in lines[1:3]] == [["1", "sqlite"], ["1", "postgresql"]]
    assert ("told_too_much: something" in "".join(lines)) is bool(code)
    assert capsys.readouterr().out.split()[:2] == ["3", "postgresql"]


async def test_json_is_one_list(lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every run with all its figures, and nothing else is printed."""
    assert await runner.faults(kills=1, seeds=[1, 2], rate=0, database="both", as_json=True) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["seed"], len(one["violations"])) for one in found] == [(1, 0), (1, 0), (2, 1), (2, 0)]
    assert not any(lines)


def test_fresh_seeds_are_others_each_time() -> None:
    """Nobody picks them, and each is a number that can be typed."""
    assert len({*runner.fresh_seeds(5), *runner.fresh_seeds(5)}) > 5
