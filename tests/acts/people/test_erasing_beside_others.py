"""Erasing somebody undoes nothing of anybody else, and forgives no guessing."""

from datetime import timedelta

from care.people.invites import (
    Confirmed,
    OpenedInvite,
    confirm_code,
    list_invites,
    make_practitioner_invite,
    open_invite,
)
from care.people.leaving import Erased, erase
from care.people.retention import retention
from db.store.engine import Database
from programme.people.invite import TRIES, Invite, InviteRefusal, InviteState
from programme.people.person import Person
from tests.acts.joined import NOW, lee, link, sam, stranger
from tests.acts.people.test_leaving import everything

NIGHT = NOW + timedelta(hours=2, minutes=30)


async def _opens(database: Database, person: Person, token: str) -> OpenedInvite | InviteRefusal:
    return await database.write(lambda tx: open_invite(tx.at(NIGHT), person, token))


async def _erased(database: Database, person: Person) -> Person:
    """That person is erased; gives who the account is from then on."""
    erased = await database.write(lambda tx: erase(tx.at(NIGHT), person))
    assert isinstance(erased, Erased)
    assert erased.stranger is not None
    return erased.stranger


async def _made(database: Database, practitioner: Person) -> dict[int, Invite]:
    return {one.id: one for one in await database.read(lambda tx: list_invites(tx, practitioner))}


async def test_erasing_undoes_no_link_of_somebody_else(database: Database) -> None:
    """One that they joined with stays used, and one that nobody opened stays open. Of one that they had opened its
    maker sees that nobody joined with it, and it leads nowhere."""
    practitioner = await lee(database)
    client, on_the_way = await sam(database, practitioner), await stranger(database, 201)
    tokens = {one: await link(database, practitioner, one) for one in ("A", "B")}
    await _opens(database, on_the_way, tokens["A"])
    before = await _made(database, practitioner)
    for somebody in (client, on_the_way):
        await _erased(database, somebody)
    after = await _made(database, practitioner)
    assert after.keys() == before.keys()
    states = {(one.state(NIGHT), after[one.id].state(NIGHT)) for one in before.values()}
    assert states == {
        (InviteState.USED, InviteState.USED),
        (InviteState.OPENED, InviteState.DECLINED),
        (InviteState.WAITING, InviteState.WAITING),
    }
    newcomer = await stranger(database, 400)
    assert await _opens(database, newcomer, tokens["A"]) is InviteRefusal.EXPIRED
    assert isinstance(await _opens(database, newcomer, tokens["B"]), OpenedInvite)


async def test_a_stranger_who_is_erased_takes_no_practitioners_link_along(database: Database) -> None:
    """It was passed on to the wrong person, who opened it: it still waits for whoever has its digits."""
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(NOW), "Ade"))
    guest, ade = await stranger(database, 300), await stranger(database, 500)
    assert isinstance(await _opens(database, guest, token), OpenedInvite)
    await _erased(database, guest)
    opened = await _opens(database, ade, token)
    assert isinstance(opened, OpenedInvite)
    assert opened.invite.label == "Ade"
    done = await database.write(lambda tx: confirm_code(tx.at(NIGHT), ade, opened.invite.id, code))
    assert isinstance(done, Confirmed)


async def test_erasing_resets_no_count_of_wrong_links(database: Database) -> None:
    """Five wrong links are five, whoever the account is meanwhile; after an hour they count no more, and go."""
    first, other = await stranger(database, 300), await stranger(database, 301)
    for number in range(TRIES - 1):
        assert await _opens(database, first, f"{number:022d}") is InviteRefusal.UNKNOWN
    again = await _erased(database, await _erased(database, first))
    assert await _opens(database, again, "x" * 22) is InviteRefusal.UNKNOWN
    assert await _opens(database, again, "x" * 22) is InviteRefusal.TOO_MANY_TRIES
    assert await _opens(database, other, "x" * 22) is InviteRefusal.UNKNOWN
    await database.write(lambda tx: retention(tx.at(NIGHT + timedelta(hours=1))))
    assert "whose" not in await everything(database)
    assert await _opens(database, await _erased(database, other), "x" * 22) is InviteRefusal.UNKNOWN
