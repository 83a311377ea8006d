"""What a practitioner's reading of carbon monoxide showed, and on which day it was taken."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.names import called
from bot.screens.on_day import OnDay, day_rows, in_words, read_on_day
from bot.screens.parts import lines
from bot.taps.practice import OUTCOMES
from bot.texts import Texts
from care.own_client import own_client
from care.quit_date import today_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose reading, and of which day."""

    id: int
    name: str
    day: OnDay


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """Nothing is asked about somebody who is not with this practitioner."""
    client = await own_client(tx, person, row.subject_id or 0)
    if client is None:
        return None
    return Facts(client.id, await called(tx, person, client.id), read_on_day(row, today_of(tx.now, client)))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The number is typed, with its day where that is another one."""
    asked = texts("ask-reading", name=facts.name, day=in_words(facts.day, texts))
    cancel = does(texts.label("button-cancel"), OUTCOMES)
    return Screen(lines(asked, texts("ask-reading-typed")), (*day_rows(facts.day, texts), (cancel,)))
