"""What a crisis card and a quiet line leave behind: nothing that says what they were about."""

from datetime import time, timedelta

from sqlalchemy import select

from care.people.leaving import leave
from care.safety.cards import card_of, choose_nation
from care.safety.crisis import WrittenMessage, check_quiet_line, crisis, delete_messages, forget_lines, forget_what
from db import events
from db.delivery import outbox, screens
from db.people import accounts
from db.store.engine import Database
from db.tables import screens as table
from jobs.timetable import Job
from programme.safety.cards import CARDS
from programme.safety.danger import Brings, Danger
from tests.acts.joined import NOW, fresh, lee, sam, stranger

TWO_DAYS = timedelta(hours=48)


async def args_of(database: Database, person_id: int) -> list[object]:
    """What the rows of that person's cards and lines hold."""
    wanted = select(table.c.name, table.c.args).where(table.c.person_id == person_id).order_by(table.c.id)
    rows = await database.read(lambda tx: tx.run(wanted.where(table.c.name.in_(["crisis", "quiet_line"]))))
    return [row.args for row in rows]


async def test_a_card_says_what_it_is_about_as_long_as_it_has_buttons(database: Database) -> None:
    """Its row is drawn from a code; the event never says it, and with its last button, or two days later, it goes."""
    eve = await stranger(database)
    written = WrittenMessage(12, NOW)
    for number, brings in enumerate(one for one in Brings if one.is_card):
        found = Danger(brings, "the rule", "pl")
        await database.write(lambda tx, n=number, found=found: crisis(tx.at(NOW), eve, n, found, written))  # type: ignore[misc]
    life, *others = await args_of(database, eve.id)
    assert life == {"lang": "pl"}
    assert {one["kind"] for one in others} == {one.value for one in Brings if one.is_card} - {"life"}  # type: ignore[index]
    assert [one for one in others if "wrote" in one] == [  # type: ignore[operator]
        {"kind": "violence", "lang": "pl", "wrote": 12, "sent": int(NOW.timestamp())}
    ]
    shown = await database.read(lambda tx: events.of_person(tx, eve.id))
    assert {(event.kind, str(event.data)) for event in shown} == {("CrisisCardShown", "{}")}
    [card, *_] = await database.read(lambda tx: screens.live_of(tx, eve.id, "crisis"))
    await database.write(lambda tx: forget_what(tx, card))
    assert (await args_of(database, eve.id))[0] == {}
    await database.write(lambda tx: forget_lines(tx.at(NOW + TWO_DAYS)))
    assert await args_of(database, eve.id) == [{}] * 6


async def test_one_quiet_line_an_hour_and_none_beside_a_card(database: Database) -> None:
    """Nothing is written of it but its row, another screen an hour later; a card comes whatever came before."""
    eve = await stranger(database)
    await database.write(lambda tx: check_quiet_line(tx.at(NOW), eve))
    await database.write(lambda tx: check_quiet_line(tx.at(NOW + timedelta(minutes=59)), eve))
    assert await args_of(database, eve.id) == [{}]
    await database.write(lambda tx: crisis(tx.at(NOW), eve, 5, Danger(Brings.LIFE, "r")))
    assert await args_of(database, eve.id) == [{}, {}]
    later = NOW + timedelta(minutes=62)
    await database.write(lambda tx: forget_lines(tx.at(later)))
    assert len(await args_of(database, eve.id)) == 1
    assert len(await database.read(lambda tx: screens.live_of(tx, eve.id))) == 2
    assert [event.kind for event in await database.read(lambda tx: events.of_person(tx, eve.id))] == ["CrisisCardShown"]
    keys = [row.key for row in await database.read(lambda tx: outbox.of_person(tx, eve.id))]
    assert keys == [None, "u5:crisis"]
    await database.write(lambda tx: check_quiet_line(tx.at(later), eve))
    assert len(await args_of(database, eve.id)) == 2


async def test_both_messages_go_or_neither(database: Database) -> None:
    """Every such card that is young enough goes with the words before it; an old one is left, and that is known."""
    eve = await stranger(database)
    for number in (1, 2):
        found, written = Danger(Brings.VIOLENCE, "r"), WrittenMessage(number, NOW + timedelta(hours=number))
        await database.write(lambda tx, n=number, f=found, w=written: crisis(tx.at(NOW), eve, n, f, w))  # type: ignore[misc]
    old, young = await database.read(lambda tx: screens.live_of(tx, eve.id, "crisis"))
    late = NOW + timedelta(hours=49, minutes=30)
    assert not await database.write(lambda tx: delete_messages(tx.at(late), eve, old))
    assert await database.write(lambda tx: delete_messages(tx.at(late), eve, young))
    rows = await database.read(lambda tx: outbox.of_person(tx, eve.id))
    assert [(row.verb, row.screen_id) for row in rows] == [
        ("send", old.id), ("send", young.id), ("delete", young.id)
    ]  # fmt: skip
    assert (await args_of(database, eve.id))[1] == {"wrote": 2}


async def test_whose_numbers(database: Database) -> None:
    """A clock in London says nothing; a practitioner's choice holds for their clients, until those choose."""
    practitioner = await lee(database)
    client = await sam(database, practitioner)
    assert (await database.read(lambda tx: card_of(tx, client))).country == "GB"
    assert not await database.write(lambda tx: choose_nation(tx.at(NOW), practitioner, "FR"))
    assert await database.write(lambda tx: choose_nation(tx.at(NOW), practitioner, "GB-WLS"))
    assert await database.read(lambda tx: card_of(tx, client)) == CARDS["GB-WLS"]
    await database.write(lambda tx: choose_nation(tx.at(NOW), client, "GB-NIR"))
    client = await fresh(database, client)
    assert await database.read(lambda tx: card_of(tx, client)) == CARDS["GB-NIR"]
    await database.write(lambda tx: accounts.set_place(tx, client.id, country="FR", zone="Europe/Paris"))
    abroad = await fresh(database, client)
    assert (await database.read(lambda tx: card_of(tx, abroad))).country == "ZZ"
    await database.write(lambda tx: choose_nation(tx.at(NOW), abroad, "GB-SCT"))
    back = await fresh(database, client)
    assert await database.read(lambda tx: card_of(tx, back)) == CARDS["GB-SCT"]
    assert back.zone == "Europe/Paris"


async def test_whose_numbers_after_leaving(database: Database) -> None:
    """Who leaves keeps the numbers of the nation that their practitioner chose, and no other place."""
    practitioner = await lee(database)
    client = await sam(database, practitioner)
    await database.write(lambda tx: choose_nation(tx.at(NOW), practitioner, "GB-WLS"))
    await database.write(lambda tx: leave(tx.at(NOW), client))
    gone = await fresh(database, client)
    assert await database.read(lambda tx: card_of(tx, gone)) == CARDS["GB-WLS"]
    assert (gone.country, gone.zone) == (client.country, client.zone)


def test_a_job_of_every_hour() -> None:
    """It has a slot an hour, from its minute on; a daily one has a slot a day."""
    hourly, daily = Job("a", time(0, 20), forget_lines, hourly=True), Job("b", time(3, 10), forget_lines)
    slots = [hourly.slot(NOW + timedelta(minutes=minutes)) for minutes in (0, 19, 20, 79, 80)]
    assert slots == ["2026-11-22T16", "2026-11-22T16", "2026-11-22T17", "2026-11-22T17", "2026-11-22T18"]
    assert daily.slot(NOW) == "2026-11-22"
