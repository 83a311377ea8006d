"""A practitioner is set up: what to do next."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """What they are called."""

    name: str


def screen(facts: Facts, texts: Texts) -> Screen:
    """The three commands, and that nothing is watched live."""
    invite = does(texts.label("practitioner-invite"), "invite")
    return Screen(texts("practitioner-ready", name=facts.name), ((invite,),))
