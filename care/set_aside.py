"""What an operator does about an update that was set aside, or a message of unknown fate: one more go, or an end."""

from enum import Enum, auto
from typing import Final

from db import events, people, set_aside
from db.tx import Tx

ONCE: Final = frozenset({"invite_link", "support_link"})  # what such a screen says is kept nowhere once it went


class Done(Enum):
    """What came of it."""

    DONE = auto()
    NOT_THERE = auto()  # no such number is set aside
    NOT_KEPT = auto()  # its words are not kept
    ONCE_ONLY = auto()  # it held a link that is kept nowhere


async def retry_update(tx: Tx, number: int) -> Done:
    """Give that update one more go. Its person's newer ones wait for it meanwhile.

    Words that brought a crisis card were not kept, so they cannot be handled anew.
    """
    found = await set_aside.dead_update(tx, number)
    if found is None:
        return Done.NOT_THERE
    if found["payload"] is None:
        return Done.NOT_KEPT
    await set_aside.revive_update(tx, number)
    await _note_update(tx, "UpdateRetried", number, found["telegram_id"])
    return Done.DONE


async def drop_update(tx: Tx, number: int) -> Done:
    """Be done with that update: its words go."""
    found = await set_aside.dead_update(tx, number)
    if found is None:
        return Done.NOT_THERE
    await set_aside.drop_update(tx, number)
    await _note_update(tx, "UpdateDropped", number, found["telegram_id"])
    return Done.DONE


async def _note_update(tx: Tx, kind: str, number: int, telegram_id: int) -> None:
    person = await people.find(tx, telegram_id) if telegram_id > 0 else None
    await events.add(tx, kind, person.id if person else None, data={"update_id": number})


async def retry_message(tx: Tx, number: int) -> Done:
    """Send that message once more, where it is still wanted when its turn comes. It may be on the phone already."""
    found = await set_aside.uncertain_message(tx, number)
    if found is None:
        return Done.NOT_THERE
    if found["screen"] in ONCE and found["verb"] == "send":
        return Done.ONCE_ONLY
    await set_aside.revive_message(tx, number)
    await events.add(tx, "MessageRetried", found["person_id"], data={"row": number})
    return Done.DONE


async def drop_message(tx: Tx, number: int) -> Done:
    """Be done with that message: whether it arrived stays unknown."""
    found = await set_aside.uncertain_message(tx, number)
    if found is None:
        return Done.NOT_THERE
    await set_aside.put_away_message(tx, number)
    await events.add(tx, "MessageDropped", found["person_id"], data={"row": number})
    return Done.DONE
