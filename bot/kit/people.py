"""What many screens need to know about a person: who sees what, whose client they are, what they are called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.kit.parts import cut
from bot.texts import Texts, texts_for
from care.people.consent import choices_of
from care.practice.clients import names_for, practitioner_of
from care.practice.route import receivers_of_client
from db.tx import Tx
from programme.people.person import HOME, Person


class ShownToPractitioner(StrEnum):
    """What a practitioner is shown of their client's check-ins."""

    ANSWERS = "answers"
    REPLIES = "replies"  # how often they replied; the answers are wiped before anybody could look
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Sees:
    """`practitioner` is their name (None: there is none), `summary` and `keep` what the person said yes to.

    `route` names whom they may ask to get in touch, on screens that offer it. `same_day`: what medicine they take is
    told to those by itself, when a change in smoking makes that a matter of the day.
    """

    practitioner: str | None = None
    summary: bool = False
    keep: bool = False
    route: str | None = None
    same_day: bool = False

    @property
    def both(self) -> bool:
        """Whether somebody besides the person sees the answers: what is wiped, nobody sees."""
        return self.shown is ShownToPractitioner.ANSWERS

    @property
    def shown(self) -> ShownToPractitioner:
        """How much the practitioner is shown: the one place that says so."""
        if self.practitioner is None or not self.summary:
            return ShownToPractitioner.NOTHING
        return ShownToPractitioner.ANSWERS if self.keep else ShownToPractitioner.REPLIES


def answers_line(sees: Sees, texts: Texts) -> str:
    """Who can see the answers that are being asked for."""
    if sees.both:
        return texts("check-in-who-both", practitioner=sees.practitioner or "")
    return texts("check-in-who-you" if sees.keep else "check-in-who-unkept")


def told_line(sees: Sees, texts: Texts) -> str:
    """Who can see what is told outside check-ins; nobody where answers are not kept
    (care.delivery.check_before_send)."""
    return answers_line(sees, texts) if sees.keep else texts("who-unkept")


def medicines_line(sees: Sees, texts: Texts) -> str:
    """Who can see what a client says of medicines: the team sees one of them, where the client agreed to that."""
    if not sees.same_day or sees.both:
        return told_line(sees, texts)
    return texts("same-day-who", practitioner=sees.practitioner or texts.label("someone"))


ON_BUTTON = 18  # characters of a name, where two or three stand on a button


async def practitioner_name(tx: Tx, person: Person) -> str | None:
    """What that practitioner is called."""
    practitioner = await practitioner_of(tx, person)
    return practitioner.name if practitioner else None


async def route_of(tx: Tx, person: Person) -> str | None:
    """Whom that client may ask to get in touch: "Lee", or "Lee or Dr Ade"; None: nobody."""
    line = await receivers_of_client(tx, person)
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
    choices = await choices_of(tx, person)
    route = await route_of(tx, person) if tells else None
    return Sees(await practitioner_name(tx, person), choices.summary, choices.keep_answers, route, choices.same_day)


def country_of(person: Person) -> str:
    """The person's country, or the one that is guessed before they say (ISO 3166)."""
    return person.country or HOME.country


def zone_of(person: Person) -> str:
    """The person's IANA zone, or the one that is guessed before they say."""
    return person.zone or HOME.zone


async def called(tx: Tx, practitioner: Person, client_id: int) -> str:
    """What that practitioner reads for this client."""
    return (await called_all(tx, practitioner, [client_id]))[client_id]


async def called_all(tx: Tx, practitioner: Person, client_ids: Iterable[int]) -> dict[int, str]:
    """What that practitioner reads for these clients, in their order."""
    names, texts = await names_for(tx, practitioner), texts_for(practitioner.locale)
    return {one: shown_name(one, names.get(one), texts) for one in client_ids}


def shown_name(person_id: int, name: str | None, texts: Texts) -> str:
    """What a person is called where they gave no name. `name` is one that tells them apart already."""
    return name or texts.label("client-unnamed", id=person_id)
