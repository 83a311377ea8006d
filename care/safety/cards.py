"""The crisis cards of this service, and the one pinned message with whom to call."""

from collections.abc import Mapping
from functools import lru_cache

from care.delivery import say
from db import events
from db.delivery import outbox, screens
from db.people import accounts, clients, invites
from db.store import service_facts
from db.tx import Tx
from programme.people.events import NationChosen
from programme.people.person import Person
from programme.safety.card_file import CardProblem, parse_cards
from programme.safety.cards import BRITAIN, CARDS, CHOICES, NATIONS, CrisisCard, card_for

PINNED_SCREEN = "numbers"


async def pin_numbers(tx: Tx, person_id: int) -> bool:
    """Send that client (locked) the message and pin it, both without a sound; False where they had it, or are none.

    Once for good: who unpins or deletes it has chosen so. A refused pin loses nothing, for the message stands.
    """
    person = await accounts.get(tx, person_id)
    if person is None or not person.is_client or person.pinned_at is not None:
        return False
    screen_id = await say.show(tx, person_id, PINNED_SCREEN)
    await outbox.put(tx, person_id, screen_id, "pin")
    await accounts.set_pinned(tx, person_id)
    return True


async def renew_numbers(tx: Tx, person_id: int) -> None:
    """They are somewhere else: the message they have says whom to call there."""
    for row in await screens.live_of(tx, person_id, PINNED_SCREEN):
        await say.refresh(tx, row.id)


CARDS_FACT = "crisis_cards"


async def keep_cards(tx: Tx, text: str) -> CardProblem | None:
    """Use the cards of that TOML text from now on, in every process ("" for ours only); or say what is wrong in it."""
    cards = parse_cards(text)
    if isinstance(cards, CardProblem):
        return cards
    await service_facts.put(tx, CARDS_FACT, text)
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
    practitioner = None if theirs is None else await accounts.get(tx, theirs)
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
    await accounts.set_nation(tx, person.id, nation, BRITAIN if abroad else person.country)
    await events.add(tx, person.id, NationChosen(nation), actor=person.id)
    theirs = await clients.of_practitioner(tx, person.id) if person.is_practitioner else ()
    for reader in (person.id, *sorted(client.person_id for client in theirs)):
        await renew_numbers(tx, reader)
    return True


async def cards_in_force(tx: Tx) -> Mapping[str, CrisisCard]:
    """Every card that is used now, by country."""
    return cards_of(await own_cards_text(tx))


async def own_cards_text(tx: Tx) -> str:
    """The TOML text of the cards that were put in place of ours, "" for none."""
    return await service_facts.get(tx, CARDS_FACT) or ""


@lru_cache(maxsize=4)
def cards_of(text: str) -> Mapping[str, CrisisCard]:
    """The cards that the TOML text makes, ours where it names none; ours only where there is a slip in it."""
    cards = parse_cards(text)
    return CARDS if isinstance(cards, CardProblem) else cards
