"""Whose a thing is: the one rule for every id that a button names."""

from db.people import clients, owned
from db.tx import Tx
from programme.people.owned import Owned
from programme.people.person import Person


async def owns(tx: Tx, person: Person, what: Owned, row_id: int) -> bool:
    """Whether that is theirs, or somebody whom they may see."""
    match what:
        case Owned.CLIENT:
            return person.is_practitioner and await clients.is_with(tx, row_id, person.id)
        case Owned.COLLEAGUE:
            return row_id != person.id and await owned.is_practitioner(tx, row_id)
        case Owned.PLAN:
            whose = await owned.owner_of_plan(tx, row_id)
            return whose == person.id or (whose is not None and await owns(tx, person, Owned.CLIENT, whose))
        case Owned.ENTRY:
            about = await owned.subject_of_event(tx, row_id)
            return about is not None and await owns(tx, person, Owned.CLIENT, about)
        case _:
            return await owned.is_theirs(tx, what, row_id, person.id)
