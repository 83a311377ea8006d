"""What is not theirs to tap or to ask for is refused, whoever they are: each role by each tap, id and command."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, product
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from sqlalchemy import event, func, select

from bot.door.dispatch import build_dispatcher
from bot.door.tap_table import REFUSED
from bot.kit.menus import EVERYONE, OF_ROLE, STRANGER, names
from bot.kit.taps import Tap
from bot.kit.visit import Tapped, Visit
from care.check_in.starting import start_now
from care.people.leaving import leave
from care.people.owned import owns
from care.planning.occasions import add_reason
from care.practice.clients import add_link
from care.practice.requests import ask_practitioner
from care.quitting.dates import set_quit_date
from care.quitting.lapses import tell_smoked
from care.quitting.readings import enter_reading
from care.safety.plan import show_plan
from db import events
from db.delivery import screens
from db.delivery.screens import ScreenRow
from db.practice import sessions
from db.schedule import days, plans, prompts
from db.store.engine import Database
from db.tables import invites, metadata, outbox, own_words, quit_attempts, request_line, smoked, toolkit_items
from db.tables import screens as screens_table
from db.tx import Tx
from programme.people.owned import Owned
from programme.people.person import Person, Role
from programme.practice.sessions import Note
from tests.acts.joined import NOW, fresh, lee, link, sam, stranger
from tests.acts.supported import supported
from tests.screens.test_taps import FORGED, TAPS, ids_in, with_id, written

BOT = Bot("42:TEST")
UPDATES = count(1)
NOBODYS = 987654321  # an id of no row
WRITES = ("INSERT", "UPDATE", "DELETE")
FOR_ALL = frozenset({"craving", "leave", "next", "tips"})  # they work for whoever knows them, with nobody's data
UNKNOWN = "unknown-command"
SAYS_NO = frozenset({UNKNOWN, "not-joined", "quit-not-joined", "support-clients"})
SAID = (screens_table, outbox)  # what an answer writes
FEWEST, FEWEST_COMMANDS = 150, 40  # of rows: fewer would mean that the tables are not read
FOR_EVERYBODY = """
    add_late add_words all_right at barrier cancel choices_done cigarettes country decline delete_these done elsewhere
    erase fits go handed_private helped join_again later leave_asked leave_erase leave_it leave_keep let_be meant_else
    moment mood name nation need_help no_words none not_today now nudge_done nudge_skip nudge_stop one_tap open own_name
    pass_anew pass_send place session session_at session_back session_clear session_day set_up share sharing skip
    skip_helped slot slot_at slot_back slot_close slot_move slot_skip slot_undo smoked_back smoked_bye smoked_day
    smoked_many smoked_moment smoked_type smoked_undo support_at support_day support_days support_days_done support_home
    support_no support_not_me support_stop support_word support_yes tell tell_card time time_back toggle travel
    travel_close travel_page travel_to travel_undo try urge view week_of zone
""".split()
COMMANDS = sorted({*EVERYONE, *STRANGER, *(command for commands in OF_ROLE.values() for command in commands)})
THEIRS: dict[Owned, Any] = {  # of a client, by a column with whose it is
    Owned.ITEM: toolkit_items, Owned.WORDS: own_words, Owned.SMOKED: smoked, Owned.ATTEMPT: quit_attempts,
}  # fmt: skip
Ids = dict[Owned, int]
Try = tuple[str, Tap[Any], str, str]  # who, and what they tap, on which screen, with which argument


@dataclass
class Town:
    """Two clinics of one practitioner, one client and one supporter each, and somebody who is nobody.

    `own` holds for each of them an id of each kind that is theirs, `foreign` those of others that they may try.
    """

    database: Database
    roles: dict[str, Person]
    own: dict[str, Ids]
    foreign: dict[Owned, set[int]]


async def settled(database: Database) -> Town:
    """Everything that an id may name is there once in each clinic."""
    one, other = await clinic(database, 0), await clinic(database, 1000)
    gone = await sam(database, one["practitioner"][0], 201, name="Gone")
    await database.write(lambda tx: leave(tx.at(NOW), gone))
    nobody = await stranger(database, 5)
    foreign: dict[Owned, set[int]] = {what: {NOBODYS, 0} for what in Owned}
    for _, ids in other.values():
        for what, number in ids.items():
            foreign[what].add(number)
    foreign[Owned.CLIENT] |= {gone.id, nobody.id}
    foreign[Owned.COLLEAGUE] = {NOBODYS, one["practitioner"][0].id, one["client"][0].id, nobody.id}
    roles = {role: person for role, (person, _) in one.items()} | {"nobody": nobody}
    own = {role: ids for role, (_, ids) in one.items()} | {"nobody": {}}
    own["practitioner"][Owned.COLLEAGUE] = other["practitioner"][0].id
    return Town(database, roles, own, foreign)


async def clinic(database: Database, accounts: int) -> dict[str, tuple[Person, Ids]]:
    """A practitioner with a client who has a supporter, each with what is theirs."""
    practitioner = await lee(database, accounts + 100)
    client = await sam(database, practitioner, accounts + 200)
    supporter = await stranger(database, accounts + 300)

    async def lives(tx: Tx) -> tuple[Ids, Ids, Ids]:
        held = await supported(tx, client.id, supporter.id)
        await set_quit_date(tx, client, NOW.date())
        await tell_smoked(tx, client)
        await show_plan(tx, client, "Ring my sister.")
        await start_now(tx, client)
        await ask_practitioner(tx, client)
        await enter_reading(tx, practitioner, client.id, 4)
        reason, page = await add_reason(tx, client, "My lungs"), await add_link(tx, practitioner, "https://www.nhs.uk")
        assert reason is not None
        assert page is not None
        [asked, *_] = await prompts.of_person(tx, client.id, NOW)
        [plan, *_] = await plans.of_person(tx, client.id)
        entry = [one for one in await events.of_person(tx, client.id) if one.kind == "CoEntered"]
        of_client = {what: await first(tx, table, table.c.person_id, client.id) for what, table in THEIRS.items()}
        of_client |= {Owned.REASON: reason, Owned.PROMPT: asked.id, Owned.SUPPORTER: held.id, Owned.PLAN: plan.id}
        of_client[Owned.NOTE] = await sessions.put_note(tx, client.id, NOW.date(), Note.BRING, "Nights")
        of_client[Owned.PROPOSAL] = (await days.add_proposal(tx, client.id, "time", "20:30")).id
        of_practitioner = {
            Owned.CLIENT: client.id,
            Owned.ENTRY: entry[-1].id,
            Owned.INVITE: await first(tx, invites, invites.c.issued_by, practitioner.id),
            Owned.LINK: page,
            Owned.PLAN: plan.id,
            Owned.REQUEST: await first(tx, request_line, request_line.c.practitioner_id, practitioner.id, "request_id"),
        }
        return of_practitioner, of_client, {Owned.SUPPORTED: held.id}

    await link(database, practitioner)
    ids = await database.write(lambda tx: lives(tx.at(NOW)))
    people = [await fresh(database, one) for one in (practitioner, client, supporter)]
    return dict(zip(Role, zip(people, ids, strict=True), strict=True))


async def first(tx: Tx, table: Any, whose: Any, person_id: int, column: str = "id") -> int:
    """The id of the first row of theirs."""
    return int((await tx.run(select(table.c[column]).where(whose == person_id).limit(1))).scalar_one())


async def dumped(tx: Tx, *left_out: Any) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    tables = [table for table in metadata.sorted_tables if table not in left_out]
    return {table.name: sorted(map(tuple, await tx.run(select(table))), key=repr) for table in tables}


@contextmanager
def writes(database: Database) -> Iterator[list[str]]:
    """The statements that change rows meanwhile."""
    ran: list[str] = []
    engine = database._writer.sync_engine

    def note(*args: Any) -> None:
        if args[2].lstrip().upper().startswith(WRITES):
            ran.append(args[2])

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(engine, "before_cursor_execute", note)


def sender(person: Person) -> dict[str, Any]:
    """Who sends it, as Telegram says it."""
    return {"id": person.telegram_id, "is_bot": False, "first_name": "X", "language_code": "en"}


def message_of(person: Person, text: str) -> dict[str, Any]:
    """A message in their chat."""
    chat = {"id": person.telegram_id, "type": "private"}
    return {"message_id": 1, "date": int(NOW.timestamp()), "chat": chat, "from": sender(person), "text": text}


async def taps(tx: Tx, person: Person, screen_id: int, do: str, arg: str) -> str | None:
    """The toast of that tap of theirs on that screen of theirs."""
    row = await screens.get(tx, screen_id)
    query = {"id": "1", "from": sender(person), "chat_instance": "1", "data": Tapped(screen_id, do, arg).data}
    visit = Visit(tx, person, next(UPDATES), screen=row)
    await handled(visit, {"callback_query": {**query, "message": message_of(person, "...")}})
    return visit.toast


async def handled(visit: Visit, body: dict[str, Any]) -> None:
    """That update goes through the real dispatcher."""
    update = Update.model_validate({"update_id": visit.update_id, **body})
    await build_dispatcher().feed_update(BOT, update, visit=visit)


def may(person: Person, asked: Tap[Any]) -> bool:
    """Whether their role lets them tap it."""
    return asked.who is None or asked.who in person.roles


def screen_for(asked: Tap[Any], arg: str) -> str:
    """A screen that carries it."""
    return written().get(asked, {}).get(arg) or min(asked.on, default="help")


def not_of_role(town: Town) -> Iterator[Try]:
    """Every tap by each who may not, with an argument of its buttons."""
    for (role, person), asked in product(town.roles.items(), TAPS):
        if not may(person, asked):
            arg = next(iter(written().get(asked, ())), "")
            yield role, asked, screen_for(asked, arg), arg


def with_foreign_ids(town: Town) -> Iterator[Try]:
    """Every tap by each who may, with one id that is not theirs and others that are."""
    for (role, person), asked in product(town.roles.items(), TAPS):
        for arg in (*written().get(asked, ()), *FORGED) if may(person, asked) else ():
            for tried in with_one_foreign(town, role, arg, list(ids_in(asked, arg))):
                if not none_named(asked, tried):
                    yield role, asked, screen_for(asked, arg), tried


def with_one_foreign(town: Town, role: str, arg: str, named: list[tuple[re.Match[str], Owned]]) -> Iterator[str]:
    """The argument with each foreign id at each of its places, and with what is theirs at the other places."""
    own = [town.own[role].get(what, NOBODYS) for _, what in named]
    for place, (_, what) in enumerate(named):
        for number in sorted(town.foreign[what] | others(town, role, what)):
            numbers = [*own[:place], number, *own[place + 1 :]]
            tried = arg
            for (run, _), one in reversed(list(zip(named, numbers, strict=True))):
                tried = with_id(tried, run, one)
            yield tried


def others(town: Town, role: str, what: Owned) -> set[int]:
    """Ids of that kind which somebody else of their own clinic has, and they have not."""
    return {ids[what] for ids in town.own.values() if what in ids} - {town.own[role].get(what, NOBODYS)}


def none_named(asked: Tap[Any], arg: str) -> bool:
    """Whether the 0 of that argument names nothing, as it may."""
    return len(asked.arg.rows(asked.arg.read(arg))) < len(list(ids_in(asked, arg)))


async def refusals(town: Town, tried: Iterable[Try]) -> list[str]:
    """Of taps that are to be refused, those that were not, or that changed a row."""
    tries = list(tried)

    async def all_of_them(tx: Tx) -> list[str]:
        standing: dict[tuple[str, str], int] = {}
        for role, _, screen, _ in tries:
            if (role, screen) not in standing:
                standing[role, screen] = await screens.add(tx, town.roles[role].id, screen, {}, None)
        before = await dumped(tx)
        found = []
        with writes(town.database) as ran:
            for role, asked, screen, arg in tries:
                ran.clear()
                said = await taps(tx, town.roles[role], standing[role, screen], asked.do, arg)
                if said != REFUSED or ran:
                    found.append(f"{role}: {asked.do}:{arg} on {screen}: {said}, {ran}")
        assert found or await dumped(tx) == before
        return found

    assert len(tries) > FEWEST
    return await town.database.write(lambda tx: all_of_them(tx.at(NOW)))


async def test_each_has_what_is_theirs(database: Database) -> None:
    """There is an id of each kind that somebody owns, so that the foreign ones are refused for being foreign."""
    town = await settled(database)
    assert {what for ids in town.own.values() for what in ids} == set(Owned)

    async def not_theirs(tx: Tx) -> list[tuple[str, Owned]]:
        every = ((role, what, number) for role, ids in town.own.items() for what, number in ids.items())
        return [(role, what) for role, what, number in every if not await owns(tx, town.roles[role], what, number)]

    assert await database.read(lambda tx: not_theirs(tx.at(NOW))) == []


async def test_taps_of_another_role(database: Database) -> None:
    """Whoever taps what their role may not is refused, and nothing is written."""
    town = await settled(database)
    assert await refusals(town, not_of_role(town)) == []


async def test_taps_with_ids_of_others(database: Database) -> None:
    """Whoever taps with the id of somebody else's, or of nothing, is refused in the same words."""
    town = await settled(database)
    assert await refusals(town, with_foreign_ids(town)) == []


def test_what_everybody_may_tap() -> None:
    """A tap for everybody, whatever their role, is in this list: whoever adds one thinks of each of the roles."""
    assert sorted(one.do for one in TAPS if one.who is None) == FOR_EVERYBODY


async def test_commands_of_another_role(database: Database) -> None:
    """A command that is not of their role is answered with one note, and changes nothing else; a supporter reads that
    it is unknown."""
    town = await settled(database)
    tries = [
        (role, command)
        for role, person in town.roles.items()
        for command in COMMANDS
        if command not in FOR_ALL and command not in names(person.roles)
    ]

    async def all_of_them(tx: Tx) -> list[str]:
        before = await dumped(tx, *SAID)
        found = []
        for role, command in tries:
            answers = await answers_to(tx, town.roles[role], command)
            allowed = {UNKNOWN} if role == Role.SUPPORTER else SAYS_NO
            if len(answers) != 1 or answers[0].name != "note" or answers[0].args["key"] not in allowed:
                found.append(f"{role}: /{command}: {[(one.name, one.args) for one in answers]}")
        assert found or await dumped(tx, *SAID) == before
        return found

    assert len(tries) > FEWEST_COMMANDS
    assert await database.write(lambda tx: all_of_them(tx.at(NOW))) == []


async def answers_to(tx: Tx, person: Person, command: str) -> list[ScreenRow]:
    """The screens that come of that command of theirs."""
    last = (await tx.run(select(func.max(screens_table.c.id)))).scalar_one()
    entity = {"type": "bot_command", "offset": 0, "length": len(command) + 1}
    message = {**message_of(person, f"/{command}"), "entities": [entity]}
    await handled(Visit(tx, person, next(UPDATES)), {"message": message})
    new = select(screens_table.c.id).where(screens_table.c.id > last).order_by(screens_table.c.id)
    found = [await screens.get(tx, number) for number in (await tx.run(new)).scalars()]
    return [row for row in found if row is not None]
