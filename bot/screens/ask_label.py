"""Whom a link is for, in the practitioner's own shorthand."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known to ask."""


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """Initials are enough; or none."""
    buttons = (does(texts.label("button-skip"), "no_label"), does(texts.label("button-cancel"), "cancel"))
    return Screen(texts("ask-label"), (buttons,))
