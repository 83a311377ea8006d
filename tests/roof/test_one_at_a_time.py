"""One service has an SQLite file at a time; the next one waits for it."""

import asyncio
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from alongside.operate import served_memory, this_process
from alongside.settings import read_settings
from db.store.errors import DatabaseInUse
from db.store.files import in_use
from tests.roof.cards import NOW


async def test_a_second_service_says_who_has_the_file_and_takes_over(folder: Path) -> None:
    """While one has the file the other names it and waits; a restore is refused; when it ends the other goes on."""
    settings, stop, got = read_settings(), asyncio.Event(), asyncio.Event()

    async def second() -> None:
        async with served_memory(settings, NOW, stop) as database:
            assert database is not None
            got.set()

    with capture_logs() as said:
        async with served_memory(settings, NOW, stop) as first:
            assert first is not None
            waiting = asyncio.create_task(second())
            while not said:  # noqa: ASYNC110 - a log has no event to wait for
                await asyncio.sleep(0)
            assert not got.is_set()
            with pytest.raises(DatabaseInUse), in_use(settings.database_url, "a restore"):
                pass
        await asyncio.wait_for(waiting, 60)
    assert [line["event"] for line in said] == ["waits_for_another_run"]
    assert said[0]["other"] == this_process(NOW)


async def test_whoever_waits_can_be_stopped(folder: Path) -> None:
    """A service that waits for the file and is asked to stop has no database and ends."""
    settings, stop = read_settings(), asyncio.Event()
    async with served_memory(settings, NOW, asyncio.Event()):
        asyncio.get_running_loop().call_later(0.01, stop.set)
        async with served_memory(settings, NOW, stop) as database:
            assert database is None
