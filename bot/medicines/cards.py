"""The cards about medicines in the closing words of a check-in."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.check_in.taps import CARD_AWAY
from bot.kit.parts import lines
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Rows, does
from bot.medicines.gate import gate_buttons, gate_words
from bot.medicines.medicine import Offer, offer_buttons, offer_of, offer_words
from bot.medicines.screens import aid_names, going_buttons
from bot.medicines.taps import AIDS, AIDS_NEVER, CAFFEINE
from bot.texts import Texts
from care.measures.due import read_about
from care.medicines import Gate, aids_to_ask, gate_of
from db.tx import Tx
from programme.medicines.aids import Aid, in_use
from programme.people.person import Person


@dataclass(frozen=True, slots=True)
class MedicineCardFacts:
    """What is asked, and who would see it."""

    gate: Gate
    sees: Sees


async def medicine_card_facts(tx: Tx, person: Person, about: int) -> MedicineCardFacts | None:
    """None once they said anything, "not now" too; where one is to be watched for, that stands without a question."""
    told = read_about(about)
    gate = None if told is None else await gate_of(tx, person, *told)
    return None if gate is None or gate.says_nothing else MedicineCardFacts(gate, await sees_of(tx, person))


def medicine_card_words(facts: MedicineCardFacts, texts: Texts) -> str:
    """The question."""
    return gate_words(facts.gate, facts.sees, texts)


def medicine_card_buttons(facts: MedicineCardFacts, texts: Texts) -> Rows:
    """Its answers."""
    return gate_buttons(facts.gate, texts)


async def same_day_card_facts(tx: Tx, person: Person, about: int) -> Offer | None:  # noqa: ARG001
    """None once they answered, "not now" too: that is a no."""
    return await offer_of(tx, person)


def same_day_card_words(facts: Offer, texts: Texts) -> str:
    """The question."""
    return lines(texts("same-day-card"), offer_words(facts, texts))


def same_day_card_buttons(facts: Offer, texts: Texts) -> Rows:  # noqa: ARG001
    """Its answers."""
    return offer_buttons(texts, no="check-in-not-now")


GOING = 1


@dataclass(frozen=True, slots=True)
class AidsCardFacts:
    """What they use; nothing, where it is asked whether they use any."""

    uses: Sequence[Aid] = ()


async def aids_card_facts(tx: Tx, person: Person, about: int) -> AidsCardFacts | None:
    """None once they said so, or want no more of it."""
    said = await aids_to_ask(tx, person)
    if said is None:
        return None
    return AidsCardFacts(in_use(said) if about == GOING else ())


def aids_card_words(facts: AidsCardFacts, texts: Texts) -> str:
    """How is it going, or do they use any?"""
    return texts("aids-going", what=aid_names(facts.uses, texts)) if facts.uses else texts("aids-card")


def aids_card_buttons(facts: AidsCardFacts, texts: Texts) -> Rows:
    """The answers, not now, not any more."""
    rest = (does(texts.label("check-in-not-now"), CARD_AWAY), does(texts.label("aids-card-never"), AIDS_NEVER))
    if facts.uses:
        return (*going_buttons(texts), rest)
    return ((does(texts.label("aids-card-tell"), AIDS), *rest),)


async def caffeine_card_facts(tx: Tx, person: Person, about: int) -> int:  # noqa: ARG001
    """Nothing needs to be known."""
    return about


def caffeine_card_words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The question."""
    return texts("caffeine-card")


def caffeine_card_buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Yes, no, not now."""
    yes = does(texts.label("caffeine-yes"), CAFFEINE, True)
    no = does(texts.label("caffeine-no"), CAFFEINE, False)
    return ((yes, no, does(texts.label("check-in-not-now"), CARD_AWAY)),)
