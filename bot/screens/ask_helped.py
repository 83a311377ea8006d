"""The first item of the toolkit: what has helped before."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """Nothing needs to be known to ask."""


def screen(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """Typed in a few words, or skipped."""
    return Screen(texts("ask-helped"), ((does(texts.label("button-skip"), "skip_helped"),),))
