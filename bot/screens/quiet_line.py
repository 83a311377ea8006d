"""One quiet line, below the answer to words that may mean danger. It asks nothing and holds nothing up."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.taps.safety import ALL_RIGHT, NEED_HELP
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`right`: they said that they are all right."""

    right: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """What was tapped is all there is to know."""
    return Facts(row.args.get("view") == "right")


def screen(facts: Facts, texts: Texts) -> Screen:
    """A way to the numbers, and one to put it away."""
    if facts.right:
        return Screen(texts("quiet-line-right"))
    help_now, right = texts.label("quiet-line-help"), texts.label("quiet-line-all-right")
    return Screen(texts("quiet-line"), ((does(help_now, NEED_HELP),), (does(right, ALL_RIGHT),)))
