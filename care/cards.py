"""The crisis cards of this service: ours, and those that whoever runs it put in their place."""

from collections.abc import Mapping
from functools import lru_cache

from db import service_facts
from db.tx import Tx
from programme.crisis_card import CARDS, CrisisCard, card_for
from programme.crisis_card_file import CardProblem, parse_cards
from programme.people import Person

FACT = "crisis_cards"


async def keep_cards(tx: Tx, text: str) -> CardProblem | None:
    """Use the cards of that TOML text from now on, in every process ("" for ours alone); or say what is wrong in it."""
    cards = parse_cards(text)
    if isinstance(cards, CardProblem):
        return cards
    await service_facts.put(tx, FACT, text)
    return None


async def card_of(tx: Tx, person: Person) -> CrisisCard:
    """The card for where that person is."""
    return card_for(person.country, await cards_in_force(tx))


async def cards_in_force(tx: Tx) -> Mapping[str, CrisisCard]:
    """Every card that is used now, by country."""
    return _cards(await own_cards_text(tx))


async def own_cards_text(tx: Tx) -> str:
    """The TOML text of the cards that were put in place of ours, "" for none."""
    return await service_facts.get(tx, FACT) or ""


@lru_cache(maxsize=4)
def _cards(text: str) -> Mapping[str, CrisisCard]:
    cards = parse_cards(text)
    return CARDS if isinstance(cards, CardProblem) else cards
