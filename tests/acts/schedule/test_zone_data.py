"""What is to come follows newer time zone data, over both databases."""

import asyncio
import json
from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest

from care.operators import starting
from care.operators.starting import follow_zone_data
from care.practice.sessions import set_session
from care.schedule.pause import pause
from db.practice import sessions
from db.schedule import plans
from db.store import service_facts
from db.store.engine import Database, open_database
from db.store.service_facts import ZONE_DATA
from db.store.vault import Vault
from programme.people.person import Person
from programme.schedule.pause import PauseScope
from programme.schedule.plan import SESSION_BEFORE
from programme.zones import TESTED, offsets
from tests.acts.schedule.test_open_due import S
from tests.acts.town import Town, utc

VANCOUVER = "America/Vancouver"
BEFORE: dict[str, tzinfo] = {
    VANCOUVER: timezone(timedelta(hours=-8))
}  # as it was told before British Columbia stopped changing clocks
NOW = "2026-12-02T20:00"


async def reckoned_before(town: Town) -> None:
    """The last start was with data of 2025."""
    kept = json.dumps(offsets(BEFORE, utc("2026-11-20T12:00"), "2025.2").to_json())
    await town.do(lambda tx: service_facts.put(tx, ZONE_DATA, kept), NOW)


async def an_hour_late(town: Town, person: Person) -> None:
    """Their check-in was reckoned by -08."""
    (plan, *_) = await town.ask(plans.of_person, person.id)
    assert plan.next_due_at == utc("2026-12-03T01:30")
    await town.do(lambda tx: plans.move(tx, [(plan.id, utc("2026-12-03T02:30"))]), NOW)


async def test_a_check_in_comes_at_its_time_by_the_new_rules(town: Town) -> None:
    """Asked for at 18:30 when the data had -08: after the update it comes at 18:30 by -07, in its window, once; what
    was entered as a session, its words and a break keep their time; nothing moves at the next start."""
    sam, pat = await town.client(zone=VANCOUVER, since=NOW), await town.client(2, since=NOW)
    await town.do(set_session, NOW, sam, sam.id, utc("2026-12-10T22:00"))  # 14:00 by -08
    await an_hour_late(town, sam)
    [london] = await town.ask(plans.of_person, pat.id)
    await reckoned_before(town)
    assert await town.do(follow_zone_data, NOW) == 1
    assert await town.do(follow_zone_data, NOW) == 0
    assert await town.ask(plans.of_person, pat.id) == [london]
    assert await town.ask(sessions.last, sam.id) == utc("2026-12-10T21:00")
    assert (await town.events(sam, "SessionSet"))[-1].data == {"at": "2026-12-10T21:00:00+00:00"}
    await town.open_due("2026-12-03T01:29")
    assert await town.prompts(sam) == []
    await town.open_due("2026-12-03T01:30")
    (prompt,) = await town.prompts(sam)
    assert (prompt.slot, prompt.state, prompt.due_at) == ("18:30", S.OPEN, utc("2026-12-03T01:30"))
    found = {one.kind: one.next_due_at for one in await town.ask(plans.of_person, sam.id)}
    assert found["check_in"] == utc("2026-12-04T01:30")
    assert found[SESSION_BEFORE] == utc("2026-12-10T01:30")


async def test_what_is_open_and_a_break_keep_their_time(town: Town) -> None:
    """A check-in that is open closes at the same time on the wall, and a break ends on the same morning."""
    sam = await town.client(zone=VANCOUVER)
    await town.open_due("2026-12-02T02:30")
    (prompt,) = [one for one in await town.prompts(sam) if one.state is S.OPEN]
    ada = await town.client(2, zone=VANCOUVER)
    held = await town.do(pause, "2026-12-02T03:00", ada, datetime(2026, 12, 7, tzinfo=UTC).date(), PauseScope.ALL)
    assert held is not None
    await reckoned_before(town)
    assert await town.do(follow_zone_data, "2026-12-02T03:00") == 2
    after = await town.prompt(prompt)
    hour = timedelta(hours=1)
    assert prompt.closes_at is not None
    assert prompt.next_at is not None
    assert (after.closes_at, after.next_at) == (prompt.closes_at - hour, prompt.next_at - hour)
    running = (await town.ask(plans.running_pauses, [ada.id], now=utc("2026-12-03T03:00")))[ada.id]
    assert running.until == held.until - hour


async def test_two_processes_start_at_once(town: Town, database_url: str, vault: Vault) -> None:
    """One of them moves what is to come, and it moves once."""
    sam = await town.client(zone=VANCOUVER, since=NOW)
    await an_hour_late(town, sam)
    await reckoned_before(town)

    async def starts(database: Database) -> int:
        return await database.write(lambda tx: follow_zone_data(tx.at(utc(NOW))))

    other = await open_database(database_url, vault=vault)
    try:
        moved = await asyncio.gather(starts(town.database), starts(other))
    finally:
        await other.close()
    assert sorted(moved) == [0, 1]
    (after,) = await town.ask(plans.of_person, sam.id)
    assert after.next_due_at == utc("2026-12-03T01:30")


async def test_before_offsets_were_kept_the_system_had_its_say(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database without the fact was reckoned with the system's data; a new one starts with what runs."""
    monkeypatch.setattr(starting, "of_system", lambda zone, path: BEFORE.get(zone))
    assert await town.do(follow_zone_data, NOW) == 0
    kept = await town.ask(service_facts.get, ZONE_DATA)
    assert kept is not None
    assert (json.loads(kept)["version"], TESTED[0]) == ("2026.6", "2026f")
    sam = await town.client(zone=VANCOUVER, since=NOW)
    await an_hour_late(town, sam)
    await town.do(lambda tx: service_facts.put(tx, ZONE_DATA, ""), NOW)
    assert await town.do(follow_zone_data, NOW) == 1
    (after,) = await town.ask(plans.of_person, sam.id)
    assert after.next_due_at == utc("2026-12-03T01:30")
