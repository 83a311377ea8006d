"""Nobody is asked any more: a client died, or moved where nobody can find them, in their practitioner's word."""

from datetime import date
from typing import Final

from care import requests
from care.outcomes import no_outcomes, promise_outcomes
from care.own_client import own_client
from care.pause import come_back, pause
from care.readings import GONE, Gone, end_follow_up
from db import events, people
from db.tx import Tx
from programme.pause import Length
from programme.people import Person

BACK: Final = "FollowUpGoesOn"  # what was entered before is as if it had not been


async def end_with(tx: Tx, practitioner: Person, client_id: int, why: Gone, on: date) -> bool:
    """Their client died or moved on that date; False where it is not theirs to say, or that day is to come.

    - After a death nothing goes to that chat any more, nor to the people on their side.
    - After a move that nobody can follow it is not asked how it went.
    """
    await people.lock(tx, [practitioner.id, client_id])
    if not await end_follow_up(tx, practitioner, client_id, why, on):
        return False
    client = await own_client(tx, practitioner, client_id)
    assert client is not None, "it was theirs to say"
    await no_outcomes(tx, client.id)
    if why is Gone.DIED:
        await requests.close(tx, client, practitioner.id)
        await pause(tx, client, Length.OPEN, actor_id=practitioner.id)
    return True


async def take_back(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """It was a mistake: things are as before. False where nothing was entered, or it is not theirs to say."""
    await people.lock(tx, [practitioner.id, client_id])
    client = await own_client(tx, practitioner, client_id)
    why = None if client is None else await ended_by(tx, client_id)
    if client is None or why is None:
        return False
    await events.add(tx, BACK, client_id, practitioner.id)
    if why is Gone.DIED:
        await come_back(tx, client)
    await promise_outcomes(tx, client)
    return True


async def ended_by(tx: Tx, client_id: int) -> Gone | None:
    """Why that client is asked no more; None: they are."""
    happened = await events.of_kinds(tx, client_id, (GONE, BACK))
    last = happened[-1] if happened else None
    return None if last is None or last.kind == BACK else Gone(last.data["why"])
