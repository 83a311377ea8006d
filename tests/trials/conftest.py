"""What the trials' tests share."""

import pytest

from tests.trials.lived import Lived, live
from tests.trials.process import Home


@pytest.fixture(scope="session")
def lived_home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, Lived]:
    """A few days without any fault, lived once: where their database lies, and what was remembered and shown."""
    home = Home(tmp_path_factory.mktemp("lived"))
    return home, live(home)
