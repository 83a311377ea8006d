"""One run: a fresh database, a town that lives in it from its first day to its last, and what the checks find."""

import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from db import quitting
from db.event_replay import Memory, memory
from db.migrate import migrate
from db.store.engine import Database, open_database
from db.store.opening import database_exists, open_in_loop, prepare_secrets
from db.store.url import is_sqlite
from db.store.vault import Vault
from db.tx import Tx
from programme.quitting.attempts import Attempt
from trials.simulate.checks import run_checks
from trials.simulate.life import TownLife
from trials.simulate.living import live_town
from trials.simulate.population import populate
from trials.simulate.result import RunResult, RunSettings, client_days, outcomes, volumes
from trials.simulate.town import Town


class NotEmpty(Exception):
    """There is something in that database already. Give an empty one: made-up people do not live among real ones."""

    def __str__(self) -> str:
        return " ".join((type(self).__doc__ or "").split())


async def run_one(
    asked: RunSettings, folder: Path, url: str | None, progress: Callable[[datetime], object]
) -> RunResult:
    """Lives and looks. Keys, vault and, without `url`, the database lie in `folder`. Raises NotEmpty, and
    db.store.errors."""
    place = url or f"sqlite:///{folder}/alongside.db"
    if await database_exists(place, vault=folder / "vault"):
        raise NotEmpty
    vault = await prepare_secrets(database_url=place, keys=None, keys_file=folder / "keys", vault=folder / "vault")
    try:
        database = await _open(place, vault)
        try:
            return await _live(asked, database, progress)
        finally:
            await database.close()
    finally:
        vault.close()


async def _open(place: str, vault: Vault) -> Database:
    if is_sqlite(place):
        return await open_in_loop(place, vault=vault)
    await migrate(place, vault=vault)
    return await open_database(place, vault=vault)


async def _live(asked: RunSettings, database: Database, progress: Callable[[datetime], object]) -> RunResult:
    population = populate(asked.seed, asked.clients, asked.weeks, date.fromisoformat(asked.first))
    town = Town(asked.seed, population)
    began, used = time.perf_counter(), time.process_time()
    await live_town(database, town, progress)
    seconds, processor = time.perf_counter() - began, time.process_time() - used
    found = await database.read(memory)
    life = TownLife(population, town.truth, found, town.names, await database.read(lambda tx: _attempts(tx, found)))
    days = sum(1 for _ in client_days(life))
    return RunResult(asked, life, run_checks(life), volumes(life), outcomes(life), days, seconds, processor)


async def _attempts(tx: Tx, found: Memory) -> dict[int, tuple[Attempt, ...]]:
    return {person_id: tuple(await quitting.attempts_of_person(tx, person_id)) for person_id in found.people}
