"""A client joins, step by step."""

from datetime import UTC, datetime, time, timedelta

import pytest

from care.people.invites import OpenedInvite, open_invite
from care.people.joining import choose_items, joining_state, set_helped, set_name, set_place, set_time
from care.people.leaving import leave
from db import events, toolkit
from db.people import accounts, clients, consents
from db.schedule import plans
from db.store.engine import Database
from programme.people.consent import VERSION, Choices, ConsentItem, JoiningState, JoiningStep, next_step
from programme.people.events import ClientJoined
from programme.people.person import Person, Place
from tests.acts.joined import ALL, NOW, fresh, invited, lee, link, sam, stranger

CHECK_INS = Choices(frozenset({ConsentItem.CHECK_IN}))


async def stands_at(database: Database, person: Person) -> JoiningStep:
    """The step that is shown to this person if they write /start now, read from the database alone."""
    return next_step(await database.read(lambda tx: joining_state(tx, person)))


async def test_sam_joins_step_by_step_and_every_step_is_remembered(database: Database) -> None:
    """After each answer the next step is known from the database alone: a restart or a week's break loses nothing."""
    practitioner = await lee(database)
    person = await invited(database, practitioner)
    assert await stands_at(database, person) is JoiningStep.WELCOME
    assert await database.write(lambda tx: choose_items(tx.at(NOW), person, ALL)) is JoiningStep.NAME
    assert await stands_at(database, person) is JoiningStep.NAME
    week_later = NOW + timedelta(days=7)
    assert await database.write(lambda tx: set_name(tx.at(week_later), person, " Sam ")) is JoiningStep.TIME
    assert await stands_at(database, person) is JoiningStep.TIME
    assert not (await fresh(database, person)).is_client
    assert await database.write(lambda tx: set_time(tx.at(week_later), person, time(18, 30))) is JoiningStep.HELPED
    joined = await fresh(database, person)
    assert joined.is_client
    assert await stands_at(database, joined) is JoiningStep.HELPED
    assert (
        await database.write(lambda tx: set_helped(tx.at(week_later), joined, "A  walk\nround the block"))
        is JoiningStep.READY
    )
    assert joined.name == "Sam"
    assert (joined.country, joined.zone) == ("GB", "Europe/London")
    client = await database.read(lambda tx: clients.get(tx, person.id))
    assert client is not None
    assert (client.practitioner_id, client.joined_at, client.left_at) == (practitioner.id, week_later, None)
    [item] = await database.read(lambda tx: toolkit.of_person(tx, person.id))
    assert item.words == "A walk round the block"


async def test_the_plan_is_what_was_chosen(database: Database) -> None:
    """One daily check-in at that wall time where the person is, due first at its next occurrence."""
    person = await sam(database, await lee(database))
    [plan] = await database.read(lambda tx: plans.of_person(tx, person.id))
    assert plan.rule.times == (time(18, 30),)
    assert plan.zone == "Europe/London"
    assert plan.next_due_at == datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


async def test_each_choice_is_kept_for_itself_with_version_and_time(database: Database) -> None:
    """A no is written down like a yes."""
    person = await sam(database, await lee(database), choices=CHECK_INS)
    said = await database.read(lambda tx: consents.of_person(tx, person.id))
    granted = {one.item: one.granted for one in said}
    assert granted == {ConsentItem.CHECK_IN: True, ConsentItem.KEEP_ANSWERS: False, ConsentItem.SUMMARY: False}
    assert {(one.version, one.at) for one in said} == {(VERSION, NOW)}


async def test_three_times_no_is_a_client_without_check_ins(database: Database) -> None:
    """No to all three: joined after the name, no plan, nothing kept, nothing asked for that would not be used."""
    person = await invited(database, await lee(database))
    assert await database.write(lambda tx: choose_items(tx.at(NOW), person, Choices())) is JoiningStep.NAME
    assert await database.write(lambda tx: set_name(tx.at(NOW), person, "Sam")) is JoiningStep.READY
    joined = await fresh(database, person)
    assert joined.is_client
    assert await database.read(lambda tx: plans.of_person(tx, person.id)) == []
    assert await database.write(lambda tx: set_time(tx.at(NOW), joined, time(18, 30))) is None
    await database.write(lambda tx: set_helped(tx.at(NOW), joined, "A walk"))
    assert await database.read(lambda tx: toolkit.of_person(tx, person.id)) == []


async def test_another_country_moves_the_clock_and_keeps_the_wall_time(database: Database) -> None:
    """Half past six stays half past six where the person is, before and after joining."""
    person = await invited(database, await lee(database))
    await database.write(lambda tx: choose_items(tx.at(NOW), person, ALL))
    await database.write(lambda tx: set_name(tx.at(NOW), person, "Sam"))
    assert await database.write(lambda tx: set_place(tx.at(NOW), person, Place("FR", "Europe/Paris")))
    await database.write(lambda tx: set_time(tx.at(NOW), person, time(18, 30)))
    [plan] = await database.read(lambda tx: plans.of_person(tx, person.id))
    assert (plan.zone, plan.next_due_at) == ("Europe/Paris", datetime(2026, 11, 22, 17, 30, tzinfo=UTC))
    joined = await fresh(database, person)
    assert await database.write(lambda tx: set_place(tx.at(NOW), joined, Place("PT", "Europe/Lisbon")))
    [plan] = await database.read(lambda tx: plans.of_person(tx, person.id))
    assert (plan.zone, plan.rule.times) == ("Europe/Lisbon", (time(18, 30),))
    assert (await fresh(database, person)).country == "PT"


async def test_a_zone_of_another_country_is_not_taken(database: Database) -> None:
    """A forged place changes nothing."""
    person = await sam(database, await lee(database))
    assert not await database.write(lambda tx: set_place(tx.at(NOW), person, Place("GB", "Asia/Tokyo")))
    assert (await fresh(database, person)).zone == "Europe/London"


@pytest.mark.parametrize("moment", [time(6, 59), time(21, 31), time(3), time(0)])
async def test_a_time_in_the_night_is_not_taken(database: Database, moment: time) -> None:
    """Nothing is planned, and nobody joins by it."""
    person = await invited(database, await lee(database))
    await database.write(lambda tx: choose_items(tx.at(NOW), person, ALL))
    await database.write(lambda tx: set_name(tx.at(NOW), person, "Sam"))
    assert await database.write(lambda tx: set_time(tx.at(NOW), person, moment)) is None
    assert await stands_at(database, person) is JoiningStep.TIME


async def test_no_step_works_without_a_link(database: Database) -> None:
    """A stranger who sends the buttons of joining stays a stranger."""
    person = await stranger(database)
    assert await database.write(lambda tx: choose_items(tx.at(NOW), person, ALL)) is JoiningStep.WELCOME
    assert await database.write(lambda tx: set_time(tx.at(NOW), person, time(18, 30))) is None
    assert await database.write(lambda tx: set_name(tx.at(NOW), person, "Sam")) is JoiningStep.WELCOME
    assert (await fresh(database, person)).roles == frozenset()


async def test_a_double_tap_joins_once(database: Database) -> None:
    """The same time tapped twice, the same words sent twice: one client, one plan, one item, one event."""
    person = await sam(database, await lee(database))
    await database.write(lambda tx: set_time(tx.at(NOW), person, time(18, 30)))
    await database.write(lambda tx: set_helped(tx.at(NOW), person, "A walk"))
    assert len(await database.read(lambda tx: plans.of_person(tx, person.id))) == 1
    assert len(await database.read(lambda tx: toolkit.of_person(tx, person.id))) == 1
    assert len(await database.read(lambda tx: events.of_person(tx, person.id, kind=ClientJoined))) == 1


async def test_going_back_changes_what_was_said(database: Database) -> None:
    """From the last question back to the choices: a yes becomes a no, with effect at once."""
    person = await sam(database, await lee(database))
    await database.write(lambda tx: choose_items(tx.at(NOW), person, Choices(frozenset({ConsentItem.SUMMARY}))))
    assert await database.read(lambda tx: plans.of_person(tx, person.id)) == []
    assert (await database.read(lambda tx: consents.in_force(tx, person.id))).codes() == ["summary"]


async def test_choices_made_for_another_link_do_not_count(database: Database) -> None:
    """Who chose with Lee's link and then opens Kit's is asked anew, with nothing granted to Kit."""
    first, second = await lee(database), await lee(database, 101, "Kit")
    person = await invited(database, first)
    await database.write(lambda tx: choose_items(tx.at(NOW), person, ALL))
    later = NOW + timedelta(minutes=5)
    token = await link(database, second, now=later)
    assert isinstance(await database.write(lambda tx: open_invite(tx.at(later), person, token)), OpenedInvite)
    assert await database.read(lambda tx: joining_state(tx, person)) == JoiningState()


async def test_coming_back_is_asked_anew_and_keeps_the_name(database: Database) -> None:
    """After leaving, a new link leads through the choices; name and toolkit are still there."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    await database.write(lambda tx: leave(tx.at(NOW), person))
    later = NOW + timedelta(days=30)
    token = await link(database, practitioner, now=later)
    left = await fresh(database, person)
    assert isinstance(await database.write(lambda tx: open_invite(tx.at(later), left, token)), OpenedInvite)
    assert await stands_at(database, left) is JoiningStep.WELCOME
    assert await database.write(lambda tx: choose_items(tx.at(later), left, ALL)) is JoiningStep.TIME
    assert await database.write(lambda tx: set_time(tx.at(later), left, time(9))) is JoiningStep.READY
    client = await database.read(lambda tx: clients.get(tx, person.id))
    assert client is not None
    assert (client.joined_at, client.left_at) == (later, None)


async def test_a_name_without_a_letter_is_asked_for_once_more(database: Database) -> None:
    """Blank and invisible signs are no name; a long one is cut, HTML is a name like another."""
    person = await invited(database, await lee(database))
    assert await database.write(lambda tx: set_name(tx.at(NOW), person, " \u202e\u2066 \n")) is None
    await database.write(lambda tx: set_name(tx.at(NOW), person, "<b>Sam & co</b>" + "x" * 100))
    name = (await fresh(database, person)).name
    assert name == ("<b>Sam & co</b>" + "x" * 100)[:40]


async def test_ensure_makes_one_row_for_one_account(database: Database) -> None:
    """Writing twice, or twice at once, is one person, whose language stays as it was first."""
    first = await stranger(database)
    second = await database.write(lambda tx: accounts.ensure(tx.at(NOW), 1, "fr"))
    assert first == second
