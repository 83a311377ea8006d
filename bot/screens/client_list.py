"""A practitioner's people."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.screen import Screen, does
from bot.screens.paged import page_of, pages_of, turning
from bot.screens.parts import LABEL, cut, lines
from bot.screens.reads import zone_of
from bot.texts import Texts
from bot.texts.dates import local, short_day
from db import clients, people
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

MOST = 20  # people on a page: a line and a button each


@dataclass(frozen=True, slots=True)
class Listed:
    """One person: their id, name (None: none given), the local day they joined."""

    id: int
    name: str | None
    since: date


@dataclass(frozen=True, slots=True)
class Facts:
    """Who joined and has not left; `choosing`: for a summary; `page` is the one that is shown."""

    people: tuple[Listed, ...]
    choosing: bool = False
    page: int = 0


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Who is with this practitioner now."""
    found = await clients.of_practitioner(tx, person.id)
    known = await people.get_many(tx, [one.person_id for one in found])
    listed = (
        Listed(one.person_id, known[one.person_id].name, local(one.joined_at, zone_of(person)).date())
        for one in found
        if one.person_id in known
    )
    return Facts(tuple(listed), choosing=bool(row.args.get("choosing")), page=int(row.args.get("page", 0)))


def shown_name(person_id: int, name: str | None, texts: Texts) -> str:
    """What a person is called where they gave no name."""
    return name or texts.label("client-unnamed", id=person_id)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line a person, and a button that opens their week."""
    invite = (does(texts.label("practitioner-invite"), "invite"), does(texts.label("shelf-button"), "shelf"))
    if not facts.people:
        return Screen(texts("client-list-empty"), (invite,))
    pages = pages_of(facts.people, MOST)
    people = page_of(pages, facts.page)
    turn = turning("clients", facts.page, len(pages))
    names = {one.id: shown_name(one.id, one.name, texts) for one in people}
    buttons = tuple((does(cut(names[one.id], LABEL), "summary", one.id),) for one in people)
    if facts.choosing:
        return Screen(texts("summary-choose"), (*buttons, *turn))
    listed = (texts("client-list-line", name=names[one.id], day=short_day(texts, one.since)) for one in people)
    return Screen(lines(texts("client-list"), *listed), (*buttons, *turn, invite))
