"""A quit date at a weekend: what will it look like?"""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.taps.quitting import QUIT_DATE
from bot.texts import Texts
from care.toolkit import keeps_words
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`keeps`: their words can be kept."""

    keeps: bool = True


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """For clients alone."""
    return Facts(await keeps_words(tx, person)) if person.is_client else None


def screen(facts: Facts, texts: Texts) -> Screen:
    """Asks for their words; or they think it through without writing."""
    back = does(texts.label("button-back"), QUIT_DATE)
    return Screen(texts("weekend-ask" if facts.keeps else "weekend-unkept"), ((back,),))
