"""Somebody takes a medicine that the team needs to hear about on the same day: may that go by itself?"""

from bot.screen import Rows
from bot.screens.parts import lines
from bot.screens.same_day import Offer, offer_buttons, offer_of, offer_words
from bot.texts import Texts
from db.tx import Tx
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> Offer | None:  # noqa: ARG001
    """None once they answered, "not now" too: that is a no."""
    return await offer_of(tx, person)


def words(facts: Offer, texts: Texts) -> str:
    """The question."""
    return lines(texts("same-day-card"), offer_words(facts, texts))


def buttons(facts: Offer, texts: Texts) -> Rows:  # noqa: ARG001
    """Its answers."""
    return offer_buttons(texts, no="check-in-not-now")
