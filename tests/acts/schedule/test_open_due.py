"""Opening what has come due, over both databases."""

import asyncio
from collections import Counter
from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from care.check_in.answers import answer, finish
from care.delivery.check_before_send import cannot_reach, reachable_again
from care.schedule.due import Tally, next_due_at, open_due
from db.delivery import speaking
from db.schedule import plans
from db.store.engine import Database, open_database
from db.store.vault import Vault
from db.tables import clients, consents, events, outbox, people, practitioners, prompts, screens
from db.tables import plans as plans_table
from db.tx import Tx
from programme.check_in.answers import Question
from programme.people.consent import ConsentItem
from programme.schedule.plan import NEVER, Rule
from programme.schedule.prompt import PromptState, PromptStep
from tests.acts.town import EVENING, LONDON, Town, utc

S = PromptState


async def test_a_due_check_in_is_recorded_and_put_down_to_be_sent(town: Town) -> None:
    """At 18:30 the slot gets its record, screen, message and event, and the plan is due the next evening."""
    sam = await town.client()
    assert await town.open_due("2026-11-20T18:29:59") == Tally()
    assert await town.open_due("2026-11-20T18:30") == Tally(opened=1)
    (prompt,) = await town.prompts(sam)
    assert (prompt.state, prompt.slot, prompt.due_at) == (S.OPEN, "18:30", utc("2026-11-20T18:30"))
    assert (prompt.next_step, prompt.next_at) == (PromptStep.REMIND, utc("2026-11-20T20:15"))
    assert prompt.decision["window"] == ["2026-11-20T18:30:00+00:00", "2026-11-20T22:00:00+00:00"]
    (row,) = await town.outbox(sam)
    assert (row.key, row.rank, row.not_after) == (f"p{prompt.id}:ask", 1, utc("2026-11-20T22:00"))
    (shown,) = await town.ask(speaking.live_screens, ["check_in"], {prompt.id: sam.id})
    assert (shown.screen.id, shown.there) == (row.screen_id, False)
    assert [one.kind for one in await town.events(sam)] == ["PlanSet", "CheckInOpened"]
    (plan,) = await town.ask(plans.of_person, sam.id)
    assert plan.next_due_at == utc("2026-11-21T18:30")


async def test_the_pulse_learns_what_is_next(town: Town) -> None:
    """The next thing due is the earliest plan, or the next step of what is open."""
    assert await town.ask(next_due_at) is None
    await town.client()
    assert await town.ask(next_due_at) == utc("2026-11-20T18:30")
    await town.open_due("2026-11-20T18:30")
    assert await town.ask(next_due_at) == utc("2026-11-20T20:15")


async def everything(town: Town) -> list[list[Any]]:
    """Every row of the tables that a sweep writes."""
    tables = (prompts, screens, outbox, events, plans_table)
    return [[tuple(row) for row in await town.ask(lambda tx, t=t: tx.run(select(t)))] for t in tables]


async def test_a_repeat_changes_nothing(town: Town) -> None:
    """The same slot coming round once more, by a restore or a clock set back, writes no second row anywhere."""
    sam = await town.client()
    await town.open_due("2026-11-20T18:30")
    before = await everything(town)
    assert await town.open_due("2026-11-20T18:30") == Tally()
    (plan,) = await town.ask(plans.of_person, sam.id)
    await town.database.write(lambda tx: plans.move(tx, [(plan.id, utc("2026-11-20T18:30"))]))
    assert await town.open_due("2026-11-20T18:31") == Tally()
    assert await everything(town) == before


async def many(tx: Tx, count: int) -> None:
    """That many clients with a plan that is due now, made in bulk."""
    ids = range(1, count + 1)
    await tx.run(insert(people), [{"id": n, "telegram_id": n, "locale": "en", "first_seen_at": tx.now} for n in ids])
    await tx.run(insert(practitioners), [{"person_id": 1, "joined_at": tx.now}])
    await tx.run(insert(clients), [{"person_id": n, "practitioner_id": 1, "joined_at": tx.now} for n in ids])
    said = {"item": "check_in", "granted": True, "version": 1, "at": tx.now}
    await tx.run(insert(consents), [said | {"person_id": n} for n in ids])
    rule = {"kind": "check_in", "rule": Rule((EVENING,)).to_json(), "zone": LONDON, "version": 1, "made_at": tx.now}
    await tx.run(insert(plans_table), [rule | {"id": n, "person_id": n, "next_due_at": tx.now} for n in ids])


async def test_a_thousand_plans_open_in_claims_of_constant_cost(town: Town) -> None:
    """A thousand due at once are opened in five claims, each with the same few statements as a claim of ten."""
    now = "2026-11-20T18:30"
    await town.do(many, now, 1000)
    counts = []
    for limit in (10, 200, 200, 200, 200, 190):
        with town.statements() as ran:
            tally = await town.open_due(now, limit=limit)
        assert tally == Tally(opened=limit, more=True)
        counts.append(len([one for one in ran if not one.startswith("BEGIN")]))
    assert await town.open_due(now) == Tally()
    assert len(set(counts)) == 1
    assert counts[0] <= 13
    assert await town.count(prompts) == await town.count(outbox) == await town.count(events) == 1000
    joined = (
        select(outbox.c.person_id, prompts.c.person_id, outbox.c.key, prompts.c.id)
        .join(screens, screens.c.id == outbox.c.screen_id)
        .join(prompts, prompts.c.id == screens.c.subject_id)
    )
    keys = await town.ask(lambda tx: tx.run(joined))
    assert all(whose == mine and key == f"p{prompt_id}:ask" for whose, mine, key, prompt_id in keys)


async def test_five_days_of_standstill_end_with_one_message(town: Town) -> None:
    """Four evenings were missed by us, the fifth is asked, and nothing of it counts against the client."""
    sam = await town.client()
    tally = await town.open_due("2026-11-24T19:00")
    assert tally == Tally(opened=1, missed_by_us=4)
    assert [one.state for one in await town.prompts(sam)] == [S.MISSED_BY_US] * 4 + [S.OPEN]
    assert await town.waiting(sam) == [f"send p{(await town.prompts(sam))[-1].id}:ask"]
    assert len(await town.events(sam, "MissedByUs")) == 4


async def test_a_year_of_standstill_is_caught_up_in_small_steps(town: Town) -> None:
    """Each look handles two weeks at most, and in the end there is one message and a record for each day."""
    sam = await town.client(since="2025-11-20T12:00")
    looks = 1
    while (await town.open_due("2026-11-20T19:00")).more:
        looks += 1
        assert len(await town.prompts(sam)) <= looks * 15
    assert looks > 20
    states = Counter(one.state for one in await town.prompts(sam))
    assert states == {S.MISSED_BY_US: 365, S.OPEN: 1}
    assert len(await town.waiting(sam)) == 1


async def test_two_processes_at_once_open_each_plan_once(town: Town, database_url: str, vault: Vault) -> None:
    """Whoever sweeps at the same time, every plan has one record and one message."""
    now = utc("2026-11-20T18:30")
    await town.do(many, "2026-11-20T18:30", 120)
    other = await open_database(database_url, vault=vault)

    async def sweep(database: Database) -> int:
        opened = 0
        while True:
            tally = await database.write(lambda tx: open_due(tx.at(now), limit=15))
            opened += tally.opened
            if not tally.more and tally.opened == 0:
                return opened

    try:
        opened = await asyncio.gather(*map(sweep, [town.database, other] * 2))
    finally:
        await other.close()
    assert sum(opened) == 120
    assert await town.count(prompts) == await town.count(outbox) == await town.count(screens) == 120


@pytest.mark.parametrize(
    ("start", "changes"),
    [pytest.param("2026-03-27T12:00", "spring", id="spring"), pytest.param("2026-10-23T12:00", "autumn", id="autumn")],
)
async def test_the_clock_change_nights_have_one_check_in_a_day(town: Town, start: str, changes: str) -> None:
    """Looking every half hour through the night of the change, each date has one check-in, at its wall time."""
    sam = await town.client(since=start, at=EVENING.replace(hour=7, minute=0))
    now = utc(start)
    for _ in range(4 * 48):
        now += timedelta(minutes=30)
        await town.open_due(now.replace(tzinfo=None).isoformat())
    found = await town.prompts(sam)
    assert [one.local_date.day for one in found] == ([28, 29, 30, 31] if changes == "spring" else [24, 25, 26, 27])
    walls = {one.due_at.astimezone(ZoneInfo(LONDON)).strftime("%H:%M") for one in found}
    assert walls == {"07:00"}
    hours = [one.due_at.astimezone(UTC).hour for one in found]
    assert hours == ([7, 6, 6, 6] if changes == "spring" else [6, 7, 7, 7])


async def two_a_day(town: Town) -> Any:
    """A client who is asked at noon and at three."""
    sam = await town.client(at=EVENING.replace(hour=12, minute=0), since="2026-11-20T11:00")
    (plan,) = await town.ask(plans.of_person, sam.id)
    rule = Rule((plan.rule.times[0], EVENING.replace(hour=15, minute=0)))
    await town.database.write(lambda tx: plans.change(tx, type(plan)(**{**_fields(plan), "rule": rule})))
    return sam


def _fields(plan: Any) -> dict[str, Any]:
    return {name: getattr(plan, name) for name in plan.__slots__}


async def test_a_newer_check_in_takes_the_place_of_an_unanswered_one(town: Town) -> None:
    """The old message is edited, the new one is sent, and the old one is neither missed nor silent."""
    sam = await two_a_day(town)
    await town.open_due("2026-11-20T12:00")
    await town.deliver("2026-11-20T12:00")
    assert await town.open_due("2026-11-20T15:00") == Tally(opened=1)
    noon, three = await town.prompts(sam)
    assert (noon.state, noon.reason, noon.next_at) == (S.REPLACED, "newer", None)
    assert three.state is S.OPEN
    assert sorted(await town.waiting(sam)) == ["edit", f"send p{three.id}:ask"]


async def test_what_was_replaced_before_it_went_out_was_missed_by_us(town: Town) -> None:
    """An unsent question is cancelled when a newer one comes, and it was our doing."""
    sam = await two_a_day(town)
    await town.open_due("2026-11-20T12:00")
    await town.open_due("2026-11-20T15:00")
    noon, three = await town.prompts(sam)
    assert (noon.state, noon.reason) == (S.MISSED_BY_US, "newer")
    assert await town.waiting(sam) == [f"send p{three.id}:ask"]


async def test_what_was_begun_stays_when_a_newer_one_comes(town: Town) -> None:
    """Answers given so far make it part, not replaced."""
    sam = await two_a_day(town)
    noon = await town.asked(sam, "2026-11-20T12:00")
    await town.do(answer, "2026-11-20T12:01", sam, noon.id, Question.MOOD, "low")
    await town.open_due("2026-11-20T15:00")
    assert (await town.prompt(noon)).state is S.PART
    said = await town.said(noon)
    assert said is not None
    assert said.mood == "low"


async def test_who_did_it_by_themselves_is_not_asked(town: Town) -> None:
    """A check-in done a little before takes the slot's place, and no message goes out."""
    sam = await town.client()
    own = await town.begins(sam, "2026-11-20T17:00")
    await town.do(answer, "2026-11-20T17:01", sam, own.id, Question.MOOD, "ok")
    await town.do(finish, "2026-11-20T17:02", sam, own.id)
    assert await town.open_due("2026-11-20T18:30") == Tally(skipped=1)
    assert (await town.prompts(sam))[-1].reason == "already done"
    assert await town.waiting(sam) == []


async def test_who_cannot_be_reached_gets_a_record_and_no_backlog(town: Town) -> None:
    """While blocked nothing is sent and nothing counts as silence; afterwards it goes on with the next one."""
    sam = await town.client()
    await town.do(cannot_reach, "2026-11-20T15:00", sam.id)
    assert await town.open_due("2026-11-20T18:30") == Tally(cannot_reach=1)
    assert await town.open_due("2026-11-21T18:30") == Tally(cannot_reach=1)
    await town.do(reachable_again, "2026-11-22T10:00", sam.id)
    assert await town.outbox(sam) == []
    assert await town.open_due("2026-11-22T18:30") == Tally(opened=1)
    assert [one.state for one in await town.prompts(sam)] == [S.CANNOT_REACH, S.CANNOT_REACH, S.OPEN]


async def test_without_consent_the_plan_ends_and_no_slot_is_due(town: Town) -> None:
    """A no to check-ins ends the plan at the next look, whatever asked for it."""
    sam = await town.client()
    await town.choose("2026-11-20T15:00", sam, check_in=False)
    assert await town.open_due("2026-11-20T18:30") == Tally()
    assert await town.prompts(sam) == []
    assert await town.ask(plans.of_person, sam.id) == []
    (ended,) = await town.events(sam, "PlanEnded")
    assert ended.data["until"] < "2026-11-20T18:30"
    assert await town.ask(plans.earliest) is None
    assert await town.open_due(NEVER.replace(year=9998, tzinfo=None).isoformat()) == Tally()


async def test_a_clock_that_goes_back_does_no_harm(town: Town) -> None:
    """After a false day ahead the evenings it used up are not asked twice, and the ones after come as ever."""
    sam = await town.client()
    await town.open_due("2026-11-21T18:30")
    assert await town.open_due("2026-11-20T18:30") == Tally()
    assert await town.open_due("2026-11-21T18:31") == Tally()
    assert await town.open_due("2026-11-22T18:30") == Tally(opened=1)
    assert len(await town.prompts(sam)) == 3


async def test_nobody_who_said_no_to_keeping_loses_their_check_in(town: Town) -> None:
    """Each item of consent is for itself: check-ins come where nothing is kept."""
    await town.client(agrees=frozenset({ConsentItem.CHECK_IN}))
    assert await town.open_due("2026-11-20T18:30") == Tally(opened=1)
