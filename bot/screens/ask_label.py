"""Whom a link is for, in the practitioner's own shorthand."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.taps.everywhere import CANCEL
from bot.taps.practice import NO_LABEL
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known to ask."""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """There is nothing to look up."""
    return Facts()


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """Initials are enough; or none."""
    buttons = (does(texts.label("button-skip"), NO_LABEL), does(texts.label("button-cancel"), CANCEL))
    return Screen(texts("ask-label"), (buttons,))
