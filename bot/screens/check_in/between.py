"""Cigarettes of several days in one question: since when, and which day it was."""

from datetime import date

from bot.screen import Screen, does
from bot.screens.check_in.view import Facts
from bot.screens.parts import rows
from bot.taps.check_in import CIGARETTES, SKIP
from bot.texts import Texts
from bot.texts.dates import day, weekday
from programme.check_in import Question
from programme.occurrence import DAY

SHOWN = 7  # days that can be told apart by their weekday
_A_ROW = 4


def asked(key: str, facts: Facts, texts: Texts) -> str:
    """The question as it is put: of today, of the day that it is added for, or of all days since the last answer."""
    late = "-late" if facts.prompt.late else ""
    if facts.said.since is None:
        return texts(f"{key}{late}")
    return texts(f"{key}-since{late}", day=_since(facts.said.since, facts, texts))


def _since(first: date, facts: Facts, texts: Texts) -> str:
    """The day of the last answer, by its weekday while that is clear; or the quit date, where that came after it."""
    if facts.since_quit:
        return texts.label("check-in-since-quit")
    last = first - DAY
    return weekday(texts, last) if facts.prompt.local_date - last < SHOWN * DAY else day(texts, last)


def which_day(facts: Facts, texts: Texts) -> Screen:
    """One of these days; or more than one, and then nothing more is known of them."""
    first, on = facts.said.since or facts.prompt.local_date, facts.prompt.local_date
    shown = [on - back * DAY for back in range(min(SHOWN, (on - first).days + 1))]
    days = (does(_named(one, facts, texts), CIGARETTES, one.isoformat()) for one in shown)
    key = "check-in-which-day-several" if shown[-1] == first else "check-in-which-day-earlier"
    several = does(texts.label(key), SKIP, Question.CIGARETTES)
    return Screen(texts("check-in-which-day"), (*rows(days, _A_ROW), (several,)))


def _named(one: date, facts: Facts, texts: Texts) -> str:
    back = (facts.prompt.local_date - one).days
    if facts.prompt.late or back > 1:
        return weekday(texts, one)
    return texts.label("check-in-which-day-yesterday" if back else "check-in-which-day-today")
