"""What the tests of the memory share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from db.engine import Database, open_database
from db.vault import Vault


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
