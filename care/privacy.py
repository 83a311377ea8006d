"""/privacy: what is held about a person, since when, and who sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db import clients, consents
from db import held as kept
from db.tx import Tx
from programme.consent import Choices
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Held:
    """What is held since that moment (UTC).

    `counts` by kind: see db.held.
    `practitioner_id` is whose client they are (None: nobody's); they see the week if `choices.summary`.
    `keep_until`: of who left, the last day on which it is held.
    """

    since: datetime
    named: bool
    counts: Mapping[str, int]
    practitioner_id: int | None
    choices: Choices
    keep_until: date | None = None


async def held(tx: Tx, person: Person) -> Held:
    """What is held about that person now."""
    client = await clients.get(tx, person.id)
    return Held(
        since=await kept.since(tx, person.id),
        named=person.name is not None,
        counts=await kept.counts(tx, person.id),
        practitioner_id=client.practitioner_id if client and client.left_at is None else None,
        choices=await consents.in_force(tx, person.id),
        keep_until=client.keep_until if client else None,
    )
