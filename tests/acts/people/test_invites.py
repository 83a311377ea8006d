"""Links: made, opened by the right person, refused to everybody else, and not to be guessed."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from care.people.invites import (
    Confirmed,
    NotSixDigits,
    OpenedInvite,
    WrongCode,
    confirm_code,
    decline_invite,
    list_invites,
    make_client_invite,
    make_practitioner_invite,
    open_again,
    open_invite,
    take_back_invite,
)
from care.people.joining import choose_items
from care.people.retention import retention
from db.delivery.sight import figures
from db.people import accounts
from db.people import invites as db_invites
from db.store.engine import Database
from programme.people.consent import JoiningStep
from programme.people.invite import EXPIRES_AFTER, OPENED_FOR, TRY_WINDOW, InviteRefusal, InviteState
from programme.people.person import Person, Role
from tests.acts.joined import ALL, NOW, fresh, invited, lee, link, sam, stranger

A_GUESS = "A" * 22
LEE, SAM, NOBODY = frozenset({Role.PRACTITIONER}), frozenset({Role.CLIENT}), frozenset[Role]()


async def opened_code(database: Database, person: Person) -> tuple[int, str]:
    """A practitioner's link that this person has opened: the invite's id and the right digits."""
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(NOW), "Lee"))
    opened = await opens(database, person, token)
    assert isinstance(opened, OpenedInvite)
    return opened.invite.id, code


async def opens(database: Database, person: Person, token: str, now: datetime = NOW) -> OpenedInvite | InviteRefusal:
    """What comes of opening that link."""
    return await database.write(lambda tx: open_invite(tx.at(now), person, token))


async def types(database: Database, person: Person, invite: int, typed: str, now: datetime = NOW) -> object:
    """What comes of typing that as the digits of that invite."""
    return await database.write(lambda tx: confirm_code(tx.at(now), person, invite, typed))


def wrong(code: str) -> str:
    """Other six digits."""
    return f"{(int(code) + 1) % 10**6:06}"


async def test_link_and_code_make_a_practitioner(database: Database) -> None:
    """Who opens the operator's link and types the digits is a practitioner, called as the operator said."""
    person = await lee(database, name="Lee")
    assert person.is_practitioner
    assert not person.is_client
    assert person.name == "Lee"
    assert person.zone == "Europe/London"


async def test_digits_may_be_typed_in_groups(database: Database) -> None:
    """Spaces and dashes in the code do not matter."""
    person = await stranger(database)
    invite, code = await opened_code(database, person)
    typed = f" {code[:3]}-{code[3:]} "
    assert isinstance(await types(database, person, invite, typed), Confirmed)


async def test_wrong_digits_say_how_many_tries_are_left(database: Database) -> None:
    """Five tries an hour: 4, 3, 2, 1, 0 left, then even the right digits wait for the hour to pass."""
    person = await stranger(database)
    invite, code = await opened_code(database, person)
    for left in (4, 3, 2, 1, 0):
        result = await types(database, person, invite, wrong(code))
        assert result == WrongCode(left)
    assert await types(database, person, invite, code) is InviteRefusal.TOO_MANY_TRIES
    later = NOW + TRY_WINDOW
    assert isinstance(await types(database, person, invite, code, later), Confirmed)


async def test_what_is_no_code_is_no_try(database: Database) -> None:
    """Words instead of digits cost nothing."""
    person = await stranger(database)
    invite, code = await opened_code(database, person)
    for typed in ("hello", "12345", "1234567", "١٢٣٤٥٦"):
        assert isinstance(await types(database, person, invite, typed), NotSixDigits)
    assert await types(database, person, invite, wrong(code)) == WrongCode(4)


async def test_a_stranger_with_the_link_cannot_block_the_practitioner(database: Database) -> None:
    """Somebody who opened the link and used up their tries leaves it as good as new for who has the code."""
    thief, owner = await stranger(database, 1), await stranger(database, 2)
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(NOW), "Lee"))
    opened = await opens(database, thief, token)
    assert isinstance(opened, OpenedInvite)
    invite = opened.invite.id
    for _ in range(5):
        await types(database, thief, invite, wrong(code))
    assert isinstance(await opens(database, owner, token), OpenedInvite)
    assert await types(database, thief, invite, code) is InviteRefusal.OTHER_PERSON
    assert isinstance(await types(database, owner, invite, code), Confirmed)


async def test_many_accounts_together_get_twenty_tries_an_hour(database: Database) -> None:
    """Changing accounts does not make guessing the digits cheaper; an hour later the right ones work."""
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(NOW), "Lee"))
    results = []
    for account in range(1, 6):
        opened = await opens(database, await stranger(database, account), token)
        assert isinstance(opened, OpenedInvite)
        results += [
            await types(database, await stranger(database, account), opened.invite.id, wrong(code)) for _ in range(5)
        ]
    assert sum(isinstance(result, WrongCode) for result in results) == 20
    assert results[-1] is InviteRefusal.TOO_MANY_TRIES
    person = await stranger(database, 5)
    later = NOW + TRY_WINDOW
    opened = await opens(database, person, token, later)
    assert isinstance(opened, OpenedInvite)
    invite = opened.invite.id
    assert isinstance(await types(database, person, invite, code, later), Confirmed)


async def test_digits_do_not_work_for_who_never_opened_the_link(database: Database) -> None:
    """A code alone, with somebody else's invite, is nothing."""
    owner, other = await stranger(database, 1), await stranger(database, 2)
    invite, code = await opened_code(database, owner)
    assert await types(database, other, invite, code) is InviteRefusal.OTHER_PERSON
    assert await types(database, other, 999, code) is InviteRefusal.UNKNOWN


async def test_a_used_practitioner_link_makes_no_second_one(database: Database) -> None:
    """Link and code work once."""
    owner, other = await stranger(database, 1), await stranger(database, 2)
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(NOW), "Lee"))
    opened = await opens(database, owner, token)
    assert isinstance(opened, OpenedInvite)
    await types(database, owner, opened.invite.id, code)
    assert await opens(database, other, token) is InviteRefusal.USED
    now_lee = await fresh(database, owner)
    assert await opens(database, now_lee, token) is InviteRefusal.ALREADY_IN


async def test_a_client_link_belongs_to_who_opens_it_first(database: Database) -> None:
    """The second account to open it is refused; the first may open it as often as they like."""
    practitioner = await lee(database)
    token = await link(database, practitioner)
    first, second = await stranger(database, 1), await stranger(database, 2)
    opened = await opens(database, first, token)
    assert isinstance(opened, OpenedInvite)
    assert opened.issuer == practitioner
    assert await opens(database, second, token) is InviteRefusal.OTHER_PERSON
    assert isinstance(await opens(database, first, token), OpenedInvite)


async def test_a_declined_link_is_free_for_who_it_was_meant_for(database: Database) -> None:
    """ "Not for me" by the wrong person does not use the link up."""
    practitioner = await lee(database)
    token = await link(database, practitioner)
    wrong_one, right_one = await stranger(database, 1), await stranger(database, 2)
    await opens(database, wrong_one, token)
    await database.write(lambda tx: decline_invite(tx.at(NOW), wrong_one))
    assert isinstance(await opens(database, right_one, token), OpenedInvite)


@pytest.mark.parametrize(("after", "works"), [(EXPIRES_AFTER - timedelta(seconds=1), True), (EXPIRES_AFTER, False)])
async def test_a_link_runs_out_after_three_days(database: Database, after: timedelta, works: bool) -> None:
    """A second before it opens, at three days it does not."""
    token = await link(database, await lee(database))
    person = await stranger(database)
    result = await opens(database, person, token, NOW + after)
    assert isinstance(result, OpenedInvite) if works else result is InviteRefusal.EXPIRED


async def test_an_opened_link_outlasts_a_week_of_thinking(database: Database) -> None:
    """Who opened it in time may come back to it later."""
    token = await link(database, await lee(database))
    person = await stranger(database)
    await opens(database, person, token)
    later = NOW + timedelta(days=7)
    assert isinstance(await opens(database, person, token, later), OpenedInvite)


async def test_ones_own_link_and_a_link_too_many_say_so(database: Database) -> None:
    """The practitioner's own link, and any link for somebody who joined, change nothing."""
    practitioner = await lee(database)
    token = await link(database, practitioner)
    assert await opens(database, practitioner, token) is InviteRefusal.OWN
    client = await sam(database, practitioner)
    assert await opens(database, client, token) is InviteRefusal.ALREADY_IN
    person = await stranger(database, 3)
    assert isinstance(await opens(database, person, token), OpenedInvite)


@pytest.mark.parametrize("guess", [A_GUESS, "", "x", "'; drop table invites; --", "A" * 64, "é" * 22])
async def test_guessing_links_ends_after_five_tries_an_hour(database: Database, guess: str) -> None:
    """Five unknown links, then not even a right one is looked at until the hour is over; others are not concerned."""
    token = await link(database, await lee(database))
    guesser, other = await stranger(database, 1), await stranger(database, 2)
    for _ in range(5):
        assert await opens(database, guesser, guess) is InviteRefusal.UNKNOWN
    assert await opens(database, guesser, token) is InviteRefusal.TOO_MANY_TRIES
    later = NOW + TRY_WINDOW
    assert isinstance(await opens(database, guesser, token, later), OpenedInvite)
    assert await opens(database, other, token, later) is InviteRefusal.OTHER_PERSON


async def test_what_is_stored_opens_nothing(database: Database) -> None:
    """Neither token nor digits nor label lie readable in the table."""
    practitioner = await lee(database)
    token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(NOW), "Robin"))
    secret = await link(database, practitioner, "J.S.")
    stored = await database.read(lambda tx: tx.run(text("select token_hash, code_hash, label from invites")))
    cells = [bytes(cell) for row in stored for cell in row if cell is not None]
    for plain in (token, secret, code, "Robin", "J.S."):
        assert not any(plain.encode() in cell for cell in cells)
    assert len(token) == 22
    assert len(code) == 6


async def test_a_practitioner_sees_what_became_of_their_links(database: Database) -> None:
    """Waiting, opened, used, run out; newest first, with their labels, and nobody else's."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    await link(database, practitioner, "old", now=NOW - EXPIRES_AFTER)
    await sam(database, practitioner, 200)
    await invited(database, practitioner, 201)
    await link(database, practitioner, "J.S.")
    await link(database, other, "K.P.")
    found = await database.read(lambda tx: list_invites(tx, practitioner))
    assert [(one.state(NOW), one.label) for one in found] == [
        (InviteState.WAITING, "J.S."),
        (InviteState.OPENED, None),
        (InviteState.USED, None),
        (InviteState.EXPIRED, "old"),
    ]


async def test_nobody_but_a_practitioner_makes_links(database: Database) -> None:
    """A client or a stranger gets none, whatever their client program sends."""
    client = await sam(database, await lee(database))
    assert await database.write(lambda tx: make_client_invite(tx.at(NOW), client)) is None


async def test_people_are_found_with_their_roles_in_one_read(database: Database) -> None:
    """Each account comes with what it is now; who never wrote is left out."""
    practitioner = await lee(database)
    client = await sam(database, practitioner)
    nobody = await stranger(database, 7)
    found = await database.read(lambda tx: accounts.find_many(tx, [100, 200, 7, 8]))
    assert found == {100: practitioner, 200: client, 7: nobody}
    assert (found[100].roles, found[200].roles, found[7].roles) == (LEE, SAM, NOBODY)


async def test_an_opened_link_runs_out(database: Database) -> None:
    """Two weeks after somebody opened it and did not join; a week is not too long."""
    practitioner = await lee(database)
    person = await invited(database, practitioner)
    await database.write(lambda tx: retention(tx.at(NOW + timedelta(days=8))))
    [invite] = await database.read(lambda tx: list_invites(tx, practitioner))
    assert invite.state(NOW) is InviteState.OPENED
    late = NOW + OPENED_FOR + timedelta(hours=1)
    await database.write(lambda tx: retention(tx.at(late)))
    [invite] = await database.read(lambda tx: list_invites(tx, practitioner))
    assert (invite.state(late), invite.opened_by) == (InviteState.EXPIRED, None)
    assert await database.read(lambda tx: db_invites.on_the_way(tx, person.id)) is None


async def test_a_link_that_is_taken_back(database: Database) -> None:
    """Nobody can open it, whoever had opened it can't join with it, and only who made it can take it back, once."""
    practitioner = await lee(database)
    other = await lee(database, 101, "Ade")
    person = await invited(database, practitioner)
    [invite] = await database.read(lambda tx: list_invites(tx, practitioner))
    assert not await database.write(lambda tx: take_back_invite(tx.at(NOW), other, invite.id))
    assert await database.write(lambda tx: take_back_invite(tx.at(NOW), practitioner, invite.id))
    assert not await database.write(lambda tx: take_back_invite(tx.at(NOW), practitioner, invite.id))
    assert await database.write(lambda tx: choose_items(tx.at(NOW), person, ALL)) is JoiningStep.WELCOME
    assert isinstance(await database.write(lambda tx: open_again(tx.at(NOW), person, invite.id)), InviteRefusal)
    [invite] = await database.read(lambda tx: list_invites(tx, practitioner))
    assert invite.state(NOW) is InviteState.TAKEN_BACK


async def test_wrong_links_are_a_figure(database: Database) -> None:
    """Those of the last hour."""
    person = await stranger(database)
    for _ in range(2):
        await database.write(lambda tx: open_invite(tx.at(NOW), person, "no-link"))
    soon = await database.read(lambda tx: figures(tx.at(NOW + timedelta(minutes=30))))
    later = await database.read(lambda tx: figures(tx.at(NOW + timedelta(hours=2))))
    assert (soon.wrong_links_last_hour, later.wrong_links_last_hour) == (2, 0)
