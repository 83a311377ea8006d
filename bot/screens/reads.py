"""What many screens need to know about a person: whose client they are, and what they chose."""

from collections.abc import Sequence

from bot.screens.parts import cut
from bot.screens.sees import Sees
from bot.texts import Texts, texts_for
from care.route import line_of_client
from db import clients, consents, invites, people
from db.tx import Tx
from programme.people import Person
from programme.places import HOME

ON_BUTTON = 18  # characters of a name, where two or three stand on a button


async def practitioner_of(tx: Tx, person: Person) -> Person | None:
    """The practitioner of a client, or of the link that somebody opened and is joining with; None without either, and
    where theirs is none here any more."""
    client = await clients.get(tx, person.id)
    if client is not None and client.left_at is None:
        practitioner = await people.get(tx, client.practitioner_id)
        return practitioner if practitioner is not None and practitioner.is_practitioner else None
    invite = await invites.on_the_way(tx, person.id)
    if invite is None or invite.issued_by is None:
        return None
    return await people.get(tx, invite.issued_by)


async def practitioner_name(tx: Tx, person: Person) -> str | None:
    """What that practitioner is called."""
    practitioner = await practitioner_of(tx, person)
    return practitioner.name if practitioner else None


async def route_of(tx: Tx, person: Person) -> str | None:
    """Whom that client may ask to get in touch: "Lee", or "Lee or Dr Ade"; None: nobody."""
    line = await line_of_client(tx, person)
    texts = texts_for(person.locale)
    names = [cut(one.person.name or texts.label("someone"), ON_BUTTON) for one in line]
    return either(texts, names) if names else None


def either(texts: Texts, names: Sequence[str]) -> str:
    """One of these names, as plain text: "Lee", "Lee or Dr Ade"."""
    if len(names) < 2:
        return names[0]
    return texts.label("route-or", first=", ".join(names[:-1]), last=names[-1])


async def sees_of(tx: Tx, person: Person, *, tells: bool = False) -> Sees:
    """Who sees this person's answers, by what they chose; `tells`: and whom they may ask to get in touch."""
    choices = await consents.in_force(tx, person.id)
    route = await route_of(tx, person) if tells else None
    return Sees(await practitioner_name(tx, person), choices.summary, choices.keep_answers, route, choices.same_day)


def country_of(person: Person) -> str:
    """The person's country, or the one that is guessed before they say (ISO 3166)."""
    return person.country or HOME.country


def zone_of(person: Person) -> str:
    """The person's IANA zone, or the one that is guessed before they say."""
    return person.zone or HOME.zone
