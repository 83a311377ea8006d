"""Putting down in the database what an operator did with the whole of it, or with its keys, and by which login."""

from datetime import datetime
from typing import Literal

from alongside.whom import who_types
from db import events
from db.engine import opened
from db.errors import MemoryTrouble
from db.migrate import needs_migration
from db.prepare import database_exists
from db.tx import Tx
from db.vault import Vault

Kind = Literal["CopyMade", "VaultCopied", "CopyPutBack", "Released", "KeysRotated", "OldKeysDropped"]


async def put_down(tx: Tx, kind: Kind) -> None:
    """That it was done at `now` (UTC), as an event of nobody; the chain of db.audit takes it up."""
    await events.add(tx, kind, None, data={"by": who_types()})


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
