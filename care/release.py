"""Letting a held database go: what came with the copy is not said, and what was due is missed by us."""

from dataclasses import dataclass

from care import closing
from care.closing import Ending
from care.open_due import open_due
from care.starting import Checked
from db import erasure, generation, hold, inbox, outbox, prompts, sending
from db.figures import figures
from db.hold import Hold, Why
from db.sending import Dropped
from db.tx import Tx
from programme.prompt import PromptState

NOTHING = Dropped(0, 0)
RESTORED = "restored"  # why a prompt was missed, and why a message was not sent


@dataclass(frozen=True, slots=True)
class Released:
    """What became of what was due and unsent, and what waits to be handled now.

    `requests`: requests for help that the copy knows as not opened. `without_key`: people whose key in the vault is
    lost, so that their names and words are. `why` it was held.
    """

    missed: int
    cancelled: int
    uncertain: int
    updates: int
    requests: int
    without_key: int
    why: Why


async def release(tx: Tx) -> tuple[Released, Checked] | None:
    """Let this database go, at that moment; None where it is not held. `starting.confirm` is called after the commit.

    - Every slot that was due by now, and every prompt that was open, is missed by us: it may have been answered since
      the copy was made, so it counts as nobody's silence. What was answered in part stays.
    - What the copy was to send is not sent: it may have gone out since. A card that was sent while it was held stays.
    - A request for help that nobody opened goes on as the copy knows it: said twice is better than never.
    - What people wrote while it was held is handled from now on.
    - Where the vault was older than the database, nothing of it is a copy, and all goes on as after a standstill.
    - Who has no key in the vault gets a new one: what was sealed for them is lost.
    """
    known = tx.vault.generation()
    here = await generation.lock(tx)
    held = await hold.get(tx)
    if held is None:
        return None
    unknown = tx.vault.without_key(await erasure.living(tx))
    if unknown:
        tx.vault.replace_lost(unknown)
    missed, dropped = (0, NOTHING) if held.why == "vault" else await _let_rest(tx, held)
    await hold.remove(tx)
    number = await generation.put(tx, max(here, known) + 1)
    waiting, counts = await inbox.waiting_in_all(tx), await figures(tx)
    found = Released(
        missed=missed,
        cancelled=dropped.cancelled,
        uncertain=dropped.uncertain,
        updates=waiting,
        requests=counts.requests_waiting,
        without_key=len(unknown),
        why=held.why,
    )
    return found, Checked(None, number)


async def _let_rest(tx: Tx, held: Hold) -> tuple[int, Dropped]:
    """What was due in the copy is missed by us, how often; and what it was to send is dropped."""
    newest = await outbox.last_id(tx)
    missed = await _miss_open(tx)
    while (tally := await open_due(tx)).more:
        missed += tally.missed_by_us
    missed += tally.missed_by_us + await _miss_open(tx)
    dropped = await sending.drop_unsent(tx, RESTORED, up_to=held.last_row, beyond=newest)
    return missed, dropped


async def _miss_open(tx: Tx) -> int:
    """End what is open; how many nobody had answered."""
    found = await prompts.all_open(tx)
    ends = [
        Ending(one, PromptState.PART) if one.answered_at else Ending(one, PromptState.MISSED_BY_US, RESTORED)
        for one in found
    ]
    await closing.close_many(tx, ends)
    return sum(end.state is PromptState.MISSED_BY_US for end in ends)
