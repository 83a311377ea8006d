"""Covering for a colleague: that one is named for it, or is not any more; and, to the colleague, that it ended."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.taps.practice import COVER_END
from bot.texts import Texts, texts_for
from db import people, routes
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The other one's `name`; `ended`: this is said to who was covered for. `holds`: it is so now."""

    name: str
    holds: bool = False
    ended: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it stands between the two; nothing to say of somebody who is gone."""
    other = await people.get(tx, row.subject_id or 0)
    if other is None:
        return None
    name = other.name or texts_for(person.locale).label("someone")
    if row.name == "cover_ended":
        return Facts(name, ended=True)
    return Facts(name, holds=(await routes.get(tx, other.id)).cover_id == person.id)


def screen(facts: Facts, texts: Texts) -> Screen:
    """What it means, and a way to say no."""
    if facts.ended:
        return Screen(texts("cover-ended", name=facts.name))
    if not facts.holds:
        return Screen(texts("cover-over", name=facts.name))
    return Screen(texts("cover", name=facts.name), ((does(texts.label("cover-end"), COVER_END),),))
