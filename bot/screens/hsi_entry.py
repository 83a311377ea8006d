"""A practitioner enters how their client smokes: the same two questions."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.hsi import first_buttons, many_buttons
from bot.screens.names import called
from bot.taps.practice import HSI_FIRST_OF, HSI_MANY_OF, SCORES
from bot.texts import Texts
from care.own_client import own_client
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.scales.hsi import First


@dataclass(frozen=True, slots=True)
class Facts:
    """Of whom, and the first answer once it is given."""

    name: str
    first: First | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """None where they are nobody's of this practitioner."""
    client = await own_client(tx, person, row.subject_id or 0)
    if client is None:
        return None
    first = row.args.get("first")
    return Facts(await called(tx, person, client.id), First(first) if first else None)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The first question, or the second."""
    back = ((does(texts.label("button-back"), SCORES),),)
    if facts.first is None:
        return Screen(texts("hsi-first-of", name=facts.name), (*first_buttons(texts, HSI_FIRST_OF), *back))
    return Screen(texts("hsi-per-day-of", name=facts.name), (*many_buttons(facts.first, texts, HSI_MANY_OF), *back))
