"""How often check-ins come: each tap takes effect at once and can be undone; and stopping one kind of message."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.calendar import one_of
from bot.kit.visit import Awaits, Is, Visit
from bot.schedule.how_often import OWN
from bot.schedule.taps import (
    ASK_HOUR,
    FEWER_OF_THEM,
    HAVE_BACK,
    LEVEL,
    MAY_ASK,
    MORNING,
    OWN_BACK,
    OWN_DAY,
    OWN_DONE,
    OWN_OUT,
    OWN_PLAN,
    PROPOSAL_NEVER,
    PROPOSAL_NOT_NOW,
    PROPOSAL_YES,
    RISK,
    STOP_KIND,
    UNDO_PLAN,
    WINDOW,
)
from care.schedule import change_slot, course
from care.schedule.course import Changed, check_in_plan
from care.schedule.pause import have_back, stop_kind
from care.schedule.plans import undo_plan
from programme.people.person import Role
from programme.schedule.course import Level
from programme.schedule.pause import ProposalReply
from programme.schedule.plan import Plan
from programme.schedule.typed import NoTime, parse_time

router = Router(name="how_often")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
_HOURS = {"risk": "risk_hour", "morning": "morning_hour"}  # what is asked, and what the next words are for
_REPLIES = {
    PROPOSAL_YES: ProposalReply.YES,
    PROPOSAL_NOT_NOW: ProposalReply.NOT_NOW,
    PROPOSAL_NEVER: ProposalReply.NEVER,
}
NOON = time(12)


@taps.on(LEVEL)
async def level(visit: Visit, value: Level) -> None:
    """Lighter, standard or fuller."""
    await _shown(visit, await course.set_level(visit.tx, visit.person, value))


@taps.on(FEWER_OF_THEM)
async def less(visit: Visit) -> None:
    """Fewer: one level down, told below; what asked stays as it is."""
    before = await check_in_plan(visit.tx, visit.person.id)
    done = await course.less(visit.tx, visit.person)
    await reply.detach(visit)
    plan = await check_in_plan(visit.tx, visit.person.id)
    if done is None or plan is None or plan == before:
        fewest = "fewest" if plan and plan.rule.course else "own_fewer"
        await reply.ask(visit, None, "how_often", {"refused": fewest} if plan else None)
    else:
        await _shown(visit, plan)


@taps.on(WINDOW)
async def window(visit: Visit, minutes: int) -> None:
    """At the time itself, or drawn by chance within a number of minutes."""
    await _shown(visit, await course.set_window(visit.tx, visit.person, minutes or None), "window")


@taps.on(ASK_HOUR)
async def ask_hour(visit: Visit, value: str) -> None:
    """Which hour? It may be tapped or typed."""
    await reply.ask(visit, _HOURS[value], "how_often", {"view": value})


@taps.on(RISK)
async def risk(visit: Visit, at: time | None) -> None:
    """One of the hours on the buttons for the hardest one, or none."""
    await _set_hour(visit, "risk", at)


@taps.on(MORNING)
async def morning(visit: Visit, at: time) -> None:
    """One of the hours on the buttons for the morning."""
    await _set_hour(visit, "morning", at)


@router.message(Awaits(*_HOURS.values()), _CLIENT)
async def typed_hour(message: Message, visit: Visit) -> None:
    """An hour was typed; of two readings a morning one is meant for the morning, and a later one for the hardest."""
    read = parse_time(message.text or "")
    if isinstance(read, NoTime):
        await reply.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    what = "morning" if visit.person.awaiting == _HOURS["morning"] else "risk"
    await reply.taken(visit)
    await _set_hour(visit, what, one_of(read, time(8) if what == "morning" else time(18)))


async def _set_hour(visit: Visit, what: str, at: time | None) -> None:
    if what == "risk":
        await _shown(visit, await course.set_risk(visit.tx, visit.person, at), what)
    elif at is not None:
        await _shown(visit, await course.set_morning(visit.tx, visit.person, at), what)


@taps.on(OWN_PLAN)
async def own_plan(visit: Visit) -> None:
    """Own times and days, as they are now; nothing counts before Done."""
    plan = await check_in_plan(visit.tx, visit.person.id)
    if plan is not None:
        times = [at.isoformat("minutes") for at in sorted(plan.rule.times)]
        await _drafted(visit, {"days": sorted(plan.rule.weekdays), "times": times})


@taps.on(OWN_DAY)
async def own_day(visit: Visit, day: int) -> None:
    """A day is in or out."""
    draft = visit.tapped.args
    if draft.get("view") == OWN:
        await _drafted(visit, {**draft, "days": sorted({*draft["days"]} ^ {day})})


@taps.on(OWN_OUT)
async def own_out(visit: Visit, at: time) -> None:
    """A time is taken out."""
    draft = visit.tapped.args
    if draft.get("view") == OWN:
        await _drafted(visit, {**draft, "times": [one for one in draft["times"] if one != at.isoformat("minutes")]})


@router.message(Awaits("own_time"), _CLIENT)
async def own_time(message: Message, visit: Visit) -> None:
    """A time to add was typed."""
    read = parse_time(message.text or "")
    if isinstance(read, NoTime):
        await reply.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    row = await reply.taken(visit)
    if row is not None and row.args.get("view") == OWN:
        at = one_of(read, NOON).isoformat("minutes")
        await _drafted(visit, {**row.args, "times": sorted({*row.args["times"], at})})


async def _drafted(visit: Visit, draft: Mapping[str, Any]) -> None:
    kept = {"view": OWN, "days": draft["days"], "times": draft["times"]}
    await reply.ask(visit, "own_time", "how_often", kept)


@taps.on(OWN_BACK)
async def own_back(visit: Visit) -> None:
    """Nothing changes."""
    await reply.ask(visit, None, "how_often")


@taps.on(OWN_DONE)
async def own_done(visit: Visit) -> None:
    """That is the plan now, unless it cannot be: then it is said why, and stays to be changed."""
    draft = visit.tapped.args
    if draft.get("view") != OWN:
        return
    times = [time.fromisoformat(at) for at in draft["times"]]
    changed = await course.set_own_plan(visit.tx, visit.person, times, draft["days"])
    if isinstance(changed, Plan):
        await _shown(visit, changed)
    else:
        await reply.ask(visit, "own_time", "how_often", {**draft, "refused": changed.value})


@taps.on(UNDO_PLAN)
async def take_back(visit: Visit, version: int) -> None:
    """The last change is taken back, where nothing has changed since."""
    await reply.detach(visit)
    plan = await check_in_plan(visit.tx, visit.person.id)
    done = None if plan is None else await undo_plan(visit.tx, visit.person, plan.id, version)
    if done is None:
        visit.toast = "toast-old"
    await reply.ask(visit, None, "how_often", {"undone": 1} if done else None)


@taps.on(PROPOSAL_YES, PROPOSAL_NOT_NOW, PROPOSAL_NEVER)
async def proposal(visit: Visit, proposal_id: int) -> None:
    """What they say to another time; the closing message that it rode in shows what became of it."""
    assert visit.tap is not None, "it was tapped"
    done = await change_slot.answer_proposal(visit.tx, visit.person, proposal_id, _REPLIES[visit.tap])
    if done is None:
        visit.toast = "toast-old"
    await reply.view(visit)


@taps.on(STOP_KIND)
async def no_more(visit: Visit, kind: str) -> None:
    """No more of that kind by itself; told below, with a way back."""
    if await stop_kind(visit.tx, visit.person, kind):
        await reply.detach(visit)
        await reply.ask(visit, None, "kind_stopped", {"kind": kind})


@taps.on(HAVE_BACK)
async def wanted(visit: Visit, value: str) -> None:
    """That kind is wanted after all."""
    await have_back(visit.tx, visit.person, value)
    await reply.ask(visit, None, "how_often", {"undone": 1})


@taps.on(MAY_ASK)
async def may_ask(visit: Visit) -> None:
    """Another time may be proposed after all."""
    await change_slot.welcome_proposals(visit.tx, visit.person)
    await reply.ask(visit, None, "how_often", {"undone": 1})


async def _shown(visit: Visit, changed: Changed, view: str = "") -> None:
    """How it stands now, with a way back; or the question again, with why not."""
    if isinstance(changed, Plan):
        await reply.ask(visit, None, "how_often", {"undo": changed.version} if changed.version > 1 else None)
    else:
        asked = {"view": view} if view else {}
        awaited = _HOURS.get(view)
        await reply.ask(visit, awaited, "how_often", {**asked, "refused": changed.value})
