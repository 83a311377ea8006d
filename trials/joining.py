"""How people of a trial come in: through the real acts, in one transaction each."""

from datetime import time

from care.people.invites import OpenedInvite, confirm_code, make_client_invite, make_practitioner_invite, open_invite
from care.people.joining import choose_items, set_helped, set_name, set_place, set_time
from db.people import accounts
from db.tx import Tx
from programme.people.consent import JOINING, Choices
from programme.people.person import Person, Place

LONDON = Place("GB", "Europe/London")


async def practitioner_joins(tx: Tx, account: int, name: str) -> None:
    """A practitioner comes in with link and code."""
    person = await accounts.ensure(tx, account, "en")
    token, code = await make_practitioner_invite(tx, name)
    opened = await open_invite(tx, person, token)
    assert isinstance(opened, OpenedInvite)
    await confirm_code(tx, person, opened.invite.id, code)
    await set_place(tx, await _fresh(tx, person), LONDON)


async def client_joins(tx: Tx, account: int, name: str, *, by: int, at: time, place: Place = LONDON) -> None:
    """A client of the practitioner with the account `by` joins, says yes to everything, and is asked at that wall
    time."""
    practitioner = await accounts.find(tx, by)
    made = await make_client_invite(tx, practitioner) if practitioner else None
    person = await accounts.ensure(tx, account, "en")
    assert made is not None
    assert isinstance(await open_invite(tx, person, made.token), OpenedInvite)
    await choose_items(tx, person, Choices(frozenset(JOINING)))
    await set_name(tx, person, name)
    await set_place(tx, person, place)
    await set_time(tx, await _fresh(tx, person), at)
    await set_helped(tx, await _fresh(tx, person), "A walk")


async def _fresh(tx: Tx, person: Person) -> Person:
    found = await accounts.get(tx, person.id)
    assert found is not None
    return found
