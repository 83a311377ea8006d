"""What comes to a client in the next seven days, for their own practitioner: while they show how it goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from care.coming import Coming, coming
from care.own_client import own_client
from db import consents, events, pauses
from db.tx import Tx
from programme.kinds import KINDS
from programme.pause import Pause
from programme.people import Person, Role
from programme.shared import Line


@dataclass(frozen=True, slots=True)
class Seen:
    """The client, what comes to them, and the pause that holds it back."""

    client: Person
    coming: Sequence[Coming]
    pause: Pause | None = None


async def coming_of(tx: Tx, practitioner: Person, client_id: int) -> Seen | None:
    """As the client sees it; None for anybody but their practitioner, and while they show nothing.

    What follows from a crisis card is the client's own: it is as if none had been shown. Left out: what they have by
    being something else than a client. Where answers are not kept, nothing tells of a lapse: neither a hello, nor that
    the check-in of that evening is not asked.
    """
    person = await own_client(tx, practitioner, client_id)
    choices = await consents.in_force(tx, client_id)
    if person is None or not await consents.shows(tx, client_id, Line.COMING):
        return None
    found = await coming(tx, person, after_lapses=choices.keep_answers, after_cards=False)
    shown = [one for one in found if KINDS[one.kind].role is Role.CLIENT]
    pause = (await pauses.running(tx, [client_id])).get(client_id)
    return Seen(person, shown, pause if pause is not None and pause.of_client else None)


async def coming_asked(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """Write down, as an event of the client's, that the practitioner asks for it (OWASP ASVS 5.0 16.3.2).

    False, and nothing written, where nothing is shown to them.
    """
    if await coming_of(tx, practitioner, client_id) is None:
        return False
    await events.add(tx, "ComingRead", client_id, practitioner.id)
    return True
