"""A change in how much somebody smokes, as their check-in tells it, for who wants the team told on that day."""

from datetime import date, timedelta

from care import same_day
from care.card_told import tellings
from care.measures_due import change_of
from db import attempts, consents, people
from db.tx import Tx
from programme.card import Card, Ride
from programme.check_in import CheckIn
from programme.medicines import Moment
from programme.people import Person
from programme.prompt import Prompt

_FORTNIGHT = 14  # days since the quit date in which a first smoke-free day is news
_DAY = timedelta(days=1)


async def tell_team(tx: Tx, prompt: Prompt, said: CheckIn) -> None:
    """That check-in of a client's (locked) is answered: whoever agreed to it has the team told of a change.

    Unlike the card about medicines this waits for no easier day: it asks nothing.
    """
    if not (await consents.in_force(tx, prompt.person_id)).same_day:
        return
    person, attempt = await people.get(tx, prompt.person_id), await attempts.current(tx, prompt.person_id)
    if person is None:
        return
    day = attempt.day_number(prompt.local_date) if attempt else None
    ride = Ride(prompt.id, prompt.local_date, day, said)
    change = _stopped(ride) or await change_of(tx, person, ride)
    if change is not None:
        await same_day.tell(tx, person, *change)


async def same_day_due(tx: Tx, person: Person, ride: Ride) -> int | None:  # noqa: ARG001
    """Once, of who named such a medicine and was never asked whether the team may be told by itself."""
    if not await same_day.is_to_be_asked(tx, person):
        return None
    return None if await tellings(tx, person.id, Card.SAME_DAY) else 0


def _stopped(ride: Ride) -> tuple[Moment, date] | None:
    """The quit day, or a smoke-free day soon after it, as one change."""
    if ride.said.smoked is not False or ride.day is None or not 0 <= ride.day <= _FORTNIGHT:
        return None
    return Moment.FIRST_FREE, ride.on - ride.day * _DAY
