"""What is kept goes in its time: after leaving, after a year, after six."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from care.people.invites import open_invite
from care.people.joining import choose_items
from care.people.leaving import leave
from care.people.retention import DATED, FORGOTTEN, KEYS, LEFT, retention
from care.quitting.progress import progress_of
from db import planning
from db.people import accounts, clients, consents
from db.store.engine import Database
from db.store.vault import Vault
from db.tables import check_ins, cravings, events, medicines, mpss, prompts, screens, smoked
from db.tables import clients as clients_table
from db.tables import consents as consents_table
from db.tx import Tx
from programme.event import EVENTS
from programme.event_kinds import OUTLIVES
from programme.people.consent import Choices, ConsentItem
from programme.people.person import Person
from programme.people.retention import kept_until
from programme.planning.reasons import Purpose
from tests.acts.joined import ALL, NOW, fresh, lee, link, sam
from tests.acts.people.test_leaving import EVENING, NIGHT, lived, rows_about
from tests.acts.town import Town

UNTIL = date(2027, 2, 20)  # 90 days after NIGHT, where Sam is
LOGS = {"prompts", "consents", "events"}


async def _nights(database: Database, *days: date) -> list[Any]:
    """Retention in the nights of these days; what each removed."""
    at = [datetime(day.year, day.month, day.day, 3, 10, tzinfo=UTC) for day in days]
    return [await database.write(lambda tx, now=now: retention(tx.at(now))) for now in at]  # type: ignore[misc]


async def _kinds(database: Database, person_id: int) -> set[str]:
    found = select(events.c.kind).where(events.c.person_id == person_id)
    return set((await database.read(lambda tx: tx.run(found))).scalars())


def test_the_day_that_is_named_is_their_own() -> None:
    """Ninety days on, by the clock where they are."""
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    for zone, day in (("Europe/London", date(2027, 2, 28)), ("Asia/Tokyo", date(2027, 3, 1))):
        assert kept_until(late, Person(1, 1, None, "en", None, zone, None, None, None, None, frozenset())) == day


async def test_all_of_who_left_is_there_up_to_the_day_and_then_goes(database: Database, vault: Vault) -> None:
    """Not a row before, whatever the nights; after it nothing but logs under a number, and the key a night later."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    words = vault.seal(person.id, "Nights are the problem.")
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    client = await database.read(lambda tx: clients.get(tx, person.id))
    assert client is not None
    assert client.keep_until == UNTIL
    kept = {"check_ins", "smoked", "cravings", "outcomes", "mpss", "own_words", "toolkit_items", "quit_attempts"}
    await _nights(database, date(2026, 11, 26), date(2026, 12, 24), UNTIL, UNTIL + timedelta(days=1))
    before = await rows_about(database, person.id)
    assert {name for name in kept if not before[name]} == set()
    tallies = await _nights(database, *(UNTIL + timedelta(days=days) for days in (2, 2, 3)))
    found = [tuple(one.get(what, 0) for what in (LEFT, FORGOTTEN, KEYS)) for one in tallies]
    assert found == [(1, 1, 0), (0, 0, 1), (0, 0, 0)]
    after = await rows_about(database, person.id)
    assert {name for name, count in after.items() if count} <= LOGS
    assert {"ConsentSet", "ClientJoined", "ClientLeft"} <= await _kinds(database, person.id) <= OUTLIVES
    assert await database.read(lambda tx: accounts.find(tx, 200)) is None
    assert vault.unseal(person.id, words) is None


async def test_logs_that_outlive_an_account_go_in_their_time(database: Database) -> None:
    """What was asked and why after a year, every yes and no after six."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    await _nights(database, UNTIL + timedelta(days=2), date(2027, 11, 24))
    left = await rows_about(database, person.id)
    assert {name for name, count in left.items() if count} == {"consents", "events"}
    assert {EVENTS[kind].category for kind in await _kinds(database, person.id)} == {"consent"}
    await _nights(database, date(2032, 11, 20))
    assert (await rows_about(database, person.id))["consents"]
    await _nights(database, date(2032, 11, 26))
    assert not any((await rows_about(database, person.id)).values())


async def test_who_comes_back_before_the_day_finds_their_answers(database: Database) -> None:
    """What they say yes to is asked anew, and nothing holds that they said before; nobody wrote down a no."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    await database.write(lambda tx: consents.add(tx.at(EVENING), person.id, {ConsentItem.SAME_DAY: True}))
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    said = select(consents_table.c.item, consents_table.c.granted, consents_table.c.why)
    rows = (await database.read(lambda tx: tx.run(said.where(consents_table.c.person_id == person.id)))).all()
    assert {(row.granted, row.why) for row in rows} == {(True, None), (False, "left")}
    assert len(rows) == 2 * len(ConsentItem)
    back, at = await fresh(database, person), datetime(2027, 2, 19, 12, tzinfo=UTC)
    token = await link(database, practitioner, now=at)
    await database.write(lambda tx: open_invite(tx.at(at), back, token))
    await _nights(database, UNTIL + timedelta(days=3))
    assert (await rows_about(database, person.id))["check_ins"] == 1, "they are on the way back"
    await database.write(lambda tx: choose_items(tx.at(at), back, ALL))
    assert await database.read(lambda tx: consents.in_force(tx, person.id)) == ALL, "not the same-day yes of before"
    await _nights(database, UNTIL + timedelta(days=30))
    assert (await rows_about(database, person.id))["check_ins"] == 1


async def test_who_never_agreed_to_anything_ends_nothing(database: Database) -> None:
    """Of somebody who said no to everything, leaving writes down no answer at all."""
    person = await sam(database, await lee(database), choices=Choices())
    before = (await rows_about(database, person.id))["consents"]
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    assert (await rows_about(database, person.id))["consents"] == before


async def test_who_left_before_days_were_named_is_named_one(town: Town) -> None:
    """They were told "until you say erase": so their day is counted from now, and their goodbye says it."""
    client = await town.client(1)
    await town.do(leave, "2025-06-01T12:00", client)
    unnamed = update(clients_table).values(keep_until=None)
    goodbye = insert(screens).values(person_id=client.id, name="leave", args={}, made_at=NOW, live=True, message_id=5)
    await town.database.write(lambda tx: tx.run(unnamed))
    await town.database.write(lambda tx: tx.run(goodbye))
    for tally in ((1, 0), (0, 0)):
        done = await town.do(retention, "2026-11-24T03:10")
        assert (done.get(DATED, 0), done.get(LEFT, 0)) == tally
    found = await town.ask(clients.get, client.id)
    assert found is not None
    assert found.keep_until == date(2027, 2, 22)
    assert await town.waiting(client) == ["edit"]


async def test_who_is_something_else_here_stays_that(database: Database) -> None:
    """A client who is a practitioner too leaves as both; come back as a practitioner alone, only that is left."""
    practitioner = await lee(database)
    person = await lived(database, practitioner)
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    await database.write(lambda tx: clients.add_practitioner(tx.at(NIGHT), person.id))
    await _nights(database, UNTIL + timedelta(days=2))
    still = await fresh(database, person)
    assert (still.is_practitioner, still.is_client, still.name) == (True, False, "Sam")
    after = await rows_about(database, person.id)
    assert not [name for name in ("check_ins", "own_words", "toolkit_items", "clients", "smoked") if after[name]]


async def test_after_a_year_the_counts_stay_and_the_answers_go(town: Town) -> None:
    """Of a check-in, a cigarette, a craving a year ago the day and the number are left: progress is what it was."""
    client = await town.client(1, since="2025-11-01T12:00")
    long_ago, lately = datetime(2025, 11, 2, 20, tzinfo=UTC), datetime(2026, 11, 2, 20, tzinfo=UTC)

    async def fill(tx: Tx) -> None:
        for at in (long_ago, lately):
            day = {"person_id": client.id, "kind": "check_in", "local_date": at.date(), "slot": "18:30", "due_at": at}
            made = insert(prompts).values(**day, state="done", decision={}).returning(prompts.c.id)
            said = {"mood": "low", "urge": 3, "cigarettes_from": 0, "cigarettes_to": 0, "skipped": []}
            prompt_id = (await tx.run(made)).scalar_one()
            await tx.run(insert(check_ins).values(prompt_id=prompt_id, person_id=client.id, **said))
            told = {"person_id": client.id, "local_date": at.date() - timedelta(days=1), "told_at": at}
            await tx.run(insert(smoked).values(**told, cigarettes_from=2, cigarettes_to=2, moment="stress"))
            await tx.run(insert(cravings).values(person_id=client.id, at=at, before=4, after=1, moment="stress"))
            asked = {"asked_at": at, "asked_on": at.date(), "moment": "set", "on_date": at.date(), "which": []}
            for _ in range(2):
                await tx.run(insert(medicines).values(person_id=client.id, **asked))
            await tx.run(insert(mpss).values(person_id=client.id, made_at=at, on_date=at.date(), scores={}, passed=[]))
            for purpose in (Purpose.NOTE, Purpose.PHRASE):
                await planning.add_own_words(tx.at(at), client.id, purpose, "Words.")
            for kind in ("MoodTold", "CravingRated", "OutcomeTold"):
                await tx.run(insert(events).values(person_id=client.id, kind=kind, data={}, at=at))

    await town.do(fill, "2026-11-02T20:00")
    before = await town.ask(progress_of, client, now=NOW)
    assert (await town.do(retention, "2026-11-24T03:10"))["old answers"]
    assert await town.ask(progress_of, client, now=NOW) == before
    assert "old answers" not in await town.do(retention, "2026-11-24T03:10")
    for table, gone in ((check_ins, "mood"), (smoked, "moment"), (cravings, "moment")):
        rows = (await town.ask(lambda tx, table=table: tx.run(select(table)))).mappings().all()
        assert sorted(row[gone] is None for row in rows) == [False, True], table.name
    assert [await town.count(table) for table in (medicines, mpss)] == [2, 1]
    held = await town.ask(planning.own_words_of_person, client.id, {Purpose.NOTE, Purpose.PHRASE})
    assert sorted(one.purpose for one in held) == [Purpose.NOTE, Purpose.PHRASE, Purpose.PHRASE]
    kinds = [one.kind for one in await town.events(client)]
    assert [kinds.count(kind) for kind in ("CravingRated", "OutcomeTold")] == [1, 2]
