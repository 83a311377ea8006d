"""Each yes and no can be turned round, with effect at once."""

from datetime import UTC, datetime, time, timedelta

import pytest

from care.check_in.answers import answer
from care.people.consent import Changed, set_consent
from care.people.joining import set_time
from care.practice.caseload import week_of
from care.schedule.due import open_due
from db import check_in, events, toolkit
from db.people import consents
from db.schedule import plans, prompts
from db.store.engine import Database
from programme.check_in.answers import Question
from programme.check_in.events import CheckInAnswered
from programme.people.consent import JOINING, Choices, ConsentItem
from programme.people.events import ConsentSet
from programme.people.person import Person
from programme.schedule.plan import NEVER
from programme.schedule.prompt import PromptState
from tests.acts.joined import NOW, fresh, invited, lee, sam, stranger

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
NIGHT = EVENING + timedelta(hours=1)


async def turn(database: Database, person: Person, item: ConsentItem, granted: bool, now: datetime = NIGHT) -> Changed:
    """The person says yes or no to that item."""
    return await database.write(lambda tx: set_consent(tx.at(now), person, item, granted))


async def asked(database: Database, person: Person) -> int:
    """The check-in of this evening opens, and the mood is answered; the prompt's id."""
    await database.write(lambda tx: open_due(tx.at(EVENING)))
    [prompt] = await database.read(lambda tx: prompts.of_person(tx, person.id, NOW))
    await database.write(lambda tx: answer(tx.at(EVENING), person, prompt.id, Question.MOOD, "low"))
    return prompt.id


async def test_no_to_check_ins_ends_the_plan_at_once(database: Database) -> None:
    """The plan ends, the open check-in closes, nothing is due; what was answered stays."""
    person = await sam(database, await lee(database))
    prompt_id = await asked(database, person)
    assert await turn(database, person, ConsentItem.CHECK_IN, False) is Changed.DONE
    assert await database.read(lambda tx: plans.of_person(tx, person.id)) == []
    prompt = await database.read(lambda tx: prompts.get(tx, prompt_id))
    assert prompt is not None
    assert prompt.state is PromptState.PART
    tomorrow = NIGHT + timedelta(days=2)
    assert (await database.write(lambda tx: open_due(tx.at(tomorrow)))).opened == 0
    assert await database.read(lambda tx: check_in.get(tx, prompt_id)) is not None


async def test_yes_to_check_ins_begins_anew_at_the_last_time(database: Database) -> None:
    """No time is asked for where one was known; the next check-in is the next such time."""
    person = await sam(database, await lee(database))
    await turn(database, person, ConsentItem.CHECK_IN, False)
    assert await turn(database, person, ConsentItem.CHECK_IN, True) is Changed.DONE
    [plan] = await database.read(lambda tx: plans.of_person(tx, person.id))
    assert plan.rule.times == (time(18, 30),)
    assert NIGHT < plan.next_due_at < NEVER


async def test_a_first_yes_to_check_ins_wants_a_time(database: Database) -> None:
    """Somebody who joined without check-ins is asked when, and then has a plan."""
    person = await sam(database, await lee(database), choices=Choices())
    assert await turn(database, person, ConsentItem.CHECK_IN, True) is Changed.NEEDS_TIME
    await database.write(lambda tx: set_time(tx.at(NIGHT), person, time(9)))
    [plan] = await database.read(lambda tx: plans.of_person(tx, person.id))
    assert plan.rule.times == (time(9),)


async def test_no_to_keeping_answers_deletes_them(database: Database) -> None:
    """The answers go, from the history too; that there was a check-in stays, and so does the toolkit."""
    person = await sam(database, await lee(database))
    prompt_id = await asked(database, person)
    assert await turn(database, person, ConsentItem.KEEP_ANSWERS, False) is Changed.DONE
    assert await database.read(lambda tx: check_in.get(tx, prompt_id)) is None
    assert await database.read(lambda tx: prompts.get(tx, prompt_id)) is not None
    [told] = await database.read(lambda tx: events.of_person(tx, person.id, kind=CheckInAnswered))
    assert told.data == {"prompt_id": prompt_id, "question": "mood", "late": False}
    assert await database.read(lambda tx: toolkit.of_person(tx, person.id))


async def test_no_to_the_summary_closes_it_at_once(database: Database) -> None:
    """The practitioner sees the week until the no, and from then on nothing."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    await asked(database, person)
    assert await database.write(lambda tx: week_of(tx.at(NIGHT), practitioner, person.id)) is not None
    await turn(database, person, ConsentItem.SUMMARY, False)
    assert await database.write(lambda tx: week_of(tx.at(NIGHT), practitioner, person.id)) is None


@pytest.mark.parametrize("item", ConsentItem)
async def test_saying_the_same_twice_is_written_once(database: Database, item: ConsentItem) -> None:
    """A double tap adds neither a consent nor an event."""
    person, other = await sam(database, await lee(database)), item not in JOINING
    assert await turn(database, person, item, other) is Changed.DONE
    assert await turn(database, person, item, other) is Changed.SAME
    assert len(await database.read(lambda tx: consents.of_person(tx, person.id))) == len(JOINING) + 1
    assert len(await database.read(lambda tx: events.of_person(tx, person.id, kind=ConsentSet))) == 2


async def test_who_agrees_is_read_for_many_at_once(database: Database) -> None:
    """The newest answer of each person counts; who was never asked does not agree."""
    practitioner = await lee(database)
    yes, no = await sam(database, practitioner, 200), await sam(database, practitioner, 201)
    never = await stranger(database, 5)
    await turn(database, no, ConsentItem.CHECK_IN, False)
    ids = [yes.id, no.id, never.id]
    assert await database.read(lambda tx: consents.granting(tx, ids, ConsentItem.CHECK_IN)) == {yes.id}


async def test_nobody_but_a_client_has_choices_to_change(database: Database) -> None:
    """A stranger, and somebody on the way, change nothing by a forged button."""
    person = await invited(database, await lee(database))
    assert await turn(database, await fresh(database, person), ConsentItem.SUMMARY, True) is Changed.NO_CLIENT
    assert await database.read(lambda tx: consents.of_person(tx, person.id)) == []
