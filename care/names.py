"""What a practitioner's clients are called, so that two of one name are told apart wherever they are read of."""

from collections.abc import Collection, Mapping

from db import clients, invites, people, requests
from db.tx import Tx
from programme.called import Called, marks_of, names_of
from programme.people import Person


async def names_for(tx: Tx, practitioner: Person) -> Mapping[int, str]:
    """What each client of that practitioner is called; who gave no name is left out.

    Told apart from one another, from those who left, and from clients of colleagues whose request waits with them. In
    as many statements for forty as for one.
    """
    return names_of(await _read_of(tx, practitioner))


async def marks_for(tx: Tx, practitioner: Person) -> Mapping[int, str]:
    """What tells those apart who share a name, of the same people."""
    return marks_of(await _read_of(tx, practitioner))


async def _read_of(tx: Tx, practitioner: Person) -> Collection[Called]:
    theirs = await clients.ever_of(tx, practitioner.id)
    asked = {one.person_id for one in await requests.waiting(tx, practitioner.id) if one.person_id is not None}
    known = await people.get_many(tx, theirs | asked)
    labels = await invites.labels_of(tx, known)
    return [Called(one, person.name, labels.get(one)) for one, person in known.items()]
