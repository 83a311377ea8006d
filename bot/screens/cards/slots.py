"""Somebody else changed what comes: what of it, by whom, and a way to have it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.screen import Rows, does
from bot.screens.next_slot import line_of, names_of
from bot.screens.parts import go, lines
from bot.screens.reads import zone_of
from bot.taps.schedule import SLOT_UNDO
from bot.texts import Texts
from care.changed_for import changed_for
from care.coming import Coming
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """What was changed and still stands; `names` are of who did, by id."""

    changed: Sequence[Coming]
    zone: str
    names: Mapping[int, str | None]


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:  # noqa: ARG001
    """Nothing once it is taken back, or has come."""
    found = await changed_for(tx, person)
    return Facts(found, zone_of(person), await names_of(tx, found)) if found else None


def words(facts: Facts, texts: Texts) -> str:
    """A line for each."""
    name = facts.names.get(facts.changed[0].by or 0)
    head = texts("slots-changed", name=name) if name else texts("slots-changed-someone")
    return lines(head, *(line_of(one, facts.zone, facts.names, texts) for one in facts.changed))


def buttons(facts: Facts, texts: Texts) -> Rows:
    """One is had back here; several in the list."""
    all_of_it = go(texts, "slots-see", "next")
    which = facts.changed[0].which
    if len(facts.changed) > 1 or which is None:
        return ((all_of_it,),)
    return ((does(texts.label("slot-as-planned"), SLOT_UNDO, which), all_of_it),)
