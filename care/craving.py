"""A craving: how strong it is, one thing to try, and how strong it is ten minutes later. The difference is kept."""

from dataclasses import replace

from care import guide, offering, say
from db import consents, cravings, events, outbox, screens
from db.tx import Tx
from programme.check_in import HardMoment
from programme.craving import CODES, LOOK_AFTER, LOOK_UNTIL, Craving, Tried
from programme.people import Person
from programme.toolkit import SHOWN, ToolkitItem


async def rate(tx: Tx, person: Person, strength: int, craving_id: int | None = None) -> int:
    """How strong it is, 0..5; with the id of a craving of theirs, that one is corrected, until it was rated once more.

    Gives its id.
    """
    known = await cravings.get(tx, craving_id, person.id) if craving_id is not None else None
    if known is None:
        return await cravings.add(tx, person.id, strength, person.zone)
    if known.after is None:
        await cravings.change(tx, replace(known, before=strength))
    return known.id


async def say_moment(tx: Tx, person: Person, craving_id: int, moment: HardMoment) -> bool:
    """What is going on; False where it is not theirs, or over."""
    known = await cravings.get(tx, craving_id, person.id)
    if known is None or known.after is not None:
        return False
    await cravings.change(tx, replace(known, moment=moment))
    return True


async def go_on(tx: Tx, person: Person, craving_id: int) -> int | None:
    """What they tried did not ease it: another craving, as strong as they said then and in the same moment; its id.
    None: not theirs, not rated once more, or too long ago to be as strong still.
    """
    known = await cravings.get(tx, craving_id, person.id)
    if known is None or known.after is None or tx.now > known.at + LOOK_UNTIL:
        return None
    next_id = await rate(tx, person, known.after)
    if known.moment is not None:
        await say_moment(tx, person, next_id, known.moment)
    return next_id


async def offer(tx: Tx, person: Person, moment: HardMoment | None = None) -> list[ToolkitItem]:
    """The few of their own items that stand first, by what they said themselves."""
    return [one.item for one in await offering.own(tx, person, moment) if one.item][:SHOWN]


async def try_one(
    tx: Tx,
    person: Person,
    craving_id: int,
    tried: Tried,
    item_id: int | None = None,
    code: str | None = None,
) -> Craving | None:
    """They try that now: an item of theirs, a strategy by its code, or what everybody has. Ten minutes after the last
    one they tried they are asked, once, how strong it is then. None: not theirs, or over.

    The history tells of it only where answers are kept, with the strategy's code: which techniques reached them is
    counted from that.
    """
    known = await cravings.get(tx, craving_id, person.id)
    if known is None or known.after is not None:
        return None
    after = replace(known, tried=tried, item_id=item_id, code=code or CODES.get(tried))
    await cravings.change(tx, after)
    await _ask_no_more(tx, person.id, "another try", craving_id)
    await say.retire_named(tx, person.id, "craving_after", craving_id)
    asking = await screens.add(tx, person.id, "craving_after", {}, craving_id)
    key, soon, until = f"c{craving_id}:after:{asking}", tx.now + LOOK_AFTER, tx.now + LOOK_UNTIL
    await outbox.put(tx, person.id, asking, "send", key=key, not_before=soon, not_after=until)
    await _note(tx, person, "StrategyTried", after, item=item_id, code=after.code)
    return after


async def forget_question(tx: Tx, person: Person, craving_id: int) -> None:
    """That craving was none: how strong it is by then is not asked."""
    await _ask_no_more(tx, person.id, "taken back", craving_id)


async def rate_after(
    tx: Tx, person: Person, craving_id: int, strength: int, screen_id: int | None = None
) -> Craving | None:
    """How strong it is by now, 0..5, as was said on that screen; whoever said so is not asked any more, and where it is
    asked elsewhere that question is over. None: not theirs.

    The history tells of it only where answers are kept: the telling is the answer.
    """
    known = await cravings.get(tx, craving_id, person.id)
    if known is None:
        return None
    after = replace(known, after=strength)
    await cravings.change(tx, after)
    await _ask_no_more(tx, person.id, "answered", craving_id)
    for row in await screens.live_of(tx, person.id):
        about = {"craving": row.args.get("craving"), "craving_after": row.subject_id}.get(row.name)
        if about == craving_id and row.id != screen_id:
            await say.retire(tx, row.id)
    await _note(tx, person, "CravingRated", after, before=after.before, after=strength)
    return after


async def let_go(tx: Tx, person_id: int, reason: str) -> None:
    """Something else goes first now: nobody is asked how the craving is, and an exercise goes no further."""
    await _ask_no_more(tx, person_id, reason)
    for row in await screens.live_of(tx, person_id, "craving"):
        if guide.running(row.args) is not None:
            await say.retire(tx, row.id)


async def _ask_no_more(tx: Tx, person_id: int, reason: str, craving_id: int | None = None) -> None:
    for row in await screens.live_of(tx, person_id, "craving_after", craving_id):
        await outbox.cancel_waiting(tx, row.id, reason, verbs=("send",))


async def _note(tx: Tx, person: Person, kind: str, of: Craving, **data: object) -> None:
    if (await consents.in_force(tx, person.id)).keep_answers:
        await events.add(tx, kind, person.id, person.id, {"craving": of.id, "tried": of.tried, **data})
