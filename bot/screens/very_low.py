"""The ways on where somebody says that they are very low: a person, something calming, the practitioner, or on."""

from bot.screen import Button, Rows, does
from bot.texts import Texts


def ways_on(practitioner: str | None, *rest: Button, texts: Texts) -> Rows:
    """A row each. `practitioner` is whom they may tell (None: nobody); `rest` leads on from there."""
    tell = ((does(texts.label("very-low-tell", practitioner=practitioner), "open", "tell"),),) if practitioner else ()
    return (
        (does(texts.label("very-low-talk"), "open", "crisis"),),
        (does(texts.label("very-low-calming"), "open", "calming"),),
        *tell,
        *((button,) for button in rest),
    )
