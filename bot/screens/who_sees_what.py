"""Who sees what, before anything is chosen."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.screens.parts import back
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose link it was."""

    practitioner: str


def screen(facts: Facts, texts: Texts) -> Screen:
    """The whole of it on one screen."""
    choice = texts.label("choice-summary", practitioner=facts.practitioner)
    return Screen(texts("who", practitioner=facts.practitioner, choice=choice), ((back(texts, "welcome"),),))
