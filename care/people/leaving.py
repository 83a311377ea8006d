"""Leaving and erasing: nothing more is asked or shown, and words are lost in backups too."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from care import craving
from care.delivery import say
from care.people import invites
from care.practice import requests
from care.practice.clients import unshow
from care.practice.route import leave_route
from care.safety.cards import nation_of
from care.schedule import closing
from care.schedule.closing import PromptEnding
from care.schedule.plans import end_plans
from care.supporters import clients_side, their_side
from db import events
from db.delivery import screens
from db.people import accounts as db_accounts
from db.people import clients, consents, erasing
from db.practice import sessions
from db.practice.requests import has_waiting
from db.schedule import plans, prompts
from db.store.files import failpoint
from db.store.vault import Vault
from db.tx import Tx
from programme.event import OPERATOR
from programme.people.consent import ConsentItem
from programme.people.events import ClientLeft, ErasedByOperator, PractitionerLeft
from programme.people.person import Person, Role
from programme.people.retention import STRANGERS, kept_until
from programme.schedule.kinds import of_role
from programme.schedule.reason_code import ReasonCode


class Left(StrEnum):
    """What became of wanting to leave."""

    LEFT = "left"
    NOT_JOINED = "not_joined"
    HAS_CLIENTS = "has_clients"  # a practitioner whose people would be left with nobody
    HAS_REQUESTS = "has_requests"  # somebody asked them, or whom they cover for, to get in touch: not opened yet


@dataclass(frozen=True, slots=True)
class LeavingState:
    """What stands in the way of leaving, and what stays.

    - `left`: they left before. `needed`: somebody is their client. `waiting`: a request waits for them to open it.
    - `until`: the last day on which what they keep with us is held. `answers`: they let answers be kept, or did until
      they left.
    - `read_by`: the practitioner whom they ever showed their week.
    """

    left: bool
    needed: bool
    waiting: bool
    until: date | None
    answers: bool
    read_by: Person | None


async def leaving_state(tx: Tx, person: Person) -> LeavingState:
    """How it stands for that person."""
    client, read_by = await clients.get(tx, person.id), None
    left = client is not None and client.left_at is not None
    showed = (one.granted and one.item is ConsentItem.SUMMARY for one in await consents.of_person(tx, person.id))
    if client is not None and any(showed):
        read_by = await db_accounts.get(tx, client.practitioner_id)
    return LeavingState(
        left=left,
        needed=person.is_practitioner and bool(await clients.of_practitioner(tx, person.id)),
        waiting=person.is_practitioner and await has_waiting(tx, person.id),
        until=None if client is None else client.keep_until if left else kept_until(tx.now, person),
        answers=ConsentItem.KEEP_ANSWERS in await consents.up_to_leaving(tx, person.id),
        read_by=read_by,
    )


async def leave(tx: Tx, person: Person, *, keep_screen: int | None = None, take_back: bool = False) -> Left:
    """That person leaves, in each of their roles.

    - A practitioner stays as long as somebody is their client, or waits for them to open a request for help.
    - What a client asked of their practitioner and nobody opened yet stays, unless they say `take_back`.
    - Plans end, what waits unasked is cancelled, buttons go (not those of `keep_screen`, which says goodbye).
    - Every yes ends, so that the practitioner sees nothing from now on; coming back is asked again. Nobody said no, and
      so none is written down.
    - What they kept with us stays up to the day that is named to them (programme.people.retention); a new link brings
      them back to it.
    - Their supporters hear nothing more of them, nor they of those whom they support.
    - The crisis numbers stay those of the nation that their practitioner chose.
    - An answer that waits, such as a crisis card, is still sent.
    - The vault remembers it, for a database that was copied before (care.operators.starting).
    """
    if not person.roles:
        return Left.NOT_JOINED
    if person.is_practitioner and await clients.of_practitioner(tx, person.id):
        return Left.HAS_CLIENTS
    if person.is_practitioner and await has_waiting(tx, person.id):
        return Left.HAS_REQUESTS
    if person.is_client:
        await settle_requests(tx, person, take_back=take_back)
        await _leave_as_client(tx, person)
    await their_side.stop_all_support(tx, person)
    if person.is_practitioner:
        await take_role(tx, person, person.id)
    await db_accounts.await_words(tx, person.id, None)
    await erasing.cancel_unasked(tx, person.id, ReasonCode.LEFT)
    for row in await screens.live_of(tx, person.id):
        if row.id != keep_screen:
            await say.retire(tx, row.id)
    tx.vault.note_left(person.id)
    return Left.LEFT


async def take_role(tx: Tx, person: Person, actor_id: int | None) -> None:
    """That person (locked) is no practitioner any more, by their own doing or (None) the operator's."""
    await end_plans(tx, person.id, of_role(Role.PRACTITIONER))
    await leave_route(tx, person)
    await erasing.remove_practitioner(tx, person.id)
    left = PractitionerLeft(by=None if actor_id is not None else OPERATOR)
    await events.add(tx, person.id, left, actor=actor_id)


async def settle_requests(tx: Tx, person: Person, *, take_back: bool) -> None:
    """What that person asked of a practitioner, and nobody opened, is taken back or kept."""
    if take_back:
        await requests.take_back(tx, person)
    else:
        await requests.keep(tx, person)


async def _leave_as_client(tx: Tx, person: Person) -> None:
    client = await clients.get(tx, person.id)
    assert client is not None, "the role is that row"
    await end_plans(tx, person.id)
    late = await prompts.added_late(tx, person.id)  # while their yes holds, or it would be erased when it closes
    await closing.close_many(
        tx, [PromptEnding(one, one.state, ReasonCode.LATE_IS_OVER) for one in late], actor_id=person.id
    )
    await craving.let_go_of_question(tx, person.id, ReasonCode.LEFT)
    await clients_side.end_supporters(tx, person)
    await plans.end_pause(tx, person.id)
    await sessions.remove(tx, person.id)
    await consents.end(tx, person.id, tuple(ConsentItem), consents.LEFT)
    if person.nation is None and (nation := await nation_of(tx, person)) is not None:
        await db_accounts.set_nation(tx, person.id, nation, person.country)
    await clients.leave(tx, person.id, kept_until(tx.now, person))
    await events.add(tx, person.id, ClientLeft(client.practitioner_id), actor=person.id)
    await unshow(tx, client.practitioner_id, person.id, left=True)


ERASED_AT_ONCE = 1000  # people in one statement
SETTLE_FOR = timedelta(days=7)  # nights that the one asking for it may be missed


@dataclass(frozen=True, slots=True)
class Erased:
    """Who was erased, and so whose key is to go once the commit stands: see `settle`.

    `stranger` is who the account is from now on: somebody of whom nothing is known, so that a goodbye can be said. They
    are forgotten in turn by `forget_strangers`.
    """

    person_id: int
    telegram_id: int
    stranger: Person | None = None


async def erase(tx: Tx, person: Person, *, take_back: bool = False, goodbye: bool = True) -> Erased | Left:
    """Erase everything about that person; why not, for a practitioner whom somebody still needs.

    What they asked of a practitioner and nobody opened yet stays, with a first name and its time only, unless they say
    `take_back`. Links of others stay theirs, and wrong links that they tried count on (care.people.invites). Without a
    `goodbye` no stranger is made.

    The caller calls `settle` after the commit, and nightly `settle_all` makes up for a crash in between.
    """
    left = await leave(tx, person, take_back=take_back)
    if left in (Left.HAS_CLIENTS, Left.HAS_REQUESTS):
        return left
    await settle_requests(tx, person, take_back=take_back)  # of somebody who left before
    await invites.outlive(tx, person)
    await erasing.forget_accounts(tx, {person.id: person.telegram_id})
    stranger = await db_accounts.ensure(tx, person.telegram_id, person.locale) if goodbye else None
    return Erased(person.id, person.telegram_id, stranger)


async def erase_for_operator(tx: Tx, person: Person, by: str) -> Erased | Left:
    """As `erase`, typed by an operator (`by`: their login): nothing is said to that person. That somebody was erased is
    written down, and by whom; not of whom it was."""
    erased = await erase(tx, person, goodbye=False)
    if isinstance(erased, Erased):
        await events.add(tx, None, ErasedByOperator(by))
    return erased


def settle(vault: Vault, erased: Erased) -> None:
    """After the commit: delete the person's key, and remember (as a fingerprint) that no restore brings them back."""
    failpoint("before_settle")
    vault.erase(erased.person_id, erased.telegram_id)
    failpoint("after_settle")


async def settle_all(tx: Tx) -> int:
    """Delete the key of everybody erased lately, for those where the process ended between commit and `settle`."""
    return delete_keys(tx.vault, await erasing.erased_people(tx, tx.now - SETTLE_FOR))


def delete_keys(vault: Vault, person_ids: Collection[int]) -> int:
    """Delete the keys that these erased people still have; how many those were. To be called after the commit."""
    late = vault.not_erased(person_ids)
    return vault.erase_all(dict.fromkeys(late)) if late else 0


async def erase_listed(tx: Tx) -> dict[int, int]:
    """Erase everybody who is here though the vault's list says that they were erased: this database was restored.

    - Their rows go as in `erase`, in every table; nobody is told, and no stranger is made for a goodbye.
    - Whoever came back of their own will since has another id, and stays.
    - Clients of a practitioner among them had left by the time that practitioner was erased: they leave here too.
    - Several processes may do it at once, and doing it again changes nothing.

    Returns whom it erased (Telegram account by person id), for `Vault.erase_all` after the commit.
    """
    found = sorted(tx.vault.erased_among(await erasing.living_people(tx)))
    gone: dict[int, int] = {}
    for start in range(0, len(found), ERASED_AT_ONCE):
        gone |= await _erase_part(tx, set(found[start : start + ERASED_AT_ONCE]))
    return gone


async def _erase_part(tx: Tx, found: set[int]) -> dict[int, int]:
    theirs = await erasing.clients_of(tx, found) - found
    await db_accounts.lock(tx, found | theirs)
    accounts = {one: person.telegram_id for one, person in (await db_accounts.get_many(tx, found)).items()}
    gone = tx.vault.erased_among(accounts)  # looked at again: an id may have been given to somebody new meanwhile
    for left in (await db_accounts.get_many(tx, await erasing.clients_of(tx, gone) - found)).values():
        await leave(tx, left)
    await erasing.forget_accounts(tx, {one: accounts[one] for one in gone})
    return {one: accounts[one] for one in gone}


async def forget_strangers(tx: Tx, *, limit: int = 1000) -> Sequence[Erased]:
    """Erase people who wrote a day ago or more, never joined and hold no link, and who left and of whom nothing is kept
    any more (care.people.retention). Their keys go by `settle_all`.

    Of who was a client every yes and no stays for its time, and so does what was asked and why: under a number.
    """
    before = tx.now - STRANGERS
    found = await erasing.strangers(tx, before, limit)
    await db_accounts.lock(tx, found)
    still = await erasing.strangers(tx, before, limit)  # who opened a link while we waited for the lock stays
    gone = {person_id: account for person_id, account in still.items() if person_id in found}
    await erasing.forget_accounts(tx, gone, keep_log=await erasing.were_clients(tx, gone))
    return [Erased(person_id, telegram_id) for person_id, telegram_id in gone.items()]
