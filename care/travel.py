"""Being in another time zone for a while: everything that comes by itself keeps its time of day, there."""

from care.joining import set_place
from db.tx import Tx
from programme.people import Person
from programme.places import Place
from programme.travel import has_place, place_of


async def travel(tx: Tx, person: Person, zone: str) -> Place | None:
    """That person (locked) is in the IANA `zone` from now on; gives where they were, to go back to. None: no such zone.

    - What was said today is not said a second time because the day is another there (FIELD S3, S6).
    - Their country is the one of that zone, for what to call in danger is another there.
    """
    if not has_place(zone) or person.zone is None or person.country is None:
        return None
    before = Place(person.country, person.zone)
    if not await set_place(tx, person, place_of(zone)):
        return None
    return before


async def go_back(tx: Tx, person: Person, before: Place) -> bool:
    """That person (locked) is where they were after all."""
    return await set_place(tx, person, before)
