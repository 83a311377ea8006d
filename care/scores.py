"""What a practitioner may see of set questions, medicines and aids: of their own client alone, while it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from care.mpss import quit_date_of
from care.own_client import own_client
from care.quit_date import today_of
from db import aids, consents, events, hsi, medicines, mpss
from db.tx import Tx
from programme.aids import Aid, AidTold, in_use
from programme.medicines import Told, last_said
from programme.people import Person
from programme.scales.hsi import HsiTold
from programme.scales.mpss import Rating
from programme.shared import Line


@dataclass(frozen=True, slots=True)
class Scores:
    """Of the nine questions all ratings around the quit date `quit_on`; `aids` are all that was said of them."""

    hsi: Sequence[HsiTold]
    ratings: Sequence[Rating]
    quit_on: date | None
    medicine: Told | None
    aids: Sequence[AidTold]

    @property
    def uses(self) -> Sequence[Aid]:
        """What they use to stop by now."""
        return in_use(self.aids)


@dataclass(frozen=True, slots=True)
class OfClient:
    """What that practitioner may see of one client. None: the client shows no answers, or keeps none."""

    person: Person
    scores: Scores | None


async def scores_of(tx: Tx, practitioner: Person, client_id: int) -> OfClient | None:
    """As it is known now; None where they are not this practitioner's client."""
    person = await own_client(tx, practitioner, client_id)
    if person is None:
        return None
    if not await _may_be_shown(tx, person):
        return OfClient(person, None)
    ratings = [one.rating for one in await mpss.of_person(tx, person.id) if one.scores]
    scores = Scores(
        hsi=await hsi.of_person(tx, person.id),
        ratings=ratings,
        quit_on=await quit_date_of(tx, person.id, today_of(tx.now, person)),
        medicine=last_said(await medicines.of_person(tx, person.id)),
        aids=await aids.of_person(tx, person.id),
    )
    return OfClient(person, scores)


async def scores_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for them (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    person = await own_client(tx, practitioner, client_id)
    if person is None or not await _may_be_shown(tx, person):
        return False
    await events.add(tx, "ScoresRead", person.id, practitioner.id)
    return True


async def _may_be_shown(tx: Tx, person: Person) -> bool:
    return await consents.shows(tx, person.id, Line.QUESTIONS)
