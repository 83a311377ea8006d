"""/tips: what helps and what to leave out (FIELD 2.11). Of smoking for those alone who know of it."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.screens.parts import paragraphs
from bot.texts import Texts
from care import supporting
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.support import Shared


@dataclass(frozen=True, slots=True)
class Facts:
    """`knows`: somebody whom they support wants them to know of stopping."""

    knows: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """By what is shown to them now."""
    return Facts(any(Shared.STOPPING in one.shares for one in await supporting.holding(tx, person)))


def screen(facts: Facts, texts: Texts) -> Screen:
    """What helps first."""
    more = (texts("tips-stopping"), texts("tips-smokers")) if facts.knows else ()
    return Screen(paragraphs(texts("tips"), texts("tips-leave-out"), *more, texts("tips-you")))
