"""One occasion: who, when, where, what they will say, and what they do if it gets hard; afterwards how it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.screen import Button, Rows, Screen, does
from bot.screens.month import month_rows, title
from bot.screens.own_parts import days_ahead, home, undo
from bot.screens.parts import EXCERPT, cut, lines, paragraphs, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.screens.toolkit.asking import sees_line
from bot.taps.args import read_month
from bot.taps.everywhere import OPEN_PLAN, OPEN_VIEW
from bot.taps.planning import (
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
from bot.texts.dates import day
from care.occasions import AHEAD, is_brought_up, occasion_of
from care.quit_date import today_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.occasion import HowWas, Occasion, Part
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` is the part that is asked for, "how" for how it was, or "" for the plan as it stands. `told`: a check-in
    comes that it can be brought up in."""

    today: date
    sees: Sees
    occasion: Occasion
    view: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    told: bool = True


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it stands now; None where it is gone."""
    found = await occasion_of(tx, person, row.subject_id or 0)
    if found is None:
        return None
    sees, on = await sees_of(tx, person), found.own.on_date
    told = on is not None and await is_brought_up(tx, person, on)
    return Facts(today_of(tx.now, person), sees, found, str(row.args.get("view", "")), row.args, told)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The plan, or one question of it."""
    of = facts.occasion.own
    if of.code is not None:
        back = (undo(texts, OCCASION_WAS, (of.id, None)), home(texts, "occasions"))
        return Screen(texts(f"occasion-said-{of.code}"), (back,))
    if facts.view == "how":
        return Screen(
            paragraphs(_title(facts, texts), texts("occasion-how")),
            how_buttons(of.id, texts, does(texts.label("button-not-now"), OPEN_PLAN, "plan")),
        )
    if facts.view in ORDER:
        return _ask(facts, facts.view, texts)
    return _plan(facts, texts)


def _title(facts: Facts, texts: Texts) -> str:
    return texts("occasion", words=cut(facts.occasion.own.words, EXCERPT))


def how_buttons(occasion_id: int, texts: Texts, not_now: Button) -> Rows:
    """How it was; and the way out."""
    said = [does(texts.label(f"occasion-{one}"), OCCASION_WAS, (occasion_id, one)) for one in HowWas]
    return (*rows(said, 2), (not_now,))


def _ask(facts: Facts, part: str, texts: Texts) -> Screen:
    """One part, which can be left out: then the next is asked, or the plan stands as it was."""
    of = facts.occasion.own.id
    skip = (does(texts.label("button-skip" if facts.args.get("new") else "button-back"), OCCASION_SKIP, part),)
    asked = texts("occasions-who-ask") if part == WHO else texts(f"occasion-{part}-ask")
    if part != WHEN:
        who = sees_line(facts.sees, texts) if part == Part.THEN else None
        return Screen(paragraphs(_title(facts, texts), asked, who), (skip,))
    if (shown := read_month(str(facts.args.get("month", "")))) is not None:
        shown = min(max(shown, facts.today), facts.today + AHEAD)
        month = month_rows(texts, shown, facts.today, facts.today + AHEAD, on=OCCASION_DAY, beside=OCCASION_MONTH)
        return Screen(paragraphs(_title(facts, texts), asked, f"<b>{title(texts, shown)}</b>"), (*month, skip))
    later = does(texts.label("occasion-later"), OCCASION_MONTH, facts.today)
    days = days_ahead(texts, facts.today, OCCASION_ON, of)
    return Screen(paragraphs(_title(facts, texts), asked), (*days[:-1], (*days[-1], later), skip))


def plan_lines(known: Occasion, texts: Texts) -> Iterator[str]:
    """The parts that there are, in their own words."""
    for part in Part:
        if part in known.parts:
            yield texts(f"occasion-{part}", words=cut(known.parts[part].words, EXCERPT))


def _plan(facts: Facts, texts: Texts) -> Screen:
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
    return Screen(words, (*how, *parts[:-1], (*parts[-1], drop), (home(texts, "occasions"),)))
