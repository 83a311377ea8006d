"""Leaving people in peace while they are in the middle of something (FIELD S8)."""

from datetime import datetime

from db import prompts, screens
from db.tx import Tx
from programme.engaged import AT_IT, CRISIS, CRISIS_SCREEN, LOOK_AGAIN, TALKS, is_at_it, is_in_hand


async def engaged_until(
    tx: Tx, person_id: int, heard_at: datetime | None, awaiting: str | None, but: int | None = None
) -> datetime | None:
    """When to look anew (UTC) whether something may be said to that person unasked; None: it may now.

    - A moment ago something came from them, and we wait for their words, or they are at a question (not the prompt of
      id `but`; also one that had closed), or in a talk about a craving and the like.
    - The crisis card was shown half an hour ago or less, whatever came since.
    """
    if heard_at is None or not is_at_it(heard_at, tx.now, CRISIS):
        return None
    crisis = await screens.any_since(tx, person_id, {CRISIS_SCREEN}, tx.now - CRISIS)
    if crisis or (is_at_it(heard_at, tx.now) and await _is_engaged(tx, person_id, heard_at, awaiting, but)):
        return tx.now + LOOK_AGAIN
    return None


async def _is_engaged(tx: Tx, person_id: int, heard_at: datetime, awaiting: str | None, but: int | None) -> bool:
    if awaiting is not None:
        return True
    begun = [one for one in await prompts.open_of(tx, person_id) if one.id != but]
    if any(is_in_hand(one, heard_at, tx.now) for one in begun) or await prompts.is_adding_late(tx, person_id):
        return True
    return await screens.any_since(tx, person_id, TALKS, tx.now - AT_IT)
