"""How often a client is asked: their level, own times, days, a window to be surprised in, the hour that is hardest.

Whatever is changed, only what is still to come changes (FIELD S2, S12). Joining, and every place that sets the time of
the check-in, makes a course of the standard level: without a quit date that is one evening a day.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from care.quitting.lapses import reschedule_greeting
from care.schedule.plans import end_plans, set_plan
from db import events, quitting
from db.people import consents
from db.schedule import plans
from db.tx import Tx
from programme.people.person import HOME, Person
from programme.schedule.course import Course, Level
from programme.schedule.events import HowOftenSet
from programme.schedule.kinds import rule_of
from programme.schedule.plan import CHECK_IN, EVERY_DAY, NEVER, TIMING, Plan, RandomWindow, Rule
from programme.schedule.slots import DAY, LATEST_CHECK_IN, may_be_asked_at

MOST_TIMES: Final = 3  # of one's own, a day
APART: Final = timedelta(hours=2)  # own times, at the least
WINDOWS: Final = (30, 60, 120)  # minutes: what is offered
WIDEST: Final = 180
USUAL_EVENING: Final = time(18, 30)  # of somebody who never picked one
_LESS: Final = {Level.FULLER: Level.STANDARD, Level.STANDARD: Level.LIGHTER}


class CourseRefusal(StrEnum):
    """Why nothing changed."""

    NO_CHECK_INS = "no_check_ins"  # none are on: not agreed to, no time picked yet, or "not now"
    AT_NIGHT = "at_night"  # or a window that reaches out of it
    TOO_CLOSE = "too_close"  # own times less than two hours apart
    TOO_MANY = "too_many"
    NO_TIME = "no_time"
    NO_DAY = "no_day"
    TOO_WIDE = "too_wide"
    OVER = "over"  # half a year is over: nothing would come; an own plan would


Changed = Plan | CourseRefusal


async def check_in_plan(tx: Tx, person_id: int) -> Plan | None:
    """The plan of that person's check-ins, or None where none is on."""
    return next((plan for plan in await plans.of_person(tx, person_id) if plan.kind == CHECK_IN), None)


async def evening_of(tx: Tx, person_id: int) -> time:
    """The wall time that client picked for the evening's check-in, now or last; USUAL_EVENING where they never did."""
    plan = await check_in_plan(tx, person_id) or await plans.latest(tx, person_id, CHECK_IN)
    return USUAL_EVENING if plan is None else max(plan.rule.times)


async def set_check_in_time(tx: Tx, person: Person, at: time, zone: str) -> Plan:
    """Check in with that client (locked) at that wall time in the IANA `zone`; check-ins that were off are on.

    - Of a course it is the evening's time; several own times become this one. Level, days and window stay.
    - The first one begins a course of the standard level; once its half year is over, one check-in a day.

    Raises ValueError for a time at which nothing may be asked.
    """
    await consents.lift_stop(tx, person.id, CHECK_IN)
    old = await check_in_plan(tx, person.id)
    rule = old.rule if old is not None else await _anew(tx, person)
    chance = rule.chance
    if chance is not None and rule.times != (at,):
        chance = replace(chance, since=_next_minute(tx.now, zone)) if _fits((at,), chance.minutes) else None
    await end_plans(tx, person.id, {TIMING})
    return await _set(tx, person, replace(rule, times=(at,), chance=chance), zone)


async def begin_anew(tx: Tx, person: Person) -> Plan | None:
    """Check-ins of that client (locked) come as they last did; None where they never picked a time, or say no to it."""
    last = await check_in_plan(tx, person.id) or await plans.latest(tx, person.id, CHECK_IN)
    if last is None or not (await consents.in_force(tx, person.id)).check_in:
        return None
    await consents.lift_stop(tx, person.id, CHECK_IN)
    await end_plans(tx, person.id, {TIMING})
    rule = await _anew(tx, person)
    return await _set(tx, person, rule, person.zone or HOME.zone)


async def set_level(tx: Tx, person: Person, level: Level) -> Changed:
    """Lighter, standard or fuller, anchored on the quit date; an own plan becomes a course at its last time of day."""
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return CourseRefusal.NO_CHECK_INS
    course = plan.rule.course or Course(quit_on=await _quit_on(tx, person.id))
    rule = replace(plan.rule, times=(max(plan.rule.times),), course=replace(course, level=level))
    return await _put(tx, person, plan, rule)


async def less(tx: Tx, person: Person) -> Level | None:
    """One level down; None where there is none below, or they have a plan of their own."""
    plan = await check_in_plan(tx, person.id)
    if plan is None or plan.rule.course is None or plan.rule.course.level not in _LESS:
        return None
    level = _LESS[plan.rule.course.level]
    return None if isinstance(await set_level(tx, person, level), CourseRefusal) else level


async def set_own_plan(
    tx: Tx, person: Person, times: Collection[time], weekdays: Collection[int] = EVERY_DAY
) -> Changed:
    """At these wall times on these weekdays (Monday is 0), whatever the quit date: up to MOST_TIMES, APART hours apart.

    A window stays where it fits.
    """
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return CourseRefusal.NO_CHECK_INS
    if not times:
        return CourseRefusal.NO_TIME
    if len(set(times)) > MOST_TIMES:
        return CourseRefusal.TOO_MANY
    own = tuple(sorted(set(times)))
    chance = plan.rule.chance
    if chance is not None and own != plan.rule.times:
        chance = replace(chance, since=_next_minute(tx.now, plan.zone)) if _fits(own, chance.minutes) else None
    rule = replace(plan.rule, times=own, weekdays=frozenset(weekdays), course=None, chance=chance)
    return await _put(tx, person, plan, rule)


async def set_days(tx: Tx, person: Person, weekdays: Collection[int]) -> Changed:
    """On these weekdays only (Monday is 0); what a course asks more seldom comes on the next of them."""
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return CourseRefusal.NO_CHECK_INS
    return await _put(tx, person, plan, replace(plan.rule, weekdays=frozenset(weekdays)))


async def set_window(tx: Tx, person: Person, minutes: int | None) -> Changed:
    """At a time drawn each day, within a number of minutes from their own time on; None: at their own time (FIELD S9).

    Set in the middle of today's window, today's is drawn from what is left of it.
    """
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return CourseRefusal.NO_CHECK_INS
    held = plan.rule.chance
    if (held.minutes if held else None) == minutes:
        return plan
    if minutes is not None and not 0 < minutes <= WIDEST:
        return CourseRefusal.TOO_WIDE
    chance = None if minutes is None else RandomWindow(minutes, _seed(tx.now, person), _next_minute(tx.now, plan.zone))
    return await _put(tx, person, plan, replace(plan.rule, chance=chance))


async def set_risk(tx: Tx, person: Person, wall: time | None) -> Changed:
    """The hour that is hardest for them, asked about in the days in which it matters most; None: no such hour.

    Somebody with an own plan is at the standard level from then on: own times know no such hour.
    """
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return CourseRefusal.NO_CHECK_INS
    if plan.rule.course is None and wall is None:
        return plan
    course = plan.rule.course or Course(quit_on=await _quit_on(tx, person.id))
    rule = replace(plan.rule, times=(max(plan.rule.times),), course=replace(course, risk=wall))
    return await _put(tx, person, plan, rule)


async def set_morning(tx: Tx, person: Person, wall: time) -> Changed:
    """When the morning's question comes, on the days that have one; an own plan has none, and stays."""
    plan = await check_in_plan(tx, person.id)
    if plan is None:
        return CourseRefusal.NO_CHECK_INS
    if plan.rule.course is None:
        return plan
    return await _put(tx, person, plan, replace(plan.rule, course=replace(plan.rule.course, morning=wall)))


async def follow_quit_date(tx: Tx, person: Person, quit_on: date | None) -> Plan | None:
    """Anchor that client's (locked) course on that date from now on; None where they have no course (FIELD S12)."""
    plan = await check_in_plan(tx, person.id)
    if plan is None or plan.rule.course is None:
        return None
    rule = replace(plan.rule, course=replace(plan.rule.course, quit_on=quit_on))
    return await _set(tx, person, rule, plan.zone)


async def _put(tx: Tx, person: Person, plan: Plan, rule: Rule) -> Changed:
    if (refused := _refusal(rule)) is not None:
        return refused
    if rule.due_after(tx.now + DAY, plan.zone) == NEVER:
        return CourseRefusal.OVER
    changed = await _set(tx, person, rule, plan.zone)
    if changed.version != plan.version:
        await events.add(tx, person.id, HowOftenSet(plan_id=plan.id, version=changed.version), actor=person.id)
    return changed


async def _set(tx: Tx, person: Person, rule: Rule, zone: str) -> Plan:
    plan = await set_plan(tx, person.id, CHECK_IN, rule, zone)
    await reschedule_greeting(tx, person)
    return plan


def _refusal(rule: Rule) -> CourseRefusal | None:
    """Why that rule may not be; the quiet hours hold for whatever is picked (FIELD S4)."""
    if not rule.weekdays or not rule.weekdays <= EVERY_DAY:
        return CourseRefusal.NO_DAY
    course = () if rule.course is None else (rule.course.morning, rule.course.risk)
    walls = (*rule.times, *course)
    if not all(wall is None or may_be_asked_at(wall) for wall in walls):
        return CourseRefusal.AT_NIGHT
    if rule.chance is not None and not _fits(rule.times, rule.chance.minutes):
        return CourseRefusal.AT_NIGHT
    at = [_minutes(wall) for wall in sorted(rule.times)]
    if any(later - earlier < APART // timedelta(minutes=1) for earlier, later in pairwise(at)):
        return CourseRefusal.TOO_CLOSE
    return None


def _fits(times: Collection[time], minutes: int) -> bool:
    return all(_minutes(wall) + minutes <= _minutes(LATEST_CHECK_IN) for wall in times)


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute


async def _anew(tx: Tx, person: Person) -> Rule:
    """The rule they last had, anchored on the quit date that holds; a course that would be over is one a day."""
    last = await plans.latest(tx, person.id, CHECK_IN)
    quit_on = await _quit_on(tx, person.id)
    rule = last.rule if last else replace(rule_of(CHECK_IN, USUAL_EVENING), course=Course())
    if rule.course is None:
        return rule
    rule = replace(rule, course=replace(rule.course, quit_on=quit_on))
    over = rule.due_after(tx.now + DAY, person.zone or HOME.zone) == NEVER
    return replace(rule, course=None) if over else rule


async def _quit_on(tx: Tx, person_id: int) -> date | None:
    attempt = await quitting.current_attempt(tx, person_id)
    return None if attempt is None else attempt.quit_on


def _seed(now: datetime, person: Person) -> int:
    """A number to be kept; the same for the same moment of the same person, so that a simulation can be repeated."""
    return Random(f"{person.id}:{now.isoformat()}").getrandbits(31)


def _next_minute(now: datetime, zone: str) -> datetime:
    """The next whole minute on the wall clock there: what is drawn lies ahead."""
    wall = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return wall.replace(second=0, microsecond=0) + timedelta(minutes=1)
