"""How often something was tried with a craving: said once at each step, as it is."""

from bot.screen import Rows, does
from bot.taps.everywhere import OPEN_MINE
from bot.texts import Texts
from db.tx import Tx
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> int:  # noqa: ARG001
    """The step that was told."""
    return about


def words(facts: int, texts: Texts) -> str:
    """What was done, and that it is theirs."""
    return texts("effort", count=facts)


def buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """To the rest of it."""
    return ((does(texts.label("more-progress"), OPEN_MINE, "progress"),),)
