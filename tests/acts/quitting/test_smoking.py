""" "I smoked" and the quit date as acts: what is kept, what goes, and whose it is."""

from datetime import date, time

from care.people.consent import set_consent
from care.people.retention import OF_UNKEPT, retention
from care.planning.occasions import add_reason
from care.practice.sessions import set_session
from care.quitting.dates import set_quit_date, unset_quit_date
from care.quitting.lapses import amend_smoked, take_back_smoked, tell_smoked
from care.quitting.progress import progress_of
from care.schedule.course import set_window
from care.schedule.plans import greeting_at
from care.schedule.upcoming import next_word, upcoming, upcoming_as_seen_by
from care.toolkit import add_item
from db import planning, quitting, toolkit
from db.people import accounts
from db.schedule import plans
from db.tables import cravings as cravings_table
from db.tables import smoked as smoked_table
from programme.check_in.answers import HardMoment
from programme.people.consent import ConsentItem
from programme.people.person import Person
from programme.schedule.plan import CHECK_IN, HELLO, QUIT_DAY
from programme.schedule.reason_code import ReasonCode
from tests.acts.town import Town, utc

NOON = "2026-11-22T12:00"
NEXT_DAY = "2026-11-23T12:01"
STOPPED = date(2026, 11, 20)
UNKEPT = frozenset({ConsentItem.CHECK_IN})


async def stopped(town: Town, **client: object) -> Person:
    """A client who stopped two days ago."""
    person = await town.client(**client)  # type: ignore[arg-type]
    assert await town.do(set_quit_date, NOON, person, STOPPED)
    return person


async def test_what_is_not_to_be_kept_goes_after_a_day(town: Town) -> None:
    """Who did not agree is left in peace that evening all the same; no event tells of it, and the row goes."""
    person = await stopped(town, agrees=UNKEPT)
    told = await town.do(tell_smoked, NOON, person)
    assert told.smoked.is_lapse
    assert await town.events(person, "SmokedTold") == []
    assert (await town.open_due("2026-11-22T18:31")).skipped == 1
    assert not (await town.ask(lambda tx: progress_of(tx.at(utc(NOON)), person))).kept
    assert (await town.do(retention, NEXT_DAY))[OF_UNKEPT] == 1
    assert await town.count(smoked_table) == 0


async def test_taking_back_the_yes_forgets_what_was_told(town: Town) -> None:
    """No more answers kept: what was told of goes at once, and with it the events that tell of it."""
    person = await stopped(town)
    await town.do(tell_smoked, NOON, person)
    assert len(await town.events(person, "SmokedTold")) == 1
    assert OF_UNKEPT not in await town.do(retention, NEXT_DAY)
    await town.do(set_consent, NEXT_DAY, person, ConsentItem.KEEP_ANSWERS, False)
    assert await town.events(person, "SmokedTold") == []
    assert await town.count(smoked_table) + await town.count(cravings_table) == 0


async def test_a_check_in_in_the_morning_is_the_hello(town: Town) -> None:
    """Who is asked at 7:30 anyway gets no second word at 8:00."""
    person = await stopped(town, at=time(7, 30))
    await town.do(tell_smoked, NOON, person)
    assert await town.ask(greeting_at, person.id) is None
    first = await town.ask(lambda tx: next_word(tx.at(utc(NOON)), person))
    assert first is not None
    assert first.at == utc("2026-11-23T07:30")


async def test_a_check_in_that_may_be_drawn_after_noon_is_no_hello(town: Town) -> None:
    """Who is asked by chance between 11:30 and 12:30 gets a hello at 8:00: a word that morning is promised."""
    person = await stopped(town, at=time(12))
    await town.do(set_window, NOON, person, 30)
    await town.do(tell_smoked, NOON, person)
    assert await town.ask(greeting_at, person.id) == utc("2026-11-23T08:00")


async def test_who_takes_no_messages_is_promised_none(town: Town) -> None:
    """Without a yes to being written to there is neither a hello nor a quit morning."""
    person = await stopped(town, at=None, agrees=frozenset({ConsentItem.KEEP_ANSWERS}))
    await town.do(tell_smoked, NOON, person)
    assert await town.ask(lambda tx: next_word(tx.at(utc(NOON)), person)) is None
    await town.do(set_quit_date, NOON, person, date(2026, 12, 1))
    assert await town.ask(plans.of_person, person.id) == []


async def test_the_quit_morning_follows_the_yes(town: Town) -> None:
    """No to messages takes the morning away, yes brings it back."""
    person = await town.client()
    await town.do(set_quit_date, NOON, person, date(2026, 12, 1))
    await town.do(set_consent, NOON, person, ConsentItem.CHECK_IN, False)
    assert await town.ask(plans.of_person, person.id) == []
    await town.do(set_consent, NOON, person, ConsentItem.CHECK_IN, True)
    assert QUIT_DAY in {plan.kind for plan in await town.ask(plans.of_person, person.id)}


async def test_only_their_own(town: Town) -> None:
    """What somebody told can be changed and taken back by nobody else, and by nobody after a day."""
    person, other = await stopped(town), await town.client(2)
    told = (await town.do(tell_smoked, NOON, person)).smoked
    assert await town.database.write(lambda tx: amend_smoked(tx, other, told.id, moment=HardMoment.STRESS)) is None
    assert not await town.do(take_back_smoked, NOON, other, told.id)
    assert not await town.do(take_back_smoked, NEXT_DAY, person, told.id)
    assert await town.ask(lambda tx: quitting.get_smoked(tx, told.id, person.id)) == told


async def test_one_of_two_lapses_taken_back_leaves_the_hello(town: Town) -> None:
    """The hello goes with the last lapse of the evening."""
    person = await stopped(town)
    first = (await town.do(tell_smoked, NOON, person)).smoked
    second = (await town.do(tell_smoked, "2026-11-22T13:00", person)).smoked
    assert await town.do(take_back_smoked, "2026-11-22T13:01", person, second.id)
    assert HELLO in {plan.kind for plan in await town.ask(plans.of_person, person.id)}
    assert await town.do(take_back_smoked, "2026-11-22T13:02", person, first.id)
    assert HELLO not in {plan.kind for plan in await town.ask(plans.of_person, person.id)}


async def test_backdated_before_the_quit_date_it_is_no_lapse(town: Town) -> None:
    """On Sunday, of Friday: the quit date was Saturday."""
    person = await town.client()
    await town.do(set_quit_date, NOON, person, date(2026, 11, 21))
    told = (await town.do(tell_smoked, NOON, person)).smoked
    amended = await town.database.write(lambda tx: amend_smoked(tx, person, told.id, days_back=2))
    assert amended is not None
    assert (amended.local_date, amended.is_lapse) == (date(2026, 11, 20), False)


async def test_a_day_that_cannot_be_picked_changes_nothing(town: Town) -> None:
    """More than two weeks back, or more than a year ahead."""
    person = await stopped(town)
    for day in (date(2026, 11, 7), date(2027, 11, 23)):
        assert await town.do(set_quit_date, NOON, person, day) is None
    current = await town.ask(quitting.current_attempt, person.id)
    assert current is not None
    assert current.quit_on == STOPPED


async def test_reasons_outlive_the_quit_date(town: Town) -> None:
    """Taking the day away, and picking another, leaves them; the same words are kept once."""
    person = await stopped(town)
    for _ in range(2):
        await town.do(add_reason, NOON, person, " Walking up the hill  with Mia. ")
        await town.do(add_item, NOON, person, "A walk")
    assert await town.do(unset_quit_date, NOON, person) is not None
    assert await town.do(unset_quit_date, NOON, person) is None
    found = await town.ask(planning.reasons_of_person, person.id)
    assert [one.words for one in found] == ["Walking up the hill with Mia."]
    assert [one.words for one in await town.ask(toolkit.of_person, person.id)] == ["A walk"]
    assert len(await town.ask(quitting.attempts_of_person, person.id)) == 1


async def test_words_are_kept_with_a_yes_alone(town: Town) -> None:
    """Neither reasons nor strategies of somebody who wants nothing kept."""
    person = await town.client(agrees=UNKEPT)
    assert await town.do(add_item, NOON, person, "A walk") is None
    assert await town.do(add_reason, NOON, person, "Mia") is None


async def test_next_leaves_out_what_the_evening_of_a_lapse_leaves_out(town: Town) -> None:
    """S11: from the telling on that evening's check-in is listed no more, and tomorrow's are; taken back it is."""
    person = await stopped(town)
    told = await town.do(tell_smoked, NOON, person)
    listed = [one.at for one in await town.do(upcoming, NOON, person) if one.kind == CHECK_IN]
    assert listed
    assert min(listed) > utc("2026-11-23T04:00")
    await town.do(take_back_smoked, NOON, person, told.smoked.id)
    assert utc("2026-11-22T18:30") in [one.at for one in await town.do(upcoming, NOON, person)]


async def test_what_a_practitioner_sees_coming_tells_of_no_lapse(town: Town) -> None:
    """Where answers are not kept, what comes looks to the practitioner as it did before the telling."""
    person = await stopped(town, agrees=frozenset({ConsentItem.CHECK_IN, ConsentItem.SUMMARY}))
    lee = await town.ask(accounts.find, 999_999)
    assert lee is not None
    before = await town.do(upcoming_as_seen_by, NOON, lee, person.id)
    assert before is not None
    await town.do(tell_smoked, NOON, person)
    assert await town.do(upcoming_as_seen_by, NOON, lee, person.id) == before


async def test_nothing_asks_anything_on_the_evening_of_a_lapse(town: Town) -> None:
    """The word after a session is left out as the check-in is, and is not listed either."""
    person = await stopped(town)
    await town.do(set_session, NOON, person, person.id, utc("2026-11-22T15:00"))
    await town.do(tell_smoked, "2026-11-22T12:01", person)
    assert all(one.at > utc("2026-11-23T04:00") for one in await town.do(upcoming, "2026-11-22T12:01", person))
    tally = await town.open_due("2026-11-22T18:31")
    assert (tally.opened, tally.skipped) == (0, 2)
    assert {one.reason for one in await town.prompts(person) if one.due_at == utc("2026-11-22T18:30")} == {
        ReasonCode.LAPSE
    }
