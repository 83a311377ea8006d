"""A supporter who said yes, in as few steps as there may be."""

from dataclasses import replace

from db import supporters
from db.tx import Tx
from programme.supporters.support import Support, SupportState, nudge_rule


async def supported(tx: Tx, client_id: int, person_id: int, label: str = "Jo") -> Support:
    """That person supports that client from now on, and is nudged by no plan so far."""
    made = await supporters.add(tx, client_id, label, nudge_rule(), 1)
    held = replace(made, person_id=person_id, state=SupportState.ACCEPTED)
    await supporters.change(tx, made, held)
    return held
