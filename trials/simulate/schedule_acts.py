"""What clients do about when they are written to: how often, single slots, sessions, "not now"."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, time
from typing import Any

from care import change_slot, course, sessions, timing
from care.coming import coming
from care.plans import OF_CLIENT
from trials.simulate.residents import Dial, Slotwise, What
from trials.simulate.scene import Act, Said, Scene

_DIALS: Mapping[Dial, Callable[..., Awaitable[course.Changed]]] = {
    Dial.LEVEL: course.set_level,
    Dial.OWN: course.set_own_plan,
    Dial.DAYS: course.set_days,
    Dial.WINDOW: course.set_window,
    Dial.RISK: course.set_risk,
    Dial.MORNING: course.set_morning,
}


async def sets_how_often(scene: Scene, chosen: tuple[Dial, Any]) -> Said:
    """They pick something under "How often"; where it may not be, nothing changes."""
    if not scene.person.is_client:
        return None
    dial, value = chosen
    done = await _DIALS[dial](scene.tx, scene.person, value)
    refused = done.value if isinstance(done, course.Refused) else None
    return {"taps": 3, "dial": dial.value, "refused": refused}


async def changes_slot(scene: Scene, how: Slotwise) -> Said:
    """They move one of the next seven days' messages to another time, leave it out, or bring it back."""
    tx, person = scene.tx, scene.person
    wants_skipped = how is Slotwise.BRING_BACK
    found = [
        one.which
        for one in await coming(tx, person)
        if one.which is not None and one.kind in OF_CLIENT and one.skipped is wants_skipped
    ]
    if not found:
        return None
    which = scene.chance.choice(found)
    if how is Slotwise.MOVE:
        to = time(scene.chance.randrange(6, 23), scene.chance.choice((0, 30)))
        refused = await change_slot.move_slot(tx, person, which, to)
    else:
        change = change_slot.skip_slot if how is Slotwise.SKIP else change_slot.bring_back
        refused = await change(tx, person, which)
    return {"taps": 4, "how": how.value, "refused": refused and refused.value}


async def enters_own_session(scene: Scene, at: datetime | None) -> Said:
    """They say when they meet their practitioner next, or that they do not know."""
    if not scene.person.is_client:
        return None
    if at is None:
        done = await sessions.clear_session(scene.tx, scene.person, scene.person.id)
        return {"taps": 2, "cleared": done}
    set_ = await sessions.set_session(scene.tx, scene.person, scene.person.id, at)
    return {"taps": 4, "done": set_.value, "at": at.isoformat()}


async def wants_none_now(scene: Scene, _: object) -> Said:
    """Not now: nothing but one question a fortnight."""
    return {"taps": 2} if scene.person.is_client and await timing.not_now(scene.tx, scene.person) else None


async def is_back(scene: Scene, _: object) -> Said:
    """Now is a good time."""
    return {"taps": 2} if await timing.now_is_good(scene.tx, scene.person) else None


ACTS: Mapping[What, Act] = {
    What.HOW_OFTEN: sets_how_often,
    What.CHANGE_SLOT: changes_slot,
    What.MY_SESSION: enters_own_session,
    What.NOT_NOW: wants_none_now,
    What.NOW_IS_GOOD: is_back,
}
