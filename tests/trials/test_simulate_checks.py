"""Every check of the simulation is silent where all is well, and loud where its rule was broken on purpose."""

import asyncio
from pathlib import Path

import pytest

from tests.trials.plants import PLANTED, SPOILT
from tests.trials.small_town import PEOPLE, lived
from trials.simulate.checks import CHECKS, run_checks
from trials.simulate.life import TownLife

EVERYBODY = [name for name in PEOPLE if name != "lee"]


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> TownLife:
    """Nine days of everybody, with nothing planted."""
    return asyncio.run(lived(tmp_path_factory.mktemp("town"), *EVERYBODY))


def broken(life: TownLife) -> set[str]:
    """The names of the rules that are broken."""
    return {one.name for one in run_checks(life) if one.violations}


def test_nine_days_break_no_rule(life: TownLife) -> None:
    """Nothing is found where nothing was wrong, and nearly every rule had something to look at."""
    assert [one.violations for one in run_checks(life) if one.violations] == []
    assert [one.name for one in run_checks(life) if not one.looked] == []


@pytest.mark.parametrize("name", PLANTED)
async def test_a_rule_that_the_product_breaks_is_noticed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the fault in place the check of that name fails."""
    plant, names = PLANTED[name]
    plant(monkeypatch)
    assert name.split(maxsplit=1)[0] in broken(await lived(tmp_path, *names))


@pytest.mark.parametrize("name", SPOILT)
def test_a_rule_that_is_broken_in_what_was_lived_is_noticed(name: str, life: TownLife) -> None:
    """What the product cannot do wrong so far is put into the records, or among what arrived."""
    assert name in broken(SPOILT[name](life))


def test_each_check_can_fail() -> None:
    """No check is there that nothing breaks."""
    assert {check.name for check in CHECKS} == {*(name.split()[0] for name in PLANTED), *SPOILT}
