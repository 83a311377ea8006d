"""The doctor looks, and leaves everything as it was: each file, its time, and what lies beside it."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from alongside.operate import memory, own_vault
from alongside.operating.doctor import examine
from alongside.operating.host_checks import DoctorFinding, clock_off
from alongside.settings import read_settings
from care.operators import starting
from db.migrate import downgrade, migrate
from db.store.files import in_use
from tests.roof.cards import NOW


def content(folder: Path) -> Mapping[str, tuple[bytes, int, int]]:
    """Every file and folder there is, with its bytes, its rights and when it was written."""
    return {
        str(path): (path.read_bytes() if path.is_file() else b"", path.stat().st_mode, path.stat().st_mtime_ns)
        for path in [folder, *folder.rglob("*")]
    }


async def seen(folder: Path) -> Mapping[str, DoctorFinding]:
    """What the doctor finds, by name; fails where it changed something."""
    before = content(folder)
    found = {finding.what: finding async for finding in examine(NOW)}
    assert content(folder) == before
    return found


async def test_where_nothing_is_yet(folder: Path) -> None:
    """In an empty folder it makes nothing, and says that the database is made by `run`."""
    found = await seen(folder)
    assert found["database"].state == "look"
    assert "`alongside run` makes it" in found["database"].words
    assert found["crisis numbers"].state == "look"
    assert content(folder).keys() == {str(folder)}


async def test_an_older_version_stays_what_it_is(folder: Path) -> None:
    """A database of an older version is named with both versions and not brought up."""
    async with own_vault(read_settings()) as vault:
        await migrate(read_settings().database_url, vault=vault)
        await downgrade(read_settings().database_url, vault=vault, to="0023")
    found = await seen(folder)
    assert found["database"].state == "look"
    assert "is at version 0023" in found["database"].words


async def test_a_held_one_in_a_folder_that_cannot_be_written(folder: Path) -> None:
    """Held, left open by a process that was killed, in folders that nobody may write to: it is read all the same."""
    async with memory(read_settings()) as database:
        await database.write(lambda tx: starting.begin_start(tx.at(NOW), by_command=True))
        kept = {path: path.read_bytes() for path in (folder / "data").iterdir()}
    for path, text in kept.items():  # as the kill left them
        path.write_bytes(text)
    for path in (folder / "data", folder / "secrets"):
        path.chmod(0o500)
    try:
        found = await seen(folder)
    finally:
        for path in (folder / "data", folder / "secrets"):
            path.chmod(0o700)
    assert found["database"].state == "ok"
    assert found["held"].words.startswith("Held since 2026-")
    assert found["sender"].state == "look"
    (folder / "data" / "alongside.db-shm").unlink()  # as after a copy by hand
    assert (await seen(folder))["held"].words.startswith("Held since 2026-")


async def test_who_sends(folder: Path) -> None:
    """The process that has the database is named while it lives, and nobody once it has ended."""
    async with memory(read_settings()):
        pass
    with in_use(read_settings().database_url, "process 7 on a machine since noon"):
        assert (await seen(folder))["sender"] == DoctorFinding("sender", "ok", "process 7 on a machine since noon")
    assert (await seen(folder))["sender"].state == "look"


async def test_data_in_a_checkout_is_told_with_the_way_out(folder: Path) -> None:
    """What lies in a checkout of the program is bad, and the words move it."""
    async with memory(read_settings()):
        pass
    (folder / ".git").mkdir()
    (folder / "alongside").mkdir()
    (folder / "alongside" / "checkout.py").write_text("")
    found = await seen(folder)
    assert found["place"].state == "bad"
    assert f"mv {folder}/data {folder}/secrets " in found["place"].words


@pytest.mark.parametrize(
    ("seconds", "state"), [(0, "ok"), (-4, "ok"), (-8, "look"), (8, "look"), (-90, "bad"), (90, "bad")]
)
def test_the_clock_is_held_against_telegrams(seconds: int, state: str) -> None:
    """More than five seconds off is worth a look, more than a minute is bad, either way."""
    assert clock_off(NOW + timedelta(seconds=seconds), NOW, NOW).state == state
