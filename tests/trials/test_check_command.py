"""`alongside check` over a database of its settings."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import delete

from db.event_replay import circles, memory
from db.store.engine import Database
from db.tables import prompts
from tests.trials.lived import Lived
from tests.trials.process import Home
from trials.check import check as compare
from trials.check import check_database, compare_all, figures


@pytest.fixture
def home(lived_home: tuple[Home, Lived], tmp_path: Path) -> Home:
    """A copy of where some days were lived."""
    shutil.copytree(lived_home[0].folder, tmp_path, dirs_exist_ok=True)
    return Home(tmp_path, lived_home[0].keys)


@pytest.fixture(autouse=True)
def settings(home: Home, nobodys_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the operator has set."""
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", home.url)
    monkeypatch.setenv("ALONGSIDE_SECRET_KEYS", home.keys)
    monkeypatch.setenv("ALONGSIDE_VAULT", str(home.folder / "vault"))


async def test_a_sound_database(capsys: pytest.CaptureFixture[str]) -> None:
    """The figures are printed, and the exit code is 0."""
    assert await check_database(as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["slots"] >= 7
    assert (found["missing"], found["double"], found["violations"]) == (0, 0, [])
    assert await check_database(as_json=False) == 0
    assert "due slots" in capsys.readouterr().out


async def test_records_that_are_gone(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing slots are counted and named, and the exit code is 1."""
    async with home.memory() as database:
        await _lose_two(database)
    assert await check_database(as_json=True) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["missing"] == 2
    assert await check_database(as_json=False) == 1
    assert "slot_missing" in capsys.readouterr().out


async def test_in_parts_as_in_one(home: Home) -> None:
    """Read a few people at a time, the same is found as over everybody at once; who belongs together stays together."""
    async with home.memory() as database:
        await _lose_two(database)
        every = await database.read(memory)
        circles_found = await database.read(circles)
        parts = await database.read(lambda tx: compare_all(tx, 1))
        whole = await database.read(compare_all)
    assert parts == whole
    assert parts == (figures(every, whole[1]), compare(every))
    assert len(every.people) == sum(map(len, circles_found)) > len(circles_found)


async def _lose_two(database: Database) -> None:
    gone = delete(prompts).where(prompts.c.state == "cannot_reach")
    await database.write(lambda tx: tx.run(gone))
