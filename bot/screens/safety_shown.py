"""A client's safety plan as they showed it to their practitioner."""

from dataclasses import dataclass
from datetime import date

from bot.screen import Screen, does
from bot.screens.names import called
from bot.screens.parts import paragraphs
from bot.taps.safety import SAFE_OF_BACK
from bot.texts import Texts
from bot.texts.dates import day
from bot.texts.service import escaped
from care.own_client import own_client
from care.safety import shown_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`words` as they were on that day; None: it is not shown any more. `name` None: not their client any more."""

    name: str | None
    words: str | None = None
    on: date | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """While the client shows it, and to nobody but the practitioner they are with."""
    client = await own_client(tx, person, row.subject_id or 0)
    if client is None:
        return Facts(None)
    shown = await shown_of(tx, client.id)
    name = await called(tx, person, client.id)
    return Facts(name, shown.words, shown.on_date) if shown else Facts(name)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Whose it is, of which day, and the words; that nobody watches it."""
    back = ((does(texts.label("button-back"), SAFE_OF_BACK),),)
    if facts.name is None or facts.words is None or facts.on is None:
        return Screen(texts("safety-shown-no-more"), back if facts.name else ())
    head = texts("safety-shown-head", name=facts.name, day=day(texts, facts.on))
    return Screen(paragraphs(head, escaped(facts.words)), back)
