"""An occasion at which others smoke, the day before or on the day: their own words for it."""

from dataclasses import dataclass
from datetime import date

from bot.screen import Rows, does
from bot.screens.occasion import plan_lines
from bot.screens.parts import EXCERPT, cut, lines
from bot.taps.check_in import CARD_AWAY
from bot.taps.planning import OCCASION
from bot.texts import Texts
from care.occasions import occasion_of
from care.quit_date import today_of
from db.tx import Tx
from programme.occasion import Occasion, brought_up
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The plan, and the local date on which it is brought up."""

    today: date
    occasion: Occasion


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:
    """The plan, as long as it is for today or tomorrow."""
    found, today = await occasion_of(tx, person, about), today_of(tx.now, person)
    if found is None or found.own.ended or found.own.on_date is None or not brought_up(found.own.on_date, today):
        return None
    return Facts(today, found)


def words(facts: Facts, texts: Texts) -> str:
    """What it is, and the plan."""
    known = facts.occasion
    key = "occasion-card-today" if known.own.on_date == facts.today else "occasion-card-tomorrow"
    title = texts(key, words=cut(known.own.words, EXCERPT))
    plan = list(plan_lines(known, texts))
    return lines(title, texts("occasion-card-plan"), *plan) if plan else lines(title, texts("occasion-card-no-plan"))


def buttons(facts: Facts, texts: Texts) -> Rows:
    """The plan, to be looked at or changed."""
    opened = does(texts.label("occasion-card-open"), OCCASION, facts.occasion.own.id)
    return ((opened,), (does(texts.label("button-not-now"), CARD_AWAY),))
