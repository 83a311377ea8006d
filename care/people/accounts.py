"""What people here are called, for whoever may know it from the screen that names them."""

from collections.abc import Collection, Mapping

from db.people import accounts
from db.tx import Tx


async def name_of(tx: Tx, person_id: int | None) -> str | None:
    """What somebody calls themselves; None where nobody is meant, they gave no name, or they are not here any more."""
    person = await accounts.get(tx, person_id) if person_id is not None else None
    return person.name if person else None


async def names_of(tx: Tx, person_ids: Collection[int]) -> Mapping[int, str | None]:
    """The same of several, by id, in one statement; who is not here any more is left out."""
    return {one.id: one.name for one in (await accounts.get_many(tx, person_ids)).values()} if person_ids else {}
