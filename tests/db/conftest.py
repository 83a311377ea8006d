"""What the tests of the memory share."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from db.store.engine import Database, open_database
from db.store.vault import Vault
from tests.databases import KINDS, file_in, fresh


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database of this test's own, of either kind: these tests change tables and versions too."""
    if request.param == "sqlite":
        shutil.copy2(request.getfixturevalue("migrated_file") / "alongside.db", tmp_path)
        yield file_in(tmp_path)
        return
    template = request.getfixturevalue("migrated_template")
    with fresh(request.getfixturevalue("postgres_server"), template=template) as url:
        yield url


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    """Where an embedded database may be made."""
    return f"sqlite:///{tmp_path}/data/alongside.db"


@pytest.fixture
async def file_database(file_url: str, vault: Vault) -> AsyncIterator[Database]:
    """An open embedded database, for what concerns files alone."""
    database = await open_database(file_url, vault=vault)
    yield database
    await database.close()
