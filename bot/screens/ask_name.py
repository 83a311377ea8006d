"""What to call the person."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Facts:
    """`changing`: they have a name already."""

    changing: bool


def screen(facts: Facts, texts: Texts) -> Screen:
    """Typed, or Telegram's own first name, which is read when it is tapped and never kept in a button."""
    own = does(texts.label("ask-name-own"), "own_name")
    if facts.changing:
        cancel = does(texts.label("button-cancel"), "cancel")
        return Screen(texts("ask-name-change"), ((own,), (cancel,)))
    return Screen(texts("ask-name"), ((own,),))
