"""Places where the fault runner kills the process."""

import asyncio
import os
import signal
import sys

import pytest
from sqlalchemy import text

from db.store.engine import Database, open_database
from db.store.files import killer
from db.store.vault import Vault
from tests.tree import ROOT

SCRIPT = """
import asyncio, pathlib, sys
from sqlalchemy import insert
from db.store.engine import open_database
from db.tables import counters
from db.store.vault import open_vault

async def main(url, path, *keys):
    database = await open_database(url, vault=open_vault(pathlib.Path(path), keys))
    for number in range(5):
        await database.write(lambda tx: tx.run(insert(counters).values(name=str(number), last=0)))
        print(number, flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("setting", "killed_at"), [("", None), ("there:2", 4), ("here", 0), ("here:3", 3), ("elsewhere:1", None)]
)
def test_the_nth_passing_kills(setting: str, killed_at: int | None) -> None:
    """Only the named place counts, from 1, and once."""
    passed = 0
    kills: list[int] = []
    failpoint = killer(setting, lambda: kills.append(passed))
    for name in ("here", "there", "here", "here", "there", "here", "there"):
        failpoint(name)
        passed += 1
    assert kills == ([] if killed_at is None else [killed_at])


@pytest.mark.parametrize(("setting", "told", "kept"), [("before_commit:3", 2, 2), ("after_commit:3", 2, 3)])
async def test_a_kill_at_a_commit_loses_nothing_that_was_answered(
    database_url: str, vault: Vault, setting: str, told: int, kept: int
) -> None:
    """Killed before its third commit a service has two rows, after it three, and the database opens at once."""
    await (await open_database(database_url, vault=vault)).close()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SCRIPT, database_url, str(vault.path), *vault.wrapping.keys,
        stdout=asyncio.subprocess.PIPE, env=os.environ | {"ALONGSIDE_FAILPOINT": setting},
        cwd=ROOT,
    )  # fmt: skip
    said, _ = await process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert len(said.split()) == told
    database: Database = await open_database(database_url, vault=vault)
    assert (await database.read(lambda tx: tx.run(text("select count(*) from counters")))).scalar_one() == kept
    await database.close()
