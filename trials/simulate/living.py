"""The loop: from one instant at which something is due, or somebody does something, to the next."""

from collections.abc import Callable
from datetime import datetime, timedelta

from care.open_due import open_due
from care.tend_open import tend_open
from db.engine import Database
from db.moments import Moments, next_moments
from db.tx import Tx
from trials.simulate.acting import act
from trials.simulate.delivering import deliver
from trials.simulate.reacting import reactions
from trials.simulate.town import Town

BATCH = timedelta(hours=12)  # of the town's time that share a commit: what a kill would lose is for `alongside faults`


async def live(database: Database, town: Town, progress: Callable[[datetime], object]) -> None:
    """Lives from the start of the town's time to its end. `progress` is told now and then how far it is."""
    now = town.population.start
    while now < town.population.end:
        now = await database.write(lambda tx, since=now: _some(tx, town, since))  # type: ignore[misc]  # read at once
        progress(min(now, town.population.end))


async def _some(tx: Tx, town: Town, now: datetime) -> datetime:
    """Every instant of one batch, in one transaction; gives the first one after it."""
    until = min(now + BATCH, town.population.end)
    while now < until:
        now = await _instant(tx, town, now)
    return now


async def _instant(tx: Tx, town: Town, now: datetime) -> datetime:
    """All that is due at this instant, what comes of it included; gives the next one."""
    while True:
        moments = await next_moments(tx, now)
        moved = await _pulse(tx, town, now, moments)
        while (turn := town.pop(now)) is not None:
            await act(tx, now, town, turn)
            moved = True
        if not moved:
            return _next(town, now, moments)


async def _pulse(tx: Tx, town: Town, now: datetime, moments: Moments) -> bool:
    """What the service does by itself: opens, reminds, closes, sends."""
    moved = False
    if moments.plan is not None and moments.plan <= now:
        await open_due(tx, now)
        moved = True
    if moments.step is not None and moments.step <= now:
        await tend_open(tx, now)
        moved = True
    if moments.may_go or moved:
        for arrived in await deliver(tx, now, town):
            moved = True
            for turn in reactions(arrived, town):
                town.plan(turn)
    return moved


def _next(town: Town, now: datetime, moments: Moments) -> datetime:
    found = [at for at in (moments.plan, moments.step, moments.row, town.next_at()) if at is not None and at > now]
    at = min(found, default=town.population.end)
    still = town.standstill_at(at)
    return still.until if still else at
