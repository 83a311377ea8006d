"""An idea that was to be tried: how did it go?"""

from bot.screen import Rows, does
from bot.screens.parts import EXCERPT, cut
from bot.screens.problem import tried_buttons
from bot.taps.check_in import CARD_AWAY
from bot.texts import Texts
from care.problem import current
from db.tx import Tx
from programme.own_words import OwnWords
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> OwnWords | None:
    """The idea, as long as it is the one they try."""
    there = await current(tx, person)
    return there.trying if there is not None and there.trying is not None and there.trying.id == about else None


def words(facts: OwnWords, texts: Texts) -> str:
    """In their own words."""
    return texts("problem-asked", idea=cut(facts.words, EXCERPT))


def buttons(facts: OwnWords, texts: Texts) -> Rows:
    """How it went, not tried so far, not now."""
    return tried_buttons(facts.id, texts, does(texts.label("button-not-now"), CARD_AWAY))
