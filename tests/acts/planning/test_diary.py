"""The diary as it is read: cigarettes and urges in one, where the client was at the time."""

from datetime import UTC, date, datetime, time

from sqlalchemy import update

from care.craving import rate_craving
from care.diary.patterns import logs_of, usual_function
from care.people.consent import set_consent
from care.quitting.dates import set_quit_date
from care.quitting.lapses import amend_smoked, tell_smoked
from db.people import accounts
from db.tables import cravings, smoked
from db.tx import Tx
from programme.check_in.answers import HardMoment, Mood
from programme.diary.patterns import Company, Feeling, LogEntry
from programme.people.consent import ConsentItem
from programme.people.person import Person
from programme.toolkit.strategies import Function, StrategyPlace
from tests.acts.town import Town, utc

AROUND = {
    "moment": "stress", "feeling": "stressed", "place": "home", "company": "alone", "function": "calm",
}  # fmt: skip
SAID = (HardMoment.STRESS, None, StrategyPlace.HOME, Company.ALONE, Function.CALM, Feeling.STRESSED)


async def logs(town: Town, person: Person) -> list[LogEntry]:
    """What patterns are counted from."""
    return await town.ask(lambda tx: logs_of(tx, person))


async def test_cigarettes_and_urges_are_one_diary(town: Town) -> None:
    """In order of when they were; what was around them comes with them; a lapse is a cigarette as well."""
    person = await town.client()
    await town.do(rate_craving, "2026-11-22T18:00", person, 4)
    await town.do(tell_smoked, "2026-11-22T12:00", person)
    await town.do(set_quit_date, "2026-11-23T09:00", person, date(2026, 11, 23))
    lapse = await town.do(tell_smoked, "2026-11-23T20:00", person)
    assert lapse.smoked.is_lapse
    await town.do(_around, "2026-11-23T20:01")
    found = await logs(town, person)
    assert [log.at for log in found] == [utc("2026-11-22T12:00"), utc("2026-11-22T18:00"), utc("2026-11-23T20:00")]
    for log in found:
        assert (log.moment, log.mood, log.place, log.company, log.function, log.feeling) == SAID
    usual = await town.ask(lambda tx: usual_function(tx, person, HardMoment.STRESS))
    assert usual is Function.CALM


async def _around(tx: Tx) -> None:
    for table in (smoked, cravings):
        await tx.run(update(table).values(AROUND))


async def test_the_hour_is_that_of_where_they_were(town: Town) -> None:
    """Who moves to another zone has smoked at eight in the morning all the same."""
    person = await town.client(at=time(18, 30))
    await town.do(tell_smoked, "2026-11-22T08:00", person)
    await town.do(lambda tx: accounts.set_place(tx, person.id, country="JP", zone="Asia/Tokyo"), "2026-11-22T09:00")
    moved = await town.ask(accounts.get, person.id)
    assert moved is not None
    assert moved.zone == "Asia/Tokyo"
    (log,) = await logs(town, moved)
    assert log.at == datetime(2026, 11, 22, 8, tzinfo=UTC)
    assert log.at.hour == 8


async def test_a_day_without_an_hour_is_no_log(town: Town) -> None:
    """Told of as "yesterday": it counts for that day, and for no part of it. Its mood of old is read elsewhere."""
    person = await town.client()
    told = await town.do(tell_smoked, "2026-11-22T12:00", person)
    await town.do(lambda tx: amend_smoked(tx, person, told.smoked.id, mood=Mood.LOW), "2026-11-22T12:01")
    assert [log.mood for log in await logs(town, person)] == [Mood.LOW]
    await town.do(lambda tx: amend_smoked(tx, person, told.smoked.id, days_back=1), "2026-11-22T12:01")
    assert await logs(town, person) == []


async def test_nothing_is_read_where_nothing_is_kept(town: Town) -> None:
    """Taking back the yes forgets the diary; without one it is not read while it waits to be wiped."""
    person = await town.client()
    await town.do(tell_smoked, "2026-11-22T12:00", person)
    await town.do(set_consent, "2026-11-22T12:01", person, ConsentItem.KEEP_ANSWERS, False)
    await town.do(rate_craving, "2026-11-22T12:02", person, 4)
    await town.do(_around, "2026-11-22T12:03")
    assert await logs(town, person) == []
    assert await town.ask(lambda tx: usual_function(tx, person)) is None
