"""The password in an address of the database stands in nothing that is printed or logged."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from alongside.operate import memory, served_memory
from alongside.operating.doctor import doctor
from alongside.settings import read_settings
from db.store.errors import MemoryTrouble
from tests.databases import fresh
from tests.roof.cards import NOW

PASSWORD = "hush%40a/b?c"


@pytest.fixture
def own_database(postgres_server: str, migrated_template: str) -> Iterator[str]:
    """The address of a migrated database that nobody was in before."""
    with fresh(postgres_server, template=migrated_template) as url:
        yield url


@pytest.mark.parametrize(("reached", "code"), [(True, 1), (False, 1)], ids=["server answers", "no such database"])
async def test_a_password_is_not_printed(
    folder: Path,
    own_database: str,
    reached: bool,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Whether the server lets us in or not: neither the doctor nor a start shows it, in words or in a traceback."""
    url = make_url(own_database).set(drivername="postgresql", password=PASSWORD)
    url = url if reached else url.set(database="nowhere")
    file = folder / "url"
    file.touch(0o600)
    file.write_text(url.render_as_string(hide_password=False))
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL_FILE", str(file))
    if reached:
        async with memory(read_settings()):
            pass
    assert await doctor(as_json=False) == code  # Telegram is not there
    said: list[str] = []
    try:
        async with served_memory(read_settings(), NOW, asyncio.Event()) as database:
            said.append(repr(database))
    except MemoryTrouble as trouble:
        said += [str(trouble), repr(trouble)]
    assert reached != ("did not let us in" in " ".join(said))
    printed = " ".join([*said, *capfd.readouterr(), repr(read_settings())])
    assert "hush" not in printed
    assert "sender" in printed or not reached
