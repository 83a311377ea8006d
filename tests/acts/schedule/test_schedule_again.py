"""What was promised is promised again, whichever way somebody comes back to being written to."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time

import pytest

from care.people.consent import set_consent
from care.people.joining import set_place, set_time
from care.people.leaving import leave
from care.practice.sessions import set_session
from care.quitting.dates import set_quit_date, unset_quit_date
from care.schedule.pause import come_back, have_back, not_now, now_is_good, pause, stop_kind
from care.schedule.plans import greeting_at, quit_morning_at
from db.people import accounts, clients, consents
from db.schedule import plans
from programme.people.consent import JOINING, ConsentItem
from programme.people.person import Person, Place
from programme.schedule.pause import Length
from programme.schedule.plan import CHECK_IN, HELLO, OUTCOME, QUIT_DAY, SESSION_AFTER, SESSION_BEFORE, TIMING
from tests.acts.town import Town, utc

NOON = "2026-11-20T12:00"
LATER = "2026-11-21T12:00"
QUIT = date(2026, 11, 25)
SESSION = utc("2026-11-26T11:00")
ALL = {QUIT_DAY: "11-25T08:00", OUTCOME: "12-23T10:00", SESSION_BEFORE: "11-25T18:30", SESSION_AFTER: "11-26T18:30"}
LONDON, PARIS = Place("GB", "Europe/London"), Place("FR", "Europe/Paris")
Way = Callable[[Town, Person], Awaitable[None]]


async def kinds(town: Town, person: Person) -> dict[str, str]:
    """When each kind that they have is due next, but for the check-in."""
    found = await town.ask(plans.of_person, person.id)
    return {plan.kind: f"{plan.next_due_at:%m-%dT%H:%M}" for plan in found if plan.kind != CHECK_IN}


async def _leaves_and_joins_anew(town: Town, sam: Person) -> None:
    await town.do(leave, LATER, sam)
    lee = await town.ask(accounts.find, 999_999)
    assert lee is not None
    await town.do(clients.join, LATER, sam.id, lee.id)
    await town.do(consents.add, LATER, sam.id, dict.fromkeys(JOINING, True))
    back = await town.ask(accounts.get, sam.id)
    assert back is not None
    await town.do(set_session, LATER, back, sam.id, SESSION)
    assert QUIT_DAY not in await kinds(town, sam)
    await town.do(set_time, LATER, back, time(18, 30))


async def _no_and_yes(town: Town, sam: Person) -> None:
    await town.do(set_consent, LATER, sam, ConsentItem.CHECK_IN, False)
    assert await kinds(town, sam) == {}
    await town.do(set_consent, LATER, sam, ConsentItem.CHECK_IN, True)


async def _no_yes_and_a_time(town: Town, sam: Person) -> None:
    await town.do(set_consent, LATER, sam, ConsentItem.CHECK_IN, False)
    await town.do(set_consent, LATER, sam, ConsentItem.CHECK_IN, True)
    await town.do(set_time, LATER, sam, time(18, 30))


async def _stops_each_kind_and_has_it_back(town: Town, sam: Person) -> None:
    for kind in (CHECK_IN, *ALL):
        await town.do(stop_kind, LATER, sam, kind)
    await town.do(set_session, LATER, sam, sam.id, SESSION)
    for kind in (*ALL, CHECK_IN):
        assert await town.do(have_back, LATER, sam, kind)


async def _moves_the_date_and_back(town: Town, sam: Person) -> None:
    await town.do(set_quit_date, LATER, sam, date(2026, 11, 30))
    assert (await kinds(town, sam))[QUIT_DAY] == "11-30T08:00"
    await town.do(set_quit_date, LATER, sam, QUIT)


async def _travels_and_is_back(town: Town, sam: Person) -> None:
    await town.do(set_place, LATER, sam, PARIS)
    there = await town.ask(accounts.get, sam.id)
    assert (await kinds(town, sam))[QUIT_DAY] == "11-25T07:00"
    assert there is not None
    await town.do(set_place, LATER, there, LONDON)


async def _takes_a_break(town: Town, sam: Person) -> None:
    await town.do(pause, LATER, sam, Length.THREE_DAYS)
    await town.do(come_back, "2026-11-22T12:00", sam)


@pytest.mark.parametrize(
    "way",
    [
        _leaves_and_joins_anew, _no_and_yes, _no_yes_and_a_time, _stops_each_kind_and_has_it_back,
        _moves_the_date_and_back, _travels_and_is_back, _takes_a_break,
    ],
)  # fmt: skip
async def test_all_that_stands_is_promised_again(town: Town, way: Way) -> None:
    """The word on the quit morning, the question weeks after it, and both words of a session come back with them."""
    sam = await town.client(since=NOON)
    await town.do(set_quit_date, NOON, sam, QUIT)
    await town.do(set_session, NOON, sam, sam.id, SESSION)
    assert await kinds(town, sam) == ALL
    await way(town, sam)
    assert await kinds(town, sam) == ALL


async def test_a_quit_morning_that_came_does_not_come_twice(town: Town) -> None:
    """West it is not yet eight, and the word was said; who was east and is back before eight has it still to come."""
    sam = await town.client(since=NOON)
    await town.do(set_quit_date, NOON, sam, QUIT)
    early = "2026-11-25T07:30"
    await town.do(set_place, early, sam, PARIS)
    assert QUIT_DAY not in await kinds(town, sam)
    there = await town.ask(accounts.get, sam.id)
    await town.do(set_place, early, there, LONDON)
    assert (await kinds(town, sam))[QUIT_DAY] == "11-25T08:00"
    assert (await town.open_due("2026-11-25T08:00")).opened == 1
    back = await town.ask(accounts.get, sam.id)
    await town.do(set_place, "2026-11-25T08:30", back, Place("US", "America/New_York"))
    assert QUIT_DAY not in await kinds(town, sam)


async def test_had_back_is_what_stands_and_nothing_that_is_gone(town: Town) -> None:
    """A quit date taken away, a session cleared, a timing that is good: the kind had back says nothing of them."""
    sam = await town.client(since=NOON)
    await town.do(set_quit_date, NOON, sam, QUIT)
    await town.do(stop_kind, NOON, sam, QUIT_DAY)
    await town.do(unset_quit_date, LATER, sam)
    assert await town.do(have_back, LATER, sam, QUIT_DAY)
    await town.do(not_now, LATER, sam)
    await town.do(stop_kind, LATER, sam, TIMING)
    await town.do(now_is_good, LATER, sam)
    assert await town.do(have_back, LATER, sam, TIMING)
    assert await kinds(town, sam) == {}


async def test_a_quit_morning_is_promised_where_it_comes(town: Town) -> None:
    """In a break that lasts past it, and to who wants no such word, nothing is said of that morning."""
    sam = await town.client(since=NOON)
    await town.do(set_quit_date, NOON, sam, QUIT)

    async def says() -> datetime | None:
        return await town.ask(lambda tx: quit_morning_at(tx.at(utc(LATER)), sam.id))

    assert await says() == utc("2026-11-25T08:00")
    await town.do(pause, NOON, sam, Length.WEEK)
    assert await says() is None
    await town.do(come_back, LATER, sam)
    await town.do(stop_kind, LATER, sam, QUIT_DAY)
    assert await says() is None


async def test_a_hello_that_nobody_wants_is_not_promised(town: Town) -> None:
    """Who wants no hellos is promised none for the end of a break; had back in the break, it comes at its end."""
    sam = await town.client(since=NOON)
    await town.do(stop_kind, NOON, sam, HELLO)
    await town.do(pause, NOON, sam, Length.THREE_DAYS)
    assert await town.ask(greeting_at, sam.id) is None
    await town.do(have_back, LATER, sam, HELLO)
    assert await town.ask(greeting_at, sam.id) == utc("2026-11-23T08:00")


async def test_the_hello_after_a_break_survives_a_no_and_a_yes(town: Town) -> None:
    """The break goes on, and so does what was said of its end."""
    sam = await town.client(since=NOON)
    await town.do(pause, NOON, sam, Length.THREE_DAYS)
    await _no_and_yes(town, sam)
    assert await town.ask(greeting_at, sam.id) == utc("2026-11-23T08:00")
