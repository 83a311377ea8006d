"""How often check-ins come: level, own times, a window, the hardest hour; and stopping one kind of message."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any, Final

from bot.kit.parts import back, go, lines, paragraphs, rows
from bot.kit.people import zone_of
from bot.kit.screen import Button, Screen, does
from bot.kit.taps import OPEN_VIEW, Tap
from bot.practice.sessions import weekday_name
from bot.schedule.taps import (
    ASK_HOUR,
    CHANGE_TIME,
    HAVE_BACK,
    LEVEL,
    MAY_ASK,
    MORNING,
    OWN_BACK,
    OWN_DAY,
    OWN_DONE,
    OWN_OUT,
    OWN_PLAN,
    RISK,
    UNDO_PLAN,
    WINDOW,
)
from bot.supporters.parts import ticked
from bot.texts import Texts
from bot.texts.dates import clock, clocks, local, short_day
from care.schedule.change_slot import are_proposals_unwelcome
from care.schedule.course import WINDOWS, check_in_plan
from care.schedule.pause import stopped_kinds
from care.schedule.upcoming import AHEAD, Upcoming, upcoming
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.course import Course, Level
from programme.schedule.plan import CHECK_IN, Rule
from programme.schedule.slots import may_be_asked_at

OWN: Final = "own"
ASKED: Final = frozenset({OWN, "window", "risk", "morning"})
RISKS: Final = (time(10), time(13), time(16), time(18), time(20), time(21))
_MORNINGS: Final = (time(7), time(7, 30), time(8), time(8, 30), time(9), time(10))
MORNINGS: Final = tuple(filter(may_be_asked_at, _MORNINGS))


def how_often_ask_screen(rule: Rule, args: Mapping[str, Any], texts: Texts) -> Screen:
    """The one that was tapped; `args` hold what is picked of own days and times, and why something was refused."""
    refused = texts(f"how-often-refused-{args['refused']}") if args.get("refused") else None
    match args["view"]:
        case "own":
            return _own(args, refused, texts)
        case "window":
            return _window(rule, refused, texts)
        case "risk":
            held = rule.course.risk if rule.course else None
            none = (does(texts.label("risk-none"), RISK, None),)
            return Screen(lines(refused, texts("risk-ask")), (*_hours(RISKS, RISK, held), none, (back(texts),)))
    held = rule.course.morning if rule.course else None
    return Screen(lines(refused, texts("morning-ask")), (*_hours(MORNINGS, MORNING, held), (back(texts),)))


def _hours(hours: tuple[time, ...], tap: Tap[Any], held: time | None) -> tuple[tuple[Button, ...], ...]:
    return rows((does(f"[{clock(at)}]" if at == held else clock(at), tap, at) for at in hours), 3)


def _own(args: Mapping[str, Any], refused: str | None, texts: Texts) -> Screen:
    days = (ticked(texts, weekday_name(texts, n, "EEE"), n in args["days"], OWN_DAY, n) for n in range(7))
    times = (does(f"{at} ✕", OWN_OUT, time.fromisoformat(at)) for at in args["times"])
    told = ", ".join(args["times"])
    picked = texts("own-plan-times", times=told) if told else texts("own-plan-no-times")
    last = (does(texts.label("button-done"), OWN_DONE), does(texts.label("button-back"), OWN_BACK))
    return Screen(lines(refused, texts("own-plan"), picked), (*rows(days, 4), *rows(times, 3), last))


def _window(rule: Rule, refused: str | None, texts: Texts) -> Screen:
    exact = (does(texts.label("window-none"), WINDOW, 0),)
    wide = ((does(texts.label(f"window-{one}"), WINDOW, one),) for one in WINDOWS)
    return Screen(lines(refused, texts("window-ask", times=clocks(rule.times))), (exact, *wide, (back(texts),)))


@dataclass(frozen=True, slots=True)
class HowOftenFacts:
    """`rule` is of the check-ins, None without any; `week` what comes of them. `args`: "view", "undo", "refused".

    `counts` are how many a week each level would ask. `stopped` are kinds that come no more. `never`: they said that
    they do not want to be asked whether another time suits them.
    """

    now: datetime
    zone: str
    rule: Rule | None = None
    week: Sequence[Upcoming] = ()
    counts: Mapping[Level, int] = field(default_factory=dict)
    stopped: Sequence[str] = ()
    args: Mapping[str, Any] = field(default_factory=dict)
    never: bool = False

    @property
    def view(self) -> str:
        """What was tapped open over it."""
        return str(self.args.get("view", ""))


async def how_often_facts(tx: Tx, person: Person, row: ScreenRow) -> HowOftenFacts | None:
    """For clients only."""
    if not person.is_client:
        return None
    plan, none = await check_in_plan(tx, person.id), await stopped_kinds(tx, person)
    zone = zone_of(person)
    if plan is None:
        return HowOftenFacts(tx.now, zone, stopped=sorted(none), args=row.args)
    week = [one for one in await upcoming(tx, person) if one.kind == CHECK_IN and one.held is None]
    never = await are_proposals_unwelcome(tx, person)
    return HowOftenFacts(tx.now, zone, plan.rule, week, _counts(plan.rule, tx.now, zone), sorted(none), row.args, never)


def _counts(rule: Rule, now: datetime, zone: str) -> Mapping[Level, int]:
    course = rule.course
    if course is None:
        return {}
    levels = {level: replace(rule, course=replace(course, level=level)) for level in Level}
    return {level: len(one.between(now, now + AHEAD, zone)) for level, one in levels.items()}


def how_often_screen(facts: HowOftenFacts, texts: Texts) -> Screen:
    """How it stands, the week, and a button for each thing to change; or one of these, asked."""
    if facts.rule is not None and facts.view in ASKED:
        return how_often_ask_screen(facts.rule, facts.args, texts)
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


def _stands(facts: HowOftenFacts, texts: Texts) -> Iterator[str]:
    rule = facts.rule
    if rule is None:
        yield texts("how-often-none")
        return
    if rule.course is None:
        days = ", ".join(weekday_name(texts, n, "EEE") for n in sorted(rule.weekdays))
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
    """From a wall time to that many minutes later that day."""
    total = first.hour * 60 + first.minute + minutes
    return first, time(total // 60, total % 60)


def _stopped(facts: HowOftenFacts, texts: Texts) -> Iterator[str]:
    for kind in facts.stopped:
        yield texts("how-often-stopped", what=_kind(kind, texts))


def _kind(kind: str, texts: Texts) -> str:
    return texts.label(f"next-{kind}")


def _week(facts: HowOftenFacts, texts: Texts) -> str | None:
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


def _at(one: Upcoming, facts: HowOftenFacts, texts: Texts) -> str:
    at = clock(local(one.at, facts.zone))
    if one.skipped:
        return "–"
    if one.until is None:
        return at
    return texts.label("how-often-some-time", to=clock(local(one.until, facts.zone)), **{"from": at})


def _levels(facts: HowOftenFacts, texts: Texts) -> str | None:
    """What each level means this week, a line each."""
    if not facts.counts:
        return None
    return lines(
        *(
            texts("how-often-counts", level=texts.label(f"how-often-{level}"), count=count)
            for level, count in facts.counts.items()
        )
    )


def _buttons(facts: HowOftenFacts, texts: Texts) -> Iterator[tuple[Button, ...]]:
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


def _more(facts: HowOftenFacts, course: Course | None, texts: Texts) -> Iterator[Button]:
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


@dataclass(frozen=True, slots=True)
class KindStoppedFacts:
    """`kind` came no more; `back`: it does now."""

    kind: str
    back: bool = False


async def kind_stopped_facts(tx: Tx, person: Person, row: ScreenRow) -> KindStoppedFacts:
    """How it stands."""
    kind = str(row.args["kind"])
    return KindStoppedFacts(kind, kind not in await stopped_kinds(tx, person))


def kind_stopped_screen(facts: KindStoppedFacts, texts: Texts) -> Screen:
    """What comes no more, what still works, and Undo."""
    if facts.back:
        return Screen(texts("stopped-back"))
    works = texts("stopped-check-in") if facts.kind == CHECK_IN else None
    words = lines(texts(f"stopped-{facts.kind}"), works, texts("stopped-rest"))
    return Screen(words, ((does(texts.label("how-often-undo"), HAVE_BACK, facts.kind),),))
