"""The quit date: a month to pick from, how it stands, a weekend, what led to a change; and where they are with
smoking."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from bot.kit.calendar import month_rows, month_title
from bot.kit.parts import EXCERPT, back, cut, lines, more, paragraphs, rows
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_MINE, read_month
from bot.medicines.gate import gate_buttons, gate_words
from bot.quitting.taps import (
    NOT_YET,
    QUIT_DATE,
    QUIT_MONTH,
    QUIT_UNSET,
    RATING,
    RELAPSE,
    STAGE_IS,
    TIMING_IS,
    WEEKEND_ASK,
    WHY_MOVED,
    WHY_MOVED_IS,
    WHY_MOVED_TYPE,
)
from bot.texts import Texts
from bot.texts.dates import clock, day, local
from care.medicines import Gate, gate_of_quit_date
from care.quitting.dates import attempt_of, weekend_of
from care.quitting.progress import progress_of
from care.schedule.course import check_in_plan
from care.schedule.pause import is_not_now
from care.schedule.plans import quit_morning_at
from care.schedule.upcoming import AHEAD
from care.toolkit import keeps_words
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.quitting.attempts import EARLIEST, LATEST, Attempt, WhyMoved, is_weekend
from programme.quitting.lapses import Stage
from programme.schedule.foresee import CourseTold, course_told
from programme.schedule.plan import Plan


@dataclass(frozen=True, slots=True)
class WeekendFacts:
    """`keeps`: their words can be kept."""

    keeps: bool = True


async def weekend_facts(tx: Tx, person: Person, row: ScreenRow) -> WeekendFacts | None:  # noqa: ARG001
    """For clients only."""
    return WeekendFacts(await keeps_words(tx, person)) if person.is_client else None


def weekend_screen(facts: WeekendFacts, texts: Texts) -> Screen:
    """Asks for their words; or they think it through without writing."""
    back = does(texts.label("button-back"), QUIT_DATE)
    return Screen(texts("weekend-ask" if facts.keeps else "weekend-unkept"), ((back,),))


@dataclass(frozen=True, slots=True)
class StageFacts:
    """`said`: what they answered on this screen. `going`: a try goes on."""

    sees: Sees
    said: Stage | None = None
    going: bool = False


async def stage_facts(tx: Tx, person: Person, row: ScreenRow) -> StageFacts | None:
    """For clients only."""
    if not person.is_client:
        return None
    said, going = row.args.get("said"), await attempt_of(tx, person) is not None
    return StageFacts(await sees_of(tx, person), Stage(said) if said else None, going)


def stage_screen(facts: StageFacts, texts: Texts) -> Screen:
    """The question; then a way on that fits."""
    back = does(texts.label("button-back"), OPEN_MINE, "tries")
    if not facts.sees.keep:
        return Screen(texts("stage-unkept"), ((back,),))
    if facts.said is not None:
        return Screen(texts(f"stage-said-{facts.said}"), ((_onward(facts, texts),), (back,)))
    who = texts("stage-who-sees", practitioner=facts.sees.practitioner or "") if facts.sees.both else None
    four = rows((does(texts.label(f"stage-say-{one}"), STAGE_IS, one) for one in Stage), 2)
    return Screen(lines(texts("stage-ask"), who or texts("stage-who-you")), (*four, (back,)))


def _onward(facts: StageFacts, texts: Texts) -> Button:
    if facts.going and facts.said is Stage.SMOKING:
        return does(texts.label("relapse-stop-counting"), RELAPSE)
    return does(texts.label("more-quit-date"), QUIT_DATE)


@dataclass(frozen=True, slots=True)
class QuitDateFacts:
    """`month` is shown to pick from (None: how it stands). `args` hold what was done: "done" and the day "before".

    In them "view" is "more" for the rest of the ways.
    `hello` is the wall time at which a word is promised for that morning. `smoke_free` counts days over all attempts.
    `told` is what the date changes in what comes; `own_plan`: check-ins come at own times, and it changes nothing.
    `not_now`: they said so. `checked`: check-ins are on. `weekend`: what they wrote about the weekend that the date is
    at. `medicine` is what is asked about medicines, for that date. `week`: how many check-ins the coming week has, and
    would have had with the day before, where that was over and they become more.
    """

    today: date
    attempt: Attempt | None
    sees: Sees
    month: date | None = None
    args: Mapping[str, Any] = field(default_factory=dict)
    hello: time | None = None
    smoke_free: int = 0
    told: CourseTold | None = None
    own_plan: bool = False
    not_now: bool = False
    checked: bool = False
    medicine: Gate | None = None
    weekend: str | None = None
    week: tuple[int, int] | None = None


async def quit_date_facts(tx: Tx, person: Person, row: ScreenRow) -> QuitDateFacts:
    """The attempt as it is now."""
    lived = await progress_of(tx, person)
    asked = await check_in_plan(tx, person.id)
    month = read_month(row.args.get("month", ""))
    promised = await quit_morning_at(tx, person.id)
    return QuitDateFacts(
        today=lived.today,
        attempt=lived.attempt,
        sees=await sees_of(tx, person),
        month=month,
        args=row.args,
        hello=None if promised is None else local(promised, person.zone).time(),
        smoke_free=lived.days.smoke_free,
        told=course_told(asked.rule, lived.today) if asked else None,
        own_plan=asked is not None and asked.rule.course is None,
        not_now=asked is None and await is_not_now(tx, person),
        checked=asked is not None,
        medicine=await gate_of_quit_date(tx, person),
        weekend=await weekend_of(tx, person, lived.attempt) if lived.attempt else None,
        week=_week(asked, row.args.get("before"), lived.today, tx.now) if asked else None,
    )


def _week(plan: Plan, before: str | None, today: date, now: datetime) -> tuple[int, int] | None:
    course, was = plan.rule.course, date.fromisoformat(before) if before else today
    if course is None or was >= today:
        return None
    rules = plan.rule, replace(plan.rule, course=replace(course, quit_on=was))
    count, had = (len(rule.between(now, now + AHEAD, plan.zone)) for rule in rules)
    return (count, had) if count > had else None


def quit_date_screen(facts: QuitDateFacts, texts: Texts) -> Screen:
    """The month, or the day with what can be done about it."""
    done = facts.args.get("done")
    if done in ("unset", "not_yet", "not_now", "good") and facts.attempt is None:
        return _no_date(facts, done, texts)
    if facts.attempt is None or facts.month is not None:
        return _pick(facts, texts)
    return _stands(facts, facts.attempt, texts)


def _no_date(facts: QuitDateFacts, done: str, texts: Texts) -> Screen:
    if done == "not_now":
        before = facts.args.get("before")
        away = texts("quit-date-put-away", day=day(texts, date.fromisoformat(before))) if before else None
        return Screen(lines(away, texts("quit-date-not-now-said")), ((_good(texts),),))
    if done == "good":
        return Screen(texts("timing-back"), ((does(texts.label("timing-pick"), QUIT_DATE),),))
    evening = texts("quit-date-evening") if done == "unset" and facts.checked and not facts.own_plan else None
    words = texts("quit-date-unset" if done == "unset" else "quit-date-not-yet-said")
    said = paragraphs(lines(words, evening), _counts(facts, texts))
    return Screen(said, (*_say_why(facts, texts), *_alone(facts, texts)))


def _good(texts: Texts) -> Button:
    return does(texts.label("timing-good"), TIMING_IS, "good")


def _alone(facts: QuitDateFacts, texts: Texts) -> Rows:
    """The way to be left alone for a while, for somebody whose check-ins are on."""
    return ((does(texts.label("quit-date-not-now"), TIMING_IS, "not_now"),),) if facts.checked else ()


def _pick(facts: QuitDateFacts, texts: Texts) -> Screen:
    chosen = facts.attempt.quit_on if facts.attempt else None
    shown = facts.month or facts.today
    rows = month_rows(texts, shown, facts.today - EARLIEST, facts.today + LATEST, chosen)
    refused = texts("quit-date-outside") if facts.args.get("done") == "outside" else None
    words = texts("quit-date-pick" if facts.attempt else "quit-date-none")
    not_now = texts("quit-date-is-not-now") if facts.not_now else None
    if facts.attempt:
        last: Rows = ((does(texts.label("button-back"), QUIT_DATE),),)
    else:
        alone = (_good(texts),) if facts.not_now else (*(button for row in _alone(facts, texts) for button in row),)
        last = ((does(texts.label("quit-date-not-yet"), NOT_YET), *alone),)
    return Screen(paragraphs(lines(refused, not_now, words), f"<b>{month_title(texts, shown)}</b>"), (*rows, *last))


def _stands(facts: QuitDateFacts, attempt: Attempt, texts: Texts) -> Screen:
    days, on = attempt.day_number(facts.today), attempt.quit_on
    if days == 0:
        words = texts("quit-date-today", day=day(texts, on))
    else:
        key = "quit-date-past" if days > 0 else "quit-date-ahead"
        words = texts(key, day=day(texts, on), days=abs(days))
    moved = None
    if before := facts.args.get("before"):
        moved = texts("quit-date-moved", before=day(texts, date.fromisoformat(before)))
    hello = texts("quit-date-morning", time=clock(facts.hello)) if facts.hello else None
    reasons = does(texts.label("quit-date-reasons"), OPEN_MINE, "reasons")
    change = does(texts.label("quit-date-change"), QUIT_MONTH, max(on, facts.today))
    away = does(texts.label("quit-date-unset-it"), QUIT_UNSET)
    weekend, ahead = _weekend(facts, texts) if days < 0 and is_weekend(on) else (None, ())
    rest: Rows = ()
    if days < 0:
        rest = ((does(texts.label("rating-ask-ready"), RATING, "ready"),), *_alone(facts, texts))
    told = lines(moved, _counts(facts, texts), weekend, hello, *_changes(facts, texts))
    if facts.args.get("view") == "more":
        return Screen(paragraphs(words, told), (*rest, (back(texts),)))
    gate = facts.medicine
    asked = gate_words(gate, facts.sees, texts) if gate else None
    answers = gate_buttons(gate, texts) if gate else ()
    buttons: Rows = (*answers, *_say_why(facts, texts), *ahead, (reasons,), (change, away))
    if rest:
        buttons = (*buttons, (more(texts),))
    return Screen(paragraphs(words, told, _who(facts.sees, texts), asked), buttons)


def _weekend(facts: QuitDateFacts, texts: Texts) -> tuple[str, Rows]:
    """What will that day look like? Or what they wrote about it."""
    write = ((does(texts.label("weekend-write"), WEEKEND_ASK),),)
    if facts.weekend is None:
        return texts("quit-date-weekend"), write
    return texts("weekend-kept", words=cut(facts.weekend, EXCERPT)), write


def _say_why(facts: QuitDateFacts, texts: Texts) -> Rows:
    """What led to it, for who wants to say, where a date was moved or taken away."""
    attempt_id = facts.args.get("attempt")
    return ((does(texts.label("why-moved-say"), WHY_MOVED, attempt_id),),) if attempt_id else ()


def _changes(facts: QuitDateFacts, texts: Texts) -> Iterator[str]:
    """What the date changes in what comes, a line each."""
    if facts.own_plan:
        yield texts("quit-date-own-plan")
    if facts.week is not None:
        yield texts("quit-date-week", count=facts.week[0], before=facts.week[1])
    told = facts.told
    if told is None:
        return
    if told.mornings is not None and told.until is not None:
        if told.begun:
            yield texts("quit-date-mornings-more", last=day(texts, told.until))
        else:
            yield texts("quit-date-mornings", first=day(texts, told.mornings), days=told.days)
    if told.fewer is not None:
        yield texts("quit-date-fewer", day=day(texts, told.fewer))


def _counts(facts: QuitDateFacts, texts: Texts) -> str | None:
    done = facts.args.get("before") or facts.args.get("done") == "unset"
    return texts("quit-date-counts", days=facts.smoke_free) if done and facts.smoke_free else None


def _who(sees: Sees, texts: Texts) -> str:
    if sees.practitioner is None or not sees.summary:
        return texts("quit-date-who-you")
    return texts("quit-date-who-sees", practitioner=sees.practitioner)


@dataclass(frozen=True, slots=True)
class WhyMovedFacts:
    """`view`: "" the chips, "type" their own words are asked for, "kept" it was said. `keeps`: it can be kept."""

    view: str = ""
    keeps: bool = True


async def why_moved_facts(tx: Tx, person: Person, row: ScreenRow) -> WhyMovedFacts | None:
    """For clients only."""
    return WhyMovedFacts(row.args.get("view", ""), await keeps_words(tx, person)) if person.is_client else None


def why_moved_screen(facts: WhyMovedFacts, texts: Texts) -> Screen:
    """A few chips, something else, or skip."""
    back = does(texts.label("button-back"), QUIT_DATE)
    if not facts.keeps:
        return Screen(texts("why-moved-unkept"), ((back,),))
    if facts.view == "kept":
        return Screen(texts("why-moved-kept"), ((back,),))
    skip = does(texts.label("button-skip"), QUIT_DATE)
    if facts.view == "type":
        return Screen(texts("why-moved-type"), ((skip,),))
    chips = rows((does(texts.label(f"why-moved-{one}"), WHY_MOVED_IS, one) for one in WhyMoved), 2)
    return Screen(texts("why-moved-ask"), (*chips, (does(texts.label("why-moved-own"), WHY_MOVED_TYPE), skip)))
