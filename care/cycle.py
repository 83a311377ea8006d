"""How it goes round for a client, and what of it they show their practitioner: what stood there when they tapped."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from care.unshow import unshow_of
from db import clients, consents, events
from db.turns import turns
from db.tx import Tx
from programme.corrections import SAID, UNSAID, corrections
from programme.cycle import Cycle, cycle
from programme.patterns import Correction
from programme.people import Person

SHARED: Final = "CycleShared"  # its codes and counts, as they were
UNSHARED: Final = "CycleUnshared"


@dataclass(frozen=True, slots=True)
class Round:
    """`now` as it is now (None: too little is written down), of `count` cigarettes; `settled`: they have said of its
    trigger that it fits. `shared` is what their practitioner sees, and since when (UTC). `kept` is False where answers
    are not kept."""

    kept: bool
    count: int = 0
    now: Cycle | None = None
    settled: bool = False
    shared: tuple[Cycle, datetime] | None = None


async def round_of(tx: Tx, person: Person) -> Round:
    """As it is now."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return Round(kept=False)
    said = corrections(await events.of_kinds(tx, person.id, (SAID, UNSAID)))
    entries = await turns(tx, person.id)
    found = cycle(entries, said)
    settled = found is not None and any(one.instead == found.trigger or _says_yes(one, found) for one in said)
    return Round(True, len(entries), found, settled, await shown_of(tx, person.id))


def _says_yes(one: Correction, found: Cycle) -> bool:
    return one.fits and one.features == {found.trigger}


async def share(tx: Tx, client: Person, *, shared: bool) -> bool:
    """Show the practitioner how it goes round, as it is now, or no more; False where there is nothing to show or take
    back, or nobody to show it to."""
    found = await round_of(tx, client)
    if shared and found.now is not None and await _joined_at(tx, client.id) is not None:
        await events.add(tx, SHARED, client.id, client.id, found.now.codes())
    elif not shared and found.shared is not None:
        await events.add(tx, UNSHARED, client.id, client.id)
        await unshow_of(tx, client.id)
    else:
        return False
    return True


async def shown_of(tx: Tx, client_id: int) -> tuple[Cycle, datetime] | None:
    """What that client shows the practitioner they are with, and since when (UTC); never what another was shown."""
    joined_at = await _joined_at(tx, client_id)
    if joined_at is None or not (await consents.in_force(tx, client_id)).keep_answers:
        return None
    last = next(reversed(await events.of_kinds(tx, client_id, (SHARED, UNSHARED))), None)
    if last is None or last.kind != SHARED or last.at < joined_at:
        return None
    return Cycle.from_codes(last.data), last.at


async def _joined_at(tx: Tx, client_id: int) -> datetime | None:
    client = await clients.get(tx, client_id)
    return None if client is None or client.left_at is not None else client.joined_at
