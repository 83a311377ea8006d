"""The pinned message: whom to call, for when this service or Telegram is silent."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.screens.crisis import card_lines
from bot.screens.parts import lines, paragraphs
from bot.texts import Texts
from care.cards import card_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The card of where they are."""

    card: CrisisCard


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """By where they are now."""
    return Facts(await card_of(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Why it stands here, the numbers, and a word to keep them elsewhere too. No button, and no sound."""
    numbers = lines(texts("help"), card_lines(facts.card))
    return Screen(paragraphs(numbers, texts("numbers-keep")), silent=True)
