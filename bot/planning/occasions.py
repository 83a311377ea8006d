"""Where others smoke: the occasions that are planned, and one of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.kit.calendar import month_rows, month_title
from bot.kit.own_words import days_ahead, plan_home, undo_button, who_line
from bot.kit.parts import EXCERPT, LABEL, cut, lines, paragraphs, rows
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_PLAN, OPEN_VIEW, read_month
from bot.planning.taps import (
    OCCASION,
    OCCASION_ASK,
    OCCASION_BACK,
    OCCASION_DAY,
    OCCASION_DROP,
    OCCASION_MONTH,
    OCCASION_ON,
    OCCASION_PART,
    OCCASION_SKIP,
    OCCASION_WAS,
    ORDER,
    WHEN,
    WHO,
)
from bot.texts import Texts
from bot.texts.dates import day, short_day
from bot.toolkit.screens import sees_line
from care.planning.occasions import AHEAD, is_brought_up, occasion_of, occasions_before, occasions_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person, today_of
from programme.planning.occasions import HowWas, Occasion, OccasionPart
from programme.planning.reasons import OwnWords


@dataclass(frozen=True, slots=True)
class OccasionFacts:
    """`view` is the part that is asked for, "how" for how it was, or "" for the plan as it stands. `told`: a check-in
    comes that it can be brought up in."""

    today: date
    sees: Sees
    occasion: Occasion
    view: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    told: bool = True


async def occasion_facts(tx: Tx, person: Person, row: ScreenRow) -> OccasionFacts | None:
    """As it stands now; None where it is gone."""
    found = await occasion_of(tx, person, row.subject_id or 0)
    if found is None:
        return None
    sees, on = await sees_of(tx, person), found.own.on_date
    told = on is not None and await is_brought_up(tx, person, on)
    return OccasionFacts(today_of(tx.now, person), sees, found, str(row.args.get("view", "")), row.args, told)


def occasion_screen(facts: OccasionFacts, texts: Texts) -> Screen:
    """The plan, or one question of it."""
    of = facts.occasion.own
    if of.code is not None:
        back = (undo_button(texts, OCCASION_WAS, (of.id, None)), plan_home(texts, "occasions"))
        return Screen(texts(f"occasion-said-{of.code}"), (back,))
    if facts.view == "how":
        return Screen(
            paragraphs(_title(facts, texts), texts("occasion-how")),
            how_buttons(of.id, texts, does(texts.label("button-not-now"), OPEN_PLAN, "plan")),
        )
    if facts.view in ORDER:
        return _ask(facts, facts.view, texts)
    return _plan(facts, texts)


def _title(facts: OccasionFacts, texts: Texts) -> str:
    return texts("occasion", words=cut(facts.occasion.own.words, EXCERPT))


def how_buttons(occasion_id: int, texts: Texts, not_now: Button) -> Rows:
    """How it was; and the way out."""
    said = [does(texts.label(f"occasion-{one}"), OCCASION_WAS, (occasion_id, one)) for one in HowWas]
    return (*rows(said, 2), (not_now,))


def _ask(facts: OccasionFacts, part: str, texts: Texts) -> Screen:
    """One part, which can be left out: then the next is asked, or the plan stands as it was."""
    of = facts.occasion.own.id
    skip = (does(texts.label("button-skip" if facts.args.get("new") else "button-back"), OCCASION_SKIP, part),)
    asked = texts("occasions-who-ask") if part == WHO else texts(f"occasion-{part}-ask")
    if part != WHEN:
        who = sees_line(facts.sees, texts) if part == OccasionPart.THEN else None
        return Screen(paragraphs(_title(facts, texts), asked, who), (skip,))
    if (shown := read_month(str(facts.args.get("month", "")))) is not None:
        shown = min(max(shown, facts.today), facts.today + AHEAD)
        month = month_rows(texts, shown, facts.today, facts.today + AHEAD, on=OCCASION_DAY, beside=OCCASION_MONTH)
        return Screen(paragraphs(_title(facts, texts), asked, f"<b>{month_title(texts, shown)}</b>"), (*month, skip))
    later = does(texts.label("occasion-later"), OCCASION_MONTH, facts.today)
    days = days_ahead(texts, facts.today, OCCASION_ON, of)
    return Screen(paragraphs(_title(facts, texts), asked), (*days[:-1], (*days[-1], later), skip))


def plan_lines(known: Occasion, texts: Texts) -> Iterator[str]:
    """The parts that there are, in their own words."""
    for part in OccasionPart:
        if part in known.parts:
            yield texts(f"occasion-{part}", words=cut(known.parts[part].words, EXCERPT))


def _plan(facts: OccasionFacts, texts: Texts) -> Screen:
    known = facts.occasion
    on = known.own.on_date
    when = texts("occasion-on", day=day(texts, on)) if on else None
    asks = texts("occasion-will-ask") if on is not None and on >= facts.today and facts.told else None
    tells = texts("occasion-no-day") if on is None else asks
    words = paragraphs(lines(_title(facts, texts), when, *plan_lines(known, texts)), tells)
    parts = rows((does(texts.label(f"occasion-button-{one}"), OCCASION_PART, one) for one in ORDER), 2)
    over = on is not None and on <= facts.today
    how = ((does(texts.label("occasion-how"), OPEN_VIEW, "how"),),) if over else ()
    drop = does(texts.label("occasion-drop"), OCCASION_DROP, known.own.id)
    return Screen(words, (*how, *parts[:-1], (*parts[-1], drop), (plan_home(texts, "occasions"),)))


BEFORE = 3


@dataclass(frozen=True, slots=True)
class OccasionsFacts:
    """`ahead` are those to come, `before` those they said something of, newest first.

    `args`: "view" "ask": another one is asked for; "off" the id of the one taken off.
    """

    sees: Sees
    ahead: Sequence[Occasion] = ()
    before: Sequence[OwnWords] = ()
    args: Mapping[str, Any] = field(default_factory=dict)


async def occasions_facts(tx: Tx, person: Person, row: ScreenRow) -> OccasionsFacts:
    """As it stands now."""
    ahead, before = await occasions_of(tx, person), await occasions_before(tx, person)
    return OccasionsFacts(await sees_of(tx, person), ahead, before, row.args)


def occasions_screen(facts: OccasionsFacts, texts: Texts) -> Screen:
    """The list, or the first question for another one."""
    if facts.args.get("view") == "ask":
        return Screen(texts("occasions-who-ask"), ((plan_home(texts, "occasions"),),))
    opens = tuple((does(cut(one.own.words, LABEL), OCCASION, one.own.id),) for one in facts.ahead)
    taken: Rows = ((undo_button(texts, OCCASION_BACK, facts.args["off"]),),) if facts.args.get("off") else ()
    body = lines(*_ahead(facts, texts), texts("occasions-more")) if opens else texts("occasions-none")
    before = lines(texts("occasions-before"), *_before(facts, texts)) if facts.before else None
    add = (does(texts.label("occasions-add"), OCCASION_ASK), plan_home(texts))
    words = paragraphs(lines(texts("occasions"), body), before, who_line(facts.sees, texts))
    return Screen(words, (*opens, *taken, add))


def _ahead(facts: OccasionsFacts, texts: Texts) -> Iterator[str]:
    for one in facts.ahead:
        words = cut(one.own.words, LABEL)
        if one.own.on_date is None:
            yield texts("occasions-line-undated", words=words)
        else:
            yield texts("occasions-line", day=short_day(texts, one.own.on_date), words=words)


def _before(facts: OccasionsFacts, texts: Texts) -> Iterator[str]:
    for one in facts.before[:BEFORE]:
        how = texts.label(f"occasion-how-{one.code}")
        yield texts("occasions-before-line", words=cut(one.words, LABEL), how=how)
