"""A town for each story, over both databases."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from db.store.engine import Database
from db.store.vault import Vault
from tests.conftest import copied_vault
from tests.databases import KINDS, file_in, fresh, name_of
from tests.stories.beginnings import CHAPTERS, Beginning, live, nobody
from tests.stories.town import Someone, Town

Shelf = Callable[[str, str | None, datetime], Beginning]
START = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def one_more(postgres_server: str, migrated_template: str) -> Iterator[Callable[[], str]]:
    """Makes a database on the server that stays until the last test."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(fresh(postgres_server, template=migrated_template))


@pytest.fixture(scope="session")
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Shelf:
    """The beginning of that name ("sam"; None: nobody lives there yet) over "sqlite" or "postgresql", from then on."""

    @cache
    def begun(kind: str, name: str | None, start: datetime) -> Beginning:
        folder = tmp_path_factory.mktemp("beginning")
        shutil.copy2(migrated_file / "alongside.db", folder)
        on_server = kind == "postgresql"
        url = request.getfixturevalue("one_more")() if on_server else file_in(folder)
        with copied_vault(migrated_file, folder) as vault:
            simulator, clock = asyncio.run(live(CHAPTERS[name] if name else nobody, url, vault, start))
        return Beginning(folder, name_of(url) if on_server else None, simulator, clock)

    return begun


@pytest.fixture
def start() -> datetime:
    """When it begins; a story of a clock-change night has a day of its own."""
    return START


@pytest.fixture(params=KINDS)
def beginning(request: pytest.FixtureRequest, shelf: Shelf, start: datetime) -> Beginning:
    """Where the story begins: with everybody it asks for by name."""
    return shelf(request.param, next((name for name in CHAPTERS if name in request.fixturenames), None), start)


@pytest.fixture
def vault(beginning: Beginning, tmp_path: Path) -> Iterator[Vault]:
    """A vault of this story's own."""
    with copied_vault(beginning.folder, tmp_path) as vault:
        yield vault


@pytest.fixture
def database_url(request: pytest.FixtureRequest, beginning: Beginning, tmp_path: Path) -> Iterator[str]:
    """A database of this story's own."""
    if beginning.template is None:
        shutil.copy2(beginning.folder / "alongside.db", tmp_path)
        yield file_in(tmp_path)
        return
    with fresh(request.getfixturevalue("postgres_server"), template=beginning.template) as url:
        yield url


@pytest.fixture
async def town(beginning: Beginning, database: Database) -> AsyncIterator[Town]:
    """The town in which the story begins. At the end nobody may have anything unseen."""
    simulator, clock = beginning.telegram()
    async with simulator:
        town = Town(database, clock, simulator)
        try:
            yield town
            await town.settle()
            town.nobody_has_anything_unseen()
        finally:
            await town.house.close()


@pytest.fixture
def lee(town: Town) -> Someone:
    """A practitioner."""
    return town.known("Lee")


@pytest.fixture
def sam(town: Town, lee: Someone) -> Someone:
    """A client of Lee's with a check-in at 18:30 each day, from Monday on."""
    return town.known("Sam")


@pytest.fixture
def stopped(sam: Someone) -> Someone:
    """Sam stopped on Sunday, and answered "none" on Monday and Tuesday; it is Wednesday, 18:30, and a check-in came."""
    return sam
