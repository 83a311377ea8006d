"""A safety plan, offered in a calm hour."""

from bot.screen import Rows, does
from bot.taps.check_in import CARD_AWAY
from bot.taps.safety import SAFE_NEVER, SAFE_OPEN
from bot.texts import Texts
from care.safety import has_plan
from db import switches
from db.tx import Tx
from programme.people import Person
from programme.switch import Switch


async def facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once there is one, or they want no more of it."""
    wanted = await switches.is_on(tx, person.id, Switch.SAFETY)
    return about if wanted and not await has_plan(tx, person) else None


def words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The offer."""
    return texts("safety-card")


def buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Write one, not now, don't ask."""
    start = does(texts.label("safety-card-start"), SAFE_OPEN)
    rest = does(texts.label("check-in-not-now"), CARD_AWAY), does(texts.label("safety-card-never"), SAFE_NEVER)
    return ((start,), rest)
