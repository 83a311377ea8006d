"""What is looked at before the service takes or sends anything, at every start, and once a minute after it."""

from dataclasses import dataclass, replace

from care.erase import delete_keys, erase_listed
from care.leave import leave
from db import erasure, generation, hold, people
from db.failpoint import failpoint
from db.hold import Hold, Why
from db.tx import Tx
from db.vault import Vault

# Generations that a vault may be behind by kills and nothing else: each process leaves at most one unconfirmed, and
# while a vault cannot be written, so that it is STUCK, none is added.
BEHIND = 100
STUCK = 50


@dataclass(frozen=True, slots=True)
class Checked:
    """`held`: nothing goes out. `number`: the generation that the vault is to confirm; None where it is held.

    `behind`: by how many generations the vault was behind the database.
    """

    held: Hold | None
    number: int | None
    behind: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """What a start found.

    `erased`: who was here though they were erased (Telegram account by person id). `gone`: everybody whose rows say
    that they were erased, whose keys are to go. `unknown`: people of whom the vault knows nothing.
    """

    checked: Checked
    erased: dict[int, int]
    gone: set[int]
    unknown: int

    @property
    def has_old_vault(self) -> bool:
        """Whether the vault is older than the database."""
        return bool(self.unknown) or self.checked.behind > BEHIND


async def check(tx: Tx, *, by_command: bool = False) -> Checked:
    """Raise the generation of the database, or hold the database where it is older than its vault knows, or is put back
    `by_command`.

    The vault is read first: what it has confirmed by then is committed, and so is seen by what is read after that.
    """
    known = tx.vault.generation()
    here = await generation.lock(tx)
    if by_command:
        await hold.remove(tx)  # of a copy that was made while it was held
    held = await hold.get(tx)
    if held is None and (by_command or here < known):
        why: Why = "command" if by_command else "older"
        held = await hold.put(tx, why, database=here, vault=known)
    if held is not None:
        return Checked(held, None)
    further = here if here - known > STUCK else here + 1
    return Checked(None, await generation.put(tx, further), behind=here - known)


def confirm(vault: Vault, checked: Checked) -> None:
    """To be called after the commit of `check`."""
    if checked.number is not None:
        failpoint("before_confirm")
        vault.confirm(checked.number)
        failpoint("after_confirm")


async def begin(tx: Tx, *, by_command: bool = False) -> Begun:
    """Check as above, and erase whoever the vault's list says was erased. `finish` is to be called after the commit.

    - In a database that is held from now on, whoever left since it was copied leaves, and nobody is told.
    - A vault that is older than the database holds it too, until the newest vault is in place or somebody lets it go:
      the vault may not know who was erased since.
    """
    was_held = await _still_held(tx)
    checked = await check(tx, by_command=by_command)
    erased = await erase_listed(tx)
    if checked.held and checked.held.why != "vault" and (by_command or not was_held):
        await _let_leave(tx, tx.vault.left_since(checked.held.database))
        checked = replace(checked, held=await hold.cover(tx, checked.held))
    unknown = tx.vault.without_key(await erasure.living(tx))
    begun = Begun(checked, erased, await erasure.erased(tx), len(unknown))
    return replace(begun, checked=await _hold_for(tx, begun))


async def _still_held(tx: Tx) -> bool:
    """Is it held? Not any more, where it was for an older vault and the newest one is in place now."""
    held = await hold.get(tx)
    if held is None or held.why != "vault":
        return held is not None
    known = tx.vault.generation()
    is_newest = held.vault < known and await generation.here(tx) - known <= BEHIND
    if is_newest and not tx.vault.without_key(await erasure.living(tx)):
        await hold.remove(tx)
        return False
    return True


async def _hold_for(tx: Tx, begun: Begun) -> Checked:
    """What `begun` checked; held from now on where the vault is older than the database."""
    if begun.checked.held or not begun.has_old_vault:
        return begun.checked
    here, known = await generation.here(tx), tx.vault.generation()
    held = await hold.put(tx, "vault", database=here, vault=known)
    return replace(begun.checked, held=held, number=None)


async def _let_leave(tx: Tx, left: set[int]) -> None:
    await people.lock(tx, left)
    found = (await people.get_many(tx, left)).values()
    for person in sorted(found, key=lambda one: one.is_practitioner):  # who stays as long as anybody is theirs
        await leave(tx, person)


def finish(vault: Vault, begun: Begun) -> None:
    """Delete the keys of everybody who was erased, and confirm the generation."""
    if begun.erased:
        vault.erase_all(begun.erased)
    delete_keys(vault, begun.gone)
    confirm(vault, begun.checked)
