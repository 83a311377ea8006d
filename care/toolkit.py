"""The toolkit: a client's own strategies, added, put in other words, hidden and shown."""

from datetime import datetime

from db import consents, events, toolkit
from db.tx import Tx
from programme.check_in import HardMoment
from programme.people import Person
from programme.toolkit import clean_words

MOST = 30  # items that are offered, and reasons: what fits one screen of buttons


async def keeps_words(tx: Tx, person: Person) -> bool:
    """Whether that person is a client who agreed that what they say is kept."""
    return person.is_client and (await consents.in_force(tx, person.id)).keep_answers


async def add_item(tx: Tx, now: datetime, person: Person, text: str, moment: HardMoment | None = None) -> int | None:
    """Keep a strategy, for any hard moment or for that one; gives its id.

    - What is there in the same words is that one, shown again if it was hidden.
    - None where there are no words in it, there are MOST already, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    items = await toolkit.of_person(tx, person.id, also_hidden=True)
    same = next((one for one in items if (one.words, one.moment) == (words, moment)), None)
    if same is not None:
        await toolkit.hide(tx, person.id, same.id, None)
        return same.id
    if sum(not one.hidden for one in items) >= MOST:
        return None
    item_id = await toolkit.add(tx, now, person.id, words, moment)
    await events.add(tx, now, "ToolkitAdded", person.id, person.id, {"item": item_id, "moment": moment})
    return item_id


async def edit_item(tx: Tx, now: datetime, person: Person, item_id: int, text: str) -> bool:
    """Other words for that item of theirs; what it was picked for before keeps counting for it."""
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person) or not await toolkit.change(tx, person.id, item_id, words):
        return False
    await events.add(tx, now, "ToolkitChanged", person.id, person.id, {"item": item_id})
    return True


async def hide_item(tx: Tx, now: datetime, person: Person, item_id: int, *, hidden: bool = True) -> bool:
    """Offer that item of theirs no more, or offer it once more."""
    if not await toolkit.hide(tx, person.id, item_id, now if hidden else None):
        return False
    await events.add(tx, now, "ToolkitHidden", person.id, person.id, {"item": item_id, "hidden": hidden})
    return True
