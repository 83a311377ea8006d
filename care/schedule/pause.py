"""Breaks, "not now", kinds that are stopped, and scheduling again what comes by itself afterwards."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from care.delivery import say
from care.practice.sessions import schedule_session
from care.quitting.outcomes import schedule_outcomes
from care.schedule import closing, course
from care.schedule.course import begin_anew, check_in_plan, evening_of
from care.schedule.due import settle
from care.schedule.plans import (
    OF_CLIENT,
    cancel_greeting,
    close_open,
    end_plans,
    schedule_greeting,
    schedule_quit_morning,
    set_plan,
)
from db import events, quitting
from db.people import clients, consents
from db.practice import sessions
from db.schedule import plans, prompts
from db.tx import Tx
from programme.people.person import HOME, Person, today_of
from programme.schedule.events import (
    KindStopped,
    KindWanted,
    NotNow,
    NowIsGood,
    PauseBegan,
    PauseEnded,
    PauseMoved,
    TimingStopped,
)
from programme.schedule.kinds import rule_of
from programme.schedule.pause import HELLO_AT, Length, Pause, PauseScope, pause_ends_at, pause_in_zone, pause_may_end_on
from programme.schedule.plan import CHECK_IN, HELLO, NEVER, SESSION_AFTER, SESSION_BEFORE, TIMING, Plan
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode


async def reschedule_all(tx: Tx, person: Person) -> None:
    """All of it for that client (locked) that is still to come; what is promised already stays as it is.

    - The word on the morning of the quit date, and the questions weeks after it.
    - What is asked before the next session, and after it.
    - The hello at the end of a break that has one.
    """
    attempt = await quitting.current_attempt(tx, person.id)
    if attempt is not None:
        await schedule_quit_morning(tx, person, attempt.quit_on)
    await schedule_outcomes(tx, person)
    await schedule_session(tx, person)
    pause = (await plans.running_pauses(tx, [person.id])).get(person.id)
    if pause is not None and pause.of_client and pause.until < NEVER:
        await schedule_greeting(tx, person, today_of(pause.until, person), HELLO_AT, ReasonCode.PAUSE_ENDS)


async def pause_of(tx: Tx, person: Person) -> Pause | None:
    """The pause that holds for them now."""
    return (await plans.running_pauses(tx, [person.id])).get(person.id)


async def stopped_kinds(tx: Tx, person: Person) -> frozenset[str]:
    """The kinds of messages they want no more of by itself."""
    return await consents.stopped_kinds(tx, person.id)


async def pause(
    tx: Tx, person: Person, length: Length | date, what: PauseScope = PauseScope.ALL, *, actor_id: int | None = None
) -> Pause | None:
    """That client (locked) takes a break from now on, or changes the one they have; None: no client, or no such day.

    - What comes to them by itself stops, their supporters' nudges, or both. What is open of it ends, and what was
      answered stays as it may. There is one pause at a time.
    - At its end comes one hello, if they like to be written to; a hello promised for earlier is not said. A break
      of nudges only has none: they were not left alone themselves.
    - Craving help, /checkin and /help go on as ever. The practitioner sees "paused", and supporters no reason.

    `actor_id` is who wants it, if not the client.
    """
    if not person.is_client:
        return None
    await settle(tx, person.id)
    zone = person.zone or HOME.zone
    if not isinstance(length, Length) and not pause_may_end_on(length, tx.now.astimezone(ZoneInfo(zone)).date()):
        return None
    running = (await plans.running_pauses(tx, [person.id])).get(person.id)
    same = running is not None and running.what is what
    held = Pause(running.since if running and same else tx.now, pause_ends_at(tx.now, length, zone), what)
    await plans.start_pause(tx, person.id, held)
    until = None if held.until == NEVER else held.until
    told = length.value if isinstance(length, Length) else "day"
    await events.add(tx, person.id, PauseBegan(length=told, until=until, what=what), actor=actor_id or person.id)
    left = [one for one in await prompts.open_of(tx, person.id) if held.holds(one.kind)]
    await close_open(tx, left, PromptState.PAUSED, ReasonCode.PAUSED)
    if held.of_client or (running is not None and running.of_client):
        await cancel_greeting(tx, person.id)
    if until is not None and held.of_client:
        day = held.until.astimezone(ZoneInfo(zone)).date()
        await schedule_greeting(tx, person, day, HELLO_AT, ReasonCode.PAUSE_ENDS)
    await _shown(tx, person)
    return held


async def come_back(tx: Tx, person: Person) -> bool:
    """That client (locked) is back before the break is over; False where there was none.

    What would have been due meanwhile is not sent, and the hello at the end has nothing to say any more.
    """
    running = (await plans.running_pauses(tx, [person.id])).get(person.id)
    if running is None:
        return False
    await settle(tx, person.id)
    await plans.end_pause(tx, person.id)
    await events.add(tx, person.id, PauseEnded(), actor=person.id)
    if running.of_client:
        await cancel_greeting(tx, person.id)
    await _shown(tx, person)
    return True


async def move_pause(tx: Tx, person: Person, zone: str) -> None:
    """That client (locked), as they were known so far, is in the IANA `zone` now: a break keeps its wall time, there.

    Where that has gone by, it is over. The hello at its end moves with the plans: care.schedule.plans.move_plans.
    """
    running = (await plans.running_pauses(tx, [person.id])).get(person.id)
    if running is None or running.until == NEVER:
        return
    until = pause_in_zone(running.until, person.zone or HOME.zone, zone)
    if until == running.until:
        return
    if until <= tx.now:
        await plans.end_pause(tx, person.id)
        await events.add(tx, person.id, PauseEnded(), actor=person.id)
    else:
        await plans.start_pause(tx, person.id, replace(running, until=until))
        await events.add(tx, person.id, PauseMoved(until), actor=person.id)
    await _shown(tx, person)


async def _shown(tx: Tx, person: Person) -> None:
    client = await clients.get(tx, person.id)
    if client is not None:
        await say.refresh_subject(tx, client.practitioner_id, "summary", person.id)


FORTNIGHTS = tuple(range(14, 365 + 14, 14))  # days on which it is asked: for a year
_LEFT_ALONE = frozenset({CHECK_IN, SESSION_BEFORE, SESSION_AFTER})


async def is_not_now(tx: Tx, person: Person) -> bool:
    """Whether that client said "not now" and did not come back since: their check-ins ended for that, and are off."""
    if not person.is_client or await check_in_plan(tx, person.id) is not None:
        return False
    asked, last = await plans.latest(tx, person.id, TIMING), await plans.latest(tx, person.id, CHECK_IN)
    agreed = (await consents.in_force(tx, person.id)).check_in
    return agreed and asked is not None and last is not None and last.id < asked.id


async def not_now(tx: Tx, person: Person) -> bool:
    """That client (locked) wants none of it for now; False where they have a quit date, or no check-ins to end.

    Nothing comes by itself but one question a fortnight, at the time of their check-in. What they were asked about so
    far is kept, and everything they ask for works as ever.
    """
    plan = await check_in_plan(tx, person.id)
    if plan is None or await quitting.current_attempt(tx, person.id) is not None:
        return False
    zone = person.zone or HOME.zone
    at = await evening_of(tx, person.id)
    await end_plans(tx, person.id, _LEFT_ALONE)
    rule = rule_of(TIMING, at, on=tx.now.astimezone(ZoneInfo(zone)).date(), days=FORTNIGHTS)
    await set_plan(tx, person.id, TIMING, rule, zone)
    await events.add(tx, person.id, NotNow(), actor=person.id)
    return True


async def now_is_good(tx: Tx, person: Person) -> Plan | None:
    """That client (locked) is back: check-ins come as they last did; None where they are on, or not agreed to."""
    if not await is_not_now(tx, person):
        return None
    asked = await closing.open_prompt_of(tx, person, TIMING)
    if asked is not None:
        await closing.answer_prompt(tx, asked)
    plan = await begin_anew(tx, person)
    if plan is not None:
        await reschedule_all(tx, person)
        await events.add(tx, person.id, NowIsGood(), actor=person.id)
    return plan


async def not_yet(tx: Tx, person: Person, prompt_id: int) -> bool:
    """The same question in a fortnight; False where it is not theirs."""
    asked = await closing.own_prompt(tx, person, prompt_id, {TIMING})
    if asked is None:
        return False
    await closing.answer_prompt(tx, asked)
    return True


async def stop_asking(tx: Tx, person: Person, prompt_id: int) -> bool:
    """The timing is asked about no more, until they come back by themselves; False where it is not theirs."""
    asked = await closing.own_prompt(tx, person, prompt_id, {TIMING})
    if asked is None:
        return False
    await closing.answer_prompt(tx, asked, PromptState.SKIPPED, ReasonCode.STOP_ASKING)
    await end_plans(tx, person.id, {TIMING})
    await events.add(tx, person.id, TimingStopped(), actor=person.id)
    return True


async def stop_kind(tx: Tx, person: Person, kind: str) -> bool:
    """That client (locked) wants no more of that kind by itself; False where it is no kind of a client's.

    - What is open of it ends, and what was promised does not come. All other kinds go on.
    - What they begin by themselves goes on too.
    """
    if kind not in OF_CLIENT or not person.is_client:
        return False
    await consents.stop_kind(tx, person.id, kind)
    await events.add(tx, person.id, KindStopped(kind), actor=person.id)
    await end_plans(tx, person.id, {kind})
    return True


async def have_back(tx: Tx, person: Person, kind: str) -> bool:
    """That client (locked) wants that kind after all, as it last was; False where it was not stopped.

    What was promised for a moment that is over stays unsaid.
    """
    if not await consents.lift_stop(tx, person.id, kind):
        return False
    await events.add(tx, person.id, KindWanted(kind), actor=person.id)
    if kind == CHECK_IN:
        await course.begin_anew(tx, person)
    await reschedule_all(tx, person)
    last = await plans.latest(tx, person.id, kind)
    zone = person.zone or HOME.zone
    if last is not None and last.rule.due_after(tx.now, zone) < NEVER and await _stands(tx, person, kind):
        await set_plan(tx, person.id, kind, last.rule, zone)
    return True


async def _stands(tx: Tx, person: Person, kind: str) -> bool:
    """Whether what the last plan of that kind was for is still so, and it is not promised from what stands."""
    if kind == TIMING:
        return await is_not_now(tx, person)
    if kind in (SESSION_BEFORE, SESSION_AFTER):
        return await sessions.last(tx, person.id) is not None
    return kind == HELLO
