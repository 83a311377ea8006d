"""Pieces of the screens on which clients write for themselves, and how often something that they tried helped."""

from datetime import date, timedelta
from typing import TypeVar

from bot.kit.parts import LINE, cut, rows
from bot.kit.people import Sees
from bot.kit.screen import Button, Rows, does
from bot.kit.taps import OPEN_PLAN, Tap
from bot.texts import Texts
from bot.texts.dates import short_day
from bot.texts.service import strategy_words
from programme.check_in.counts import Share
from programme.craving import FEW, Offered, Ranked
from programme.toolkit.items import STRATEGIES, ToolkitItem
from programme.toolkit.strategies import Strategy

T = TypeVar("T")
A_DAY = timedelta(days=1)
DAYS = 7  # to pick from, today's with them


def who_line(sees: Sees, texts: Texts) -> str:
    """Who sees what they write here: nobody but them, whatever they chose; or that nothing is kept."""
    if not sees.keep:
        return texts("plan-unkept")
    return texts("plan-who-not", practitioner=sees.practitioner) if sees.practitioner else texts("plan-who-you")


def lead_to(texts: Texts, key: str, name: str, **args: str) -> Button:
    """A button that opens that screen of theirs."""
    return does(texts.label(key, **args), OPEN_PLAN, name)


def plan_home(texts: Texts, name: str = "plan") -> Button:
    """Back to My plan, or to another screen of theirs."""
    return lead_to(texts, "button-back", name)


def undo_button(texts: Texts, tap: Tap[T], value: T) -> Button:
    """Takes back what was done to that one."""
    return does(texts.label("plan-undo"), tap, value)


def days_ahead(texts: Texts, today: date, tap: Tap[tuple[int, date]], of: int) -> Rows:
    """Today, tomorrow and the days after, each a button about that one."""

    def label(on: date) -> str:
        named = {0: "plan-today", 1: "plan-tomorrow"}.get((on - today).days)
        return texts.label(named) if named else short_day(texts, on)

    week = (today + n * A_DAY for n in range(DAYS))
    return rows((does(label(on), tap, (of, on)) for on in week), 2)


def tried_name(one: Offered | ToolkitItem | Strategy, texts: Texts) -> str:
    """What stands on its button: own words first; what we do together says so. Plain text."""
    if isinstance(one, Offered):
        found = one.item or one.strategy
        assert found is not None, "one of the two is offered"
        return tried_name(found, texts)
    if isinstance(one, ToolkitItem):
        return one.words or (tried_name(one.strategy, texts) if one.strategy else "")
    return texts.label(f"craving-{STRATEGIES[one.id]}") if one.id in STRATEGIES else strategy_words(texts, one)


def tried_sentence(words: str) -> str:
    """The same on a line of a list, where more follows it: shorter, and without the full stop."""
    return cut(words, LINE).removesuffix(".")


def tried_counted(ranked: Ranked, texts: Texts, *, at_moment: bool = False) -> str:
    """How often it helped, as plain text.

    Where a moment is being talked of (`at_moment`), counts of other moments are said to be those.
    """
    if not ranked.tried.of:
        return texts.label("tried-not-yet")
    elsewhere = at_moment and not ranked.here
    return tried_share(ranked.tried, texts, "tried-elsewhere" if elsewhere else "tried")


def tried_share(tried: Share, texts: Texts, key: str = "tried") -> str:
    """How many of how many times; few are said to be few."""
    words = texts.label(key, helped=tried.count, times=tried.of)
    return texts.label("tried-early", counted=words) if tried.of < FEW else words
