"""How often: the level, own times, a window, the hardest hour; each with a picture of the coming week."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.screen import Button, Screen, does
from bot.screens import how_often_ask
from bot.screens.ask_summary_time import name_of
from bot.screens.parts import go, lines, paragraphs, rows
from bot.screens.reads import zone_of
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.schedule import ASK_HOUR, CHANGE_TIME, HAVE_BACK, LEVEL, MAY_ASK, OWN_PLAN, UNDO_PLAN
from bot.texts import Texts
from bot.texts.dates import clock, clocks, local, short_day
from care.coming import AHEAD, Coming, coming
from care.course import check_in_plan
from care.proposals import is_unwelcome
from db import stopped
from db.screens import ScreenRow
from db.tx import Tx
from programme.course import Course, Level
from programme.people import Person
from programme.plan import CHECK_IN, Rule


@dataclass(frozen=True, slots=True)
class Facts:
    """`rule` is of the check-ins, None without any; `week` what comes of them. `args`: "view", "undo", "refused".

    `counts` are how many a week each level would ask. `stopped` are kinds that come no more. `never`: they said that
    they do not want to be asked whether another time suits them.
    """

    now: datetime
    zone: str
    rule: Rule | None = None
    week: Sequence[Coming] = ()
    counts: Mapping[Level, int] = field(default_factory=dict)
    stopped: Sequence[str] = ()
    args: Mapping[str, Any] = field(default_factory=dict)
    never: bool = False

    @property
    def view(self) -> str:
        """What was tapped open over it."""
        return str(self.args.get("view", ""))


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    if not person.is_client:
        return None
    plan, none = await check_in_plan(tx, person.id), await stopped.of_person(tx, person.id)
    zone = zone_of(person)
    if plan is None:
        return Facts(tx.now, zone, stopped=sorted(none), args=row.args)
    week = [one for one in await coming(tx, person) if one.kind == CHECK_IN and one.held is None]
    never = await is_unwelcome(tx, person)
    return Facts(tx.now, zone, plan.rule, week, _counts(plan.rule, tx.now, zone), sorted(none), row.args, never)


def _counts(rule: Rule, now: datetime, zone: str) -> Mapping[Level, int]:
    course = rule.course
    if course is None:
        return {}
    levels = {level: replace(rule, course=replace(course, level=level)) for level in Level}
    return {level: len(one.between(now, now + AHEAD, zone)) for level, one in levels.items()}


def screen(facts: Facts, texts: Texts) -> Screen:
    """How it stands, the week, and a button for each thing to change; or one of these, asked."""
    if facts.rule is not None and facts.view in how_often_ask.ASKED:
        return how_often_ask.screen(facts.rule, facts.args, texts)
    changed = texts("how-often-undone") if facts.args.get("undone") else None
    if facts.args.get("undo"):
        changed = texts("how-often-changed")
    if (refused := facts.args.get("refused")) is not None:
        changed = texts(f"how-often-refused-{refused}")
    never = texts("how-often-never") if facts.never else None
    stands = lines(texts("how-often"), *_stands(facts, texts), *_stopped(facts, texts), never)
    return Screen(
        paragraphs(changed, stands, _week(facts, texts), _levels(facts, texts)), tuple(_buttons(facts, texts))
    )


def _stands(facts: Facts, texts: Texts) -> Iterator[str]:
    rule = facts.rule
    if rule is None:
        yield texts("how-often-none")
        return
    if rule.course is None:
        days = ", ".join(name_of(texts, n, "EEE") for n in sorted(rule.weekdays))
        every = texts.label("how-often-every-day")
        yield texts("how-often-own", times=clocks(rule.times), days=every if len(rule.weekdays) == 7 else days)
        if rule.chance:
            yield texts("how-often-own-between", minutes=rule.chance.minutes)
        return
    yield texts("how-often-level", level=texts.label(f"level-{rule.course.level}"))
    yield from _of_course(rule, rule.course, texts)


def _of_course(rule: Rule, course: Course, texts: Texts) -> Iterator[str]:
    if rule.chance:
        first, last = span(rule.times[0], rule.chance.minutes)
        yield texts("how-often-between", to=clock(last), **{"from": clock(first)})
    else:
        yield texts("how-often-evening", time=clock(rule.times[0]))
    if course.risk is not None:
        yield texts("how-often-risk", time=clock(course.risk))
    yield texts("how-often-morning", time=clock(course.morning))


def span(first: time, minutes: int) -> tuple[time, time]:
    """From a wall time to so many minutes later that day."""
    total = first.hour * 60 + first.minute + minutes
    return first, time(total // 60, total % 60)


def _stopped(facts: Facts, texts: Texts) -> Iterator[str]:
    for kind in facts.stopped:
        yield texts("how-often-stopped", what=_kind(kind, texts))


def _kind(kind: str, texts: Texts) -> str:
    return texts.label(f"next-{kind}")


def _week(facts: Facts, texts: Texts) -> str | None:
    """A line for each day; the first and the last are parts of a day, and have one if they have a check-in."""
    if facts.rule is None:
        return None
    today = local(facts.now, facts.zone).date()
    days = [today + timedelta(days=n) for n in range(AHEAD.days + 1)]
    found = {day: [one for one in facts.week if local(one.at, facts.zone).date() == day] for day in days}
    told = (
        texts("how-often-day", day=short_day(texts, day), times=", ".join(_at(one, facts, texts) for one in of) or "–")
        for day, of in found.items()
        if of or day not in (days[0], days[-1])
    )
    return lines(texts("how-often-week"), *told)


def _at(one: Coming, facts: Facts, texts: Texts) -> str:
    at = clock(local(one.at, facts.zone))
    if one.skipped:
        return "–"
    if one.until is None:
        return at
    return texts.label("how-often-some-time", to=clock(local(one.until, facts.zone)), **{"from": at})


def _levels(facts: Facts, texts: Texts) -> str | None:
    """What each level means this week, a line each."""
    if not facts.counts:
        return None
    return lines(
        *(
            texts("how-often-counts", level=texts.label(f"how-often-{level}"), count=count)
            for level, count in facts.counts.items()
        )
    )


def _buttons(facts: Facts, texts: Texts) -> Iterator[tuple[Button, ...]]:
    if undo := facts.args.get("undo"):
        yield (does(texts.label("how-often-undo"), UNDO_PLAN, undo),)
    yield from (
        (does(texts.label("how-often-have-back", what=_kind(one, texts)), HAVE_BACK, one),) for one in facts.stopped
    )
    if facts.never:
        yield (does(texts.label("how-often-may-ask"), MAY_ASK),)
    course = facts.rule.course if facts.rule else None
    if facts.rule is not None:
        level = course.level if course else None
        yield tuple(_level(one, one is level, texts) for one in Level)
    yield from rows(_more(facts, course, texts), 2)
    yield (go(texts, "next-pause", "pause"), go(texts, "button-back", "settings"))


def _more(facts: Facts, course: Course | None, texts: Texts) -> Iterator[Button]:
    yield does(texts.label("how-often-time"), CHANGE_TIME)
    if facts.rule is None:
        return
    yield does(texts.label("how-often-own-button"), OWN_PLAN)
    yield does(texts.label("how-often-window"), OPEN_VIEW, "window")
    if course is not None:
        yield does(texts.label("how-often-risk-button"), ASK_HOUR, "risk")
        yield does(texts.label("how-often-morning-button"), ASK_HOUR, "morning")


def _level(level: Level, chosen: bool, texts: Texts) -> Button:
    label = texts.label(f"how-often-{level}")
    return does(f"[{label}]" if chosen else label, LEVEL, level)
