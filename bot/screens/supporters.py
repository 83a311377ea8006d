"""A client's list of people on their side. How each stands, and no more: nothing says when they were last here."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import lines, paragraphs
from bot.taps.supporters import SUPPORT, SUPPORT_NEW
from bot.texts import Texts
from care import supporters
from db import people
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.support import MOST, Support

GONE = "gone"


@dataclass(frozen=True, slots=True)
class Listed:
    """One of them: `state` as in programme.support.SupportState, or GONE."""

    id: int
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everybody on the list."""

    people: Sequence[Listed] = ()


async def state_of(tx: Tx, support: Support) -> str:
    """How it stands for the client: somebody who blocked us can't be reached, and that is all."""
    if support.holds and support.person_id is not None:
        person = await people.get(tx, support.person_id)
        if person is None or person.cannot_reach_since is not None:
            return GONE
    return support.state.value


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """As they stand now."""
    found = await supporters.listed(tx, person)
    return Facts([Listed(one.id, one.label, await state_of(tx, one)) for one in found])


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line and a button for each, and asking another one."""
    listed = [
        texts("supporters-line", name=one.name, state=texts.label(f"support-state-{one.state}")) for one in facts.people
    ]
    end = texts("supporters-look" if listed else "supporters-none")
    buttons = [(does(one.name, SUPPORT, one.id),) for one in facts.people]
    add = [(does(texts.label("supporters-add"), SUPPORT_NEW),)] if len(listed) < MOST else []
    return Screen(paragraphs(texts("supporters"), lines(*listed), end), (*buttons, *add))
