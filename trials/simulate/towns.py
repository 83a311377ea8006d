"""Many towns of seeds that nobody picked, each in a process of its own, and a line for each as it is over."""

import asyncio
import json
import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import date, timedelta
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from trials.simulate.growing import Row, growing
from trials.simulate.result import Asked
from trials.simulate.run import run_one

SEEDS = 10**6
FIRST, DAYS = date(2026, 1, 1), 730  # on which a town may begin: two years, with every change of clocks twice


def replay(asked: Asked) -> str:
    """The command that lives that very town."""
    return (
        f"alongside simulate --clients {asked.clients} --weeks {asked.weeks} --seed {asked.seed} --from {asked.first}"
    )


def draw(clients: int, weeks: int) -> Asked:
    """A town of a seed and a first day by chance."""
    first = FIRST + timedelta(days=secrets.randbelow(DAYS))
    return Asked(clients, weeks, secrets.randbelow(SEEDS), first.isoformat())


def live_one(asked: Asked) -> Row:
    """Lives it to its end and looks; nothing of it stays, for it can be lived once more."""
    whose = (asked.seed, asked.first, asked.clients, asked.weeks)
    with tempfile.TemporaryDirectory(prefix="alongside-town-") as folder:
        try:
            result = asyncio.run(run_one(asked, Path(folder), None, lambda at: None))
        except Exception as error:  # a town that ends in trouble is a finding, and the others go on
            return Row(*whose, 0, 0, 1, 0.0, f"{type(error).__name__}: {error}", replay(asked))
    found = [f"{name}: {words}" for name, words in result.violations]
    came = len(result.life.sends)
    return Row(*whose, result.client_days, came, len(found), result.seconds, next(iter(found), ""), replay(asked))


async def simulate_towns(*, towns: int, clients: int, weeks: int, jobs: int, as_json: bool) -> int:
    """Lives so many towns, `jobs` side by side, and prints a table that grows, or JSON at the end; 1 if a rule is
    broken in any, else 0."""
    asked = [draw(clients, weeks) for _ in range(towns)]
    rows: list[Row] = []
    with growing(towns, quiet=as_json) as show:
        async for row in _each(asked, jobs):
            rows.append(row)
            show(row)
    if as_json:
        print(json.dumps([asdict(row) for row in rows]))
    return 1 if any(row.violations for row in rows) else 0


async def _each(asked: Sequence[Asked], jobs: int) -> AsyncIterator[Row]:
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        lives = [asyncio.get_running_loop().run_in_executor(pool, live_one, one) for one in asked]
        for life in asyncio.as_completed(lives):
            yield await life


def _end_with_parent() -> None:
    """A process that lives towns ends when the one that asked for them was killed."""
    Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
