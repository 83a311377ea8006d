"""What supporters and practitioners do, and what clients do about supporters."""

from collections.abc import Mapping
from datetime import datetime, time

from care import passing_on, supporters, supporting
from care.ahead_of import coming_of
from care.invites import Opened, open_invite
from care.nudges import answer_nudge
from care.requests import open_request
from care.sessions import set_session
from care.weekly import read_weeks, set_summary_time
from programme.support import Shared
from trials.simulate.looking import promised
from trials.simulate.residents import What
from trials.simulate.scene import Act, Said, Scene
from trials.simulate.truth import Looked


async def asks_supporter(scene: Scene, name: str) -> Said:
    """A client names somebody, ticks what they may see, and forwards the link."""
    tx, client = scene.tx, scene.person
    made = await supporters.add(tx, client, name)
    if made is None:
        return None
    await supporters.turn(tx, client, made.id, Shared.GOOD_NEWS)
    link = await supporters.make_link(tx, client, made.id)
    if link is None:
        return None
    scene.town.supports[name], scene.town.tokens[name] = made.id, link.token
    return {"taps": 4, "supporter": name}


async def removes_supporter(scene: Scene, name: str) -> Said:
    """A client ends it."""
    done = await supporters.remove(scene.tx, scene.person, scene.town.supports.get(name, 0))
    return {"taps": 2, "supporter": name} if done else None


async def answers_invite(scene: Scene, says_yes: bool) -> Said:
    """Somebody opens the link that was forwarded to them, and says yes or no."""
    tx, person, name = scene.tx, scene.person, scene.who.name
    opened = await open_invite(tx, person, scene.town.tokens.get(name, ""))
    if not isinstance(opened, Opened):
        return None
    support = await supporting.arrive(tx, person, opened.invite)
    if support is None:
        return None
    if not says_yes:
        await supporting.decline(tx, person, support.id)
        return {"taps": 2, "yes": False}
    await supporting.accept(tx, person, support.id)
    after = await scene.fresh()
    assert after.zone, "who said yes is taken to be where the client is"
    scene.town.places[name] = scene.town.places[scene.who.with_whom or ""]
    return {"taps": 2, "yes": True, "zone": after.zone}


async def stops_supporting(scene: Scene, _: object) -> Said:
    """A supporter stops."""
    done = await supporting.stop(scene.tx, scene.person, scene.town.supports.get(scene.who.name, 0))
    return {"taps": 2} if done else None


async def encourages(scene: Scene, _: object) -> Said:
    """A supporter sends words to the client."""
    held = await supporting.of_supporter(scene.tx, scene.person, scene.town.supports.get(scene.who.name))
    words = await passing_on.draft(scene.tx, scene.person, held, "Thinking of you") if held else None
    if words is None:
        return None
    sent = await passing_on.send(scene.tx, scene.person, words)
    return {"taps": 3, "sent": sent.value}


async def nudged(scene: Scene, said: tuple[int, bool]) -> Said:
    """A supporter says what became of a nudge."""
    prompt_id, done = said
    took = await answer_nudge(scene.tx, scene.person, prompt_id, done=done)
    return {"prompt": prompt_id} if took else None


async def rates_words(scene: Scene, words_id: int) -> Said:
    """A client says that a supporter's words helped."""
    return {} if await passing_on.rate(scene.tx, scene.person, words_id, helped=True) else None


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
        if (seen := await coming_of(scene.tx, scene.person, client_id)) is not None:
            looked = Looked(scene.now, client_id, scene.who.name, promised(seen.coming), own=False)
            town.truth.looked.append(looked)
    return {"weeks": await read_weeks(scene.tx, scene.person, theirs)}


async def opens_request(scene: Scene, request_id: int) -> Said:
    """A practitioner says that they saw what a client asked for."""
    return None if await open_request(scene.tx, scene.person, request_id) is None else {}


ACTS: Mapping[What, Act] = {
    What.ASK_SUPPORTER: asks_supporter,
    What.REMOVE_SUPPORTER: removes_supporter,
    What.ANSWER_INVITE: answers_invite,
    What.STOP_SUPPORTING: stops_supporting,
    What.ENCOURAGE: encourages,
    What.NUDGE: nudged,
    What.RATE_WORDS: rates_words,
    What.SET_SESSION: enters_session,
    What.SUMMARY_TIME: sets_summary,
    What.READ_WEEKS: reads,
    What.OPEN_REQUEST: opens_request,
}
