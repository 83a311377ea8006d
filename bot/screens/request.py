"""A client asked the practitioner to get in touch."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.client_list import shown_name
from bot.screens.parts import paragraphs
from bot.screens.reads import zone_of
from bot.texts import Texts, texts_for
from bot.texts.dates import when
from db import people, requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.request import About


@dataclass(frozen=True, slots=True)
class Facts:
    """Who asked, when (UTC) and about what, and when it was opened; `zone` is the practitioner's."""

    name: str
    made_at: datetime
    opened_at: datetime | None
    now: datetime
    zone: str | None
    about: About | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """The request, for the practitioner it was made to."""
    found = await requests.get(tx, row.subject_id or 0)
    if found is None or found.practitioner_id != person.id:
        return None
    client = await people.get(tx, found.person_id)
    if client is None:
        return None
    name = shown_name(client.id, client.name, texts_for(person.locale))
    return Facts(name, found.made_at, found.opened_at, now, zone_of(person), found.about)


def screen(facts: Facts, texts: Texts) -> Screen:
    """It is open until it is said to be seen."""
    key = f"request-{facts.about}" if facts.about else "request"
    asked = texts(key, name=facts.name, when=when(texts, facts.made_at, facts.now, facts.zone))
    if facts.opened_at is None:
        return Screen(asked, ((does(texts.label("request-seen-button"), "seen"),),))
    seen = texts("request-seen", when=when(texts, facts.opened_at, facts.now, facts.zone))
    return Screen(paragraphs(asked, seen))
