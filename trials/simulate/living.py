"""The loop: from one instant at which something is due, or somebody does something, to the next."""

from collections.abc import Callable
from datetime import datetime, timedelta

from care.open_due import open_due
from care.requests import pass_on_due
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
    town.now = town.population.start
    while town.now < town.population.end:
        await database.write(lambda tx: _some(tx, town))
        progress(min(town.now, town.population.end))


async def _some(tx: Tx, town: Town) -> None:
    """Every instant of one batch, in one transaction."""
    until = min(town.now + BATCH, town.population.end)
    moments = await next_moments(tx.at(town.now))
    while town.now < until:
        moments = await _instant(tx.at(town.now), town, moments)
        town.now = _next(town, moments)


async def _instant(tx: Tx, town: Town, moments: Moments) -> Moments:
    """All that is due at this instant, what comes of it included; gives what is due next.

    What people did is heard before anything is said: after a standstill too, as the house does it (alongside.house).
    """
    while True:
        acted = False
        while (turn := town.pop(tx.now)) is not None:
            await act(tx, town, turn)
            acted = True
        if acted:
            moments = await next_moments(tx)
        if not await _pulse(tx, town, moments) and not acted:
            return moments
        moments = await next_moments(tx)


async def _pulse(tx: Tx, town: Town, moments: Moments) -> bool:
    """What the service does by itself: opens, reminds, closes, sends."""
    moved = False
    if moments.plan is not None and moments.plan <= tx.now:
        await open_due(tx)
        moved = True
    if moments.step is not None and moments.step <= tx.now:
        await tend_open(tx)
        moved = True
    if moments.request is not None and moments.request <= tx.now:
        await pass_on_due(tx)
        moved = True
    if moved or moments.may_go or (moments.row is not None and moments.row <= tx.now):
        for arrived in await deliver(tx, town):
            moved = True
            for turn in reactions(arrived, town):
                town.plan(turn)
    return moved


def _next(town: Town, moments: Moments) -> datetime:
    """The next instant at which anything is due, or after the standstill in which that falls."""
    known = (moments.plan, moments.step, moments.request, moments.row, town.next_at())
    found = [at for at in known if at is not None and at > town.now]
    at = min(found, default=town.population.end)
    still = town.standstill_at(at)
    return still.until if still else at
