"""What follows from newer time zone data: what is to come keeps its wall time, by the rules that hold now."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from db import events, pauses, people, plans, prompts, service_facts, sessions
from db.tx import Tx
from programme.people import Person
from programme.places import every_zone
from programme.plan import MOMENT, NEVER, Plan
from programme.zones import FOUND, Offsets, in_use, moved, of_system, offsets

AHEAD: Final = timedelta(days=400)  # offsets that reach less far are taken down again: a session lies a year ahead


async def follow_zone_data(tx: Tx) -> int:
    """Where the data that runs is another than at the last start, plans, open prompts, sessions and breaks of people
    in zones that changed keep their wall time. Returns how many people those are.

    Any number of processes may call it at their start: one of them does it. A database that was written before
    offsets were kept was reckoned with the system's data, where there was any.
    """
    kept = await service_facts.lock(tx, service_facts.ZONE_DATA)
    before = Offsets.from_json(json.loads(kept)) if kept else None
    version = in_use().version
    if before is not None and before.version == version and tx.now + AHEAD < before.until:
        return 0
    current = offsets({name: ZoneInfo(name) for name in every_zone()}, tx.now, version)
    if before is None:
        before = await _of_system(tx)
    found = await people.in_zones(tx, before.differing(current))
    await people.lock(tx, found)
    for _, person in sorted(found.items()):
        await _move(tx, person, before)
    await service_facts.put(tx, service_facts.ZONE_DATA, json.dumps(current.to_json(), separators=(",", ":")))
    return len(found)


async def _of_system(tx: Tx) -> Offsets:
    """The offsets by the system's data; of no zone where nobody is here, or the system has none."""
    wanted = await people.in_zones(tx, every_zone())
    zones = {person.zone: of_system(person.zone, FOUND) for person in wanted.values() if person.zone}
    return offsets({name: zone for name, zone in zones.items() if zone is not None}, tx.now, "")


async def _move(tx: Tx, person: Person, before: Offsets) -> None:
    """That person (locked) keeps their wall times. What is over stays as it was recorded."""
    zone = person.zone or ""
    coming = [(plan, _due(plan, before)) for plan in await plans.of_person(tx, person.id)]
    await plans.move(tx, [(plan.id, at) for plan, at in coming if at != plan.next_due_at])
    for one in await prompts.open_of(tx, person.id):
        closes, steps = (at and moved(at, zone, before) for at in (one.closes_at, one.next_at))
        await prompts.save_progress(tx, one, replace(one, closes_at=closes, next_at=steps))
    session = (await sessions.coming(tx, [person.id])).get(person.id)
    if session is not None and (at := moved(session, zone, before)) != session:
        await sessions.move(tx, person.id, at)
        await events.add(tx, "SessionSet", person.id, data={"at": at.isoformat()})
    running = (await pauses.running(tx, [person.id])).get(person.id)
    if running is not None and (until := moved(running.until, zone, before)) != running.until:
        await pauses.start(tx, person.id, replace(running, until=until))
        await events.add(tx, "PauseMoved", person.id, data={"until": until.isoformat()})


def _due(plan: Plan, before: Offsets) -> datetime:
    """When the slot that the plan waits for comes now. A time that the clocks skip moves on to the next slot."""
    at = moved(plan.next_due_at, plan.zone, before)
    if at == plan.next_due_at:
        return at
    coming = plan.rule.due_after(at - MOMENT, plan.zone)
    return at if coming == NEVER else coming
