"""The hours after a crisis card: soft from the moment it is shown, or not at all (programme.soft)."""

from db import soft
from db.tx import Tx
from programme.people import Person
from programme.places import HOME
from programme.safety.danger import Brings
from programme.soft import SOFTENS, soft_at, soft_from


async def soften(tx: Tx, person: Person, screen_id: int, brings: Brings) -> None:
    """The card on that screen is shown to that person now: their evening and next morning are soft.

    - What the words brought decides, and is not kept. After violence at home, and where it is not known what they said,
      nothing changes.
    - Only for a client: nobody else is asked how they are.
    """
    if person.is_client and brings in SOFTENS:
        await soft.begin(tx, person.id, screen_id, soft_from(tx.now, person.zone or HOME.zone))


async def is_soft(tx: Tx, person_id: int) -> bool:
    """Whether that person's hours are soft at that moment."""
    return soft_at(tx.now, (await soft.of_people(tx, [person_id])).get(person_id, ())) is not None
