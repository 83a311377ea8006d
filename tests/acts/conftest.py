"""What tests of acts may ask for."""

import pytest

from db.store.engine import Database
from tests.acts.town import Town


@pytest.fixture
def town(database: Database) -> Town:
    """An empty town over either database."""
    return Town(database)
