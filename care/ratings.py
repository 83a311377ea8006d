"""Two numbers from 0 to 10 that a client may say: how ready they are to stop, how sure to get through the next one."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from db import consents, events
from db.tx import Tx
from programme.people import Person

HIGHEST: Final = 10


class Rated(StrEnum):
    """What is rated, by the name of its event."""

    READY = "ReadySaid"
    SURE = "ConfidenceSaid"


async def rate(tx: Tx, person: Person, what: Rated, value: int, about: int | None = None) -> bool:
    """Keep that number, said about an attempt or a lapse of that id; False where answers are not kept, or it is none.

    The client sees it, and nobody else.
    """
    if not 0 <= value <= HIGHEST or not person.is_client or not (await consents.in_force(tx, person.id)).keep_answers:
        return False
    await events.add(tx, what.value, person.id, person.id, {"value": value, "about": about})
    return True


async def rated(tx: Tx, person_id: int, what: Rated) -> Sequence[int]:
    """Every number that they said, oldest first."""
    return [one.data["value"] for one in await events.of_person(tx, person_id, kind=what.value)]
