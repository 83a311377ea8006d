"""Cards in the closing words of a check-in: each card's face by its kind."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.kit.screen import Rows, does
from bot.kit.taps import OPEN_MINE
from bot.measures import cards as measures_cards
from bot.medicines import cards as medicines_cards
from bot.planning import cards as planning_cards
from bot.quitting import follow_up, preparing
from bot.safety import plan
from bot.schedule import cards as schedule_cards
from bot.texts import Texts
from care.check_in.closing_card import card_shown_in
from db.tx import Tx
from programme.check_in.closing_card import Card
from programme.people.person import Person
from programme.schedule.prompt import Prompt


async def effort_card_facts(tx: Tx, person: Person, about: int) -> int:  # noqa: ARG001
    """The step that was told."""
    return about


def effort_card_words(facts: int, texts: Texts) -> str:
    """What was done, and that it is theirs."""
    return texts("effort", count=facts)


def effort_card_buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """To the rest of it."""
    return ((does(texts.label("more-progress"), OPEN_MINE, "progress"),),)


@dataclass(frozen=True, slots=True)
class Face:
    """One card. `facts`: what is true now, or None where there is nothing to say any more; `words`: what it says, from
    the facts only; `buttons`: what can be done about it.
    """

    facts: Callable[[Tx, Person, int], Awaitable[Any]]
    words: Callable[[Any, Texts], str]
    buttons: Callable[[Any, Texts], Rows]


FACES: Mapping[Card, Face] = {
    Card.MEDICINE: Face(
        medicines_cards.medicine_card_facts, medicines_cards.medicine_card_words, medicines_cards.medicine_card_buttons
    ),
    Card.SAME_DAY: Face(
        medicines_cards.same_day_card_facts, medicines_cards.same_day_card_words, medicines_cards.same_day_card_buttons
    ),
    Card.OUTCOME: Face(follow_up.outcome_card_facts, follow_up.outcome_card_words, follow_up.outcome_card_buttons),
    Card.SLOTS: Face(
        schedule_cards.slots_card_facts, schedule_cards.slots_card_words, schedule_cards.slots_card_buttons
    ),
    Card.MPSS: Face(measures_cards.mpss_card_facts, measures_cards.mpss_card_words, measures_cards.mpss_card_buttons),
    Card.CAFFEINE: Face(
        medicines_cards.caffeine_card_facts, medicines_cards.caffeine_card_words, medicines_cards.caffeine_card_buttons
    ),
    Card.OCCASION: Face(
        planning_cards.occasion_card_facts, planning_cards.occasion_card_words, planning_cards.occasion_card_buttons
    ),
    Card.PREPARE: Face(preparing.prepare_card_facts, preparing.prepare_card_words, preparing.prepare_card_buttons),
    Card.GOAL: Face(planning_cards.goal_card_facts, planning_cards.goal_card_words, planning_cards.goal_card_buttons),
    Card.PROBLEM: Face(
        planning_cards.problem_card_facts, planning_cards.problem_card_words, planning_cards.problem_card_buttons
    ),
    Card.OCCASION_AFTER: Face(
        planning_cards.occasion_after_card_facts,
        planning_cards.occasion_after_card_words,
        planning_cards.occasion_after_card_buttons,
    ),
    Card.USUAL: Face(
        measures_cards.usual_card_facts, measures_cards.usual_card_words, measures_cards.usual_card_buttons
    ),
    Card.AIDS: Face(
        medicines_cards.aids_card_facts, medicines_cards.aids_card_words, medicines_cards.aids_card_buttons
    ),
    Card.HSI: Face(measures_cards.hsi_card_facts, measures_cards.hsi_card_words, measures_cards.hsi_card_buttons),
    Card.SAFETY: Face(plan.safety_card_facts, plan.safety_card_words, plan.safety_card_buttons),
    Card.EASIER: Face(
        measures_cards.easier_card_facts, measures_cards.easier_card_words, measures_cards.easier_card_buttons
    ),
    Card.EFFORT: Face(effort_card_facts, effort_card_words, effort_card_buttons),
    Card.BELIEF: Face(
        planning_cards.belief_card_facts, planning_cards.belief_card_words, planning_cards.belief_card_buttons
    ),
}


@dataclass(frozen=True, slots=True)
class CardShown:
    """A card that was told, and what is true of it now."""

    card: Card
    facts: Any

    def words(self, texts: Texts) -> str:
        """What it says."""
        return FACES[self.card].words(self.facts, texts)

    def buttons(self, texts: Texts) -> Rows:
        """What can be done about it."""
        return FACES[self.card].buttons(self.facts, texts)


async def card_in(tx: Tx, person: Person, prompt: Prompt) -> CardShown | None:
    """The card in the closing words of that check-in, as it is true now."""
    told = await card_shown_in(tx, prompt)
    facts = None if told is None else await FACES[told[0]].facts(tx, person, told[1])
    return None if told is None or facts is None else CardShown(told[0], facts)
