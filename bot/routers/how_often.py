"""How often: each tap holds at once and can be undone; and no more of one kind of what comes by itself."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import speak
from bot.routers.clocks import one_of, time_of
from bot.screens.how_often_ask import OWN
from bot.tap import Tap
from bot.visit import Visit
from care import course, proposals
from care.course import Changed, check_in_plan
from care.plans import OF_CLIENT
from care.stop_kind import have_back, stop_kind
from care.undo import undo
from programme.course import Level
from programme.people import Role
from programme.plan import EVERY_DAY, Plan
from programme.proposal import Reply
from programme.times import NoTime, parse_time

router = Router(name="how_often")
_CLIENT = Is(Role.CLIENT)
_HOURS = {"risk": "risk_hour", "morning": "morning_hour"}  # what is asked, and what the next words are for
_REPLIES = {f"proposal_{reply}": reply for reply in Reply}
NOON = time(12)


@router.callback_query(Does("level"), _CLIENT)
async def level(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Lighter, standard or fuller."""
    if tap.arg in set(Level):
        await _shown(visit, await course.set_level(visit.tx, visit.person, Level(tap.arg)))


@router.callback_query(Does("less"), _CLIENT)
async def less(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Fewer: one level down, told below; what asked stays as it is."""
    before = await check_in_plan(visit.tx, visit.person.id)
    done = await course.less(visit.tx, visit.person)
    await speak.aside(visit)
    plan = await check_in_plan(visit.tx, visit.person.id)
    if done is None or plan is None or plan == before:
        fewest = "fewest" if plan and plan.rule.course else "own_fewer"
        await speak.ask(visit, None, "how_often", {"refused": fewest} if plan else None)
    else:
        await _shown(visit, plan)


@router.callback_query(Does("window"), _CLIENT)
async def window(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """At the time itself, or drawn by chance within so many minutes."""
    if tap.arg.isdecimal() and len(tap.arg) <= 3:
        minutes = int(tap.arg) or None
        await _shown(visit, await course.set_window(visit.tx, visit.person, minutes), "window")


@router.callback_query(Does("ask_hour"), _CLIENT)
async def ask_hour(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Which hour? It may be tapped or typed."""
    if tap.arg in _HOURS:
        await speak.ask(visit, _HOURS[tap.arg], "how_often", {"view": tap.arg})


@router.callback_query(Does(*_HOURS), _CLIENT)
async def tapped_hour(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of the hours on the buttons, or, for the hardest one, none."""
    at = time_of(tap.arg)
    if at is not None or (tap.do == "risk" and tap.arg == "none"):
        await _set_hour(visit, tap.do, at)


@router.message(Awaits(*_HOURS.values()), _CLIENT)
async def typed_hour(message: Message, visit: Visit) -> None:
    """An hour was typed; of two readings a morning one is meant for the morning, and a later one for the hardest."""
    read = parse_time(message.text or "")
    if isinstance(read, NoTime):
        await speak.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    what = "morning" if visit.person.awaiting == _HOURS["morning"] else "risk"
    await speak.taken(visit)
    await _set_hour(visit, what, one_of(read, time(8) if what == "morning" else time(18)))


async def _set_hour(visit: Visit, what: str, at: time | None) -> None:
    if what == "risk":
        await _shown(visit, await course.set_risk(visit.tx, visit.person, at), what)
    elif at is not None:
        await _shown(visit, await course.set_morning(visit.tx, visit.person, at), what)


@router.callback_query(Does("own_plan"), _CLIENT)
async def own_plan(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Own times and days, as they are now; nothing counts before Done."""
    plan = await check_in_plan(visit.tx, visit.person.id)
    if plan is not None:
        times = [at.isoformat("minutes") for at in sorted(plan.rule.times)]
        await _drafted(visit, {"days": sorted(plan.rule.weekdays), "times": times})


@router.callback_query(Does("own_day", "own_out"), _CLIENT)
async def own_changed(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A day is in or out; a time is taken out."""
    draft = dict(visit.screen.args) if visit.screen else {}
    if draft.get("view") != OWN or not tap.arg.isdecimal():
        return
    if tap.do == "own_day" and int(tap.arg) in EVERY_DAY:
        draft["days"] = sorted(set(draft["days"]) ^ {int(tap.arg)})
    else:
        draft["times"] = [at for at in draft["times"] if at.replace(":", "") != tap.arg]
    await _drafted(visit, draft)


@router.message(Awaits("own_time"), _CLIENT)
async def own_time(message: Message, visit: Visit) -> None:
    """A time to add was typed."""
    read = parse_time(message.text or "")
    if isinstance(read, NoTime):
        await speak.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    row = await speak.taken(visit)
    if row is not None and row.args.get("view") == OWN:
        at = one_of(read, NOON).isoformat("minutes")
        await _drafted(visit, {**row.args, "times": sorted({*row.args["times"], at})})


async def _drafted(visit: Visit, draft: Mapping[str, Any]) -> None:
    kept = {"view": OWN, "days": draft["days"], "times": draft["times"]}
    await speak.ask(visit, "own_time", "how_often", kept)


@router.callback_query(Does("own_back"), _CLIENT)
async def own_back(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Nothing changes."""
    await speak.ask(visit, None, "how_often")


@router.callback_query(Does("own_done"), _CLIENT)
async def own_done(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """That is the plan now, unless it cannot be: then it is said why, and stays to be changed."""
    draft = dict(visit.screen.args) if visit.screen else {}
    if draft.get("view") != OWN:
        return
    times = [time.fromisoformat(at) for at in draft["times"]]
    changed = await course.set_own_plan(visit.tx, visit.person, times, draft["days"])
    if isinstance(changed, Plan):
        await _shown(visit, changed)
    else:
        await speak.ask(visit, "own_time", "how_often", {**draft, "refused": changed.value})


@router.callback_query(Does("undo"), _CLIENT)
async def take_back(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The last change is taken back, where nothing has changed since."""
    await speak.aside(visit)
    plan = await check_in_plan(visit.tx, visit.person.id)
    done = None
    if plan is not None and tap.arg.isdecimal() and len(tap.arg) <= 9:
        done = await undo(visit.tx, visit.person, plan.id, int(tap.arg))
    if done is None:
        visit.toast = "toast-old"
    await speak.ask(visit, None, "how_often", {"undone": 1} if done else None)


@router.callback_query(Does(*_REPLIES), _CLIENT)
async def proposal(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """What they say to another time; the closing message that it rode in shows what became of it."""
    done = None
    if tap.number is not None:
        done = await proposals.answer(visit.tx, visit.person, tap.number, _REPLIES[tap.do])
    if done is None:
        visit.toast = "toast-old"
    await speak.view(visit)


@router.callback_query(Does("stop_kind"), _CLIENT)
async def no_more(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """No more of that kind by itself; told below, with a way back."""
    if tap.arg in OF_CLIENT and await stop_kind(visit.tx, visit.person, tap.arg):
        await speak.aside(visit)
        await speak.ask(visit, None, "kind_stopped", {"kind": tap.arg})


@router.callback_query(Does("have_back"), _CLIENT)
async def wanted(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That kind is wanted after all."""
    if tap.arg in OF_CLIENT:
        await have_back(visit.tx, visit.person, tap.arg)
        await speak.ask(visit, None, "how_often", {"undone": 1})


@router.callback_query(Does("may_ask"), _CLIENT)
async def may_ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Another time may be proposed after all."""
    await proposals.may_ask_again(visit.tx, visit.person)
    await speak.ask(visit, None, "how_often", {"undone": 1})


async def _shown(visit: Visit, changed: Changed, view: str = "") -> None:
    """How it stands now, with a way back; or the question once more, with why not."""
    if isinstance(changed, Plan):
        await speak.ask(visit, None, "how_often", {"undo": changed.version} if changed.version > 1 else None)
    else:
        asked = {"view": view} if view else {}
        awaited = _HOURS.get(view)
        await speak.ask(visit, awaited, "how_often", {**asked, "refused": changed.value})
