"""A craving: how strong it is, one thing to try, and how strong it is ten minutes later. The difference is kept."""

from dataclasses import replace
from datetime import datetime

from care import say
from db import consents, cravings, events, outbox, screens, toolkit
from db.tx import Tx
from programme.check_in import HardMoment
from programme.craving import LOOK_AFTER, LOOK_UNTIL, Craving, Tried
from programme.people import Person
from programme.toolkit import SHOWN, ToolkitItem, fitting


async def rate(tx: Tx, now: datetime, person: Person, strength: int, craving_id: int | None = None) -> int:
    """How strong it is, 0..5; with the id of a craving of theirs, that one is corrected, until it was rated once more.

    Gives its id.
    """
    known = await cravings.get(tx, craving_id, person.id) if craving_id is not None else None
    if known is None:
        return await cravings.add(tx, now, person.id, strength, person.zone)
    if known.after is None:
        await cravings.change(tx, now, replace(known, before=strength))
    return known.id


async def offer(tx: Tx, person: Person, moment: HardMoment | None = None) -> list[ToolkitItem]:
    """The few of their own items that fit best, by what they said themselves: see programme.toolkit.fitting."""
    items = await toolkit.of_person(tx, person.id)
    return list(fitting(items, moment, await toolkit.helped(tx, person.id)))[:SHOWN]


async def try_one(
    tx: Tx, now: datetime, person: Person, craving_id: int, tried: Tried, item_id: int | None = None
) -> Craving | None:
    """They try that now. In ten minutes they are asked, once, how strong it is then. None: not theirs."""
    known = await cravings.get(tx, craving_id, person.id)
    if known is None or known.after is not None:
        return None
    after = replace(known, tried=tried, item_id=item_id if tried is Tried.OWN else None)
    await cravings.change(tx, now, after)
    if known.tried is None:
        key, until = f"c{craving_id}:after", now + LOOK_UNTIL
        await say.show(
            tx, now, person.id, "craving_after", subject_id=craving_id, key=key,
            not_before=now + LOOK_AFTER, not_after=until,
        )  # fmt: skip
    return after


async def forget_question(tx: Tx, now: datetime, person: Person, craving_id: int) -> None:
    """That craving was none: how strong it is by then is not asked."""
    for row in await screens.live_of(tx, person.id, "craving_after", craving_id):
        await outbox.cancel_waiting(tx, now, row.id, "taken back", verbs=("send",))
    await outbox.free_key(tx, f"c{craving_id}:after")


async def rate_after(tx: Tx, now: datetime, person: Person, craving_id: int, strength: int) -> Craving | None:
    """How strong it is by now, 0..5; whoever said so is not asked any more. None: not theirs.

    The history tells of it only where answers are kept: the telling is the answer.
    """
    known = await cravings.get(tx, craving_id, person.id)
    if known is None:
        return None
    after = replace(known, after=strength)
    await cravings.change(tx, now, after)
    for row in await screens.live_of(tx, person.id, "craving_after", craving_id):
        await outbox.cancel_waiting(tx, now, row.id, "answered", verbs=("send",))
    if (await consents.in_force(tx, person.id)).keep_answers:
        data = {"craving": craving_id, "before": after.before, "after": strength, "tried": after.tried}
        await events.add(tx, now, "CravingRated", person.id, person.id, data)
    return after
