"""What an operator does about practitioners and links: lists, hand-overs, ends, and takes back."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

import typer

from alongside.clock import WallClock
from alongside.operate import console, own_memory, print_rows
from alongside.operating.find_person import confirmed, refuse_unasked
from care.people import invites as care_invites
from care.practice import hand_over as care_hand_over
from care.practice.hand_over import Handed, NotEnded, NotHanded
from care.practice.hand_over import hand_over as hand
from db.people import accounts
from db.people import invites as db_invites
from db.people.clients import PractitionerRow, practitioners_listed
from db.store.engine import Database
from programme.operators import OperatorTrouble
from programme.people.invite import Invite
from programme.people.person import Person, Role


class NoPractitioner(OperatorTrouble):
    """{number} is no practitioner here. Type `alongside practitioner list` to see their numbers."""


class NotTheirClient(OperatorTrouble):
    """One of these numbers is no client of practitioner {giver}. Nothing was done."""


class SamePractitioner(OperatorTrouble):
    """Name two numbers: whose clients they are, and who is there for them from now on."""


class NotReached(OperatorTrouble):
    """Telegram does not let us write to practitioner {taker}: they have blocked the bot, or are gone. Ask them to open
    the chat and write /start, or name somebody else. Nothing was done."""


class NothingToHandOver(OperatorTrouble):
    """Practitioner {giver} has no clients, and no request for help waits for them. There is nothing to hand over."""


class HandOverFirst(OperatorTrouble):
    """Practitioner {number} has clients ({clients}), or requests for help that nobody opened ({requests}). Type
    `alongside practitioner hand-over {number} TO` first; or, where nobody is there to take over,
    `alongside practitioner end {number} --nobody`. Nothing was done."""


class NoOpenLink(OperatorTrouble):
    """No open link has the number {number}: it was used, taken back or has run out. `alongside invite list` shows those
    that are open."""


_WHY_NOT: dict[NotHanded, type[OperatorTrouble]] = {
    NotHanded.SAME: SamePractitioner,
    NotHanded.NO_PRACTITIONER: NoPractitioner,
    NotHanded.NOT_REACHED: NotReached,
    NotHanded.NOT_THEIRS: NotTheirClient,
    NotHanded.NOTHING: NothingToHandOver,
}


async def practitioner_list(*, as_json: bool) -> None:
    """Prints the practitioners, with counts of each."""
    now = WallClock().now()
    async with own_memory() as database:
        found = await database.read(lambda tx: practitioners_listed(tx.at(now)))
    rows = [
        {
            "number": one.id, "name": one.name, "clients": one.clients, "requests": one.requests, "links": one.links,
            "last_heard": _moment(one.last_seen_at, as_json), "reached": one.reached if as_json else _yes(one.reached),
        }
        for one in found
    ]  # fmt: skip
    nothing = 'Nobody is a practitioner here yet. Type: alongside invite practitioner --name "Lee"'
    print_rows(rows, as_json=as_json, nothing=nothing)


async def hand_over(giver: int, taker: int, *, among: Collection[int] | None, sure: bool, as_json: bool) -> None:
    """Hands the clients of one practitioner over to another, and says how many went."""
    now = WallClock().now()
    async with own_memory() as database:
        before, after = await _one(database, now, giver), await _one(database, now, taker)
        if giver == taker:
            raise SamePractitioner
        count = before.clients if among is None else len(set(among))
        if not sure:
            _ask(f"{_called(before)} hands {_people(count)} over to {_called(after)}. Each is told, by day. Go on?")
        person = await _person(database, taker)
        done = await database.write(lambda tx: hand(tx.at(WallClock().now()), giver, person, among))
        if not isinstance(done, Handed):
            raise _WHY_NOT[done](giver=giver, taker=taker, number=taker)
        await database.drop_deleted()
    said = f"{_people(done.clients)} and {_requests(done.requests)} are with {_called(after)} now."
    _print_done(done, {"from": giver, "to": taker}, said, as_json=as_json)


async def end(number: int, *, nobody: bool, sure: bool, as_json: bool) -> None:
    """Ends a practitioner, and says what became of their clients and links."""
    now = WallClock().now()
    async with own_memory() as database:
        before = await _one(database, now, number)
        if not nobody and (before.clients or before.requests):
            raise HandOverFirst(number=number, clients=before.clients, requests=before.requests)
        if not sure:
            told = f" Clients who are told that nobody takes their place: {before.clients}." if nobody else ""
            _ask(f"{_called(before)} is no practitioner here from now on.{told} Go on?")
        person = await _person(database, number)
        done = await database.write(
            lambda tx: care_hand_over.end_practitioner(tx.at(WallClock().now()), person, nobody=nobody)
        )
        if done is NotEnded.NO_PRACTITIONER:
            raise NoPractitioner(number=number)
        if isinstance(done, NotEnded):
            raise HandOverFirst(number=number, clients=before.clients, requests=before.requests)
        await database.drop_deleted()
    left = done.left or Handed(0, 0)
    said = f"{_called(before)} is no practitioner here any more. Links that nobody used and that lead nowhere now: "
    alone = f" Clients who are told by day whom to call: {left.clients}." if nobody else ""
    _print_done(left, {"ended": number, "links": done.links}, f"{said}{done.links}.{alone}", as_json=as_json)


async def invite_list(*, as_json: bool) -> None:
    """Prints the links that somebody may still join with. Whom a client's is for is its practitioner's to know."""
    now = WallClock().now()
    async with own_memory() as database:
        found = await database.read(lambda tx: db_invites.every_open(tx.at(now)))
    print_rows([_row(one, now, as_json) for one in found], as_json=as_json, nothing="No link is open.")


def _row(one: Invite, now: datetime, as_json: bool) -> dict[str, object]:
    by_us, nothing = one.issued_by is None, None if as_json else ""
    return {
        "number": one.id, "for": one.role.value,
        "name": one.label if by_us and one.role is Role.PRACTITIONER else nothing,
        "made_by": "command line" if by_us else one.issued_by, "state": one.state(now).value,
        "made": _moment(one.made_at, as_json),
        "until": nothing if one.opened_by and one.role is not Role.PRACTITIONER else _moment(one.expires_at, as_json),
    }  # fmt: skip


async def invite_take_back(number: int, *, as_json: bool) -> None:
    """Takes a link back."""
    async with own_memory() as database:
        taken = await database.write(
            lambda tx: care_invites.take_back_invite_by_operator(tx.at(WallClock().now()), number)
        )
    if not taken:
        raise NoOpenLink(number=number)
    if as_json:
        print(json.dumps({"taken_back": number}))
    else:
        console.print(f"Link {number} is taken back: nobody can join with it. Make a new one for the right person.")


async def _one(database: Database, now: datetime, number: int) -> PractitionerRow:
    found: Sequence[PractitionerRow] = await database.read(lambda tx: practitioners_listed(tx.at(now)))
    one = next((one for one in found if one.id == number), None)
    if one is None:
        raise NoPractitioner(number=number)
    return one


async def _person(database: Database, number: int) -> Person:
    person = await database.read(lambda tx: accounts.get(tx, number))
    if person is None:
        raise NoPractitioner(number=number)
    return person


def _ask(question: str) -> None:
    refuse_unasked()
    if not confirmed(question):
        raise typer.Exit(1)


def _print_done(done: Handed, what: dict[str, int], said: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**what, "clients": done.clients, "requests": done.requests}))
    else:
        console.print(said)


def _called(one: PractitionerRow) -> str:
    return f"{one.name or 'Practitioner'} ({one.id})"


def _people(count: int) -> str:
    return "1 client" if count == 1 else f"{count} clients"


def _requests(count: int) -> str:
    return "1 open request for help" if count == 1 else f"{count} open requests for help"


def _moment(at: datetime | None, as_json: bool) -> datetime | str | None:
    if at is None:
        return None if as_json else "never"
    return at.isoformat() if as_json else at  # a table cuts it to the minute


def _yes(so: bool) -> str:
    return "yes" if so else "no"
