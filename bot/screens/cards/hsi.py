"""How they smoke: two taps, offered once before the quit date."""

from bot.screen import Rows, does
from bot.taps.check_in import CARD_AWAY
from bot.taps.measures import CLOSER
from bot.texts import Texts
from db import hsi
from db.tx import Tx
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once it is known."""
    return None if await hsi.of_person(tx, person.id) else about


def words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The offer."""
    return texts("hsi-card")


def buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Now, or not now."""
    start = does(texts.label("hsi-card-start"), CLOSER, "hsi")
    return ((start, does(texts.label("check-in-not-now"), CARD_AWAY)),)
