"""Soon after the quit date: do they drink coffee and the like? Said once."""

from bot.screen import Rows, does
from bot.taps.check_in import CARD_AWAY
from bot.taps.medicines import CAFFEINE
from bot.texts import Texts
from db.tx import Tx
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> int:  # noqa: ARG001
    """Nothing needs to be known."""
    return about


def words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The question."""
    return texts("caffeine-card")


def buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Yes, no, not now."""
    yes = does(texts.label("caffeine-yes"), CAFFEINE, True)
    no = does(texts.label("caffeine-no"), CAFFEINE, False)
    return ((yes, no, does(texts.label("check-in-not-now"), CARD_AWAY)),)
