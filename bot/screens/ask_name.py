"""What to call the person."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.taps.everywhere import CANCEL
from bot.taps.people import OWN_NAME
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`changing`: they have a name already."""

    changing: bool


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """A name that is there is being changed."""
    return Facts(changing=person.name is not None)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Typed, or Telegram's own first name, which is read when it is tapped and never kept in a button."""
    own = does(texts.label("ask-name-own"), OWN_NAME)
    if facts.changing:
        cancel = does(texts.label("button-cancel"), CANCEL)
        return Screen(texts("ask-name-change"), ((own,), (cancel,)))
    return Screen(texts("ask-name"), ((own,),))
