"""Where clients are with smoking, and how that moved: read off what they said and did, and said by them at any time."""

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from care.progress import progress_of
from care.toolkit import keeps_words
from db import events
from db.tx import Tx
from programme.event import Event
from programme.people import Person
from programme.places import HOME
from programme.snap import Mark, Stage, movement, stage_on
from programme.stage_marks import KINDS, SAID, marks


async def say_stage(tx: Tx, person: Person, stage: Stage) -> bool:
    """That client (locked) says where they are, whatever was known before; False where answers are not kept.

    It changes neither a quit date nor what comes: that is picked by itself.
    """
    if not await keeps_words(tx, person):
        return False
    await events.add(tx, SAID, person.id, person.id, {"stage": stage.value})
    return True


async def stage_of(tx: Tx, person: Person) -> Stage | None:
    """Where that client is by now; None where nothing tells it."""
    lived = await progress_of(tx, person)
    return stage_on(_marks(await events.of_kinds(tx, person.id, KINDS), person), lived.known, lived.today)


async def happened_to(tx: Tx, person_ids: Sequence[int]) -> Mapping[int, Sequence[Event]]:
    """What tells of the stages of these people, in one statement."""
    return await events.of_people(tx, person_ids, KINDS)


def moved(
    happened: Sequence[Event], person: Person, known: Mapping[date, bool], first: date, last: date
) -> tuple[Stage, ...]:
    """The stages of that client in these days of theirs; `known` says of a local date whether they smoked."""
    return movement(_marks(happened, person), known, first, last)


def _marks(happened: Sequence[Event], person: Person) -> list[Mark]:
    place = ZoneInfo(person.zone or HOME.zone)
    return marks(happened, lambda at: at.astimezone(place).date())
