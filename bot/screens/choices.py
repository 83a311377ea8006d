"""Three yes-or-nos on one screen, none ticked beforehand."""

from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.texts import Texts
from programme.consent import Choices, Item


@dataclass(frozen=True, slots=True)
class Facts:
    """What is ticked so far, and whose summary it would be."""

    practitioner: str
    choices: Choices


def _tick(item: Item, facts: Facts, texts: Texts) -> Button:
    args = {"practitioner": facts.practitioner} if item is Item.SUMMARY else {}
    choice = texts.label(f"choice-{item}", **args)
    mark = "choice-on" if item in facts.choices.granted else "choice-off"
    return does(texts.label(mark, choice=choice), "toggle", item)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Each item is its own button, with its box."""
    ticks = tuple((_tick(item, facts, texts),) for item in Item)
    return Screen(texts("choices"), (*ticks, (does(texts.label("button-continue"), "choices_done"),)))
