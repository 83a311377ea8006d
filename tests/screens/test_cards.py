"""Cards that ride in a check-in's closing words."""

from bot.screens.cards import FACES
from care.riding import DUE
from programme.card import Card


def test_every_card_is_known_on_both_floors() -> None:
    """Every card has a rule for when it is due, and a face."""
    assert set(DUE) == set(FACES) == set(Card)
