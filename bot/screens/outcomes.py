"""The four outcomes of a client for their practitioner: a line each, and behind each its working in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.screen import Rows, Screen, does
from bot.screens.client_list import shown_name
from bot.screens.parts import back, lines, paragraphs
from bot.texts import Texts, texts_for
from bot.texts.dates import dated
from care.four_outcomes import outcomes_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.outcomes import Code, Outcomes, Step
from programme.people import Person

_OF_DAYS = (Code.FREE_DAYS, Code.TOLD_TOGETHER, Code.TOLD_SINCE, Code.ONE_OF, Code.NOT_SAID_DAYS)
NHS, SIX, YEAR, DAYS, LIVED = "nhs", "six", "year", "days", "lived"


@dataclass(frozen=True, slots=True)
class Facts:
    """`outcomes` is None where they are not shown, and `name` empty where they are nobody's of this practitioner.

    `today` is the client's local date; `view` names the one whose working stands there.
    """

    id: int
    name: str
    today: date
    outcomes: Outcomes | None
    treated: bool | None = None
    view: str = ""
    is_followed: bool = True


@dataclass(frozen=True, slots=True)
class _Shown:
    """One outcome in words: what it is called, what it comes to, its steps."""

    title: str
    result: str
    steps: tuple[str, ...]


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """Whether they may be seen is asked each time they are shown."""
    seen = await outcomes_of(tx, now, person, row.subject_id or 0)
    if seen is None:
        return Facts(0, "", now.date(), None)
    name = shown_name(seen.id, seen.name, texts_for(person.locale))
    return Facts(seen.id, name, seen.today, seen.outcomes, seen.treated, row.args.get("view", ""), seen.is_followed)


def screen(facts: Facts, texts: Texts) -> Screen:
    """All four with a line each, or the working of one."""
    every = does(texts.label("summary-all"), "clients")
    if not facts.name:
        return Screen(texts("outcomes-closed"), ((every,),))
    week = does(texts.label("outcomes-week"), "summary", facts.id)
    if facts.outcomes is None:
        return Screen(texts("outcomes-not-shown", name=facts.name), ((week, every),))
    shown = dict(_all(facts.outcomes, texts))
    if (one := shown.get(facts.view)) is not None:
        title = texts("outcomes-working", title=one.title, result=one.result)
        return Screen(paragraphs(title, lines(*one.steps)), ((back(texts),),))
    head = lines(texts("outcomes-head", name=facts.name), texts("outcomes-told", name=facts.name))
    listed = (texts("outcomes-line", title=one.title, result=one.result) for one in shown.values())
    opened = tuple((does(one.title, "view", view),) for view, one in shown.items())
    body = paragraphs(head, _attempt(facts, texts), lines(*listed))
    return Screen(body, (*opened, *_enter(facts, texts), (week, every)))


def _attempt(facts: Facts, texts: Texts) -> str:
    attempt = facts.outcomes and facts.outcomes.attempt
    if not attempt:
        return texts("outcomes-no-attempt")
    number = attempt.day_number(facts.today)
    return texts("outcomes-attempt", day=dated(texts, attempt.quit_on), number=number)


def _enter(facts: Facts, texts: Texts) -> Rows:
    """What a practitioner enters: a reading, whether this is a treated smoker, and that nobody is to be asked."""
    reading = does(texts.label("outcomes-reading"), "co_reading")
    key = "outcomes-not-treated" if facts.treated else "outcomes-treated"
    ends = does(texts.label("outcomes-follow-up" if facts.is_followed else "outcomes-no-follow-up"), "follow_up")
    return ((reading, does(texts.label(key), "treated", int(not facts.treated))), (ends,))


def _all(found: Outcomes, texts: Texts) -> Iterator[tuple[str, _Shown]]:
    if found.nhs is not None:
        yield NHS, _shown(texts, NHS, f"outcome-nhs-{found.nhs.category}", found.nhs.working)
    for view, one in ((SIX, found.russell_6), (YEAR, found.russell_12)):
        if one is not None:
            result = "outcome-russell-unknown" if one.is_unknown else f"outcome-russell-{one.category}"
            yield view, _shown(texts, view, result, one.working)
    week = found.seven_days
    yield DAYS, _shown(texts, DAYS, f"outcome-days-{week.category}", week.working)
    yield LIVED, _lived(found, texts)


def _shown(texts: Texts, view: str, result: str, working: tuple[Step, ...]) -> _Shown:
    steps = (texts(f"outcome-step-{step.code}", **step.counts) for step in working)
    listed = tuple(texts("outcomes-step", step=step) for step in steps)
    return _Shown(texts.label(f"outcome-{view}"), texts.label(result), listed)


def _lived(found: Outcomes, texts: Texts) -> _Shown:
    """Days alone: cravings, cigarettes and money are the client's own, and /privacy says what is shown."""
    lived = found.lived
    steps = [texts(f"outcome-step-{step.code}", **step.counts) for step in lived.working if step.code in _OF_DAYS]
    longest, lapse = texts("outcome-lived-longest", days=lived.days.longest), texts("outcome-lived-lapse")
    listed = tuple(texts("outcomes-step", step=step) for step in (longest, *steps, lapse))
    result = texts.label("outcome-lived-days", days=lived.days.smoke_free)
    return _Shown(texts.label("outcome-lived"), result, listed)
