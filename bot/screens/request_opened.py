"""Somebody has opened what the client asked."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.texts import Texts, texts_for
from care.follow_up import ended_by
from care.readings import Gone
from db import people, requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Who opened it."""

    practitioner: str


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """Whoever opened it, whether or not the client has left meanwhile: they asked for it."""
    if await ended_by(tx, person.id) is Gone.DIED:
        return None
    found = await requests.get(tx, row.subject_id or 0)
    if found is None or found.person_id != person.id or found.opened_at is None:
        return None
    opener = await people.get(tx, found.opened_by or found.practitioner_id)
    return Facts((opener and opener.name) or texts_for(person.locale).label("someone"))


def screen(facts: Facts, texts: Texts) -> Screen:
    """That it was opened; not when they will answer, which nobody here knows."""
    return Screen(texts("request-opened", practitioner=facts.practitioner))
