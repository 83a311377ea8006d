"""Leaving and erasing: nothing more is said, nothing more is seen, and in the end nothing is there."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, func, insert, or_, select

from care.check_in.answers import answer, share_words, write_words
from care.delivery.say import show
from care.people.consent import held_data
from care.people.invites import make_client_invite, open_invite
from care.people.joining import choose_items
from care.people.leaving import Erased, Left, erase, forget_strangers, leave, settle, settle_all
from care.people.retention import FORGOTTEN, KEYS, retention
from care.practice.caseload import week_of
from care.practice.requests import ask_practitioner
from care.schedule.due import advance_open_prompts, open_due
from db import craving, measures, planning, quitting, supporters
from db.delivery import outbox, screens
from db.delivery.outbox import Rank
from db.people import accounts, clients, consents, data_inventory
from db.practice import sessions
from db.schedule import days, plans, prompts
from db.store.engine import Database
from db.store.vault import Vault
from db.tables import metadata
from db.tx import Tx
from db.types import Json, Moment, Sealed
from programme.check_in.answers import Question
from programme.measures.dependence import UsualDay
from programme.people.consent import Choices, ConsentItem, JoiningStep
from programme.people.invite import InviteRefusal
from programme.people.person import Person
from programme.planning.reasons import Purpose
from programme.practice.sessions import Note
from programme.schedule.pause import Pause
from tests.acts.joined import NOW, fresh, invited, lee, link, sam, stranger
from tests.acts.supported import supported

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
NIGHT = EVENING + timedelta(hours=1)
READ_BACK = {"medicines": {"moment": "set", "which": []}}  # its codes are read by the practitioner's week
APART = {"people", "inbox"}  # an empty row stays of these


def columns_about(table: Table) -> list[Any]:
    """The columns of a table that say whom a row is about."""
    return [] if table.name in APART else list(data_inventory.tables_about().get(table, ()))


async def rows_about(database: Database, person_id: int) -> dict[str, int]:
    """How many rows each table has about that person, by table; every table that could have some."""
    found = {}
    for table in metadata.tables.values():
        if columns := columns_about(table):
            wanted = select(func.count()).where(or_(*(column == person_id for column in columns)))
            found[table.name] = await database.read(lambda tx, wanted=wanted: _number(tx, wanted))  # type: ignore[misc]
    return found


async def _number(tx: Tx, wanted: Any) -> int:
    return int((await tx.run(wanted)).scalar_one())


async def everything(database: Database) -> str:
    """Every cell of every table, as text; sealed ones as their bytes."""
    cells = []
    for table in metadata.tables.values():
        rows = await database.read(lambda tx, table=table: tx.run(select(table)))  # type: ignore[misc]
        cells += [f"{table.name}: {cell!r}" for row in rows for cell in row]
    return "\n".join(cells)


async def lived(database: Database, practitioner: Person, telegram_id: int = 200) -> Person:
    """A client with something in every table: a check-in with shared words, a request, a quit date, messages."""
    person = await sam(database, practitioner, telegram_id)
    await database.write(lambda tx: open_due(tx.at(EVENING)))
    [prompt] = await database.read(lambda tx: prompts.of_person(tx, person.id, NOW))
    await database.write(lambda tx: answer(tx.at(EVENING), person, prompt.id, Question.MOOD, "low"))
    await database.write(lambda tx: write_words(tx.at(EVENING), person, prompt.id, "Nights are the problem."))
    await database.write(lambda tx: share_words(tx.at(EVENING), person, prompt.id))
    await database.write(lambda tx: ask_practitioner(tx.at(EVENING), person))
    await database.write(lambda tx: quitting.add_attempt(tx.at(EVENING), person.id, EVENING.date()))
    await database.write(lambda tx: planning.add_reason(tx.at(EVENING), person.id, "Walking up the hill with Mia."))
    await database.write(lambda tx: quitting.add_smoked(tx.at(EVENING), person.id, EVENING.date(), None))
    await database.write(lambda tx: craving.add(tx.at(EVENING), person.id, 4))
    held = await database.write(lambda tx: supported(tx.at(EVENING), person.id, practitioner.id))
    await database.write(
        lambda tx: supporters.add_encouragement(tx.at(EVENING), held.id, practitioner.id, person.id, "Hi")
    )
    await database.write(lambda tx: plans.start_pause(tx, person.id, Pause(EVENING, EVENING)))
    await database.write(lambda tx: sessions.put(tx, person.id, EVENING))
    await database.write(lambda tx: _followed_up(tx, person.id))
    await database.write(lambda tx: consents.stop_kind(tx.at(EVENING), person.id, "hello"))
    await database.write(lambda tx: days.begin_evening(tx.at(EVENING), person.id))
    await database.write(lambda tx: measures.put_usual(tx.at(EVENING), person.id, UsualDay(20, EVENING.date())))
    await database.write(lambda tx: _the_rest(tx, person.id))
    for number, state in enumerate(("done", "dead", "waiting"), start=telegram_id % 1000 * 10):
        await database.write(lambda tx, row=(number, telegram_id, state): _update(tx, *row))  # type: ignore[misc]
    return await fresh(database, person)


async def _followed_up(tx: Tx, person_id: int) -> None:
    """An outcome and a proposal, each with its answer, and a note for a session."""
    await sessions.put_note(tx.at(EVENING), person_id, EVENING.date(), Note.BRING, "Nights.")
    await planning.add_own_words(tx.at(EVENING), person_id, Purpose.PHRASE, "One step.")
    outcome = {"attempt_id": person_id, "milestone": 28, "answered_at": EVENING, "answer": "none"}
    outcome |= {"told_on": EVENING.date(), "last_on": EVENING.date()}
    await tx.run(insert(metadata.tables["outcomes"]).values(outcome | {"person_id": person_id}))
    proposal = {"person_id": person_id, "what": "time", "value": "18:30", "made_at": EVENING}
    await tx.run(insert(metadata.tables["proposals"]).values(proposal))


async def _the_rest(tx: Tx, person_id: int) -> None:
    """A row in each table about people that has none of theirs so far: any row will do, and so does a new table."""
    ours = {Moment: EVENING, Sealed: tx.seal(person_id, "x"), Json: {}}
    plain = {int: 1, str: "x", bool: False, bytes: b"x", date: EVENING.date()}
    for table in metadata.tables.values():
        if table.name == "practitioners" or not (about := columns_about(table)):
            continue
        theirs = select(func.count()).where(or_(*(column == person_id for column in about)))
        if await _number(tx, theirs):
            continue
        needed = [one for one in table.columns if not one.nullable and not (one.primary_key and one.name == "id")]
        own = {one.name: ours[type(one.type)] for one in needed if type(one.type) in ours}
        rest = {one.name: plain[one.type.python_type] for one in needed if type(one.type) not in ours}
        row = own | rest | READ_BACK.get(table.name, {})
        await tx.run(insert(table).values(row | {column.name: person_id for column in about}))


async def _update(tx: Tx, number: int, telegram_id: int, state: str) -> None:
    row = {"update_id": number, "telegram_id": telegram_id, "received_at": NOW, "state": state}
    await tx.run(insert(metadata.tables["inbox"]).values(row | {"payload": tx.seal(0, "hello")}))


async def test_who_leaves_hears_nothing_more(database: Database) -> None:
    """The plan ends, what waits unasked is cancelled, buttons go; an answer that waits is still sent."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    kept = await database.write(lambda tx: show(tx.at(NIGHT), person.id, "leave"))
    tip = await database.write(lambda tx: show(tx.at(NIGHT), person.id, "note", {"key": "tip"}, rank=Rank.PROMPT))
    card = await database.write(lambda tx: show(tx.at(NIGHT), person.id, "crisis"))
    assert await database.write(lambda tx: leave(tx.at(NIGHT), person, keep_screen=kept)) is Left.LEFT
    assert await database.read(lambda tx: plans.of_person(tx, person.id)) == []
    rows_of = await database.read(lambda tx: outbox.of_person(tx, person.id))
    assert [row.state for row in rows_of if row.screen_id == tip and row.verb == "send"] == ["cancelled"]
    assert [row.state for row in rows_of if row.screen_id == card and row.verb == "send"] == ["waiting"]
    assert not [row for row in rows_of if row.state == "waiting" and row.rank == Rank.PROMPT]
    assert [row.id for row in await database.read(lambda tx: screens.live_of(tx, person.id))] == [kept]
    assert (await database.write(lambda tx: open_due(tx.at(NIGHT + timedelta(days=3))))).opened == 0
    left = await fresh(database, person)
    assert left.roles == frozenset()
    assert await database.write(lambda tx: leave(tx.at(NIGHT), left)) is Left.NOT_JOINED


async def test_who_leaves_is_seen_by_nobody_and_their_answers_stay(database: Database) -> None:
    """The practitioner sees neither week nor name any more; what was kept is kept until they say erase."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    assert await database.write(lambda tx: week_of(tx.at(NIGHT), practitioner, person.id)) is not None
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    assert await database.write(lambda tx: week_of(tx.at(NIGHT), practitioner, person.id)) is None
    assert await database.read(lambda tx: clients.of_practitioner(tx, practitioner.id)) == []
    assert await database.read(lambda tx: consents.in_force(tx, person.id)) == Choices()
    assert (await rows_about(database, person.id))["check_ins"] == 1


async def test_what_was_kept_on_leaving_is_there_after_two_nights(database: Database) -> None:
    """Smoking and cravings told of while their yes held, and a check-in they were adding to late; also once they are
    back and say no. What they tell of after leaving goes the next night, and so does what they never agreed to keep."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    never = await sam(database, practitioner, 300, choices=Choices(frozenset({ConsentItem.CHECK_IN})))
    [prompt] = await database.read(lambda tx: prompts.of_person(tx, person.id, NOW))
    late = EVENING + timedelta(days=1, hours=2)
    await database.write(lambda tx: advance_open_prompts(tx.at(EVENING + timedelta(days=1))))
    await database.write(lambda tx: answer(tx.at(late), person, prompt.id, Question.URGE, "4"))
    await database.write(lambda tx: quitting.add_smoked(tx.at(EVENING), never.id, EVENING.date(), None))
    await database.write(lambda tx: leave(tx.at(late), person))
    await database.write(lambda tx: quitting.add_smoked(tx.at(late + timedelta(hours=1)), person.id, late.date(), None))
    before = await rows_about(database, person.id)
    assert (before["smoked"], before["cravings"], before["check_ins"]) == (2, 1, 1)
    for night in (1, 2, 3, 4):
        await database.write(lambda tx, on=late + timedelta(days=night): advance_open_prompts(tx.at(on)))  # type: ignore[misc]
        await database.write(lambda tx, on=late + timedelta(days=night): retention(tx.at(on)))  # type: ignore[misc]
    after = await rows_about(database, person.id)
    assert (after["smoked"], after["cravings"], after["check_ins"]) == (1, 1, 1)
    assert (await rows_about(database, never.id))["smoked"] == 0
    back = await fresh(database, person)
    token = await link(database, practitioner, now=late + timedelta(days=5))
    await database.write(lambda tx: open_invite(tx.at(late + timedelta(days=5)), back, token))
    await database.write(lambda tx: choose_items(tx.at(late + timedelta(days=5)), back, Choices()))
    await database.write(lambda tx: retention(tx.at(late + timedelta(days=7))))
    assert (await rows_about(database, person.id))["smoked"] == 1


async def test_a_practitioner_stays_as_long_as_somebody_is_theirs(database: Database) -> None:
    """With a client they can neither leave nor be erased; without, their open links lead nowhere any more."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    assert await database.write(lambda tx: leave(tx.at(NIGHT), practitioner)) is Left.HAS_CLIENTS
    assert await database.write(lambda tx: erase(tx.at(NIGHT), practitioner)) is Left.HAS_CLIENTS
    assert (await fresh(database, practitioner)).is_practitioner
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    on_the_way = await invited(database, practitioner, 300)
    token = await link(database, practitioner)
    assert await database.write(lambda tx: leave(tx.at(NIGHT), practitioner)) is Left.LEFT
    assert not (await fresh(database, practitioner)).is_practitioner
    await _finds_nothing(database, on_the_way, token)
    gone = await fresh(database, practitioner)
    assert await database.write(lambda tx: make_client_invite(tx.at(NIGHT), gone)) is None


async def _finds_nothing(database: Database, person: Person, token: str) -> None:
    assert await database.write(lambda tx: open_invite(tx.at(NIGHT), person, token)) is InviteRefusal.UNKNOWN
    assert await database.write(lambda tx: choose_items(tx.at(NIGHT), person, Choices())) is JoiningStep.WELCOME


async def test_erasing_leaves_no_row_in_any_table(database: Database, vault: Vault) -> None:
    """After a full life every table had something about Sam; after erasing none has, and no cell names the account."""
    practitioner = await lee(database)
    person = await lived(database, practitioner, 7_200_200)
    words = vault.seal(person.id, "Nights are the problem.")
    before = await rows_about(database, person.id)
    assert not [name for name, count in before.items() if not count and name != "practitioners"], (
        "a table was not filled"
    )
    erased = await database.write(lambda tx: erase(tx.at(NIGHT), person))
    assert isinstance(erased, Erased)
    assert not any((await rows_about(database, person.id)).values())
    settle(vault, erased)
    assert vault.unseal(person.id, words) is None
    assert vault.is_suppressed(7_200_200)
    assert await database.read(lambda tx: accounts.get(tx, person.id)) is None
    left = await everything(database)
    assert left.count("7200200") == 2, "the stranger who is told goodbye, and the update that still waits"


async def test_erasing_one_person_touches_nobody_else(database: Database) -> None:
    """Another client of the same practitioner, and the practitioner, keep every row."""
    practitioner = await lee(database)
    other = await lived(database, practitioner, 300)
    person = await sam(database, practitioner, 200)
    before = await rows_about(database, other.id)
    await database.write(lambda tx: erase(tx.at(NIGHT), person))
    assert await rows_about(database, other.id) == before
    assert await database.write(lambda tx: week_of(tx.at(NIGHT), practitioner, other.id)) is not None


async def test_an_erased_number_never_comes_round(database: Database, vault: Vault) -> None:
    """Whoever writes next gets another number, so that a late deletion of a key never hits somebody new."""
    person = await stranger(database, 1)
    erased = await database.write(lambda tx: erase(tx.at(NIGHT), person))
    assert isinstance(erased, Erased)
    assert erased.stranger is not None
    newcomer = await stranger(database, 2)
    assert len({person.id, erased.stranger.id, newcomer.id}) == 3
    settle(vault, erased)
    await database.write(lambda tx: accounts.set_name(tx, newcomer.id, "Kim"))
    assert (await fresh(database, newcomer)).name == "Kim"


async def test_a_crash_before_the_key_went_is_made_up_for(database: Database, vault: Vault) -> None:
    """The nightly round deletes the key of everybody who was erased, and of nobody else."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    words = vault.seal(person.id, "secret")
    await database.write(lambda tx: erase(tx.at(NIGHT), person))
    assert vault.unseal(person.id, words) == "secret"
    assert await database.write(lambda tx: settle_all(tx.at(NIGHT + timedelta(hours=6)))) == 1
    assert vault.unseal(person.id, words) is None
    assert (await fresh(database, practitioner)).name == "Lee"


async def test_somebody_who_was_erased_may_join_anew(database: Database, vault: Vault) -> None:
    """They are somebody new, with nothing of before, and a restore does not take them away."""
    practitioner = await lee(database)
    person = await sam(database, practitioner, 200)
    erased = await database.write(lambda tx: erase(tx.at(NIGHT), person))
    assert isinstance(erased, Erased)
    settle(vault, erased)
    back = await sam(database, practitioner, 200, name="Sammy")
    assert back.id != person.id
    assert (back.name, back.is_client) == ("Sammy", True)
    assert not vault.is_suppressed(200)


@pytest.mark.parametrize(("hours", "stays"), [(23, True), (25, False)])
async def test_strangers_are_forgotten_after_a_day(database: Database, hours: int, stays: bool) -> None:
    """Who never joined and holds no link is forgotten a day after they were here; everybody else stays."""
    practitioner = await lee(database)
    client, on_the_way = await sam(database, practitioner, 200), await invited(database, practitioner, 201)
    passer_by = await stranger(database, 1)
    await database.write(lambda tx: show(tx.at(NOW), passer_by.id, "welcome"))
    gone = await database.write(lambda tx: forget_strangers(tx.at(NOW + timedelta(hours=hours))))
    assert gone == ([] if stays else [Erased(passer_by.id, 1)])
    for somebody in (practitioner, client, on_the_way):
        assert (await fresh(database, somebody)).id == somebody.id


async def test_privacy_says_what_is_held(database: Database) -> None:
    """Counts by kind, since when, and who sees it; of a stranger there is next to nothing."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    found = await database.read(lambda tx: held_data(tx, person))
    assert (found.since, found.named, found.practitioner_id) == (NOW, True, practitioner.id)
    assert found.choices.summary
    expected = {"check-ins": 1, "words": 1, "toolkit": 1, "requests": 1, "clients": 0, "prompts": 1, "choices": 3}
    assert {kind: found.counts[kind] for kind in expected} == expected
    nobody = await stranger(database, 9)
    nothing = await database.read(lambda tx: held_data(tx, nobody))
    assert (nothing.named, nothing.practitioner_id, set(nothing.counts.values())) == (False, None, {0})
    theirs = await database.read(lambda tx: held_data(tx, practitioner))
    assert theirs.counts["clients"] == 1


async def test_the_night_forgets_strangers_first_and_their_keys_a_night_later(database: Database, vault: Vault) -> None:
    """Nothing loses its key before the commit that erases it; twice a night is as once."""
    passer_by = await stranger(database, 1)
    words = vault.seal(passer_by.id, "hello")
    for night, tally in ((2, (0, 1)), (3, (1, 0)), (3, (0, 0))):
        done = await database.write(lambda tx, night=night: retention(tx.at(NOW + timedelta(days=night))))  # type: ignore[misc]
        assert (done.get(KEYS, 0), done.get(FORGOTTEN, 0)) == tally
        assert vault.unseal(passer_by.id, words) == ("hello" if night == 2 else None)
