"""Links that a practitioner passes on: as their clients see them, the shelf, and one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.kit.own_words import plan_home
from bot.kit.parts import LABEL, cut, lines, page_of, pages_of, paragraphs, turning
from bot.kit.people import called_all, practitioner_name
from bot.kit.screen import Button, Screen, does
from bot.practice.taps import (
    CLIENTS,
    SHELF,
    SHELF_ASK,
    SHELF_BACK,
    SHELF_CALLED,
    SHELF_DROP,
    SHELF_FITS,
    SHELF_FOR,
    SHELF_LINK,
    SHELF_NO_NOTE,
    SHELF_PAGE,
)
from bot.texts import Texts
from bot.texts.dates import dated
from care.practice.clients import clients_of, links_for, links_of, own_link
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.practice.sessions import Link


@dataclass(frozen=True, slots=True)
class LinksFacts:
    """The links that this client may see, and whose they are."""

    practitioner: str | None
    links: Sequence[Link] = ()


async def links_facts(tx: Tx, person: Person, row: ScreenRow) -> LinksFacts:  # noqa: ARG001
    """What is passed on to them now."""
    return LinksFacts(await practitioner_name(tx, person), await links_for(tx, person))


def links_screen(facts: LinksFacts, texts: Texts) -> Screen:
    """A line and a button for each; or that there are none."""
    if facts.practitioner is None:
        return Screen(texts("links-none-nobody"), ((plan_home(texts),),))
    title = texts("links", practitioner=facts.practitioner)
    if not facts.links:
        return Screen(lines(title, texts("links-none", practitioner=facts.practitioner)), ((plan_home(texts),),))
    opens = tuple((Button(cut(one.called, LABEL), url=one.address),) for one in facts.links)
    listed = (_line(one, texts) for one in facts.links)
    return Screen(paragraphs(title, *listed, texts("links-leads")), (*opens, (plan_home(texts),)))


def _line(one: Link, texts: Texts) -> str:
    head = texts("links-line", title=one.called, host=one.host)
    note = texts("links-note", words=one.note) if one.note else None
    return lines(head, note, texts("links-added", day=dated(texts, one.added_on)))


@dataclass(frozen=True, slots=True)
class ShelfFacts:
    """`names` are those of the clients that a link is limited to, by id; `asks`: an address is waited for.

    `off`: the id of the link that was taken off.
    """

    today: date
    links: Sequence[Link] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    asks: bool = False
    off: int = 0


async def shelf_facts(tx: Tx, person: Person, row: ScreenRow) -> ShelfFacts | None:
    """What this practitioner passes on now."""
    if not person.is_practitioner:
        return None
    links = await links_of(tx, person)
    names = await link_for_names(tx, person, links)
    return ShelfFacts(tx.now.date(), links, names, row.args.get("view") == "ask", row.args.get("off", 0))


async def link_for_names(tx: Tx, person: Person, links: Sequence[Link]) -> dict[int, str]:
    """What the clients are called that these links are limited to."""
    return await called_all(tx, person, {one.client_id for one in links if one.client_id is not None})


def link_for_whom(link: Link, names: Mapping[int, str], texts: Texts) -> str:
    """Whom it is for."""
    return texts.label("shelf-all") if link.client_id is None else names.get(link.client_id, "")


def shelf_screen(facts: ShelfFacts, texts: Texts) -> Screen:
    """A line and a button for each; or the question for an address."""
    if facts.asks:
        return Screen(texts("shelf-address-ask"), ((does(texts.label("button-back"), SHELF),),))
    opens = tuple((does(cut(one.called, LABEL), SHELF_LINK, one.id),) for one in facts.links)
    taken = ((does(texts.label("plan-undo"), SHELF_BACK, facts.off),),) if facts.off else ()
    last = (does(texts.label("shelf-add"), SHELF_ASK), does(texts.label("summary-all"), CLIENTS))
    removed = texts("shelf-removed") if facts.off else None
    if not facts.links:
        return Screen(lines(texts("shelf"), removed, texts("shelf-none")), (*taken, last))
    listed = lines(*(_line_shelf(one, facts, texts) for one in facts.links))
    old = texts("shelf-old") if any(one.is_old(facts.today) for one in facts.links) else None
    return Screen(paragraphs(lines(texts("shelf"), removed), listed, old), (*opens, *taken, last))


def _line_shelf(one: Link, facts: ShelfFacts, texts: Texts) -> str:
    key = "shelf-line-old" if one.is_old(facts.today) else "shelf-line"
    said = {"title": one.called, "host": one.host, "whom": link_for_whom(one, facts.names, texts)}
    return texts(key, **said, day=dated(texts, one.checked_on))


MOST = 20  # people on a page


@dataclass(frozen=True, slots=True)
class ShelfLinkFacts:
    """`view` is the question that stands: "title", "note", "whom"; "" for the link as it is.

    `people` are ids and names to pick from, `page` which of them are shown.
    """

    today: date
    link: Link
    names: Mapping[int, str] = field(default_factory=dict)
    view: str = ""
    people: Sequence[tuple[int, str]] = ()
    page: int = 0


async def shelf_link_facts(tx: Tx, person: Person, row: ScreenRow) -> ShelfLinkFacts | None:
    """As it is now; None where it is not theirs."""
    link = await own_link(tx, person, row.subject_id)
    if link is None:
        return None
    view = row.args.get("view", "")
    found = await _people(tx, person) if view == "whom" else ()
    return ShelfLinkFacts(
        tx.now.date(), link, await link_for_names(tx, person, [link]), view, found, row.args.get("page", 0)
    )


async def _people(tx: Tx, person: Person) -> list[tuple[int, str]]:
    theirs = await clients_of(tx, person)
    return sorted((await called_all(tx, person, [one.person_id for one in theirs])).items())


def shelf_link_screen(facts: ShelfLinkFacts, texts: Texts) -> Screen:
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


def _whom(facts: ShelfLinkFacts, texts: Texts) -> Screen:
    every = does(texts.label("shelf-whom-all"), SHELF_FOR, (facts.link.id, None))
    pages = pages_of(facts.people, MOST)
    found = page_of(pages, facts.page)
    people = tuple((does(cut(name, LABEL), SHELF_FOR, (facts.link.id, one)),) for one, name in found)
    turn = turning(SHELF_PAGE, facts.page, len(pages))
    return Screen(texts("shelf-whom-ask"), ((every,), *people, *turn))


def _link(facts: ShelfLinkFacts, texts: Texts) -> Screen:
    one = facts.link
    added, checked = dated(texts, one.added_on), dated(texts, one.checked_on)
    head = texts("shelf-link", title=one.called, address=one.address)
    note = texts("links-note", words=one.note) if one.note else None
    told = texts("shelf-link-whom", whom=link_for_whom(one, facts.names, texts), added=added, checked=checked)
    old = texts("shelf-link-old") if one.is_old(facts.today) else None
    opened = Button(texts.label("shelf-open"), url=one.address)
    fits = does(texts.label("shelf-checked"), SHELF_FITS, one.id)
    drop = does(texts.label("shelf-remove"), SHELF_DROP, one.id)
    back = does(texts.label("button-back"), SHELF)
    return Screen(paragraphs(lines(head, note), lines(told, old)), ((opened,), (fits,), (drop, back)))
