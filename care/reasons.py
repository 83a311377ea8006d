"""A client's reasons: why they want to stop, and what smoking and stopping give and cost, now and later."""

from care.toolkit import keeps_words
from db import events, reasons
from db.tx import Tx
from programme.people import Person
from programme.reason import RECALLED, Side, recalled
from programme.toolkit import clean_words

MOST = 12  # on one list: five of them fit a message


async def add_reason(tx: Tx, person: Person, text: str, side: Side = Side.WHY) -> int | None:
    """Keep a reason on that list; gives its id. It stays whatever becomes of the quit date.

    - What is there in the same words is that one.
    - None where there are no words in it, the list has MOST already, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = [one for one in await reasons.of_person(tx, person.id) if one.side is side]
    same = next((one.id for one in there if one.words == words), None)
    if same is not None or len(there) >= MOST:
        return same
    reason_id = await reasons.add(tx, person.id, words, side)
    await events.add(tx, "ReasonAdded", person.id, person.id, {"reason": reason_id, "side": side.value})
    return reason_id


async def edit_reason(tx: Tx, person: Person, reason_id: int, text: str) -> bool:
    """Other words for that reason of theirs."""
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return False
    if not await reasons.change(tx, person.id, reason_id, words):
        return False
    await events.add(tx, "ReasonChanged", person.id, person.id, {"reason": reason_id})
    return True


async def remove_reason(tx: Tx, person: Person, reason_id: int, *, back: bool = False) -> Side | None:
    """That reason of theirs goes, a day later for good; `back`: it stays after all.

    Gives its list; None where it is not theirs.
    """
    side = await reasons.end(tx, person.id, reason_id, None if back else tx.now)
    if side is not None:
        kind = "ReasonBack" if back else "ReasonRemoved"
        await events.add(tx, kind, person.id, person.id, {"reason": reason_id})
    return side


async def pin_reason(tx: Tx, person: Person, reason_id: int) -> bool:
    """That one is shown first from now on, in a craving and on the quit morning; the one that is, is so no more.

    False where it is not theirs, or says what smoking gives.
    """
    one = next((one for one in await reasons.of_person(tx, person.id) if one.id == reason_id), None)
    if one is None or one.side not in RECALLED:
        return False
    await reasons.pin(tx, person.id, None if one.pinned else reason_id)
    data = {"reason": reason_id, "pinned": not one.pinned}
    await events.add(tx, "ReasonPinned", person.id, person.id, data)
    return True


async def own_reason(tx: Tx, person: Person) -> str | None:
    """The one to show them back, in their own words: see programme.reason.recalled."""
    found = recalled(await reasons.of_person(tx, person.id))
    return None if found is None else found.words
