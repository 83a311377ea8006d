"""The crisis cards of this service: ours, and those that whoever runs it put in their place."""

from collections.abc import Mapping
from functools import lru_cache

from care.pinned import renew_numbers
from db import clients, events, invites, people, service_facts
from db.tx import Tx
from programme.crisis_card import BRITAIN, CARDS, CHOICES, NATIONS, CrisisCard, card_for
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
    return card_for(person.country, await cards_in_force(tx), await nation_of(tx, person))


async def nation_of(tx: Tx, person: Person) -> str | None:
    """Whose numbers they chose; before they did, those their practitioner chose, whose link they opened or used."""
    if person.nation is not None:
        return person.nation
    client = await clients.get(tx, person.id)
    theirs = client.practitioner_id if client is not None and client.left_at is None else None
    if theirs is None:
        invite = await invites.on_the_way(tx, person.id)
        theirs = None if invite is None else invite.issued_by
    practitioner = None if theirs is None else await people.get(tx, theirs)
    return None if practitioner is None else practitioner.nation


async def choose_nation(tx: Tx, person: Person, nation: str) -> bool:
    """Whose numbers that person (locked) wants from now on; False for what is no choice.

    - Somebody whose clock is abroad and who chooses one of the four is in Britain again; the clock stays.
    - What is pinned at the top of their chat says the same from now on. A practitioner's choice holds for their clients
      until those choose, so theirs is looked at too.
    """
    if nation not in CHOICES:
        return False
    abroad = person.country not in {None, BRITAIN} and nation in NATIONS
    await people.set_nation(tx, person.id, nation, BRITAIN if abroad else person.country)
    await events.add(tx, "NationChosen", person.id, person.id, {"nation": nation})
    theirs = await clients.of_practitioner(tx, person.id) if person.is_practitioner else ()
    for reader in (person.id, *sorted(client.person_id for client in theirs)):
        await renew_numbers(tx, reader)
    return True


async def cards_in_force(tx: Tx) -> Mapping[str, CrisisCard]:
    """Every card that is used now, by country."""
    return cards_of(await own_cards_text(tx))


async def own_cards_text(tx: Tx) -> str:
    """The TOML text of the cards that were put in place of ours, "" for none."""
    return await service_facts.get(tx, FACT) or ""


@lru_cache(maxsize=4)
def cards_of(text: str) -> Mapping[str, CrisisCard]:
    """The cards that the TOML text makes, ours where it names none; ours alone where there is a slip in it."""
    cards = parse_cards(text)
    return CARDS if isinstance(cards, CardProblem) else cards
