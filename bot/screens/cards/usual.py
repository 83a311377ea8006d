"""How many on a usual day: asked once, where "6+" would leave open whether that is less."""

from bot.screen import Rows, does
from bot.screens.parts import rows
from bot.screens.usual import A_DAY
from bot.taps.check_in import CARD_AWAY
from bot.taps.everywhere import OPEN_MINE
from bot.taps.quitting import USUAL_IS
from bot.texts import Texts
from db import usual
from db.tx import Tx
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once it is known."""
    return None if await usual.of_person(tx, person.id) is not None else about


def words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The question."""
    return texts("usual-card")


def buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """A number by a tap, any other on its own screen, or not now."""
    numbers = rows((does(str(one), USUAL_IS, one) for one in A_DAY), len(A_DAY))
    other = does(texts.label("usual-card-other"), OPEN_MINE, "usual")
    return (*numbers, (other, does(texts.label("check-in-not-now"), CARD_AWAY)))
