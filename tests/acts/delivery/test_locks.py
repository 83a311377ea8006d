"""Two processes over one PostgreSQL: whoever writes about several people holds them all from the beginning."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import text

from care.people import invites
from care.people.invites import OpenedInvite
from care.supporters import clients_side, their_side
from db import supporters as kept
from db.people import accounts
from db.store.engine import Database
from db.store.errors import ReadBefore
from db.tx import Tx
from programme.people.person import Person
from programme.supporters.support import SupportState
from tests.acts.joined import NOW, lee, sam, stranger
from tests.acts.supported import supported

WAITED_FOR = text("select count(*) from pg_locks where not granted")


@pytest.fixture
def two_processes(database: Database) -> Database:
    """SQLite has one writer at a time, and nothing to wait for."""
    if database.dialect == "sqlite":
        pytest.skip("one writer at a time")
    return database


async def test_ending_it_with_somebody_who_was_here_first(two_processes: Database) -> None:
    """Jo was here before Sam. While Sam's tap ends it, another process takes both in the order of their ids: one waits
    for the other, and neither is thrown back."""
    database = two_processes
    jo = await stranger(database, 50)
    client = await sam(database, await lee(database))
    support = await database.write(lambda tx: supported(tx.at(NOW), client.id, jo.id))
    assert jo.id < client.id
    holds = asyncio.Event()

    async def tap(tx: Tx) -> bool:
        await accounts.lock_accounts(tx, {client.telegram_id})
        holds.set()
        while not (await tx.run(WAITED_FOR)).scalar_one():
            await tx.run(text("select pg_sleep(0.01)"))
        return await clients_side.remove_supporter(tx.at(NOW), client, support.id)

    async def sweep() -> None:
        await holds.wait()
        await database.write(lambda tx: accounts.lock(tx, {jo.id, client.id}))

    ended, _ = await asyncio.gather(database.write(tap), sweep())
    assert ended


Act = Callable[[Tx, Person, int], Awaitable[Any]]


@pytest.mark.parametrize(
    "act",
    [
        lambda tx, client, support: clients_side.make_link(tx.at(NOW), client, support),
        lambda tx, client, support: clients_side.remove_supporter(tx.at(NOW), client, support),
    ],
    ids=["a new link", "removed"],
)
async def test_a_link_is_opened_while_the_client_takes_it_back(
    two_processes: Database, monkeypatch: pytest.MonkeyPatch, act: Act
) -> None:
    """Both have read how it stands before either writes: one of them is thrown back, and does it over on what is true.
    Nobody is asked by a link that was taken back."""
    database = two_processes
    client, eve = await sam(database, await lee(database)), await stranger(database, 51)
    support = await database.write(lambda tx: clients_side.add_supporter(tx.at(NOW), client, "Jo"))
    assert support is not None
    link = await database.write(lambda tx: clients_side.make_link(tx.at(NOW), client, support.id))
    assert link is not None
    both, change = asyncio.Barrier(2), kept.change

    async def at_once(*args: Any) -> None:
        await both.wait()
        await change(*args)

    async def opens(tx: Tx) -> None:
        opened = await invites.open_invite(tx.at(NOW), eve, link.token)
        assert isinstance(opened, OpenedInvite)
        await their_side.arrive_as_supporter(tx.at(NOW), eve, opened.invite)

    monkeypatch.setattr("db.supporters.change", at_once)
    told = await asyncio.gather(
        database.write(opens), database.write(lambda tx: act(tx, client, support.id)), return_exceptions=True
    )
    monkeypatch.undo()
    assert [type(one) for one in told if isinstance(one, Exception)] == [ReadBefore]
    if not isinstance(told[0], Exception):
        await database.write(lambda tx: act(tx, client, support.id))
    found = await database.read(lambda tx: kept.get(tx, support.id))
    assert found is not None
    assert found.state is SupportState.REMOVED or (found.person_id, found.state) == (None, SupportState.MADE)
