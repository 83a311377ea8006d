"""Coffee, tea, cola and energy drinks after stopping: said once, and nothing of it is kept."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Whether they drink any."""

    drinks: bool


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """As they tapped; None once that is forgotten (care.not_kept)."""
    return Facts(bool(row.args["drinks"])) if "drinks" in row.args else None


def screen(facts: Facts, texts: Texts) -> Screen:
    """What may be, and that it is theirs to choose."""
    return Screen(texts("caffeine" if facts.drinks else "caffeine-none"))
