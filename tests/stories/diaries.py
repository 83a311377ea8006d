"""What the stories of the diary look at besides the phone: what patterns are counted from, and what is kept."""

from collections.abc import Sequence

from care.diary import logs_of
from db import diary, looks, people
from db.tx import Tx
from programme.diary import Entry
from programme.looking_back import Asked
from programme.patterns import Log
from programme.people import Person
from tests.stories.town import Someone


async def person_of(tx: Tx, someone: Someone) -> Person:
    """Who they are to us."""
    person = await people.find(tx, someone.phone.id)
    assert person is not None
    return person


async def logs(someone: Someone) -> list[Log]:
    """Their logs, as patterns are counted from them."""

    async def read(tx: Tx) -> list[Log]:
        return await logs_of(tx, await person_of(tx, someone))

    return await someone.town.database.read(read)


async def entries(someone: Someone) -> Sequence[Entry]:
    """Every entry that is there, kept or waiting to be wiped."""

    async def read(tx: Tx) -> Sequence[Entry]:
        person = await person_of(tx, someone)
        return await diary.of_person(tx, person.id, person.zone or "")

    return await someone.town.database.read(read)


async def looked(someone: Someone) -> Sequence[Asked]:
    """Stress at each cigarette, and later."""

    async def read(tx: Tx) -> Sequence[Asked]:
        return await looks.of_person(tx, (await person_of(tx, someone)).id)

    return await someone.town.database.read(read)
