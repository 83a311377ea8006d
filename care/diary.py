"""What a client wrote down of cigarettes and urges, read for patterns, for what smoking gave them, and by feeling."""

from collections.abc import Sequence

from db import consents, diary
from db.tx import Tx
from programme import diary as entries
from programme.diary import Entry, Felt, Trigger, by_feeling, log_of
from programme.patterns import Log
from programme.people import Person
from programme.places import HOME
from programme.strategies import Function


async def logs_of(tx: Tx, person: Person) -> list[Log]:
    """Every cigarette and urge of theirs whose hour is known, oldest first; none where answers are not kept."""
    logs = [log for log in map(log_of, await _entries(tx, person)) if log is not None]
    return sorted(logs, key=lambda log: log.at.timestamp())


async def usual_function(tx: Tx, person: Person, trigger: Trigger | None = None) -> Function | None:
    """What smoking gave them most often at that trigger, a hard moment or a feeling (None: at any).

    None where they never said of it, or answers are not kept.
    """
    return entries.usual_function(await _entries(tx, person), trigger)


async def felt_of(tx: Tx, person: Person) -> tuple[Felt, ...]:
    """How often they smoked, and had an urge, with each feeling; nothing where answers are not kept."""
    return by_feeling(await _entries(tx, person))


async def _entries(tx: Tx, person: Person) -> Sequence[Entry]:
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return []
    return await diary.of_person(tx, person.id, person.zone or HOME.zone)
