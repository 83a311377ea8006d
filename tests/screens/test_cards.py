"""Cards that ride in a check-in's closing words."""

from bot.check_in.cards import FACES
from care.check_in.closing_card import DUE_CARDS
from programme.check_in.closing_card import Card


def test_every_card_is_known_on_both_floors() -> None:
    """Every card has a rule for when it is due, and a face."""
    assert set(DUE_CARDS) == set(FACES) == set(Card)
