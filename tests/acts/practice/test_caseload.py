"""What a practitioner may know of all their clients: who is in it, and in how many statements it is read."""

from datetime import UTC, date, datetime, timedelta

import pytest

from care.people.joining import set_place
from care.people.leaving import leave
from care.practice.caseload import Caseload, caseload_of, write_looks
from care.practice.requests import ask_practitioner
from care.practice.sessions import SessionResult, clear_session, set_session
from care.quitting.dates import name_relapse
from care.schedule.pause import not_now, now_is_good, stop_kind
from db import check_in, events, quitting
from db.people import accounts, consents
from db.schedule import plans
from db.store.engine import Database
from programme.check_in.answers import CheckIn, Mood, Question
from programme.check_in.counts import Share
from programme.people.consent import ConsentItem
from programme.people.person import Person, Place
from programme.practice.caseload import CaseloadHeading, Count, FormerClient
from programme.practice.client import CheckIns, ClientStanding, RelapseStanding
from programme.practice.events import SummaryRead
from programme.quitting.relapses import Choice
from programme.schedule.pause import Pause
from programme.schedule.plan import CHECK_IN
from tests.acts.town import Town, utc

JOINED = "2026-11-20T12:00"
MONDAY = "2026-11-23T08:00"
NOW = utc(MONDAY)


@pytest.fixture
async def lee(town: Town) -> Person:
    """The practitioner of everybody in town."""
    await town.client(1)
    found = await town.ask(accounts.find, 999_999)
    assert found is not None
    return found


async def looked(town: Town, lee: Person) -> Caseload:
    """All that Lee may know on Monday."""
    return await town.do(caseload_of, MONDAY, lee)


async def test_forty_clients_are_read_in_as_many_statements_as_two(town: Town, lee: Person) -> None:
    """However many clients: the same number of statements, the looks written down in one more."""
    ran: list[int] = []
    for number in (2, 40):
        while len((await looked(town, lee)).clients) < number:
            await town.client(len((await looked(town, lee)).clients) + 1)
        await town.open_due(f"2026-11-{20 + len(ran)}T18:30")
        with town.statements() as statements:
            found = await looked(town, lee)
            await town.do(write_looks, MONDAY, lee, found.clients)
        assert len(found.clients) == number
        ran.append(len(statements))
    assert ran[0] == ran[1]


async def test_who_said_no_is_there_without_numbers(town: Town, lee: Person) -> None:
    """Nothing but the name of somebody who does not show a summary: no week, pause, block or quit date."""
    hidden = await town.client(2, agrees=frozenset({ConsentItem.CHECK_IN, ConsentItem.KEEP_ANSWERS}))
    await town.do(lambda tx: plans.start_pause(tx, hidden.id, Pause(tx.now, tx.now + timedelta(days=3))), MONDAY)
    await town.do(lambda tx: accounts.set_cannot_reach(tx, hidden.id, tx.now), MONDAY)
    await town.do(lambda tx: quitting.add_attempt(tx, hidden.id, date(2026, 11, 25)), MONDAY)
    [_, one] = (await looked(town, lee)).clients
    assert (one.id, one.week, one.is_paused, one.cannot_reach, one.quit_on) == (hidden.id, None, False, None, None)
    assert [each.id for each in (await looked(town, lee)).summary(NOW).not_shared] == [hidden.id]


async def test_a_no_holds_at_once_and_so_does_leaving(town: Town, lee: Person) -> None:
    """Who takes the yes back is there without numbers, and who leaves is not there."""
    sam = await town.ask(accounts.find, 1)
    assert sam is not None
    assert (await looked(town, lee)).clients[0].week is not None
    await town.do(consents.add, MONDAY, sam.id, {ConsentItem.SUMMARY: False})
    assert (await looked(town, lee)).clients[0].week is None
    await town.do(leave, MONDAY, sam)
    assert (await looked(town, lee)).clients == []


async def test_who_left_this_week_is_a_name_and_a_date(town: Town, lee: Person) -> None:
    """From the day on which they left, for a week; nothing of what they had said, and nobody who came back."""
    sam = (await town.ask(accounts.find, 1)) or lee
    await town.do(leave, "2026-11-21T12:00", sam)
    found = (await looked(town, lee)).summary(NOW)
    assert (found.left, found.people) == ((FormerClient(sam.id, sam.name, date(2026, 11, 21)),), 0)
    assert (await town.do(caseload_of, "2026-11-30T08:00", lee)).left == []


async def test_how_it_stands_with_check_ins(town: Town, lee: Person) -> None:
    """On; none by their own word, of whichever kind; and back on, which is no silence."""
    sam = (await town.ask(accounts.find, 1)) or lee
    await town.open_due("2026-11-22T18:30")
    one = await standing(town, lee)
    assert (one.check_ins, one.next_on, one.last_heard) == (CheckIns.ON, date(2026, 11, 23), None)
    assert await town.do(not_now, "2026-11-22T12:00", sam)
    one = await standing(town, lee)
    assert (one.check_ins, one.since) == (CheckIns.CHOSE_NONE, date(2026, 11, 22))
    await town.do(now_is_good, "2026-11-22T13:00", sam)
    one = await standing(town, lee)
    assert (one.check_ins, one.on_since) == (CheckIns.ON, date(2026, 11, 22))
    assert await town.do(stop_kind, "2026-11-22T14:00", sam, CHECK_IN)
    assert (await standing(town, lee)).check_ins is CheckIns.CHOSE_NONE


async def test_a_relapse_keeps_the_day_on_which_it_was_named(town: Town, lee: Person) -> None:
    """Named on Sunday evening in London: Sunday, wherever they are by now."""
    sam = (await town.ask(accounts.find, 1)) or lee
    await town.do(lambda tx: quitting.add_attempt(tx, sam.id, date(2026, 11, 20)), JOINED)
    assert await town.do(name_relapse, "2026-11-22T23:30", sam, Choice.NOT_NOW)
    await town.do(set_place, "2026-11-22T23:40", sam, Place("NZ", "Pacific/Auckland"))
    one = await standing(town, lee)
    assert (one.check_ins, one.relapse) == (CheckIns.CHOSE_NONE, RelapseStanding(date(2026, 11, 22)))
    assert list((await looked(town, lee)).summary(NOW).under) == [CaseloadHeading.CHOSE_NONE]


async def test_a_cigarette_told_of_between_is_no_silence(town: Town, lee: Person) -> None:
    """Three evenings go unanswered, and on Saturday they tap "I smoked": heard on Saturday, and not quiet."""
    sam = (await town.ask(accounts.find, 1)) or lee
    for day in (20, 21, 22):
        await town.open_due(f"2026-11-{day}T18:30")
        await town.deliver(f"2026-11-{day}T18:31")
        await town.tend(f"2026-11-{day}T23:30")
    assert CaseloadHeading.QUIET in (await looked(town, lee)).summary(NOW).under
    await town.do(lambda tx: quitting.add_smoked(tx, sam.id, date(2026, 11, 21), None), "2026-11-21T21:00")
    found = await looked(town, lee)
    assert (found.clients[0].standing.last_heard, CaseloadHeading.QUIET in found.summary(NOW).under) == (
        date(2026, 11, 21),
        False,
    )


async def standing(town: Town, lee: Person) -> ClientStanding:
    """How it stands with the first client on Monday."""
    return (await looked(town, lee)).clients[0].standing


async def test_nobody_else_reads_them(town: Town, lee: Person) -> None:
    """A client asking as if they were a practitioner finds nobody."""
    sam = (await town.ask(accounts.find, 1)) or lee
    assert (await looked(town, sam)).clients == ()


async def test_answers_that_are_not_kept_are_in_no_count(town: Town, lee: Person) -> None:
    """Of somebody whose answers are wiped there are replies, and nothing of what they said or told of."""
    sam = await town.client(2, agrees=frozenset({ConsentItem.CHECK_IN, ConsentItem.SUMMARY}))
    asked = await town.asked(sam, "2026-11-22T18:30")
    await town.do(
        lambda tx: check_in.save(tx, CheckIn(asked.id, sam.id, mood=Mood.VERY_LOW, cigarettes_from=3)),
        MONDAY,
    )
    await town.do(lambda tx: quitting.add_smoked(tx, sam.id, date(2026, 11, 22), None), MONDAY)
    one = (await looked(town, lee)).clients[1]
    assert one.week is not None
    assert (one.week.very_low, one.week.smoked, one.smoke_free) == (0, Share(0, 0), 0)


async def test_a_lapse_told_of_is_to_be_looked_at(town: Town, lee: Person) -> None:
    """Smoking told of after the quit date is a plain count, and no steady week."""
    sam = (await town.ask(accounts.find, 1)) or lee
    await town.do(lambda tx: quitting.add_attempt(tx, sam.id, date(2026, 11, 21)), JOINED)
    assert (await looked(town, lee)).summary(NOW).looks == ()
    await town.do(lambda tx: quitting.add_smoked(tx, sam.id, date(2026, 11, 22), 1), "2026-11-22T20:00")
    [look] = (await looked(town, lee)).summary(NOW).looks
    assert (look.count, look.client.lapsed, look.client.quit_day) == (Count.LAPSED, 1, 2)


async def test_three_very_low_evenings_are_to_be_looked_at(town: Town, lee: Person) -> None:
    """As they were answered, evening by evening."""
    from care.check_in.answers import answer

    sam = (await town.ask(accounts.find, 1)) or lee
    for day in (20, 21, 22):
        asked = await town.asked(sam, f"2026-11-{day}T18:30")
        await town.do(answer, f"2026-11-{day}T18:31", sam, asked.id, Question.MOOD, "very_low")
    [look] = (await looked(town, lee)).summary(NOW).looks
    assert (look.count, look.client.week and look.client.week.very_low_run) == (Count.VERY_LOW, 3)


async def test_a_request_is_there_until_it_is_opened(town: Town, lee: Person) -> None:
    """Also of somebody who shows no summary: they told it to Lee themselves."""
    hidden = await town.client(2, agrees=frozenset())
    await town.do(ask_practitioner, "2026-11-22T21:10", hidden)
    [asked] = (await looked(town, lee)).summary(NOW).asked
    assert asked.client is not None
    assert (asked.client.id, asked.waiting.request.made_at) == (hidden.id, utc("2026-11-22T21:10"))


async def test_a_session_is_set_changed_and_cleared(town: Town, lee: Person) -> None:
    """One next session; a moment that is over is refused, and one that passes is none."""
    sam = (await town.ask(accounts.find, 1)) or lee
    for at in (NOW + timedelta(days=3), NOW + timedelta(days=2)):
        assert await town.do(set_session, MONDAY, lee, sam.id, at) is SessionResult.DONE
    assert (await looked(town, lee)).clients[0].session_at == NOW + timedelta(days=2)
    assert await town.do(set_session, MONDAY, lee, sam.id, NOW) is SessionResult.OVER
    later = await town.do(caseload_of, "2026-11-25T09:00", lee)
    assert later.clients[0].session_at is None
    assert await town.do(clear_session, MONDAY, lee, sam.id)
    assert not await town.do(clear_session, MONDAY, lee, sam.id)
    assert (await looked(town, lee)).clients[0].session_at is None


async def test_a_session_is_entered_by_the_client_or_their_own_practitioner(town: Town, lee: Person) -> None:
    """Another person, or a client of nobody's, is refused."""
    sam = (await town.ask(accounts.find, 1)) or lee
    at = NOW + timedelta(days=1)
    assert await town.do(set_session, MONDAY, sam, sam.id, at) is SessionResult.DONE
    assert await town.do(set_session, MONDAY, lee, lee.id, at) is SessionResult.NOT_THEIRS


async def test_the_looks_are_written_down(database: Database, town: Town, lee: Person) -> None:
    """An event for each whose week was shown, none for who shows nothing."""
    hidden = await town.client(2, agrees=frozenset())
    found = await looked(town, lee)
    await town.do(write_looks, MONDAY, lee, found.clients)
    assert [event.actor_id for event in await town.events(hidden, "SummaryRead")] == []
    [event] = await database.read(lambda tx: events.of_person(tx, found.clients[0].id, kind=SummaryRead))
    assert (event.actor_id, event.at) == (lee.id, datetime(2026, 11, 23, 8, tzinfo=UTC))
