"""Finding the person whom an operator means, asking before what cannot be undone, and putting down what was done."""

import getpass
import sys
from datetime import datetime
from typing import Final, TypeAlias

import typer

from alongside.operate import console
from alongside.trouble import NobodyHere, SayWhom, SayYes
from db import events
from db.migrate import needs_migration
from db.people import accounts
from db.store.engine import opened
from db.store.errors import MemoryTrouble
from db.store.opening import database_exists
from db.store.vault import Vault
from db.tx import Tx
from programme.delivery import CopyMade, CopyPutBack, KeysRotated, OldKeysDropped, Released, VaultCopied
from programme.people.person import Person

BY_LENGTH: Final = 64  # characters of a login that are kept


async def find(tx: Tx, number: int | None, telegram: int | None) -> Person:
    """The person of that number here, or of that Telegram account. Raises SayWhom and NobodyHere."""
    if (number is None) == (telegram is None):
        raise SayWhom
    found = await accounts.get(tx, number) if number is not None else await accounts.find(tx, telegram or 0)
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


Kind: TypeAlias = (
    type[CopyMade] | type[CopyPutBack] | type[KeysRotated] | type[OldKeysDropped] | type[Released] | type[VaultCopied]
)


async def put_down(tx: Tx, kind: Kind) -> None:
    """That it was done at `now` (UTC), as an event of nobody; the chain of db.events takes it up."""
    await events.add(tx, None, kind(who_types()))


async def put_down_beside(url: str, vault: Vault, now: datetime, kind: Kind) -> bool:
    """The same of what is done already and needs no database; False where there is none, or none that can be written.

    A database of another version is left as it is.
    """
    try:
        if not await database_exists(url, vault=vault.path) or await needs_migration(url, vault=vault):
            return False
        async with opened(url, vault=vault) as database:
            await database.write(lambda tx: put_down(tx.at(now), kind))
    except MemoryTrouble:
        return False
    return True


def refuse_unasked() -> None:
    """Raises SayYes where nobody sits at a terminal who could be asked."""
    if not sys.stdin.isatty():
        raise SayYes


def confirmed(question: str) -> bool:
    """Whether they said yes; where not, they are told that nothing was done."""
    if typer.confirm(question):
        return True
    console.print("Nothing was done.")
    return False
