"""Finding the person whom an operator means, by a number."""

import getpass
from typing import Final

from alongside.trouble import NobodyHere, SayWhom
from db import people
from db.tx import Tx
from programme.people import Person

BY_LENGTH: Final = 64  # characters of a login that are kept


async def find(tx: Tx, number: int | None, telegram: int | None) -> Person:
    """The person of that number here, or of that Telegram account. Raises SayWhom and NobodyHere."""
    if (number is None) == (telegram is None):
        raise SayWhom
    found = await people.get(tx, number) if number is not None else await people.find(tx, telegram or 0)
    if found is None:
        raise NobodyHere(what=f"number {number}" if number is not None else f"Telegram account {telegram}")
    return found


def roles_of(person: Person) -> str:
    """What they are here, in words."""
    return " and ".join(sorted(role.value for role in person.roles)) or "nobody's: never joined, or left"


def who_types() -> str:
    """The login of whoever runs this process."""
    try:
        return getpass.getuser()[:BY_LENGTH]
    except (KeyError, OSError):  # a container may have a number and no name
        return "unknown"
