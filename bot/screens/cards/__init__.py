"""Cards in the closing words of a check-in, one file a card: its words, and its buttons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.screen import Rows
from bot.screens.cards import (
    aids,
    belief,
    caffeine,
    easier,
    effort,
    goal,
    hsi,
    medicine,
    mpss,
    occasion,
    occasion_after,
    outcome_left,
    prepare,
    problem,
    safety,
    same_day,
    slots,
    usual,
)
from bot.texts import Texts
from care.riding import told_in
from db.tx import Tx
from programme.card import Card
from programme.people import Person
from programme.prompt import Prompt


class Face(Protocol):
    """What a card's file holds."""

    async def facts(self, tx: Tx, person: Person, about: int) -> Any:
        """What is true now, or None where there is nothing to say any more."""

    def words(self, facts: Any, texts: Texts) -> str:
        """What it says, from the facts alone."""

    def buttons(self, facts: Any, texts: Texts) -> Rows:
        """What can be done about it."""


FACES: Mapping[Card, Face] = {
    Card.MEDICINE: medicine,
    Card.SAME_DAY: same_day,
    Card.OUTCOME: outcome_left,
    Card.SLOTS: slots,
    Card.MPSS: mpss,
    Card.CAFFEINE: caffeine,
    Card.OCCASION: occasion,
    Card.PREPARE: prepare,
    Card.GOAL: goal,
    Card.PROBLEM: problem,
    Card.OCCASION_AFTER: occasion_after,
    Card.USUAL: usual,
    Card.AIDS: aids,
    Card.HSI: hsi,
    Card.SAFETY: safety,
    Card.EASIER: easier,
    Card.EFFORT: effort,
    Card.BELIEF: belief,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A card that was told, and what is true of it now."""

    card: Card
    facts: Any

    def words(self, texts: Texts) -> str:
        """What it says."""
        return FACES[self.card].words(self.facts, texts)

    def buttons(self, texts: Texts) -> Rows:
        """What can be done about it."""
        return FACES[self.card].buttons(self.facts, texts)


async def card_in(tx: Tx, person: Person, prompt: Prompt) -> Told | None:
    """The card in the closing words of that check-in, as it is true now."""
    told = await told_in(tx, prompt)
    facts = None if told is None else await FACES[told[0]].facts(tx, person, told[1])
    return None if told is None or facts is None else Told(told[0], facts)
