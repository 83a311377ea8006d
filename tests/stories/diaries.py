"""What the stories of the diary look at besides the phone: what patterns are counted from, and what is kept."""

from collections.abc import Sequence

from care.diary.patterns import logs_of
from db import diary
from db.people import accounts
from db.tx import Tx
from programme.diary.entries import Entry, StressAnswer
from programme.diary.patterns import LogEntry
from programme.people.person import Person
from tests.stories.town import Someone


async def person_of(tx: Tx, someone: Someone) -> Person:
    """Who they are to us."""
    person = await accounts.find(tx, someone.phone.id)
    assert person is not None
    return person


async def logs(someone: Someone) -> list[LogEntry]:
    """Their logs, as patterns are counted from them."""

    async def read(tx: Tx) -> list[LogEntry]:
        return await logs_of(tx, await person_of(tx, someone))

    return await someone.town.database.read(read)


async def entries(someone: Someone) -> Sequence[Entry]:
    """Every entry that is there, kept or waiting to be wiped."""

    async def read(tx: Tx) -> Sequence[Entry]:
        person = await person_of(tx, someone)
        return await diary.entries_of_person(tx, person.id, person.zone or "")

    return await someone.town.database.read(read)


async def looked(someone: Someone) -> Sequence[StressAnswer]:
    """Stress at each cigarette, and later."""

    async def read(tx: Tx) -> Sequence[StressAnswer]:
        return await diary.stress_of_person(tx, (await person_of(tx, someone)).id)

    return await someone.town.database.read(read)
