"""What was agreed in a session, in the client's own words, echoed in their check-ins (FIELD 4.3)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from db import attempts, events, session_notes, sessions
from db.tx import Tx
from programme.card import Ride
from programme.check_in import CheckIn
from programme.events.practice import AgreementHidden
from programme.people import Person
from programme.places import HOME
from programme.prompt import Prompt
from programme.session import SessionNote

ECHOED_FOR: Final = timedelta(weeks=4)  # where no next session is known: what is older is none to repeat


async def agreed(tx: Tx, person: Person, prompt: Prompt, said: CheckIn) -> Sequence[SessionNote]:
    """What that client wrote down of their last session, until the next one, or until they put it away.

    Nothing on a hard day, when it would read as one more thing not done.
    """
    found = await session_notes.agreed_last(tx, person.id, prompt.local_date - ECHOED_FOR)
    if not found or await _is_hard(tx, prompt, said):
        return ()
    on = found[-1].session_on
    hidden = {one.event.session_on for one in await events.of_person(tx, person.id, kind=AgreementHidden)}
    is_over = on in hidden or on > prompt.local_date or await _came_another(tx, person, on)
    return () if is_over else found


async def _is_hard(tx: Tx, prompt: Prompt, said: CheckIn) -> bool:
    attempt = await attempts.current(tx, prompt.person_id)
    day = attempt.day_number(prompt.local_date) if attempt else None
    return Ride(prompt.id, prompt.local_date, day, said).is_hard


async def _came_another(tx: Tx, person: Person, session_on: date) -> bool:
    last = await sessions.last(tx, person.id)
    return (
        last is not None and last <= tx.now and last.astimezone(ZoneInfo(person.zone or HOME.zone)).date() > session_on
    )


async def hide(tx: Tx, person: Person, session_on: date) -> None:
    """That client (locked) does not want to read it any more; it stays kept."""
    await events.add(tx, person.id, AgreementHidden(session_on), actor=person.id)
