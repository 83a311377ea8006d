"""To two practitioners: clients of one are with the other now. Counts alone: who they are is under /clients."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import lines
from bot.taps.practice import CLIENTS
from bot.texts import Texts, texts_for
from db import people
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`name` is the other one (None: nobody takes their place); `gives`: who reads it is the one before."""

    name: str | None
    count: int
    requests: int = 0
    gives: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """How many there were is of that moment, and lies with the screen."""
    other = None if row.subject_id is None else await people.get(tx, row.subject_id)
    someone = texts_for(person.locale).label("a-colleague")
    name = None if row.subject_id is None else (other and other.name) or someone
    return Facts(name, int(row.args["count"]), int(row.args.get("requests", 0)), row.name == "handed_on")


def screen(facts: Facts, texts: Texts) -> Screen:
    """How many, and what of them is to be seen."""
    if facts.name is None:
        return Screen(lines(texts("handed-on-nobody", count=facts.count), texts("handed-on-off")))
    if facts.gives:
        off = texts("handed-on-off") if facts.count else None
        return Screen(lines(texts("handed-on", count=facts.count, name=facts.name), off))
    show = does(texts.label("took-over-people"), CLIENTS)
    return Screen(lines(*_taken(facts, facts.name, texts)), ((show,),))


def _taken(facts: Facts, name: str, texts: Texts) -> Iterator[str]:
    yield texts("took-over", count=facts.count, name=name)
    if facts.count:
        yield texts("took-over-hidden", count=facts.count)
    if facts.requests:
        yield texts("took-over-requests", count=facts.requests)
