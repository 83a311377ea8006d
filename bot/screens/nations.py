"""Whose crisis numbers: the question, with a button for each nation. It stands where the numbers do; nobody guesses."""

from typing import Final

from bot.screen import Rows, does
from bot.screens.parts import rows
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.safety import NATION
from bot.texts import Texts
from bot.texts.dates import country
from programme.crisis_card import BRITAIN, CHOICES, CrisisCard

CHOOSING: Final = "nation"  # the view of a screen in which another one is picked


def is_asked(card: CrisisCard) -> bool:
    """Whether nobody has said yet whose numbers these are to be."""
    return card.country == BRITAIN


def question(card: CrisisCard, texts: Texts) -> str | None:
    """Asked until it is answered."""
    return texts("nation-which") if is_asked(card) else None


def buttons(texts: Texts) -> Rows:
    """A tap for each."""
    return rows((does(texts.label(f"nation-{one.lower()}"), NATION, one) for one in CHOICES), 2)


def while_asked(card: CrisisCard, texts: Texts) -> Rows:
    """The same, until one was tapped."""
    return buttons(texts) if is_asked(card) else ()


def another(card: CrisisCard, texts: Texts) -> Rows:
    """Once it is answered, the way to change it."""
    return () if is_asked(card) else ((does(texts.label("nation-change"), OPEN_VIEW, CHOOSING),),)


def line(numbers: str, texts: Texts) -> str:
    """Whose numbers they see, by the country or nation of the card."""
    if numbers == BRITAIN:
        return texts("nation-unset")
    name = texts.label(f"nation-{numbers.lower()}") if numbers in CHOICES else country(texts, numbers)
    return texts("nation-set", nation=name)
