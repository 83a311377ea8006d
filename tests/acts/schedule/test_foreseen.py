"""What is foreseen is what becomes of it: one rule for what will come, and for what comes."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta

import pytest

from care.schedule.change_slot import move_slot, skip_slot
from care.schedule.closing import answer_prompt
from care.schedule.course import set_level, set_own_plan, set_risk
from care.schedule.upcoming import PlanSlot, Upcoming, next_check_in, upcoming, upcoming_as_seen_by
from db.people import accounts
from db.schedule import plans
from programme.people.person import Person
from programme.schedule.course import Level
from programme.schedule.plan import CHECK_IN, HELLO, OUTCOME, SESSION_AFTER, SESSION_BEFORE, TIMING
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import HELD_BACK, ReasonCode
from tests.acts.schedule.test_day import JOINED, day, heard, promise, quits
from tests.acts.town import Town, utc

LEE = 999_999
LOOKED = "2026-11-19T12:00"
Set = Callable[[Town, Person], Awaitable[object]]


async def first_days(town: Town, sam: Person) -> None:
    """A quit date the day before, a hard hour, and a hello that was promised."""
    await quits(town, sam, "2026-11-18")
    await town.do(set_risk, JOINED, sam, time(16))
    await promise(town, sam, HELLO, "2026-11-20", "08:00", why=ReasonCode.LAPSE)
    await promise(town, sam, SESSION_BEFORE, "2026-11-21", "18:30")
    await promise(town, sam, SESSION_AFTER, "2026-11-22", "20:00")


async def full_days(town: Town, sam: Person) -> None:
    """More than a day may have, two at one moment, and a question that stays open."""
    await promise(town, sam, HELLO, "2026-11-20", "09:00", why=ReasonCode.LAPSE)
    await promise(town, sam, SESSION_AFTER, "2026-11-20", "20:00")
    await promise(town, sam, TIMING, "2026-11-20", "12:00")
    await promise(town, sam, SESSION_BEFORE, "2026-11-22", "18:30")
    await promise(town, sam, OUTCOME, "2026-11-23", "10:00")


async def own_times(town: Town, sam: Person) -> None:
    """Three times a day of one's own, and one thing more."""
    await town.do(set_own_plan, JOINED, sam, [time(9), time(13), time(18)])
    await promise(town, sam, OUTCOME, "2026-11-23", "10:00")
    await promise(town, sam, TIMING, "2026-11-21", "12:00")


async def fuller(town: Town, sam: Person) -> None:
    """As much as there is, from a quit date on that is ahead."""
    await quits(town, sam, "2026-11-21")
    await town.do(set_level, JOINED, sam, Level.FULLER)


def line(one: Upcoming) -> tuple[str, str, str | None, str | None]:
    """What is foreseen."""
    return f"{one.at:%d %H:%M}", one.kind, one.form, one.held


def record(one: Prompt) -> tuple[str, str, str | None, str | None]:
    """What became of it."""
    held = one.reason if one.state is PromptState.SKIPPED and one.reason in HELD_BACK and not one.opened_at else None
    return f"{one.due_at:%d %H:%M}", one.kind, one.form, held


async def lives(town: Town, sam: Person, until: str, *, answers: bool) -> list[tuple[str, str, str | None, str | None]]:
    """Everything comes in its time, and is answered or not; what was recorded, in order."""
    while (due := min(one.next_due_at for one in await town.ask(plans.of_person, sam.id))) <= utc(until):
        at = due.replace(tzinfo=None).isoformat()
        await day(town, at)
        if answers:
            for one in [one for one in await town.prompts(sam) if one.is_open]:
                await town.do(answer_prompt, at, one)
            await heard(town, sam, at)
        else:
            await town.tend((due + timedelta(hours=1)).replace(tzinfo=None).isoformat())
    after = [one for one in await town.prompts(sam) if one.due_at > utc(LOOKED) and one.plan_id]
    return [record(one) for one in sorted(after, key=lambda one: (one.due_at, one.kind))]


def foreseen(found: list[Upcoming]) -> list[tuple[str, str, str | None, str | None]]:
    """In the same order."""
    return [line(one) for one in sorted(found, key=lambda one: (one.at, one.kind))]


@pytest.mark.parametrize("sets", [first_days, full_days, own_times, fuller])
@pytest.mark.parametrize("answers", [True, False], ids=["answers", "does not"])
async def test_what_is_foreseen_is_what_comes(town: Town, sets: Set, answers: bool) -> None:
    """S11: cap, ride-along and one question at a time are known beforehand: seven days of somebody who answers come as
    was said; of somebody who does not, today and tomorrow."""
    sam = await town.client(since=JOINED)
    await sets(town, sam)
    await town.open_due(LOOKED)
    await heard(town, sam, LOOKED)
    days = 7 if answers else 2
    until = (utc(LOOKED).replace(hour=0) + timedelta(days=days)).replace(tzinfo=None).isoformat()
    told = [one for one in await town.do(upcoming, LOOKED, sam) if one.at <= utc(until)]
    assert foreseen(told) == await lives(town, sam, until, answers=answers)


@pytest.mark.parametrize("silent", [4, 6, 9, 12])
async def test_the_silence_ladder_is_foreseen(town: Town, silent: int) -> None:
    """S11: of somebody silent who stays so, the kind question, what is thinned out and the last word are known."""
    sam = await town.client(since="2026-11-01T12:00")
    since = (utc(LOOKED) - timedelta(days=silent)).replace(tzinfo=None)
    await town.open_due(since.isoformat())
    await heard(town, sam, since.isoformat())
    for number in range(silent):
        await day(town, (since + timedelta(days=number)).replace(hour=18, minute=30).isoformat())
        await day(town, (since + timedelta(days=number)).replace(hour=22).isoformat())
    told = await town.do(upcoming, LOOKED, sam)
    lee = await town.ask(accounts.find, LEE)
    seen = await town.do(upcoming_as_seen_by, LOOKED, lee, sam.id)
    assert seen is not None
    assert list(seen.upcoming) == list(told)
    assert foreseen(list(told)) == await lives(town, sam, "2026-11-26T12:00", answers=False)


async def test_what_is_done_already_is_not_listed(town: Town) -> None:
    """S7: a check-in that somebody did by themselves stands for the one of that evening, which is not listed."""
    sam = await town.client(since=JOINED)
    await town.open_due(LOOKED)
    began = await town.begins(sam, "2026-11-19T17:00")
    await town.do(answer_prompt, "2026-11-19T17:00", began)
    first, *_ = await town.do(upcoming, "2026-11-19T17:01", sam)
    assert first.at == utc("2026-11-20T18:30")
    assert await town.do(next_check_in, "2026-11-19T17:01", sam) == first


async def test_what_is_left_out_makes_room(town: Town) -> None:
    """What was held back for the cap comes once something else of that day is left out."""
    sam = await town.client(since=JOINED)
    await full_days(town, sam)
    await town.open_due(LOOKED)
    held = {one.kind: one for one in await town.do(upcoming, LOOKED, sam) if one.at < utc("2026-11-21T00:00")}
    assert (held[CHECK_IN].held, held[TIMING].held, held[CHECK_IN].most) == ("cap", "cap", 2)
    word = held[HELLO].which
    assert word is not None
    await town.do(skip_slot, LOOKED, sam, word)
    after = {one.kind: one for one in await town.do(upcoming, LOOKED, sam) if one.at < utc("2026-11-21T00:00")}
    assert (after[HELLO].skipped, after[CHECK_IN].held) == (True, None)


async def test_nothing_tells_a_practitioner_of_a_lapse_that_is_not_kept(town: Town) -> None:
    """S11: where answers are not kept, neither the hello nor that it takes the morning's place is seen by Lee."""
    sam = await town.client(since=JOINED)
    await first_days(town, sam)
    await town.open_due(LOOKED)
    await town.choose(LOOKED, sam, keep_answers=False)
    lee = await town.ask(accounts.find, LEE)
    seen = await town.do(upcoming_as_seen_by, LOOKED, lee, sam.id)
    assert seen is not None
    assert HELLO not in {one.kind for one in seen.upcoming}
    assert HELLO not in {one.held for one in seen.upcoming}


async def test_a_practitioner_moves_what_they_are_shown_of_their_own_client(town: Town) -> None:
    """S11: Lee moves Sam's evening, and the record and the event say that it was Lee; nobody else may, and Lee may not
    once Sam shows nothing."""
    sam, kim = await town.client(1, since=JOINED), await town.client(2, since=JOINED)
    await town.open_due(LOOKED)
    lee = await town.ask(accounts.find, LEE)
    assert lee is not None
    (plan,) = await town.ask(plans.of_person, sam.id)
    which = PlanSlot(plan.id, date(2026, 11, 20), "18:30")
    assert await town.do(move_slot, LOOKED, kim, which, time(20), of=sam.id) is not None
    assert await town.do(move_slot, LOOKED, lee, which, time(20), of=kim.id) is not None
    assert await town.do(move_slot, LOOKED, lee, which, time(20), of=sam.id) is None
    moved = next(one for one in await town.do(upcoming, LOOKED, sam) if one.which == which)
    assert (moved.at.hour, moved.by) == (20, lee.id)
    told = (await town.events(sam, "SlotChanged"))[-1]
    assert (told.actor_id, told.data["to"]) == (lee.id, "20:00")
    await day(town, "2026-11-20T20:00")
    assert (await town.prompts(sam))[-1].decision["by"] == lee.id
    await town.choose("2026-11-20T21:00", sam, summary=False)
    later = PlanSlot(plan.id, date(2026, 11, 21), "18:30")
    assert await town.do(skip_slot, "2026-11-20T21:00", lee, later, of=sam.id) is not None
