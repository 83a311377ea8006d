"""Erasing a person: their rows in the commit, their key right after it, so that backups lose their words too, and the
same for whoever an older database brings back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from care import invite_tries
from care.leave import Left, leave, settle_requests
from db import erasure, events, people
from db.failpoint import failpoint
from db.tx import Tx
from db.vault import Vault
from programme.keeping import STRANGERS
from programme.people import Person

AT_ONCE = 1000  # people in one statement
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
    `take_back`. Links of others stay theirs, and wrong links that they tried count on (care.invite_tries). Without a
    `goodbye` no stranger is made.

    The caller calls `settle` after the commit, and nightly `settle_all` makes up for a crash in between.
    """
    left = await leave(tx, person, take_back=take_back)
    if left in (Left.HAS_CLIENTS, Left.HAS_REQUESTS):
        return left
    await settle_requests(tx, person, take_back=take_back)  # of somebody who left before
    await invite_tries.outlive(tx, person)
    await erasure.forget(tx, {person.id: person.telegram_id})
    stranger = await people.ensure(tx, person.telegram_id, person.locale) if goodbye else None
    return Erased(person.id, person.telegram_id, stranger)


async def erase_for_operator(tx: Tx, person: Person, by: str) -> Erased | Left:
    """As `erase`, typed by an operator (`by`: their login): nothing is said to that person. That somebody was erased is
    written down, and by whom; not of whom it was."""
    erased = await erase(tx, person, goodbye=False)
    if isinstance(erased, Erased):
        await events.add(tx, "ErasedByOperator", None, data={"by": by})
    return erased


def settle(vault: Vault, erased: Erased) -> None:
    """After the commit: delete the person's key, and remember (as a fingerprint) that no restore brings them back."""
    failpoint("before_settle")
    vault.erase(erased.person_id, erased.telegram_id)
    failpoint("after_settle")


async def settle_all(tx: Tx) -> int:
    """Delete the key of everybody erased lately, for those where the process ended between commit and `settle`."""
    return delete_keys(tx.vault, await erasure.erased(tx, tx.now - SETTLE_FOR))


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
    found = sorted(tx.vault.erased_among(await erasure.living(tx)))
    gone: dict[int, int] = {}
    for start in range(0, len(found), AT_ONCE):
        gone |= await _erase_part(tx, set(found[start : start + AT_ONCE]))
    return gone


async def _erase_part(tx: Tx, found: set[int]) -> dict[int, int]:
    theirs = await erasure.clients_of(tx, found) - found
    await people.lock(tx, found | theirs)
    accounts = {one: person.telegram_id for one, person in (await people.get_many(tx, found)).items()}
    gone = tx.vault.erased_among(accounts)  # looked at again: an id may have been given to somebody new meanwhile
    for left in (await people.get_many(tx, await erasure.clients_of(tx, gone) - found)).values():
        await leave(tx, left)
    await erasure.forget(tx, {one: accounts[one] for one in gone})
    return {one: accounts[one] for one in gone}


async def forget_strangers(tx: Tx, *, limit: int = 1000) -> Sequence[Erased]:
    """Erase people who wrote a day ago or more, never joined and hold no link, and who left and of whom nothing is kept
    any more (care.keeping). Their keys go by `settle_all`.

    Of who was a client every yes and no stays for its time, and so does what was asked and why: under a number.
    """
    before = tx.now - STRANGERS
    found = await erasure.strangers(tx, before, limit)
    await people.lock(tx, found)
    still = await erasure.strangers(tx, before, limit)  # who opened a link while we waited for the lock stays
    gone = {person_id: account for person_id, account in still.items() if person_id in found}
    await erasure.forget(tx, gone, keep_log=await erasure.were_clients(tx, gone))
    return [Erased(person_id, telegram_id) for person_id, telegram_id in gone.items()]
