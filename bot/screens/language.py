"""Which language the service speaks."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known while there is one language."""


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """Says so."""
    return Screen(texts("language"))
