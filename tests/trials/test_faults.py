"""The fault runner in its short setting: killed while Telegram misbehaves, nothing is lost."""

from collections.abc import Iterator

import pytest

from tests.databases import fresh
from trials.faults import run_one
from trials.outcome import Plan


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest) -> Iterator[tuple[str, str | None]]:
    """The kind of database, and for PostgreSQL the address of an empty one."""
    if request.param == "sqlite":
        yield "sqlite", None
        return
    with fresh(request.getfixturevalue("postgres_server")) as url:
        yield "postgresql", url


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_three_kills_lose_nothing(place: tuple[str, str | None]) -> None:
    """People join and check in while the service is killed; every rule of the checker holds over what is left."""
    kind, server = place
    outcome = await run_one(Plan(kills=3, seed=1, rate=0.25, database=kind, clients=2), server=server)
    assert not outcome.violations, outcome
    assert outcome.kills >= 3
    assert outcome.slots > 0
