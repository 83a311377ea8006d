"""Saying once what was counted another way: to clients of their days, to practitioners of results they relied on."""

from datetime import date

import pytest

from bot import delivery
from bot.texts import texts_for
from care.delivery.notices import tell_due
from care.people.consent import set_consent
from care.people.leaving import leave
from care.quitting.dates import set_quit_date
from care.quitting.four_outcomes import days_recounted, outcomes_asked
from care.quitting.outcomes import answer_outcome
from care.quitting.readings import say_treated
from db.delivery import errata
from db.delivery.screens import ScreenRow
from db.people import accounts
from programme.operators import Erratum
from programme.people.consent import ConsentItem
from programme.people.person import Person
from tests.acts.quitting.test_outcome_entries import asked
from tests.acts.town import Town, utc

JOINED, DAY_28, AFTER = "2026-01-04T12:00", "2026-02-02T10:00", "2026-02-05T10:00"
LATER = "2026-02-20T10:00"


@pytest.fixture
async def sam(town: Town) -> Person:
    """A client who stopped on 5 January and was told of no day; on day 28: not at all since day 15."""
    person = await town.client(since=JOINED)
    await town.do(set_quit_date, JOINED, person, date(2026, 1, 5))
    prompt = await asked(town, person, DAY_28)
    assert await town.do(answer_outcome, DAY_28, person, prompt.id, "0")
    return person


@pytest.fixture
async def lee(town: Town, sam: Person) -> Person:
    """Sam's practitioner."""
    found = await town.ask(accounts.find, 999_999)
    assert found is not None
    return found


async def read(town: Town, person: Person, what: Erratum, now: str = AFTER) -> str | None:
    """What they would read, of what was counted up to AFTER."""
    await town.database.write(lambda tx: errata.add(tx, person.id, what, utc(AFTER)))
    [due] = [one for one in await town.ask(errata.untold) if (one.person_id, one.what) == (person.id, what)]
    row = ScreenRow(1, person.id, "erratum", {}, due.id, None, live=True)
    facts = await town.ask(lambda tx: delivery.erratum_facts(tx.at(utc(now)), person, row))
    return None if facts is None else delivery.erratum_screen(facts, texts_for("en")).text


async def test_a_client_reads_their_days_as_they_were_and_are(town: Town, sam: Person) -> None:
    """Days 15 to 27 were in no count; two weeks later the same two numbers stand there."""
    for now in (AFTER, LATER):
        told = await read(town, sam, Erratum.DAYS, now)
        assert told is not None
        assert "Up to Thursday 5 February I had counted 0. It's 14." in told


async def test_what_was_told_after_the_upgrade_was_never_counted_the_old_way(town: Town, sam: Person) -> None:
    """Up to the Friday before Sam's answer nothing differs, whenever that is asked."""
    before = utc("2026-01-30T12:00")
    assert await town.ask(lambda tx: days_recounted(tx, before, sam)) is None
    assert await town.ask(lambda tx: days_recounted(tx, utc(DAY_28), sam)) is not None


async def test_who_left_or_keeps_no_answers_is_told_nothing_and_forgotten(town: Town, sam: Person) -> None:
    """Sam leaves and keeps the answers; Kim takes the yes to keeping them back; Ana never told of weeks in one go."""
    kim, ana = await town.client(2, since=JOINED), await town.client(3, since=JOINED)
    await town.do(leave, AFTER, sam)
    await town.do(set_consent, AFTER, kim, ConsentItem.KEEP_ANSWERS, granted=False)
    for one in (sam, kim, ana):
        assert await read(town, one, Erratum.DAYS) is None
    assert await town.do(tell_due, LATER) == 0
    assert not await town.ask(errata.untold)


async def test_a_practitioner_reads_who_differs_and_of_nobody_who_shows_nothing(
    town: Town, sam: Person, lee: Person
) -> None:
    """Sam's result waits for "treated"; once it is said nothing differs, and the line about Mondays stands alone; and
    once Sam shows nothing, Sam is not named."""
    await town.do(outcomes_asked, AFTER, lee, sam.id)
    told = await read(town, lee, Erratum.WEEKS)
    assert told is not None
    assert "I counted “quit, self-reported”. It's “not counted until somebody says treated”." in told
    await town.do(set_consent, LATER, sam, ConsentItem.SUMMARY, granted=False)
    hidden = await read(town, lee, Erratum.WEEKS)
    assert hidden is not None
    assert "·" not in hidden
    await town.do(set_consent, LATER, sam, ConsentItem.SUMMARY, granted=True)
    await town.do(say_treated, LATER, lee, sam.id, treated=True)
    assert await read(town, lee, Erratum.WEEKS) == hidden
