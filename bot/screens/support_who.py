"""Whom a supporter of several wants to see to, or to write to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.support_parts import name_of
from bot.taps.supporters import SUPPORT_HOME
from bot.texts import Texts
from care import supporting
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Id and name of each; none: all of it has ended."""

    people: Sequence[tuple[int, str]] = ()


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Whom they support now."""
    return Facts([(one.id, await name_of(tx, one.client_id)) for one in await supporting.holding(tx, person)])


def screen(facts: Facts, texts: Texts) -> Screen:
    """A button for each."""
    if not facts.people:
        return Screen(texts("supporting-ended"))
    return Screen(texts("support-who"), tuple((does(name, SUPPORT_HOME, one),) for one, name in facts.people))
