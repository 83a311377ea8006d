"""Clients go to another practitioner: what is shown, what was asked, who is told; and what ending one leaves."""

from datetime import timedelta
from typing import Any

import pytest

from care.delivery.check_before_send import cannot_reach, reachable_again
from care.delivery.notices import check_handed_over, tell_handed_over_again
from care.delivery.say import NotYet, Unwanted, Wanted
from care.people.consent import set_consent
from care.people.invites import open_invite
from care.people.leaving import leave
from care.practice.caseload import week_asked
from care.practice.hand_over import Ended, Handed, NotEnded, NotHanded, end_practitioner, hand_over
from care.practice.requests import ask_practitioner, open_request, waiting_for
from care.practice.route import set_cover
from care.practice.sessions import set_session
from care.safety.plan import show_plan, shown_of
from db import events
from db.delivery import outbox, screens
from db.people import clients, consents
from db.practice import requests, sessions
from db.store.engine import Database
from programme.people.consent import ConsentItem
from programme.people.events import PractitionerLeft
from programme.people.invite import InviteRefusal
from programme.people.person import Person
from programme.practice.events import HandedOver
from programme.practice.sessions import NEXT, Note
from programme.schedule.reason_code import ReasonCode
from tests.acts.joined import NOW, fresh, lee, link, sam, stranger

LATER = NOW + timedelta(hours=1)
MORNING = NOW.replace(day=23, hour=7)


async def do(database: Database, act: Any, *args: Any, now: Any = NOW, **named: Any) -> Any:
    """Runs an act and commits it."""
    return await database.write(lambda tx: act(tx.at(now), *args, **named))


async def ask(database: Database, query: Any, *args: Any, **named: Any) -> Any:
    """Reads."""
    return await database.read(lambda tx: query(tx, *args, **named))


@pytest.fixture
async def town(database: Database) -> tuple[Database, Person, Person, Person]:
    """Lee, Sam who is with Lee, and Dr Ade."""
    practitioner = await lee(database)
    return database, practitioner, await sam(database, practitioner), await lee(database, 101, "Dr Ade")


Town = tuple[Database, Person, Person, Person]


async def test_their_yes_was_to_somebody_else(town: Town) -> None:
    """Ade sees nothing until Sam says yes, Lee nothing any more; answers and check-ins stay as they are."""
    database, old, client, new = town
    assert await do(database, hand_over, old.id, new, now=LATER) == Handed(1, 0)
    assert not await do(database, week_asked, new, client.id, now=LATER)
    assert not await do(database, week_asked, old, client.id, now=LATER)
    choices = await ask(database, consents.in_force, client.id)
    assert choices.granted == {ConsentItem.CHECK_IN, ConsentItem.KEEP_ANSWERS}
    await do(database, set_consent, client, ConsentItem.SUMMARY, True, now=LATER)
    assert await do(database, week_asked, new, client.id, now=LATER)
    [event] = await ask(database, events.of_person, client.id, kind=HandedOver)
    assert dict(event.data) == {"from": old.id, "to": new.id, "by": "operator"}


async def test_what_was_shown_by_a_tap_ends(town: Town) -> None:
    """The safety plan, a note for the session and its date were for Lee; Sam keeps the note, and may show it anew."""
    database, old, client, new = town
    await do(database, show_plan, client, "Call Jo")
    await do(database, set_session, client, client.id, NOW + timedelta(days=3))
    kept = {"shared": True}
    await do(database, sessions.put_note, client.id, NOW.date() + timedelta(days=3), Note.BRING, "Nights", **kept)
    await do(database, hand_over, old.id, new)
    assert await ask(database, shown_of, client.id) is None
    assert await ask(database, sessions.last, client.id) is None
    [note] = await ask(database, sessions.notes_of_session, client.id, NEXT, Note.BRING)
    assert (note.words, note.shared) == ("Nights", False)


async def test_what_nobody_opened_goes_over(town: Town) -> None:
    """Ade has Sam's request at once, with a promise of Ade's own hours; Lee's message says that it is a colleague's."""
    database, old, client, new = town
    await do(database, set_cover, old, new.id)
    asked = await do(database, ask_practitioner, client)
    assert await do(database, hand_over, old.id, new, now=LATER) == Handed(1, 1)
    [waiting] = await ask(database, waiting_for, new)
    assert (waiting.request.id, waiting.request.practitioner_id) == (asked.request_id, new.id)
    assert waiting.request.due_at is not None
    assert await ask(database, waiting_for, old) == []
    [row] = [one for one in await ask(database, screens.live_of, old.id) if one.name == "note"]
    assert row.args == {"key": "request-handed"}
    assert await do(database, open_request, old, asked.request_id, now=LATER) is None
    opened = await do(database, open_request, new, asked.request_id, now=LATER)
    assert opened.opened_by == new.id


async def test_a_request_of_who_has_left_goes_over(town: Town) -> None:
    """With nobody left to hand over, what Sam kept is Ade's to open, by the name that was kept."""
    database, old, client, new = town
    await do(database, ask_practitioner, client)
    await do(database, leave, client)
    assert await do(database, hand_over, old.id, new) == Handed(0, 1)
    [waiting] = await ask(database, waiting_for, new)
    assert waiting.name == "Sam"


async def test_who_covers_is_replaced(town: Town) -> None:
    """Where Lee only covers, Ade stands in Lee's place, and has it if Lee had."""
    database, old, client, new = town
    third = await lee(database, 102, "Kit")
    await do(database, hand_over, old.id, third)
    await do(database, set_cover, third, old.id)
    asked = await do(database, ask_practitioner, client)
    await database.write(lambda tx: requests.told(tx.at(NOW), asked.request_id, old.id))
    assert await do(database, hand_over, old.id, new) == Handed(0, 1)
    line = await ask(database, requests.line_of, [asked.request_id])
    assert [(one.practitioner_id, one.told_at) for one in line] == [(third.id, NOW), (new.id, NOW)]


async def test_one_alone_and_refusals(town: Town) -> None:
    """One client goes and the other stays; nothing is done where a number is wrong, or doing it again."""
    database, old, client, new = town
    other = await sam(database, old, 201)
    assert await do(database, hand_over, old.id, new, [client.id]) == Handed(1, 0)
    assert await ask(database, clients.is_with, other.id, old.id)
    assert await do(database, hand_over, old.id, new, [client.id]) is NotHanded.NOT_THEIRS
    assert await do(database, hand_over, old.id, old) is NotHanded.SAME
    assert await do(database, hand_over, old.id, client) is NotHanded.NO_PRACTITIONER
    assert await do(database, hand_over, old.id, new) == Handed(1, 0)
    assert await do(database, hand_over, old.id, new) is NotHanded.NOTHING
    await do(database, cannot_reach, old.id)
    assert await do(database, hand_over, new.id, await fresh(database, old)) is NotHanded.NOT_REACHED


async def test_an_older_tick_is_no_yes(town: Town) -> None:
    """Choices that stood open with Lee ticked are not ticked for Ade."""
    database, old, client, new = town
    ticked = {"choices": ["check_in", "summary"], "for": "settings"}
    row = await do(database, screens.add, client.id, "choices", ticked, None)
    await do(database, hand_over, old.id, new)
    found = await ask(database, screens.get, row)
    assert found.args == {"choices": ["check_in"], "for": "settings"}


async def test_told_by_day_and_in_peace(town: Town) -> None:
    """Not at night, not on the evening of a lapse, in a break all the same, never to who died or left."""
    database, old, client, new = town
    await do(database, hand_over, old.id, new)
    at_night = NOW.replace(hour=23)
    assert await do(database, check_handed_over, client.id) == Wanted()
    assert await do(database, check_handed_over, client.id, now=at_night) == NotYet(MORNING)
    await do(database, leave, client)
    assert await do(database, check_handed_over, client.id) == Unwanted(ReasonCode.WITHDRAWN)


async def test_told_once_they_are_back(town: Town) -> None:
    """A client who had blocked the bot is told when they are back, once; a message that arrived is not said twice."""
    database, old, client, new = town
    await do(database, cannot_reach, client.id)
    await do(database, hand_over, old.id, new)
    [row] = [one for one in await ask(database, outbox.of_person, client.id) if (one.key or "").startswith("h")]
    screen_id = row.screen_id
    await database.write(lambda tx: outbox.cancel_waiting(tx.at(NOW), screen_id or 0, "blocked", verbs=("send",)))
    await do(database, reachable_again, client.id, now=LATER)
    await do(database, tell_handed_over_again, client.id, now=LATER)
    rows = [one for one in await ask(database, outbox.of_person, client.id) if (one.key or "").startswith("h")]
    assert [one.state for one in rows] == ["cancelled", "waiting"]


async def test_ending_a_practitioner(town: Town) -> None:
    """Refused while somebody is with them; then they see nothing, their links lead nowhere, and they are told."""
    database, old, _, new = town
    token = await link(database, old)
    assert await do(database, end_practitioner, old) is NotEnded.HAS_CLIENTS
    await do(database, hand_over, old.id, new)
    assert await do(database, end_practitioner, old) == Ended(1)
    assert not (await fresh(database, old)).is_practitioner
    assert await do(database, open_invite, await stranger(database, 300), token) is InviteRefusal.UNKNOWN
    assert await do(database, end_practitioner, await fresh(database, old)) is NotEnded.NO_PRACTITIONER
    [event] = await ask(database, events.of_person, old.id, kind=PractitionerLeft)
    assert (event.actor_id, event.data["by"]) == (None, "operator")


async def test_nobody_takes_their_place(town: Town) -> None:
    """Where a clinic closes each client is told whom to call; what they asked is over, and they go on without."""
    database, old, client, _ = town
    await do(database, ask_practitioner, client)
    assert await do(database, end_practitioner, old, nobody=True) == Ended(0, Handed(1, 1))
    assert not (await ask(database, consents.in_force, client.id)).summary
    assert await do(database, ask_practitioner, client) is None
    [event] = await ask(database, events.of_person, client.id, kind=HandedOver)
    assert event.data["unopened"]
    assert await ask(database, requests.waiting_of, client.id) == []


async def test_it_goes_by_who_somebody_is_when_it_is_done(town: Town) -> None:
    """Ade left, and Lee was ended, between being looked up and now: nothing is done to anybody, and nothing twice."""
    database, old, client, new = town
    await do(database, leave, new)
    assert await do(database, hand_over, old.id, new) is NotHanded.NO_PRACTITIONER
    again = await lee(database, 101, "Dr Ade")
    await do(database, hand_over, old.id, again)
    assert isinstance(await do(database, end_practitioner, old), Ended)
    for nobody in (False, True):
        assert await do(database, end_practitioner, old, nobody=nobody) is NotEnded.NO_PRACTITIONER
    assert len(await ask(database, events.of_person, old.id, kind=PractitionerLeft)) == 1
    assert (await ask(database, clients.get, client.id)).practitioner_id == again.id
