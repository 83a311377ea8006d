"""Stopping a kind of message, or one text, for everybody; and letting it be said from then on."""

from datetime import datetime

from care import closing, say_many
from care.closing import Ending
from db import events, people, prompts, text_stops
from db.text_stops import SCREEN, Stop
from db.tx import Tx
from programme.kinds import KINDS
from programme.prompt import STOPPED, PromptState

CLAIM = 500  # open prompts that are closed in one transaction


def kinds_of(name: str) -> frozenset[str]:
    """The kinds of prompts that are shown on that stopped screen ("screen:hello"); of a text there are none."""
    return frozenset(kind.name for kind in KINDS.values() if name == f"{SCREEN}{kind.screen}")


async def stop(tx: Tx, name: str, by: str) -> bool:
    """From now on nothing of that name is said to anybody; False where that was so. `by`: who typed it, a login."""
    if not await text_stops.add(tx, Stop(name, tx.now, by)):
        return False
    await events.add(tx, "TextStopped", None, data={"what": name, "by": by})
    return True


async def close_open(tx: Tx, name: str) -> int:
    """What is open of that kind is over, as missed by us and never as silence; what was answered of it stays.

    At most CLAIM at a time: how many it were. Call until it is 0.
    """
    for kind in sorted(kinds_of(name)):
        before = await prompts.open_of_kind(tx, kind, CLAIM)
        await people.lock(tx, {one.person_id for one in before})
        still = {one.id: one for one in await prompts.open_of_kind(tx, kind, CLAIM)}  # answered meanwhile: no more
        found = {one.id: still[one.id] for one in before if one.id in still}
        if found:
            await say_many.refresh_prompts(tx, {one.id: one.person_id for one in found.values()}, STOPPED)
            await closing.close_many(tx, [Ending(one, _over(one.answered_at), STOPPED) for one in found.values()])
            return len(found)
    return 0


def _over(answered_at: datetime | None) -> PromptState:
    return PromptState.MISSED_BY_US if answered_at is None else PromptState.PART


async def undo(tx: Tx, name: str, by: str) -> bool:
    """It is said from now on as before; False where it was not stopped. What was missed meanwhile stays missed."""
    if not await text_stops.remove(tx, name):
        return False
    await events.add(tx, "TextResumed", None, data={"what": name, "by": by})
    return True
