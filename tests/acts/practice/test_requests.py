""" "Tell Lee": the request reaches Lee's chat, and the client hears that it was opened."""

from datetime import UTC, datetime, timedelta

import pytest

from care.delivery.check_before_send import cannot_reach, reachable_again
from care.people.invites import open_invite
from care.people.joining import choose_items, set_name
from care.people.leaving import Erased, Left, erase, leave
from care.people.retention import REQUESTS, retention
from care.practice.requests import (
    Passed,
    RequestResult,
    ask_practitioner,
    forget_old,
    keep,
    open_request,
    pass_on_due,
    take_back,
    waiting_for,
)
from care.practice.route import end_cover, keep_route, nobody_named_so, receivers_of, set_cover, set_hours
from care.quitting.readings import FollowUpEnd, end_follow_up_with
from care.schedule.due import next_due_at
from db import events
from db.delivery import outbox, screens
from db.delivery.sight import figures
from db.people import clients
from db.practice import requests
from db.store.engine import Database
from programme.people.consent import Choices
from programme.people.person import Person
from programme.practice.events import RequestMade, RequestOpened
from programme.practice.requests import KEPT_FOR, Fault, Request, RequestTopic, hours_code, parse_hours
from tests.acts.joined import NOW, fresh, lee, link, sam, stranger

LATER = NOW + timedelta(hours=14)


async def ask(database: Database, person: Person) -> int:
    """The client asks; the request's id."""
    asked = await database.write(lambda tx: ask_practitioner(tx.at(NOW), person))
    assert isinstance(asked, RequestResult)
    return asked.request_id


async def said(database: Database, person: Person, name: str) -> list[str]:
    """The keys of what is put down to be said to that person on screens of that name."""
    rows = await database.read(lambda tx: outbox.of_person(tx, person.id))
    shown = {row.id for row in await database.read(lambda tx: screens.live_of(tx, person.id, name))}
    return [f"{row.verb} {row.key}" for row in rows if row.screen_id in shown]


async def test_a_request_goes_to_ones_own_practitioner(database: Database) -> None:
    """A message about this request waits in Lee's chat, and the client's history says that they asked."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    person = await sam(database, practitioner)
    request_id = await ask(database, person)
    assert await said(database, practitioner, "request") == [f"send r{request_id}:to{practitioner.id}"]
    assert await said(database, other, "request") == []
    [request] = await database.read(lambda tx: requests.waiting(tx, practitioner.id))
    assert (request.id, request.person_id, request.opened_at) == (request_id, person.id, None)
    assert len(await database.read(lambda tx: events.of_person(tx, person.id, kind=RequestMade))) == 1


async def test_asking_twice_is_asking_once_until_it_is_opened(database: Database) -> None:
    """A double tap alarms nobody; after it was opened, asking is a new request."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    request_id = await ask(database, person)
    assert await database.write(lambda tx: ask_practitioner(tx.at(NOW), person)) == RequestResult(
        request_id, is_new=False
    )
    assert len(await said(database, practitioner, "request")) == 1
    await database.write(lambda tx: open_request(tx.at(LATER), practitioner, request_id))
    assert await ask(database, person) != request_id


async def test_the_client_hears_once_that_it_was_opened(database: Database) -> None:
    """Opening twice tells once; the time of the first opening stays."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    request_id = await ask(database, person)
    first = await database.write(lambda tx: open_request(tx.at(LATER), practitioner, request_id))
    second = await database.write(lambda tx: open_request(tx.at(LATER + timedelta(days=1)), practitioner, request_id))
    assert first is not None
    assert first == second
    assert first.opened_at == LATER
    assert await said(database, person, "request_opened") == [f"send r{request_id}:opened"]
    [event] = await database.read(lambda tx: events.of_person(tx, person.id, kind=RequestOpened))
    assert (event.actor_id, event.at) == (practitioner.id, LATER)


async def test_nobody_is_woken_by_that(database: Database) -> None:
    """Opened at night where the client is, it is told in the morning."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    request_id, night = await ask(database, person), NOW.replace(hour=23)
    await database.write(lambda tx: open_request(tx.at(night), practitioner, request_id))
    [row] = [one for one in await database.read(lambda tx: outbox.of_person(tx, person.id)) if one.key]
    assert (row.key, row.not_before) == (f"r{request_id}:opened", night + timedelta(hours=8))


async def test_another_practitioner_cannot_open_it(database: Database) -> None:
    """A request with a foreign id stays unopened."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    request_id = await ask(database, await sam(database, practitioner))
    assert await database.write(lambda tx: open_request(tx.at(LATER), other, request_id)) is None
    assert len(await database.read(lambda tx: requests.waiting(tx, practitioner.id))) == 1


async def test_there_is_nobody_to_tell_without_a_practitioner(database: Database) -> None:
    """A stranger, the practitioner themselves and somebody who left get None, and nobody is written to."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    await database.write(lambda tx: leave(tx.at(NOW), person))
    for somebody in (await stranger(database, 9), practitioner, await fresh(database, person)):
        assert await database.write(lambda tx, who=somebody: ask_practitioner(tx.at(NOW), who)) is None  # type: ignore[misc]
    assert await said(database, practitioner, "request") == []


FRIDAY = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)  # two hours of Lee's after that Friday night


async def covered(database: Database) -> tuple[Person, Person]:
    """Lee, and Dr Ade, who covers."""
    practitioner, cover = await lee(database), await lee(database, 101, "Dr Ade")
    assert await database.write(lambda tx: set_cover(tx.at(NOW), practitioner, cover.id))
    return practitioner, cover


async def only(database: Database, person: Person) -> Request:
    """The one request of that client that waits."""
    [found] = await database.read(lambda tx: requests.waiting_of(tx, person.id))
    return found


async def asked_at(database: Database, person: Person, now: datetime, *, from_card: bool = True) -> int:
    """They ask at that moment; the request's id."""
    asked = await database.write(lambda tx: ask_practitioner(tx.at(now), person, from_card=from_card))
    assert asked is not None
    return asked.request_id


async def passes(database: Database, now: datetime) -> Passed:
    """One look at what is due to be passed on."""
    return await database.write(lambda tx: pass_on_due(tx.at(now)))


async def test_what_is_not_opened_in_time_is_passed_on(database: Database) -> None:
    """Two of Lee's hours after Friday night, Sam is told and Dr Ade has it; two more hours on Sam is told again and
    no more comes; figures count it; whoever opens it, both see that; a second look changes nothing."""
    practitioner, cover = await covered(database)
    person = await sam(database, practitioner)
    request_id = await asked_at(database, person, FRIDAY)
    assert (await only(database, person)).due_at == MONDAY
    assert MONDAY in {await database.read(next_due_at), (await only(database, person)).due_at}
    assert await passes(database, MONDAY - timedelta(seconds=1)) == Passed()
    counted = await database.read(lambda tx: figures(tx.at(MONDAY - timedelta(seconds=1))))
    assert (counted.requests_waiting, counted.requests_late) == (1, 0)
    assert await said(database, cover, "request") == []
    assert await passes(database, MONDAY) == Passed(1, 1)
    assert await passes(database, MONDAY) == Passed()
    assert await said(database, cover, "request") == [f"send r{request_id}:to{cover.id}"]
    assert await said(database, person, "request_late") == [f"send r{request_id}:late0"]
    assert (await database.read(lambda tx: figures(tx.at(MONDAY)))).requests_late == 1
    for one in (practitioner, cover):
        assert len(await database.read(lambda tx, who=one: requests.waiting(tx, who.id))) == 1  # type: ignore[misc]
    later = (await only(database, person)).due_at
    assert later == MONDAY + timedelta(hours=2)
    assert await passes(database, later) == Passed(0, 1)
    assert (await only(database, person)).due_at is None
    opened = await database.write(lambda tx: open_request(tx.at(later), cover, request_id))
    assert opened is not None
    assert opened.opened_by == cover.id
    assert await database.read(lambda tx: requests.waiting(tx, practitioner.id)) == []
    assert "edit None" in await said(database, practitioner, "request")


@pytest.mark.parametrize(("from_card", "waits"), [(True, False), (False, True)])
async def test_at_night_only_the_card_is_told(database: Database, from_card: bool, waits: bool) -> None:
    """Where its moment falls into the client's night, a request from the card is told at once, any other at seven."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    hours = parse_hours("every day 0-24")
    assert not isinstance(hours, Fault)
    assert await database.write(lambda tx: set_hours(tx, practitioner, hours))
    night = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)
    request_id = await asked_at(database, person, night, from_card=from_card)
    due_at = (await only(database, person)).due_at
    assert due_at is not None
    await passes(database, due_at)
    row = await database.read(lambda tx: outbox.of_key(tx, f"r{request_id}:late0"))
    assert row is not None
    morning = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    assert row.not_before == (morning if waits else due_at)


async def test_who_cannot_be_reached_gets_it_when_they_are_back(database: Database) -> None:
    """It goes to Dr Ade at once and waits for Lee; back, Lee gets it too, and twice back is once."""
    practitioner, cover = await covered(database)
    person = await sam(database, practitioner)
    await database.write(lambda tx: cannot_reach(tx.at(NOW), practitioner.id))
    request_id = await asked_at(database, person, FRIDAY)
    assert await said(database, practitioner, "request") == []
    assert await said(database, cover, "request") == [f"send r{request_id}:to{cover.id}"]
    assert len(await database.read(lambda tx: requests.waiting(tx, practitioner.id))) == 1
    for hour in (1, 2):
        await database.write(lambda tx, at=FRIDAY + timedelta(hours=hour): reachable_again(tx.at(at), practitioner.id))  # type: ignore[misc]
    assert await said(database, practitioner, "request") == [f"send r{request_id}:to{practitioner.id}"]


async def test_who_blocks_meanwhile_is_passed_over(database: Database) -> None:
    """Lee blocks the bot before opening it: Dr Ade gets it now, and Sam is told."""
    practitioner, cover = await covered(database)
    person = await sam(database, practitioner)
    request_id = await asked_at(database, person, NOW)
    await database.write(lambda tx: cannot_reach(tx.at(NOW), practitioner.id))
    assert await passes(database, NOW) == Passed(1, 1)
    assert await said(database, cover, "request") == [f"send r{request_id}:to{cover.id}"]
    assert await said(database, person, "request_late") == [f"send r{request_id}:late0"]


async def test_who_leaves_keeps_or_takes_back(database: Database) -> None:
    """Kept, it stays with a first name and its time only, even once they are erased, until it is opened or 14 days are
    over; taken back, it waits for nobody. A practitioner whom somebody waits for stays."""
    practitioner = await lee(database)
    kim, ana = await sam(database, practitioner, 201, name="Kim Oak"), await sam(database, practitioner, 202)
    kept = await database.write(lambda tx: ask_practitioner(tx.at(NOW), kim, RequestTopic.PREGNANCY))
    back = await asked_at(database, ana, NOW)
    assert kept is not None
    assert isinstance(await database.write(lambda tx: erase(tx.at(NOW), kim)), Erased)
    assert isinstance(await database.write(lambda tx: erase(tx.at(NOW), ana, take_back=True)), Erased)
    [waits] = await database.read(lambda tx: requests.waiting(tx, practitioner.id))
    assert (waits.id, waits.name, waits.person_id, waits.about, waits.from_card) == (
        kept.request_id, "Kim", None, None, False,
    )  # fmt: skip
    assert (await database.read(lambda tx: figures(tx.at(NOW)))).requests_waiting == 1
    taken = await database.read(lambda tx: requests.get(tx, back))
    assert taken is not None
    assert (taken.person_id, taken.name, taken.taken_back_at) == (None, None, NOW)
    assert await database.write(lambda tx: leave(tx.at(NOW), practitioner)) is Left.HAS_REQUESTS
    assert await passes(database, MONDAY + timedelta(hours=2)) == Passed(0, 1)
    assert await database.write(lambda tx: forget_old(tx.at(NOW + KEPT_FOR - timedelta(seconds=1)))) == 0
    assert await database.write(lambda tx: forget_old(tx.at(NOW + KEPT_FOR))) == 2
    assert await database.read(lambda tx: requests.get(tx, kept.request_id)) is None
    assert [row.name for row in await database.read(lambda tx: screens.live_of(tx, practitioner.id, "note"))] == [
        "note", "note",
    ]  # fmt: skip
    assert await database.write(lambda tx: leave(tx.at(NOW + timedelta(days=15)), practitioner)) is Left.LEFT


async def test_what_was_kept_goes_once_it_is_opened(database: Database) -> None:
    """Opened by Lee, it is told to who left, and gone the next night."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    request_id = await asked_at(database, person, NOW)
    assert await database.write(lambda tx: leave(tx.at(NOW), person)) is Left.LEFT
    await database.write(lambda tx: keep(tx.at(NOW), person))
    assert await database.write(lambda tx: open_request(tx.at(LATER), practitioner, request_id)) is not None
    assert await said(database, person, "request_opened") == [f"send r{request_id}:opened"]
    assert await database.write(lambda tx: take_back(tx.at(LATER), person)) == 0
    assert (await database.write(lambda tx: retention(tx.at(LATER))))[REQUESTS] == 1


async def test_the_route_is_set_in_chat_and_by_the_operator(database: Database) -> None:
    """What is set in chat goes before what the operator says; a name that is nobody's, or two people's, counts not."""
    practitioner, ade = await lee(database), await lee(database, 101, "Dr Ade")
    kit = await lee(database, 102, "Kit")

    async def line() -> list[tuple[str | None, str]]:
        found = await database.read(lambda tx: receivers_of(tx, practitioner.id))
        return [(one.person.name, hours_code(one.hours)) for one in found]

    office = "Mon,Tue,Wed,Thu,Fri 9:00-17:00"
    assert await line() == [("Lee", office)]
    route = "lee Mon 8-12; cover:ade; kit Tue 9-10"
    await database.write(lambda tx: keep_route(tx, route))
    assert await database.read(lambda tx: nobody_named_so(tx, route)) == []
    assert await line() == [("Lee", "Mon 8:00-12:00"), ("Dr Ade", "Mon 8:00-12:00")]
    await database.write(lambda tx: set_cover(tx.at(NOW), practitioner, kit.id))
    assert await line() == [("Lee", "Mon 8:00-12:00"), ("Kit", "Tue 9:00-10:00"), ("Dr Ade", "Mon 8:00-12:00")]
    assert await said(database, kit, "cover") == ["send None"]
    await lee(database, 103, "Ade Oakes")
    assert await line() == [("Lee", "Mon 8:00-12:00"), ("Kit", "Tue 9:00-10:00")]
    assert await database.read(lambda tx: nobody_named_so(tx, route)) == ["ade"]
    assert await database.write(lambda tx: end_cover(tx.at(NOW), kit, practitioner.id))
    assert await said(database, practitioner, "cover_ended") == ["send None"]
    hours = parse_hours("Wed 9-10")
    assert not isinstance(hours, Fault)
    await database.write(lambda tx: set_hours(tx, practitioner, hours))
    await database.write(lambda tx: set_cover(tx.at(NOW), practitioner, ade.id))
    assert await database.write(lambda tx: leave(tx.at(NOW), ade)) is Left.LEFT
    assert await line() == [("Lee", "Wed 9:00-10:00"), ("Ade Oakes", "Wed 9:00-10:00")]
    person = await sam(database, practitioner)
    assert not await database.write(lambda tx: set_cover(tx.at(NOW), practitioner, person.id))
    assert not await database.write(lambda tx: set_cover(tx.at(NOW), practitioner, practitioner.id))


async def test_what_was_asked_before_stands_in_the_way_of_nothing(database: Database) -> None:
    """Asked from the card, or of another practitioner, or after leaving: each is a request of its own."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    person = await sam(database, practitioner)
    first = await asked_at(database, person, NOW, from_card=False)
    assert await asked_at(database, person, NOW, from_card=True) != first
    assert await asked_at(database, person, NOW, from_card=False) == first
    await database.write(lambda tx: leave(tx.at(NOW), person))
    await database.write(lambda tx: clients.join(tx.at(LATER), person.id, practitioner.id))
    third = await asked_at(database, person, LATER, from_card=False)
    await database.write(lambda tx: clients.join(tx.at(LATER), person.id, other.id))
    assert await asked_at(database, person, LATER, from_card=False) not in {first, third}
    assert len(await database.read(lambda tx: requests.waiting(tx, practitioner.id))) == 3
    assert len(await database.read(lambda tx: requests.waiting(tx, other.id))) == 1


async def test_nobody_is_told_after_a_death(database: Database) -> None:
    """Lee says that Sam died: nothing waits any more, and nothing goes to that chat."""
    practitioner, _ = await covered(database)
    person = await sam(database, practitioner)
    await asked_at(database, person, FRIDAY)
    await database.write(
        lambda tx: end_follow_up_with(tx.at(NOW), practitioner, person.id, FollowUpEnd.DIED, NOW.date())
    )
    assert await passes(database, MONDAY) == Passed()
    assert await database.read(lambda tx: requests.waiting(tx, practitioner.id)) == []
    assert await said(database, person, "request_opened") + await said(database, person, "request_late") == []


async def test_who_covers_may_go_before_it_came_to_them(database: Database) -> None:
    """Dr Ade leaves, and Lee is told; when Lee does not open it, Sam is told, and nobody else has it."""
    practitioner, cover = await covered(database)
    person = await sam(database, practitioner)
    await asked_at(database, person, FRIDAY)
    assert await database.write(lambda tx: leave(tx.at(NOW), cover)) is Left.LEFT
    assert await said(database, practitioner, "cover_ended") == ["send None"]
    assert await passes(database, MONDAY) == Passed(0, 1)
    assert await said(database, cover, "request") == []


async def test_whoever_has_it_reads_what_stands_on_the_invitation(database: Database) -> None:
    """With the name, until it is opened, also without a summary; of somebody who left, the first name only."""
    practitioner = await lee(database)
    person, token = await stranger(database, 300), await link(database, practitioner, "S.P.")
    await database.write(lambda tx: open_invite(tx.at(NOW), person, token))
    await database.write(lambda tx: choose_items(tx.at(NOW), person, Choices()))
    await database.write(lambda tx: set_name(tx.at(NOW), person, "Sam Oak"))
    await asked_at(database, await fresh(database, person), NOW)
    [asked] = await database.read(lambda tx: waiting_for(tx, practitioner))
    assert (asked.name, asked.label, asked.request.from_card) == ("Sam Oak", "S.P.", True)
    leaving = await fresh(database, person)
    await database.write(lambda tx: leave(tx.at(NOW), leaving))
    [kept] = await database.read(lambda tx: waiting_for(tx, practitioner))
    assert (kept.name, kept.label, kept.request.from_card) == ("Sam", None, False)
