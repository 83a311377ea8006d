"""Golden cases by their real dates, quit date Monday 5 January 2026: what clients answer and practitioners enter."""

from datetime import date, timedelta

import pytest

from care.practice.caseload import caseload_of
from care.quitting.dates import name_relapse, set_quit_date, take_back_relapse
from care.quitting.four_outcomes import outcomes_of, record_of
from care.quitting.outcomes import answer_outcome
from care.quitting.readings import enter_heard, enter_reading, entries_of, say_treated, undo_entry
from db.people import accounts
from db.tx import Tx
from programme.people.person import Person
from programme.quitting.follow_ups import RANGES
from programme.quitting.nhs import Nhs
from programme.quitting.outcomes import Outcomes
from programme.quitting.record import Record
from programme.quitting.relapses import Choice
from programme.quitting.russell import Russell
from programme.schedule.plan import OUTCOME
from programme.schedule.prompt import Prompt
from tests.acts.town import Town, utc

QUIT = date(2026, 1, 5)
JOINED, DAY_28, DAY_35, DAY_42, DAY_60 = (f"2026-{on}:00" for on in ("01-04T12", "02-02T12", "02-09T12", "02-16T12",
                                                                    "03-06T12"))  # fmt: skip


@pytest.fixture
async def lee(town: Town, sam: Person) -> Person:
    """Sam's practitioner."""
    found = await town.ask(accounts.find, 999_999)
    assert found is not None
    return found


@pytest.fixture
async def sam(town: Town) -> Person:
    """A client in London who stopped on 5 January."""
    person = await town.client(since=JOINED)
    await town.do(set_quit_date, JOINED, person, QUIT)
    return person


async def asked(town: Town, sam: Person, now: str) -> Prompt:
    """The outcome question that was asked last by then."""
    while (await town.open_due(now)).more:
        pass
    return [one for one in await town.prompts(sam) if one.kind == OUTCOME][-1]


async def found(town: Town, lee: Person, sam: Person, now: str = DAY_60) -> Outcomes:
    """What Lee reads of Sam then."""
    seen = await town.ask(lambda tx: outcomes_of(tx.at(utc(now)), lee, sam.id))
    assert seen is not None
    assert seen.outcomes is not None
    return seen.outcomes


async def counted(town: Town, lee: Person, sam: Person, now: str = DAY_60) -> Nhs:
    """What the NHS counts then."""
    nhs = (await found(town, lee, sam, now)).nhs
    assert nhs is not None
    return nhs.category


async def test_a_correction_is_the_answer(town: Town, sam: Person, lee: Person) -> None:
    """1: "6 or more" put right to "Not at all", half a year of none with 3 ppm: abstinent and verified."""
    await town.do(say_treated, DAY_28, lee, sam.id, treated=True)
    prompt = await asked(town, sam, "2026-02-02T10:00")
    await town.do(answer_outcome, DAY_28, sam, prompt.id, "6+")
    corrected = await town.do(answer_outcome, DAY_35, sam, prompt.id, "0")
    assert corrected is not None
    assert (corrected.told_on, corrected.last_on) == (date(2026, 2, 2), date(2026, 2, 2))
    assert await counted(town, lee, sam) is Nhs.SELF_REPORTED
    half = "2026-07-06T12:00"
    prompt = await asked(town, sam, half)
    await town.do(answer_outcome, half, sam, prompt.id, "0")
    assert await town.do(enter_reading, half, lee, sam.id, 3)
    russell = (await found(town, lee, sam, half)).russell_6
    assert russell is not None
    assert russell.category is Russell.VERIFIED


async def record(town: Town, sam: Person) -> Record:
    """All of it, with the zone where they are now."""
    there = await town.ask(accounts.get, sam.id)
    assert there is not None
    return await town.ask(record_of, there)


async def test_correcting_is_as_if_it_had_been_said_at_first(town: Town, sam: Person) -> None:
    """Each answer, put right to each other one a week later, leaves the record that the other leaves at once."""
    prompt, at_first = await asked(town, sam, "2026-02-02T10:00"), {}
    for code in [one for one in RANGES if one != "not_said"]:
        await town.do(answer_outcome, DAY_28, sam, prompt.id, code)
        at_first[code] = await record(town, sam)
    for code, wanted in at_first.items():
        await town.do(answer_outcome, DAY_35, sam, prompt.id, code)
        assert await record(town, sam) == wanted


async def moved(tx: Tx, person: Person, zone: str) -> None:
    """They live in that zone now."""
    await accounts.set_place(tx, person.id, country="FR", zone=zone)


async def test_moving_abroad_changes_nothing(town: Town, sam: Person, lee: Person) -> None:
    """7: told at 23:30 in London on day 42; in Paris, Auckland or Honolulu later it is a quit all the same."""
    prompt, late = await asked(town, sam, DAY_35), "2026-02-16T23:30"
    await town.do(say_treated, JOINED, lee, sam.id, treated=True)
    await town.do(name_relapse, "2026-01-10T23:45", sam, Choice.KEEP_GOING)
    await town.do(enter_reading, DAY_42, lee, sam.id, 20)
    said = await town.do(answer_outcome, late, sam, prompt.id, "0")
    assert said is not None
    assert (said.told_on, said.last_on) == (date(2026, 2, 16), date(2026, 2, 2))
    before = await record(town, sam)
    [answer] = [one for one in before.said if one.follow_up]
    assert (answer.first, answer.last, answer.by) == (date(2026, 1, 20), date(2026, 2, 2), None)
    for zone in ("Europe/Paris", "Pacific/Auckland", "Pacific/Honolulu"):
        await town.do(moved, DAY_60, sam, zone)
        assert await record(town, sam) == before
        assert await counted(town, lee, sam) is Nhs.SELF_REPORTED


async def test_heard_in_the_room_with_a_reading(town: Town, sam: Person, lee: Person) -> None:
    """2 and 3: not counted before "treated" is said; then verified, with who and when; a wrong entry is taken back."""
    day_28 = date(2026, 2, 2)
    assert await town.do(enter_heard, DAY_42, lee, sam.id, "0", day_28)
    assert await town.do(enter_reading, DAY_42, lee, sam.id, 3, day_28)
    assert await counted(town, lee, sam) is Nhs.NOT_COUNTED
    await town.do(say_treated, DAY_42, lee, sam.id, treated=True)
    assert await counted(town, lee, sam) is Nhs.CO_VERIFIED
    [heard, reading] = await town.ask(entries_of, sam.id)
    assert (heard.by, heard.on, heard.entered_on, reading.ppm) == (lee.id, day_28, date(2026, 2, 16), 3)
    await town.do(enter_heard, DAY_42, lee, sam.id, "6+")
    assert await counted(town, lee, sam) is Nhs.NOT_QUIT
    wrong = (await town.ask(entries_of, sam.id))[-1]
    assert not await town.do(undo_entry, DAY_42, sam, sam.id, wrong.id)
    assert await town.do(undo_entry, DAY_42, lee, sam.id, wrong.id)
    assert not await town.do(undo_entry, DAY_42, lee, sam.id, wrong.id)
    assert await counted(town, lee, sam) is Nhs.CO_VERIFIED
    assert await town.do(undo_entry, DAY_42, lee, sam.id, reading.id)
    assert await counted(town, lee, sam) is Nhs.SELF_REPORTED
    assert await town.do(undo_entry, DAY_42, lee, sam.id, heard.id)
    assert await counted(town, lee, sam) is Nhs.NOT_KNOWN
    for code, on in (("0", date(2026, 2, 17)), ("0", date(2026, 1, 4)), ("2", day_28), ("0", date(2026, 1, 20))):
        assert not await town.do(enter_heard, DAY_42, lee, sam.id, code, on)
    for on in (date(2026, 2, 17), date(2026, 2, 16) - timedelta(days=43)):
        assert not await town.do(enter_reading, DAY_42, lee, sam.id, 3, on)


async def test_what_is_heard_too_late_takes_nothing_away(town: Town, sam: Person, lee: Person) -> None:
    """None heard on day 28, and another answer on day 60: it stands among the entries, and the first one counts."""
    await town.do(say_treated, DAY_28, lee, sam.id, treated=True)
    assert await town.do(enter_heard, DAY_28, lee, sam.id, "0")
    assert await town.do(enter_heard, DAY_60, lee, sam.id, "6+")
    assert await counted(town, lee, sam) is Nhs.SELF_REPORTED
    first, late = await town.ask(entries_of, sam.id)
    assert await town.do(enter_heard, DAY_60, lee, sam.id, "1-5", date(2026, 2, 10))
    assert await counted(town, lee, sam) is Nhs.NOT_QUIT
    assert await town.do(undo_entry, DAY_60, lee, sam.id, (await town.ask(entries_of, sam.id))[-1].id)
    assert await counted(town, lee, sam) is Nhs.SELF_REPORTED
    assert await town.do(undo_entry, DAY_60, lee, sam.id, first.id)
    assert await counted(town, lee, sam) is Nhs.NOT_KNOWN
    assert [one.id for one in await town.ask(entries_of, sam.id)] == [late.id]


async def test_heard_too_early_it_is_still_due(town: Town, sam: Person, lee: Person) -> None:
    """Heard on day 20, a result is due on Monday all the same; heard on day 28, it is there."""
    assert await town.do(enter_heard, "2026-01-25T12:00", lee, sam.id, "0")
    assert (await town.do(caseload_of, DAY_28, lee)).clients[0].due_by == date(2026, 2, 16)
    assert await town.do(enter_heard, DAY_28, lee, sam.id, "0")
    assert (await town.do(caseload_of, DAY_28, lee)).clients[0].due_by is None


async def test_a_relapse_in_their_own_word(town: Town, sam: Person, lee: Person) -> None:
    """4: named on day 10 it is not quit and never lost; taken back that day it had not been; a new try is asked anew
    whether it is treated."""
    await town.do(say_treated, JOINED, lee, sam.id, treated=True)
    day_10 = "2026-01-15T19:00"
    await town.do(name_relapse, day_10, sam, Choice.NEW_DATE)
    assert await counted(town, lee, sam) is Nhs.NOT_QUIT
    [attempt] = (await record(town, sam)).attempts
    assert await town.do(take_back_relapse, day_10, sam, attempt.id)
    assert (await record(town, sam)).relapses == ()
    assert await counted(town, lee, sam) is Nhs.NOT_KNOWN
    await town.do(name_relapse, day_10, sam, Choice.NEW_DATE)
    await town.do(set_quit_date, DAY_28, sam, date(2026, 2, 2))
    assert await counted(town, lee, sam) is Nhs.NOT_COUNTED
