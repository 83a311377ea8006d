"""What clients do about when they are written to, and what supporters and practitioners do."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, time
from typing import Any

from care.people.invites import OpenedInvite, open_invite
from care.practice import sessions
from care.practice.requests import open_request
from care.practice.sessions import set_session
from care.practice.weekly import read_weeks, set_summary_time
from care.schedule import change_slot, course, pause
from care.schedule.plans import OF_CLIENT
from care.schedule.upcoming import upcoming, upcoming_as_seen_by
from care.supporters import clients_side, their_side
from care.supporters.their_side import answer_nudge
from programme.supporters.support import Shared
from trials.simulate.residents import Dial, Happening, Slotwise
from trials.simulate.scene import Act, Said, Scene, promised
from trials.simulate.town import Looked

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
    refused = done.value if isinstance(done, course.CourseRefusal) else None
    return {"taps": 3, "dial": dial.value, "refused": refused}


async def changes_slot(scene: Scene, how: Slotwise) -> Said:
    """They move one of the next seven days' messages to another time, leave it out, or bring it back."""
    tx, person = scene.tx, scene.person
    wants_skipped = how is Slotwise.BRING_BACK
    found = [
        one.which
        for one in await upcoming(tx, person)
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
    return {"taps": 2} if scene.person.is_client and await pause.not_now(scene.tx, scene.person) else None


async def is_back(scene: Scene, _: object) -> Said:
    """Now is a good time."""
    return {"taps": 2} if await pause.now_is_good(scene.tx, scene.person) else None


SCHEDULE_ACTS: Mapping[Happening, Act] = {
    Happening.HOW_OFTEN: sets_how_often,
    Happening.CHANGE_SLOT: changes_slot,
    Happening.MY_SESSION: enters_own_session,
    Happening.NOT_NOW: wants_none_now,
    Happening.NOW_IS_GOOD: is_back,
}


async def asks_supporter(scene: Scene, name: str) -> Said:
    """A client names somebody, ticks what they may see, and forwards the link."""
    tx, client = scene.tx, scene.person
    made = await clients_side.add_supporter(tx, client, name)
    if made is None:
        return None
    await clients_side.turn_shared(tx, client, made.id, Shared.GOOD_NEWS)
    link = await clients_side.make_link(tx, client, made.id)
    if link is None:
        return None
    scene.town.supports[name], scene.town.tokens[name] = made.id, link.token
    return {"taps": 4, "supporter": name}


async def removes_supporter(scene: Scene, name: str) -> Said:
    """A client ends it."""
    done = await clients_side.remove_supporter(scene.tx, scene.person, scene.town.supports.get(name, 0))
    return {"taps": 2, "supporter": name} if done else None


async def answers_invite(scene: Scene, says_yes: bool) -> Said:
    """Somebody opens the link that was forwarded to them, and says yes or no."""
    tx, person, name = scene.tx, scene.person, scene.who.name
    opened = await open_invite(tx, person, scene.town.tokens.get(name, ""))
    if not isinstance(opened, OpenedInvite):
        return None
    support = await their_side.arrive_as_supporter(tx, person, opened.invite)
    if support is None:
        return None
    if not says_yes:
        await their_side.decline_support(tx, person, support.id)
        return {"taps": 2, "yes": False}
    await their_side.accept_support(tx, person, support.id)
    after = await scene.fresh()
    assert after.zone, "who said yes is taken to be where the client is"
    scene.town.places[name] = scene.town.places[scene.who.with_whom or ""]
    return {"taps": 2, "yes": True, "zone": after.zone}


async def stops_supporting(scene: Scene, _: object) -> Said:
    """A supporter stops."""
    done = await their_side.stop_support(scene.tx, scene.person, scene.town.supports.get(scene.who.name, 0))
    return {"taps": 2} if done else None


async def encourages(scene: Scene, _: object) -> Said:
    """A supporter sends words to the client."""
    held = await their_side.support_of(scene.tx, scene.person, scene.town.supports.get(scene.who.name))
    words = await clients_side.draft_words(scene.tx, scene.person, held, "Thinking of you") if held else None
    if words is None:
        return None
    sent = await clients_side.send_words(scene.tx, scene.person, words)
    return {"taps": 3, "sent": sent.value}


async def nudged(scene: Scene, said: tuple[int, bool]) -> Said:
    """A supporter says what became of a nudge."""
    prompt_id, done = said
    took = await answer_nudge(scene.tx, scene.person, prompt_id, done=done)
    return {"prompt": prompt_id} if took else None


async def rates_words(scene: Scene, words_id: int) -> Said:
    """A client says that a supporter's words helped."""
    return {} if await clients_side.rate_words(scene.tx, scene.person, words_id, helped=True) else None


async def enters_session(scene: Scene, session: tuple[str, datetime]) -> Said:
    """A practitioner enters when they meet a client next."""
    client = await scene.other(session[0])
    if client is None:
        return None
    done = await set_session(scene.tx, scene.person, client.id, session[1])
    return {"client": session[0], "done": done.value, "at": session[1].isoformat()}


async def sets_summary(scene: Scene, chosen: tuple[int, time]) -> Said:
    """A practitioner chooses another day and time for the weekly summary."""
    plan = await set_summary_time(scene.tx, scene.person, *chosen)
    return None if plan is None else {"taps": 3}


async def reads(scene: Scene, _: object) -> Said:
    """A practitioner reads the weeks of all their clients, and looks at what comes to each."""
    town = scene.town
    theirs = [
        town.ids[one.name]
        for one in town.residents.values()
        if one.with_whom == scene.who.name and one.name in town.ids
    ]
    for client_id in theirs:
        if (seen := await upcoming_as_seen_by(scene.tx, scene.person, client_id)) is not None:
            looked = Looked(scene.now, client_id, scene.who.name, promised(seen.upcoming), own=False)
            town.truth.looked.append(looked)
    return {"weeks": await read_weeks(scene.tx, scene.person, theirs)}


async def opens_request(scene: Scene, request_id: int) -> Said:
    """A practitioner says that they saw what a client asked for."""
    return None if await open_request(scene.tx, scene.person, request_id) is None else {}


OTHERS_ACTS: Mapping[Happening, Act] = {
    Happening.ASK_SUPPORTER: asks_supporter,
    Happening.REMOVE_SUPPORTER: removes_supporter,
    Happening.ANSWER_INVITE: answers_invite,
    Happening.STOP_SUPPORTING: stops_supporting,
    Happening.ENCOURAGE: encourages,
    Happening.NUDGE: nudged,
    Happening.RATE_WORDS: rates_words,
    Happening.SET_SESSION: enters_session,
    Happening.SUMMARY_TIME: sets_summary,
    Happening.READ_WEEKS: reads,
    Happening.OPEN_REQUEST: opens_request,
}
