"""A medicine that the team needs to hear about on the same day, told by itself, for who said yes to that.

Levels of clozapine move within days of a change in smoking (fact "clozapine-same-day"). The yes is one of its own
(programme.consent.Item.SAME_DAY); without it there is a button. What goes is a request like any other (care.requests).
"""

from datetime import date

from care import requests, say
from care.route import line_of_client
from db import clients, consents, events, medicines
from db import requests as kept_requests
from db.tx import Tx
from programme.consent import Item
from programme.event import Event
from programme.medicines import FOUND, Moment, last_said, needs_same_day
from programme.people import Person
from programme.request import About
from programme.today import today_of

SENT = "SameDayTold"  # data: moment, on (ISO date), request


async def tell(tx: Tx, person: Person, moment: Moment, on: date) -> int | None:
    """That client (locked) named such a medicine, or smokes another amount: whoever is in line is asked to see to it.

    - For a client who said yes, and takes such a medicine of which nobody who prescribes is known to know.
    - Once for each change, whatever is tapped twice; what waits to be opened already is not sent again.
    - The client reads below to whom it went, until when it may lie, and not to wait for them (screen "tell").

    Gives the request's id; None where nothing went.
    """
    if not person.is_client or not (await consents.in_force(tx, person.id)).same_day:
        return None
    told, sent = await medicines.of_person(tx, person.id), await _sent(tx, person.id)
    if not needs_same_day(moment, on, told, today_of(tx.now, person)) or await _stands(tx, person, sent, moment, on):
        return None
    asked = await requests.ask_practitioner(tx, person, About.CLOZAPINE)
    if asked is None:
        return None
    data = {"moment": moment.value, "on": on.isoformat(), "request": asked.request_id}
    await events.add(tx, SENT, person.id, None, data)
    args = {"about": About.CLOZAPINE.value, "sent": asked.request_id, "itself": 1}
    await say.show(tx, person.id, "tell", args, key=f"r{asked.request_id}:itself:{moment}:{on}")
    return asked.request_id


async def take_back(tx: Tx, person: Person, about: tuple[Moment, date] | None = None) -> int:
    """What went by itself (about that change only, where one is named) and nobody opened yet is taken back; how many.

    For a yes that became a no, and for a slip of the finger.
    """
    sent = [one for one in await _sent(tx, person.id) if about is None or _is_about(one, *about)]
    return await requests.take_back(tx, person, among={one.data["request"] for one in sent}) if sent else 0


async def went(tx: Tx, person: Person, moment: Moment, on: date) -> bool:
    """Whether it was told by itself about that change, and not taken back."""
    return await _stands(tx, person, await _sent(tx, person.id), moment, on)


async def is_asked(tx: Tx, person: Person) -> bool:
    """Whether that client answered the question, either way, since they joined."""
    client = await clients.get(tx, person.id)
    said = [one.at for one in await consents.of_person(tx, person.id) if one.item is Item.SAME_DAY]
    return client is not None and any(at >= client.joined_at for at in said)


async def is_to_be_asked(tx: Tx, person: Person) -> bool:
    """Whether the question is for that client: they take such a medicine, somebody is there to be told, and they have
    not answered it."""
    last = last_said(await medicines.of_person(tx, person.id))
    watched = last is not None and last.is_watched
    return watched and not await is_asked(tx, person) and bool(await line_of_client(tx, person))


async def _sent(tx: Tx, person_id: int) -> list[Event]:
    return await events.of_person(tx, person_id, kind=SENT)


def _is_about(event: Event, moment: Moment, on: date) -> bool:
    return (event.data["moment"], event.data["on"]) == (moment.value, on.isoformat())


async def _stands(tx: Tx, person: Person, sent: list[Event], moment: Moment, on: date) -> bool:
    """A change found in their answers was told of too where it was told since it began: it goes on."""
    for one in sent:
        goes_on = moment in FOUND and one.data["moment"] == moment.value and today_of(one.at, person) >= on
        if goes_on or _is_about(one, moment, on):
            request = await kept_requests.get(tx, one.data["request"])
            if request is None or request.taken_back_at is None:
                return True
    return False
