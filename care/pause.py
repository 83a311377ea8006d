"""A break: a client is left alone for a while, and so are their supporters. Nothing of it counts as silence."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from care import say
from care.hello import BACK, no_hello, say_hello_at
from care.open_due import settle
from care.plans import close_open
from db import clients, events, pauses, prompts
from db.tx import Tx
from programme.pause import HELLO_AT, Length, Pause, What, ends_at, in_zone, may_end_on
from programme.people import Person
from programme.places import HOME
from programme.plan import NEVER
from programme.prompt import PromptState


async def pause(
    tx: Tx, person: Person, length: Length | date, what: What = What.ALL, *, actor_id: int | None = None
) -> Pause | None:
    """That client (locked) takes a break from now on, or changes the one they have; None: no client, or no such day.

    - What comes to them by itself stops, their supporters' nudges, or both. What is open of it ends, and what was
      answered stays as it may. There is one pause at a time.
    - At its end comes one hello, if they like to be written to; a hello promised for earlier is not said. Of their
      supporters' nudges alone there is none: they were not left alone themselves.
    - Craving help, /checkin and /help go on as ever. The practitioner sees "paused", and supporters no reason.

    `actor_id` is who wants it, if not the client.
    """
    if not person.is_client:
        return None
    await settle(tx, person.id)
    zone = person.zone or HOME.zone
    if not isinstance(length, Length) and not may_end_on(length, tx.now.astimezone(ZoneInfo(zone)).date()):
        return None
    running = (await pauses.running(tx, [person.id])).get(person.id)
    same = running is not None and running.what is what
    held = Pause(running.since if running and same else tx.now, ends_at(tx.now, length, zone), what)
    await pauses.start(tx, person.id, held)
    until = None if held.until == NEVER else held.until.isoformat()
    told = length.value if isinstance(length, Length) else "day"
    data = {"length": told, "until": until, "what": what.value}
    await events.add(tx, "PauseBegan", person.id, actor_id or person.id, data)
    left = [one for one in await prompts.open_of(tx, person.id) if held.holds(one.kind)]
    await close_open(tx, left, PromptState.PAUSED, "paused")
    if held.of_client or (running is not None and running.of_client):
        await no_hello(tx, person.id)
    if until is not None and held.of_client:
        day = held.until.astimezone(ZoneInfo(zone)).date()
        await say_hello_at(tx, person, day, HELLO_AT, BACK)
    await _shown(tx, person)
    return held


async def come_back(tx: Tx, person: Person) -> bool:
    """That client (locked) is back before the break is over; False where there was none.

    What would have been due meanwhile is not sent, and the hello at the end has nothing to say any more.
    """
    running = (await pauses.running(tx, [person.id])).get(person.id)
    if running is None:
        return False
    await settle(tx, person.id)
    await pauses.end(tx, person.id)
    await events.add(tx, "PauseEnded", person.id, person.id)
    if running.of_client:
        await no_hello(tx, person.id)
    await _shown(tx, person)
    return True


async def move_pause(tx: Tx, person: Person, zone: str) -> None:
    """That client (locked), as they were known so far, is in the IANA `zone` now: a break keeps its wall time, there.

    Where that has gone by, it is over. The hello at its end moves with the plans: care.plans.move_plans.
    """
    running = (await pauses.running(tx, [person.id])).get(person.id)
    if running is None or running.until == NEVER:
        return
    until = in_zone(running.until, person.zone or HOME.zone, zone)
    if until == running.until:
        return
    if until <= tx.now:
        await pauses.end(tx, person.id)
        await events.add(tx, "PauseEnded", person.id, person.id)
    else:
        await pauses.start(tx, person.id, replace(running, until=until))
        await events.add(tx, "PauseMoved", person.id, person.id, {"until": until.isoformat()})
    await _shown(tx, person)


async def _shown(tx: Tx, person: Person) -> None:
    client = await clients.get(tx, person.id)
    if client is not None:
        await say.refresh_subject(tx, client.practitioner_id, "summary", person.id)
