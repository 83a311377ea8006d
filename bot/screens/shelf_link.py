"""One link of a practitioner's: while it is added, a question at a time; then as it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.screen import Button, Screen, does
from bot.screens.names import called_all
from bot.screens.paged import page_of, pages_of, turning
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.shelf import names_of, whom
from bot.taps.practice import SHELF, SHELF_CALLED, SHELF_DROP, SHELF_FITS, SHELF_FOR, SHELF_NO_NOTE, SHELF_PAGE
from bot.texts import Texts
from bot.texts.dates import dated
from db import clients, links
from db.screens import ScreenRow
from db.tx import Tx
from programme.link import Link
from programme.people import Person

MOST = 20  # people on a page


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` is the question that stands: "title", "note", "whom"; "" for the link as it is.

    `people` are ids and names to pick from, `page` which of them are shown.
    """

    today: date
    link: Link
    names: Mapping[int, str] = field(default_factory=dict)
    view: str = ""
    people: Sequence[tuple[int, str]] = ()
    page: int = 0


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it is now; None where it is not theirs."""
    link = await links.get(tx, row.subject_id or 0, person.id) if person.is_practitioner else None
    if link is None:
        return None
    view = row.args.get("view", "")
    found = await _people(tx, person) if view == "whom" else ()
    return Facts(tx.now.date(), link, await names_of(tx, person, [link]), view, found, row.args.get("page", 0))


async def _people(tx: Tx, person: Person) -> list[tuple[int, str]]:
    theirs = await clients.of_practitioner(tx, person.id)
    return sorted((await called_all(tx, person, [one.person_id for one in theirs])).items())


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question that stands, or the link with what can be done about it."""
    one = facts.link
    match facts.view:
        case "title":
            call = does(cut(texts.label("shelf-title-host", host=one.host), LABEL), SHELF_CALLED, one.id)
            return Screen(texts("shelf-title-ask", host=one.host), ((call,),))
        case "note":
            return Screen(texts("shelf-note-ask"), ((does(texts.label("button-skip"), SHELF_NO_NOTE, one.id),),))
        case "whom":
            return _whom(facts, texts)
    return _link(facts, texts)


def _whom(facts: Facts, texts: Texts) -> Screen:
    every = does(texts.label("shelf-whom-all"), SHELF_FOR, (facts.link.id, None))
    pages = pages_of(facts.people, MOST)
    found = page_of(pages, facts.page)
    people = tuple((does(cut(name, LABEL), SHELF_FOR, (facts.link.id, one)),) for one, name in found)
    turn = turning(SHELF_PAGE, facts.page, len(pages))
    return Screen(texts("shelf-whom-ask"), ((every,), *people, *turn))


def _link(facts: Facts, texts: Texts) -> Screen:
    one = facts.link
    added, checked = dated(texts, one.added_on), dated(texts, one.checked_on)
    head = texts("shelf-link", title=one.called, address=one.address)
    note = texts("links-note", words=one.note) if one.note else None
    told = texts("shelf-link-whom", whom=whom(one, facts.names, texts), added=added, checked=checked)
    old = texts("shelf-link-old") if one.is_old(facts.today) else None
    opened = Button(texts.label("shelf-open"), url=one.address)
    fits = does(texts.label("shelf-checked"), SHELF_FITS, one.id)
    drop = does(texts.label("shelf-remove"), SHELF_DROP, one.id)
    back = does(texts.label("button-back"), SHELF)
    return Screen(paragraphs(lines(head, note), lines(told, old)), ((opened,), (fits,), (drop, back)))
