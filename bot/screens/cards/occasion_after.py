"""An occasion that is over: how was it? Asked once."""

from bot.screen import Rows, does
from bot.screens.occasion import how_buttons
from bot.screens.parts import EXCERPT, cut
from bot.taps.check_in import CARD_AWAY
from bot.texts import Texts
from bot.texts.dates import weekday
from care.occasions import occasion_of
from db.tx import Tx
from programme.own_words import OwnWords
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> OwnWords | None:
    """The occasion, as long as they did not say how it was."""
    found = await occasion_of(tx, person, about)
    return found.own if found is not None and not found.own.ended and found.own.on_date is not None else None


def words(facts: OwnWords, texts: Texts) -> str:
    """In their own words."""
    assert facts.on_date is not None, "what is over had a day"
    return texts("occasion-card-after", words=cut(facts.words, EXCERPT), day=weekday(texts, facts.on_date))


def buttons(facts: OwnWords, texts: Texts) -> Rows:
    """How it was, or not now."""
    return how_buttons(facts.id, texts, does(texts.label("button-not-now"), CARD_AWAY))
