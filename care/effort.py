"""A word about effort in the closing words of a check-in: what really was tried, and never beside a lapse."""

from care.card_told import tellings
from db import consents, cravings, smoked
from db.tx import Tx
from programme.card import Card, Ride
from programme.effort import effort_at
from programme.occurrence import DAY
from programme.people import Person


async def effort_due(tx: Tx, person: Person, ride: Ride) -> int | None:  # noqa: ARG001
    """How often something was tried with a craving, where that step was not told before; None: nothing to tell.

    Not within a day after a lapse was told of: it would sound as if it had not been heard.
    """
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return None
    tried = sum(one.tried is not None for one in await cravings.of_person(tx, person.id))
    step = effort_at(tried)
    if step is None or any(one.is_lapse for one in await smoked.since(tx, person.id, tx.now - DAY)):
        return None
    told = await tellings(tx, person.id, Card.EFFORT)
    return step if all(one.data["about"] < step for one in told) else None
