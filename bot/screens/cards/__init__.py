"""Cards in the closing words of a check-in, one file a card: its words, and its buttons."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Face:
    """One card. `facts`: what is true now, or None where there is nothing to say any more; `words`: what it says, from
    the facts alone; `buttons`: what can be done about it.
    """

    facts: Callable[[Tx, Person, int], Awaitable[Any]]
    words: Callable[[Any, Texts], str]
    buttons: Callable[[Any, Texts], Rows]


FACES: Mapping[Card, Face] = {
    Card.MEDICINE: Face(medicine.facts, medicine.words, medicine.buttons),
    Card.SAME_DAY: Face(same_day.facts, same_day.words, same_day.buttons),
    Card.OUTCOME: Face(outcome_left.facts, outcome_left.words, outcome_left.buttons),
    Card.SLOTS: Face(slots.facts, slots.words, slots.buttons),
    Card.MPSS: Face(mpss.facts, mpss.words, mpss.buttons),
    Card.CAFFEINE: Face(caffeine.facts, caffeine.words, caffeine.buttons),
    Card.OCCASION: Face(occasion.facts, occasion.words, occasion.buttons),
    Card.PREPARE: Face(prepare.facts, prepare.words, prepare.buttons),
    Card.GOAL: Face(goal.facts, goal.words, goal.buttons),
    Card.PROBLEM: Face(problem.facts, problem.words, problem.buttons),
    Card.OCCASION_AFTER: Face(occasion_after.facts, occasion_after.words, occasion_after.buttons),
    Card.USUAL: Face(usual.facts, usual.words, usual.buttons),
    Card.AIDS: Face(aids.facts, aids.words, aids.buttons),
    Card.HSI: Face(hsi.facts, hsi.words, hsi.buttons),
    Card.SAFETY: Face(safety.facts, safety.words, safety.buttons),
    Card.EASIER: Face(easier.facts, easier.words, easier.buttons),
    Card.EFFORT: Face(effort.facts, effort.words, effort.buttons),
    Card.BELIEF: Face(belief.facts, belief.words, belief.buttons),
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
