"""An older database: nobody who was erased comes back with it, and nothing is sent from it before it is let go."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from care.delivery.say import show
from care.operators import starting
from care.operators.starting import Begun, release
from care.people.invites import OpenedInvite, open_invite
from care.people.leaving import Erased, delete_keys, erase, settle
from care.schedule.due import open_due
from db.delivery import inbox, outbox, screens
from db.delivery.inbox import NewUpdate
from db.delivery.outbox import OutboxState, Rank
from db.delivery.sight import Hold
from db.people import accounts, erasing
from db.schedule import plans, prompts
from db.store import service_facts
from db.store.engine import Database, open_database
from db.store.vault import Vault
from db.tables import metadata
from db.tables import outbox as outbox_table
from db.tx import Tx
from programme.people.invite import InviteRefusal
from programme.people.person import Person
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode
from tests.acts.joined import NOW, fresh, invited, lee, link, sam, stranger
from tests.acts.people.test_leaving import EVENING, NIGHT, everything, lived, rows_about
from tests.acts.supported import supported


async def begin(database: Database, *, finishes: bool = True) -> Begun:
    """What every start does first; killed before it told the vault, unless it `finishes`."""
    begun = await database.write(lambda tx: starting.begin_start(tx.at(NIGHT)))
    if finishes:
        starting.finish_start(database.vault, begun)
    return begun


async def is_older_by(database: Database, number: int) -> None:
    """The database is as it was that many generations ago."""
    await database.write(lambda tx: _back(tx, number))


async def _back(tx: Tx, number: int) -> None:
    await service_facts.put_generation(tx, await service_facts.lock_generation(tx) - number)


async def held(database: Database) -> Hold:
    """The database is an older copy, and a start has seen it."""
    await begin(database)
    await is_older_by(database, 1)
    found = (await begin(database)).checked.held
    assert found is not None
    return found


async def states(database: Database, person: Person) -> list[tuple[str, str | None]]:
    """What became of what was put down for that person."""
    return [(row.state.value, row.reason) for row in await database.read(lambda tx: outbox.of_person(tx, person.id))]


async def test_who_was_erased_is_erased_whole(database: Database, vault: Vault) -> None:
    """A client whom the vault knows to be erased leaves no row, and what supporters and practitioner had goes too."""
    practitioner = await lee(database)
    person = await lived(database, practitioner, 7_200_200)
    other = await sam(database, practitioner, 300)
    kept = await rows_about(database, other.id)
    vault.erase(person.id, person.telegram_id)
    assert (await begin(database)).erased == {person.id: person.telegram_id}
    assert not any((await rows_about(database, person.id)).values())
    assert (await everything(database)).count("7200200") == 1, "the update that still waits: a stranger wrote it"
    assert await rows_about(database, other.id) == kept
    assert (await begin(database)).erased == {}


async def test_who_came_back_since_stays(database: Database, vault: Vault) -> None:
    """An erased account that wrote again, opened a link, or supports somebody, is somebody new at every start."""
    practitioner = await lee(database)
    friend = await sam(database, practitioner, 300)
    for account, comes_back in ((200, invited), (201, _supports(friend))):
        person = await sam(database, practitioner, account)
        erased = await database.write(lambda tx, one=person: erase(tx.at(NIGHT), one))  # type: ignore[misc]
        assert isinstance(erased, Erased)
        settle(vault, erased)
        back = await comes_back(database, practitioner, account)
        assert (await begin(database)).erased == {}
        assert (await fresh(database, back)).telegram_id == account


def _supports(client: Person) -> Callable[..., Any]:
    async def comes_back(database: Database, _: Person, account: int) -> Person:
        person = await stranger(database, account)
        await database.write(lambda tx: supported(tx.at(NIGHT), client.id, person.id))
        return person

    return comes_back


async def test_an_account_is_enough(database: Database, vault: Vault) -> None:
    """Where the id's mark was lifted (its number had come round), the fingerprint of the account erases."""
    person = await sam(database, await lee(database), 200)
    vault.suppress(200)
    assert vault.erased_among({person.id: 200}) == {person.id}
    await begin(database)
    assert await database.read(lambda tx: accounts.find(tx, 200)) is None
    assert vault.erased_among({person.id: 200, 10**6: 200}) == {person.id}


async def test_who_left_since_has_left(database: Database, vault: Vault) -> None:
    """Who left after the copy was made is no client in it either, unless they joined once more; nobody is told."""
    practitioner = await lee(database)
    gone, back = await sam(database, practitioner, 200), await sam(database, practitioner, 201)
    await database.write(lambda tx: supported(tx.at(NIGHT), gone.id, back.id))
    shown = await database.write(lambda tx: show(tx.at(NIGHT), gone.id, "help"))
    await database.write(lambda tx: screens.adopt(tx, shown, 5))
    await begin(database)
    for person in (gone, back):
        vault.note_left(person.id)  # as `leave` does
    vault.note_back(back.id)  # as joining does
    await begin(database)
    await is_older_by(database, 1)
    copy = (await begin(database)).checked.held
    assert copy is not None
    assert all(row.id <= copy.last_row for row in await _rows(database))
    assert not (await fresh(database, gone)).is_client
    assert (await fresh(database, back)).is_client


async def test_clients_of_an_erased_practitioner_have_left(database: Database, vault: Vault) -> None:
    """A practitioner is erased after their clients left, so an older database where they have not lets them leave."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    vault.erase(practitioner.id, practitioner.telegram_id)
    await begin(database)
    assert not (await fresh(database, person)).is_client
    assert await database.read(lambda tx: plans.of_person(tx, person.id)) == []


async def test_several_processes_at_once(database: Database, vault: Vault) -> None:
    """Four starts at the same moment erase everybody once and raise the generation, and none holds the database."""
    practitioner = await lee(database)
    clients = [await sam(database, practitioner, account) for account in (200, 201, 202)]
    for one in clients:
        vault.erase(one.id, one.telegram_id)
    others = [await open_database(database.url, vault=vault) for _ in range(3)]
    found = await asyncio.gather(*(begin(one) for one in (database, *others)))
    for other in others:
        await other.close()
    assert sum(len(one.erased) for one in found) == 3
    assert not any(one.checked.held for one in found)
    assert await database.read(erasing.living_people) == {practitioner.id: 100}


async def test_a_key_whose_deletion_was_cut_off_goes_at_the_next_start(database: Database, vault: Vault) -> None:
    """Killed between the commit and the key, however long ago, the key goes before anything else happens."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    words = vault.seal(person.id, "secret")
    await database.write(lambda tx: erase(tx.at(NIGHT - timedelta(days=30)), person))
    assert vault.unseal(person.id, words) == "secret"
    await begin(database)
    assert vault.unseal(person.id, words) is None
    assert (await fresh(database, practitioner)).name == "Lee"
    assert delete_keys(vault, {person.id}) == 0


@pytest.mark.parametrize("kills", [1, 3])
async def test_a_kill_before_the_vault_confirms_holds_nothing(database: Database, vault: Vault, kills: int) -> None:
    """The database commits first: whatever number the vault missed, the next start finds nothing older."""
    await begin(database)
    for _ in range(kills):
        assert (await begin(database, finishes=False)).checked.held is None
    assert vault.generation() == 1
    begun = await begin(database)
    assert (begun.checked.held, begun.checked.behind, begun.has_old_vault) == (None, kills, False)
    assert vault.generation() == await database.read(service_facts.generation_here) == kills + 2


async def test_an_older_database_is_held_until_it_is_let_go(database: Database, vault: Vault) -> None:
    """It stays held however often it is started, what it knew to be waiting is dropped, and no number comes round."""
    person = await stranger(database)
    update_ = NewUpdate(7, person.telegram_id, "{}", wordy=True)
    await database.write(lambda tx: inbox.add(tx.at(NOW), [update_]))
    shown = await database.write(lambda tx: show(tx.at(NOW), person.id, "help"))
    token = await link(database, await lee(database))
    vault.key_for_new(5000)
    first = await held(database)
    assert (first.why, first.database, first.vault) == ("older", 0, 1)
    assert first.last_row == await database.read(outbox.last_id)
    assert (await begin(database)).checked.held == first
    assert await database.read(inbox.waiting_in_all) == 0
    assert await database.write(lambda tx: open_invite(tx.at(NIGHT), person, token)) is InviteRefusal.EXPIRED
    assert (await stranger(database, 2)).id > 5000
    assert await database.write(lambda tx: show(tx.at(NOW), person.id, "help")) > shown + 1000
    let_go = await database.write(lambda tx: release(tx.at(NIGHT)))
    assert let_go is not None
    starting.confirm_start(vault, let_go[1])
    assert (await begin(database)).checked.held is None
    assert await database.write(lambda tx: release(tx.at(NIGHT))) is None


async def test_what_was_due_in_the_copy_is_missed_by_us(database: Database) -> None:
    """Let go, nothing of the copy is to be sent any more; open check-ins and those that came due are our miss."""
    practitioner = await lee(database)
    asked, waits = await sam(database, practitioner, 200), await sam(database, practitioner, 201)
    await database.write(lambda tx: open_due(tx.at(EVENING), limit=1))
    await database.write(lambda tx: _is_sending(tx, asked.id))
    copy = await held(database)
    card = await database.write(lambda tx: show(tx.at(NIGHT), waits.id, "crisis"))
    later = EVENING + timedelta(days=20, minutes=10)  # in the window of that evening
    found = await database.write(lambda tx: release(tx.at(later)))
    assert found is not None
    assert found[0].missed == 2 * 21 + 3, "two check-ins an evening, and the practitioner's Mondays"
    for person in (asked, waits):
        recorded = await database.read(lambda tx, one=person: prompts.of_person(tx, one.id, NOW))  # type: ignore[misc]
        mine = [one for one in recorded if one.kind == "check_in"]
        assert {one.state for one in mine} == {PromptState.MISSED_BY_US}
        assert mine[-1].reason == ReasonCode.RESTORED
    assert not (await database.write(lambda tx: open_due(tx.at(later)))).opened
    assert ("uncertain", ReasonCode.RESTORED) in await states(database, asked)
    open_rows = [row for row in await _rows(database) if row.state in ("waiting", "sending")]
    assert [row.screen_id for row in open_rows] == [card]
    assert all(row.id > copy.last_row for row in open_rows)


async def _is_sending(tx: Tx, person_id: int) -> None:
    rows = update(outbox_table).where(outbox_table.c.person_id == person_id, outbox_table.c.rank == int(Rank.PROMPT))
    assert (await tx.run(rows.values(state=OutboxState.SENDING.value))).rowcount == 1


async def _rows(database: Database) -> list[Any]:
    return list((await database.read(lambda tx: tx.run(select(outbox_table)))).all())


async def test_an_older_vault_is_told(database: Database, vault: Vault) -> None:
    """People of whom the vault knows nothing joined after it was copied; an erased one among them is marked."""
    person = await stranger(database)
    gone = await stranger(database, 2)
    await database.write(lambda tx: erasing.forget_accounts(tx.at(NOW), {gone.id: 2}))
    vault._file._rows.execute("delete from people")
    begun = await begin(database)
    assert (begun.unknown, begun.has_old_vault) == (1, True)
    assert vault.not_erased([person.id, gone.id]) == {person.id}


async def test_an_older_vault_holds_until_the_newest_is_there(database: Database, vault: Vault) -> None:
    """Held, nothing of the database is dropped; with the newest vault in place it is held no more."""
    by = await lee(database)
    token, kim = await link(database, by), await stranger(database, 300)
    await begin(database)
    said = NewUpdate(7, 200, "my words", wordy=True)
    await database.write(lambda tx: inbox.add(tx.at(NIGHT), [said]))
    newest = vault._file._rows.execute("select * from people").fetchall()
    vault._file._rows.execute("delete from people")
    held = (await begin(database)).checked.held
    assert held is not None
    assert held.why == "vault"
    assert (await begin(database)).checked.held == held
    assert await database.read(inbox.waiting_in_all) == 1
    vault._file._rows.executemany("insert into people values (?, ?)", newest)
    assert (await begin(database)).checked.held is not None  # it is no newer than the one that it was held for
    vault.confirm(held.database)
    assert (await begin(database)).checked.held is None
    assert isinstance(await database.write(lambda tx: open_invite(tx.at(NOW), kim, token)), OpenedInvite)


async def test_let_go_for_an_older_vault_all_goes_on(database: Database, vault: Vault) -> None:
    """What waited is sent, what is due is asked, and who has no key gets one; the next start holds nothing."""
    person = await sam(database, await lee(database))
    await begin(database)
    await database.write(lambda tx: show(tx.at(NIGHT), person.id, "note", {"key": "let-be"}, rank=Rank.PROMPT))
    words = await database.read(lambda tx: accounts.get(tx, person.id))
    assert words is not None
    assert words.name == "Sam"
    vault._file._rows.execute("delete from people where person_id = ?", (person.id,))
    assert (await begin(database)).checked.held is not None
    found = await database.write(lambda tx: release(tx.at(NIGHT)))
    assert found is not None
    released, checked = found
    starting.confirm_start(vault, checked)
    assert (released.why, released.without_key, released.missed, released.cancelled) == ("vault", 1, 0, 0)
    assert "waiting" in {state for state, _ in await states(database, person)}
    again = await database.read(lambda tx: accounts.get(tx, person.id))
    assert again is not None
    assert again.name is None
    assert (await begin(database)).checked.held is None


@pytest.mark.parametrize("starts", [130])
async def test_a_vault_that_cannot_be_written_holds_nothing(database: Database, starts: int) -> None:
    """However often a process starts and the vault confirms nothing, the vault is not taken for an older one."""
    for _ in range(starts):
        assert (await begin(database, finishes=False)).checked.held is None


def test_every_table_that_counts_its_rows_leaps() -> None:
    """The tables that `hold` moves on are those whose rows are named by number on phones; none is left out."""
    counted = {name for name, table in metadata.tables.items() if table.autoincrement_column is not None}
    assert {"people", "screens", "prompts", "outbox", "requests", "invites", "supporters", "own_words"} <= counted
    assert not {"inbox", "plans", "soft", "request_line"} & counted
