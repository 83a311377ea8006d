"""Outcomes as acts: what they are read from, who enters what, and who may see them."""

from datetime import date

import pytest

from care.check_in.answers import answer
from care.people.consent import set_consent
from care.people.leaving import leave
from care.quitting.dates import set_quit_date
from care.quitting.four_outcomes import OutcomesShown, outcomes_asked, outcomes_of
from care.quitting.lapses import tell_smoked
from care.quitting.readings import FollowUpEnd, end_follow_up, enter_reading, say_treated
from db import quitting
from db.people import accounts
from db.people.data_inventory import held_counts
from db.tx import Tx
from programme.check_in.answers import Question
from programme.people.consent import ConsentItem
from programme.people.person import Person
from programme.quitting.follow_ups import RANGES, OutcomeAnswer
from programme.quitting.nhs import Nhs
from programme.quitting.russell import Russell
from programme.quitting.working import Code, SevenDays, WorkingStep
from tests.acts.town import Town, utc

QUIT = date(2026, 11, 20)
DAY_0 = "2026-11-20T12:00"
DAY_16 = "2026-12-06T19:00"
DAY_29 = "2026-12-19T12:00"
DAY_50 = "2027-01-09T12:00"


@pytest.fixture
async def sam(town: Town) -> Person:
    """A client who stops on the day they join."""
    person = await town.client(1)
    await town.do(set_quit_date, DAY_0, person, QUIT)
    return person


@pytest.fixture
async def lee(town: Town, sam: Person) -> Person:
    """Sam's practitioner."""
    found = await town.ask(accounts.find, 999_999)
    assert found is not None
    return found


async def seen(town: Town, lee: Person, sam: Person, now: str = DAY_29) -> OutcomesShown:
    """What Lee sees of Sam then."""
    found = await town.ask(lambda tx: outcomes_of(tx.at(utc(now)), lee, sam.id))
    assert found is not None
    return found


async def category(town: Town, lee: Person, sam: Person, now: str = DAY_29) -> Nhs:
    """How the NHS would count it then."""
    found = (await seen(town, lee, sam, now)).outcomes
    assert found is not None
    assert found.nhs is not None
    return found.nhs.category


async def kept(tx: Tx, person_id: int, said: OutcomeAnswer) -> None:
    """That answer, as it stands in the table."""
    await quitting.put_outcome(tx, person_id, said)


async def told(town: Town, sam: Person, value: str, now: str = DAY_29) -> None:
    """Sam's answer to how many since day 15, as the schedule's question keeps it."""
    [attempt] = await town.ask(quitting.attempts_of_person, sam.id)
    on = utc(now).date()
    await town.do(kept, now, sam.id, OutcomeAnswer(attempt.id, 28, utc(now), *RANGES[value], value, on, on))


async def test_an_answer_and_a_reading(town: Town, sam: Person, lee: Person) -> None:
    """Not counted before it is said; waiting, quit by their word, then checked; without an answer in time not known."""
    assert await category(town, lee, sam) is Nhs.NOT_COUNTED
    assert await town.do(say_treated, DAY_29, lee, sam.id, treated=True)
    assert await category(town, lee, sam) is Nhs.WAITING
    assert await category(town, lee, sam, DAY_50) is Nhs.NOT_KNOWN
    await told(town, sam, "6+")
    assert await category(town, lee, sam) is Nhs.NOT_QUIT
    await told(town, sam, "0")
    assert await category(town, lee, sam) is Nhs.SELF_REPORTED
    assert await town.do(enter_reading, DAY_29, lee, sam.id, 6)
    assert await category(town, lee, sam) is Nhs.CO_VERIFIED
    assert await town.do(say_treated, DAY_29, lee, sam.id, treated=False)
    assert await category(town, lee, sam) is Nhs.NOT_COUNTED
    assert await town.do(say_treated, DAY_29, lee, sam.id, treated=True)
    found = await seen(town, lee, sam)
    assert [one.treated for one in found.record.treatments] == [True, False, True]
    assert await category(town, lee, sam) is Nhs.CO_VERIFIED


async def test_no_number_and_a_number_of_another_attempt_are_no_answer(town: Town, sam: Person, lee: Person) -> None:
    """Not saying is silence, also where it was tapped."""
    await town.do(say_treated, DAY_29, lee, sam.id, treated=True)
    await told(town, sam, "not_said")
    on = utc(DAY_29).date()
    await town.do(kept, DAY_29, sam.id, OutcomeAnswer(999, 28, utc(DAY_29), 0, 0, "0", on, on))
    assert await category(town, lee, sam) is Nhs.WAITING


async def test_half_a_year_on(town: Town, sam: Person, lee: Person) -> None:
    """An answer 26 weeks after the quit date is the follow-up at six months."""
    await told(town, sam, "1-5", "2027-05-21T12:00")
    found = (await seen(town, lee, sam, "2027-05-21T13:00")).outcomes
    assert found is not None
    assert found.russell_6 is not None
    assert found.russell_6.category is Russell.SELF_REPORTED


async def test_what_was_told_from_day_to_day(town: Town, sam: Person, lee: Person) -> None:
    """A check-in with a range on day 16, and smoking told of on day 29."""
    await town.do(say_treated, DAY_0, lee, sam.id, treated=True)
    prompt = await town.begins(sam, DAY_16)
    await town.do(answer, DAY_16, sam, prompt.id, Question.CIGARETTES, "2-5")
    await town.do(tell_smoked, DAY_29, sam)
    found = (await seen(town, lee, sam)).outcomes
    assert found is not None
    assert found.nhs is not None
    assert WorkingStep.of(Code.TOLD_SMOKED, days=1) in found.nhs.working
    assert found.nhs.category is Nhs.NOT_QUIT
    assert found.seven_days.category is SevenDays.SMOKING


async def test_a_death_ends_the_follow_up(town: Town, sam: Person, lee: Person) -> None:
    """Nobody is a smoker for having died; a day to come is refused."""
    await town.do(say_treated, DAY_0, lee, sam.id, treated=True)
    assert not await town.do(end_follow_up, DAY_16, lee, sam.id, FollowUpEnd.DIED, date(2026, 12, 7))
    assert await town.do(end_follow_up, DAY_16, lee, sam.id, FollowUpEnd.DIED, date(2026, 12, 6))
    found = (await seen(town, lee, sam)).outcomes
    assert found is not None
    assert found.russell_6 is not None
    assert (await category(town, lee, sam), found.russell_6.in_denominator) == (Nhs.NOT_KNOWN, False)


async def test_what_is_refused(town: Town, sam: Person, lee: Person) -> None:
    """A number that is none, days that are not over, and anybody but the client's own practitioner."""
    for ppm in (-1, 201):
        assert not await town.do(enter_reading, DAY_29, lee, sam.id, ppm)
    other = await town.client(2)
    assert not await town.do(enter_reading, DAY_29, other, sam.id, 3)
    assert not await town.do(enter_reading, DAY_29, sam, sam.id, 3)
    assert await town.ask(lambda tx: outcomes_of(tx.at(utc(DAY_29)), other, sam.id)) is None
    await town.do(leave, DAY_29, sam)
    assert not await town.do(enter_reading, DAY_29, lee, sam.id, 3)
    assert await town.ask(lambda tx: outcomes_of(tx.at(utc(DAY_29)), lee, sam.id)) is None


async def test_they_are_shown_while_the_summary_is(town: Town, sam: Person, lee: Person) -> None:
    """Each asking is an event of the client's; with the yes taken back nothing is shown, and nothing written."""
    assert await town.do(outcomes_asked, DAY_29, lee, sam.id)
    await town.choose(DAY_29, sam, summary=False)
    assert (await seen(town, lee, sam)).outcomes is None
    assert not await town.do(outcomes_asked, DAY_29, lee, sam.id)
    assert [event.actor_id for event in await town.events(sam, "OutcomesRead")] == [lee.id]


async def test_answers_that_are_not_kept_are_not_counted(town: Town, sam: Person, lee: Person) -> None:
    """Taking the yes back forgets readings; nothing more is entered from then on."""
    await town.do(enter_reading, DAY_29, lee, sam.id, 6)
    await town.do(set_consent, DAY_29, sam, ConsentItem.KEEP_ANSWERS, False)
    assert await town.events(sam, "CoEntered") == []
    assert (await seen(town, lee, sam)).outcomes is None
    assert not await town.do(enter_reading, DAY_29, lee, sam.id, 6)


async def test_privacy_counts_readings(town: Town, sam: Person, lee: Person) -> None:
    """What a practitioner entered about a client stands in the client's list of what is kept."""
    await town.do(enter_reading, DAY_29, lee, sam.id, 6)
    assert (await town.ask(held_counts, sam.id))["readings"] == 1
