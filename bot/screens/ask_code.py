"""The six digits that a practitioner got on another way."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """The name that the invitation was made for."""

    name: str


def screen(facts: Facts, texts: Texts) -> Screen:
    """Asks for them."""
    return Screen(texts("ask-code", name=facts.name))
