"""The ways on where somebody says that they are very low: a person, something calming, the practitioner, or on."""

from typing import Any

from bot.screen import Button, Rows, does
from bot.taps.everywhere import OPEN_BELOW
from bot.taps.kit import Tap
from bot.texts import Texts


def ways_on(route: str | None, *rest: Button, texts: Texts) -> Rows:
    """A row each. `route` names whom they may tell (None: nobody); `rest` leads on from there."""
    return (
        (does(texts.label("very-low-talk"), OPEN_BELOW, "crisis"),),
        (does(texts.label("very-low-calming"), OPEN_BELOW, "calming"),),
        *tell_button(route, texts=texts),
        *((button,) for button in rest),
    )


def tell_button(route: str | None, tap: Tap[Any] = OPEN_BELOW, value: Any = "tell", *, texts: Texts) -> Rows:
    """The way to telling whom that names; nothing where there is nobody. Every such button is made here."""
    if not route:
        return ()
    return ((does(texts.label("tell-button", route=route), tap, value),),)
