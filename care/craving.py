"""A craving: how strong it is, what is offered, one thing to try, exercises, and how strong it is after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from care.delivery import say
from care.diary.patterns import usual_function
from db import craving, events, toolkit
from db.delivery import outbox, screens
from db.delivery.screens import ScreenRow
from db.people import consents
from db.tx import Tx
from programme import craving as programme_craving
from programme.check_in.answers import HardMoment
from programme.craving import LOOK_AFTER, LOOK_UNTIL, MEANS_CODES, Craving, CravingMeans, Offered
from programme.event import Event
from programme.people.person import Person
from programme.schedule.reason_code import ReasonCode
from programme.toolkit.events import CravingRated, StrategyTried
from programme.toolkit.items import SHOWN, Guide, ToolkitItem, next_change
from programme.toolkit.strategies import Function


async def own_items(tx: Tx, person: Person, moment: HardMoment | None = None) -> Sequence[Offered]:
    """Their own items that are not hidden, best first: see programme.craving.own_items."""
    items = await toolkit.of_person(tx, person.id, also_hidden=True)
    return programme_craving.own_items(items, await toolkit.told(tx, person.id), moment)


async def usual_of_moment(tx: Tx, person: Person, moment: HardMoment | None = None) -> Function | None:
    """What they said that smoking gives them at that moment; where they never said of it, what it gives them at all."""
    found = await usual_function(tx, person, moment)
    return found if found is not None or moment is None else await usual_function(tx, person)


async def offers(
    tx: Tx, person: Person, moment: HardMoment | None = None, usual: Function | None = None
) -> Sequence[Offered]:
    """All that may be offered at that moment, best first: see programme.craving.offers."""
    items = await toolkit.of_person(tx, person.id, also_hidden=True)
    return programme_craving.offers(items, await toolkit.told(tx, person.id), moment, usual)


async def tried_in(tx: Tx, person: Person, craving: Craving) -> Offered | None:
    """What was tried in that craving of theirs, with what they said of it; None where nothing has a name."""
    for one in await offers(tx, person, craving.moment):
        if one.item is not None and one.item.id == craving.item_id:
            return one
        if one.code is not None and one.code == craving.code:
            return one
    return None


async def times_tried(tx: Tx, person: Person) -> int:
    """In how many cravings they tried something, whatever became of it."""
    return sum(one.tried is not None for one in await craving.of_person(tx, person.id))


async def craving_of(tx: Tx, person: Person, craving_id: int | None) -> Craving | None:
    """That craving, if it is theirs."""
    return await craving.get(tx, craving_id or 0, person.id)


GAP = timedelta(seconds=1)  # Telegram takes one change of a chat a second


@dataclass(frozen=True, slots=True)
class GuideRunning:
    """An exercise and when it began (UTC)."""

    guide: Guide
    since: datetime

    def seconds(self, now: datetime) -> float:
        """How long it has been going on."""
        return (now - self.since).total_seconds()


def begun(guide: Guide, now: datetime) -> Mapping[str, str | float]:
    """What a screen's args say of an exercise that begins now."""
    return {"view": guide.value, "since": now.timestamp()}


def running(args: Mapping[str, Any]) -> GuideRunning | None:
    """The exercise that a screen of these args is about; None for another view."""
    if "since" not in args or args.get("view") not in set(Guide):
        return None
    return GuideRunning(Guide(args["view"]), datetime.fromtimestamp(args["since"], UTC))


async def go_on_guide(tx: Tx, shown: ScreenRow) -> None:
    """That screen has arrived: where it is still at an exercise, its next step is put down for when it is due."""
    exercise = running(shown.args)
    if exercise is None:
        return
    following = next_change(exercise.guide, exercise.seconds(tx.now))
    row = await screens.get(tx, shown.id)
    if following is None or row is None or not row.live or row.args != shown.args:
        return
    if not await outbox.has_waiting(tx, row.id, "edit"):
        at = max(exercise.since + timedelta(seconds=following), tx.now + GAP)
        await outbox.put(tx, row.person_id, row.id, "edit", not_before=at)


async def rate_craving(tx: Tx, person: Person, strength: int, craving_id: int | None = None) -> int:
    """How strong it is, 0..5; with the id of a craving of theirs, that one is corrected, until it was rated again.

    Gives its id.
    """
    known = await craving.get(tx, craving_id, person.id) if craving_id is not None else None
    if known is None:
        return await craving.add(tx, person.id, strength, person.zone)
    if known.after is None:
        await craving.change(tx, replace(known, before=strength))
    return known.id


async def say_moment(tx: Tx, person: Person, craving_id: int, moment: HardMoment) -> bool:
    """What is going on; False where it is not theirs, or over."""
    known = await craving.get(tx, craving_id, person.id)
    if known is None or known.after is not None:
        return False
    await craving.change(tx, replace(known, moment=moment))
    return True


async def go_on(tx: Tx, person: Person, craving_id: int) -> int | None:
    """What they tried did not ease it: another craving, as strong as they said then and in the same moment; its id.
    None: not theirs, not rated again, or too long ago to be as strong still.
    """
    known = await craving.get(tx, craving_id, person.id)
    if known is None or known.after is None or tx.now > known.at + LOOK_UNTIL:
        return None
    next_id = await rate_craving(tx, person, known.after)
    if known.moment is not None:
        await say_moment(tx, person, next_id, known.moment)
    return next_id


async def offer(tx: Tx, person: Person, moment: HardMoment | None = None) -> list[ToolkitItem]:
    """The few of their own items that stand first, by what they said themselves."""
    return [one.item for one in await own_items(tx, person, moment) if one.item][:SHOWN]


async def try_one(
    tx: Tx,
    person: Person,
    craving_id: int,
    tried: CravingMeans,
    item_id: int | None = None,
    code: str | None = None,
) -> Craving | None:
    """They try that now: an item of theirs, a strategy by its code, or what everybody has. Ten minutes after the last
    one they tried they are asked, once, how strong it is then. None: not theirs, or over.

    The history tells of it only where answers are kept, with the strategy's code: which techniques reached them is
    counted from that.
    """
    known = await craving.get(tx, craving_id, person.id)
    if known is None or known.after is not None:
        return None
    after = replace(known, tried=tried, item_id=item_id, code=code or MEANS_CODES.get(tried))
    await craving.change(tx, after)
    await _ask_no_more(tx, person.id, ReasonCode.ANOTHER_TRY, craving_id)
    await say.retire_named(tx, person.id, "craving_after", craving_id)
    asking = await screens.add(tx, person.id, "craving_after", {}, craving_id)
    key, soon, until = f"c{craving_id}:after:{asking}", tx.now + LOOK_AFTER, tx.now + LOOK_UNTIL
    await outbox.put(tx, person.id, asking, "send", key=key, not_before=soon, not_after=until)
    await _note(tx, person, StrategyTried(known.id, after.tried, item_id, after.code))
    return after


async def forget_question(tx: Tx, person: Person, craving_id: int) -> None:
    """That craving was none: how strong it is by then is not asked."""
    await _ask_no_more(tx, person.id, ReasonCode.TAKEN_BACK, craving_id)


async def rate_after(
    tx: Tx, person: Person, craving_id: int, strength: int, screen_id: int | None = None
) -> Craving | None:
    """How strong it is now, 0..5, as was said on that screen; whoever said so is not asked any more, and where it is
    asked elsewhere that question is over. None: not theirs.

    The history tells of it only where answers are kept: the telling is the answer.
    """
    known = await craving.get(tx, craving_id, person.id)
    if known is None:
        return None
    after = replace(known, after=strength)
    await craving.change(tx, after)
    await _ask_no_more(tx, person.id, ReasonCode.ANSWERED, craving_id)
    for row in await screens.live_of(tx, person.id):
        about = {"craving": row.args.get("craving"), "craving_after": row.subject_id}.get(row.name)
        if about == craving_id and row.id != screen_id:
            await say.retire(tx, row.id)
    await _note(tx, person, CravingRated(known.id, after.tried, after.before, strength))
    return after


async def let_go_of_question(tx: Tx, person_id: int, reason: str) -> None:
    """Something else goes first now: nobody is asked how the craving is, and an exercise goes no further.

    `reason`: a ReasonCode, or the name of the screen that goes first.
    """
    await _ask_no_more(tx, person_id, reason)
    for row in await screens.live_of(tx, person_id, "craving"):
        if running(row.args) is not None:
            await say.retire(tx, row.id)


async def _ask_no_more(tx: Tx, person_id: int, reason: str, craving_id: int | None = None) -> None:
    for row in await screens.live_of(tx, person_id, "craving_after", craving_id):
        await outbox.cancel_waiting(tx, row.id, reason, verbs=("send",))


async def _note(tx: Tx, person: Person, event: Event) -> None:
    if (await consents.in_force(tx, person.id)).keep_answers:
        await events.add(tx, person.id, event, actor=person.id)
