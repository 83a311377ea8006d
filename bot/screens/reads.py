"""What many screens need to know about a person: whose client they are, and what they chose."""

from bot.screens.sees import Sees
from db import clients, consents, invites, people
from db.tx import Tx
from programme.people import Person
from programme.places import HOME


async def practitioner_of(tx: Tx, person: Person) -> Person | None:
    """The practitioner of a client, or of the link that somebody opened and is joining with; None without either."""
    client = await clients.get(tx, person.id)
    if client is not None and client.left_at is None:
        return await people.get(tx, client.practitioner_id)
    invite = await invites.on_the_way(tx, person.id)
    if invite is None or invite.issued_by is None:
        return None
    return await people.get(tx, invite.issued_by)


async def practitioner_name(tx: Tx, person: Person) -> str | None:
    """What that practitioner is called."""
    practitioner = await practitioner_of(tx, person)
    return practitioner.name if practitioner else None


async def sees_of(tx: Tx, person: Person) -> Sees:
    """Who sees this person's answers, by what they chose."""
    choices = await consents.in_force(tx, person.id)
    return Sees(await practitioner_name(tx, person), choices.summary, choices.keep_answers)


def country_of(person: Person) -> str:
    """The person's country, or the one that is guessed before they say (ISO 3166)."""
    return person.country or HOME.country


def zone_of(person: Person) -> str:
    """The person's IANA zone, or the one that is guessed before they say."""
    return person.zone or HOME.zone
