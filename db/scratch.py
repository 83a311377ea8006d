"""A PostgreSQL database for a while, with nothing in it at the beginning and nothing left of it at the end."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from asyncpg.exceptions import InsufficientPrivilegeError

from db.errors import MayNotMakeDatabase
from db.migrate import downgrade
from db.postgres import driver_of
from db.server_copies import require_empty
from db.trouble import opening
from db.url import place, with_account_of, with_database
from db.vault import Vault


@asynccontextmanager
async def scratch(url: str, vault: Vault, given: str | None = None) -> AsyncIterator[str]:
    """The address of an empty database on the server of `url`, dropped afterwards; or the one that is `given`, which is
    empty again afterwards, with the account of `url` where it names no user.

    Raises MayNotMakeDatabase, and DatabaseNotEmpty where there is something in the given one.
    """
    if given is not None:
        given = with_account_of(given, url)  # a password that is typed can be read in the list of processes
        with opening(given, vault.path):
            await require_empty(given, vault)
        try:
            yield given
        finally:
            await downgrade(given, vault=vault)
        return
    name = f"alongside_drill_{secrets.token_hex(4)}"
    await _order(url, vault, f"create database {name}")
    try:
        yield with_database(url, name)
    finally:
        await _order(url, vault, f"drop database {name} with (force)")


async def _order(url: str, vault: Vault, statement: str) -> None:
    with opening(url, vault.path):
        async with driver_of(url) as server:
            try:
                await server.execute(statement)
            except InsufficientPrivilegeError:
                raise MayNotMakeDatabase(path=place(url)) from None
