"""What somebody else changed of what comes to a client: told once in the closing words of a check-in, and in /next."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from care.card_told import tellings
from care.change_slot import CHANGED
from care.coming import Coming, coming
from db import events, plans
from db.tx import Tx
from programme.card import Card, Ride
from programme.occurrence import instant
from programme.people import Person


async def changed_for(tx: Tx, person: Person) -> Sequence[Coming]:
    """What somebody else moved or left out, and nobody took back: what came today, and what is still to come."""
    ahead = (one for one in await coming(tx, person) if one.by is not None)
    return [*await _came(tx, person), *ahead]


async def _came(tx: Tx, person: Person) -> Sequence[Coming]:
    """What somebody else moved to a time of today that is over, such as the check-in that tells of it."""
    found = []
    for plan in await plans.of_person(tx, person.id):
        today = tx.now.astimezone(ZoneInfo(plan.zone)).date()
        for one in plan.rule.changes:
            at = instant(one.on, one.to, plan.zone) if one.to and one.by and one.on == today else None
            if at is not None and at <= tx.now:
                found.append(Coming(at, plan.kind, moved=True, by=one.by))
    return sorted(found, key=lambda one: one.at)


async def due(tx: Tx, person: Person, ride: Ride) -> int | None:  # noqa: ARG001
    """Whether somebody else changed something since they were last told so; see care.riding."""
    changed = [one.at for one in await events.of_person(tx, person.id, kind=CHANGED) if one.actor_id != person.id]
    if not changed:
        return None
    told = await tellings(tx, person.id, Card.SLOTS)
    is_news = not told or told[-1].at < changed[-1]
    return 0 if is_news and await changed_for(tx, person) else None
