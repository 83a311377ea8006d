"""May the team be told by itself, the same day? The question, with the very words that would go."""

from dataclasses import dataclass

from bot.screen import Rows, does
from bot.screens.names import shown_name
from bot.screens.reads import route_of
from bot.screens.tell import request_words
from bot.taps.medicines import SAME_DAY
from bot.texts import Texts, texts_for
from care.same_day import is_to_be_asked
from db.tx import Tx
from programme.people import Person
from programme.request import About


@dataclass(frozen=True, slots=True)
class Offer:
    """`name` is what the client is called, `route` who would be told."""

    name: str
    route: str


async def offer_of(tx: Tx, person: Person) -> Offer | None:
    """What is asked of that client; None for whom it is not, or who has answered it."""
    route = await route_of(tx, person) if await is_to_be_asked(tx, person) else None
    return None if route is None else Offer(shown_name(person.id, person.name, texts_for(person.locale)), route)


def offer_words(offer: Offer, texts: Texts) -> str:
    """The question, who would be told, and the words."""
    words = request_words(texts, offer.name, About.CLOZAPINE, from_card=False)
    return texts("same-day-ask", route=offer.route, words=words)


def offer_buttons(texts: Texts, about: int | None = None, no: str = "same-day-no") -> Rows:
    """Yes, and no; `about` is the change of which they are speaking, in one number (care.measures_due.about_of)."""
    yes = does(texts.label("same-day-yes"), SAME_DAY, (True, about))
    return ((yes,), (does(texts.label(no), SAME_DAY, (False, about)),))
