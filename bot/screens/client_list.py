"""A practitioner's people, and what they asked that waits to be opened: it stands on every such screen until it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.screen import Rows, Screen, does
from bot.screens.names import shown_name
from bot.screens.paged import page_of, pages_of, turning
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.reads import zone_of
from bot.taps.practice import CLIENTS, INVITE, REQUEST, SHELF, SUMMARY, TAKE_LINK
from bot.texts import Texts
from bot.texts.dates import clock, local, short_day
from care.names import names_for
from care.requests import waiting_for
from db import clients, invites
from db.screens import ScreenRow
from db.tx import Tx
from programme.called import with_mark
from programme.invite import Invite, InviteState
from programme.people import Person
from programme.request import Waiting

MOST = 20  # people on a page: a line and a button each
LINKS = 5  # that nobody joined with yet, the newest
_OPEN = frozenset({InviteState.WAITING, InviteState.OPENED})
ASKED = 5  # buttons of what waits to be opened: the rest move up as these are


@dataclass(frozen=True, slots=True)
class Listed:
    """One person: their id, name (None: none given), the local day they joined."""

    id: int
    name: str | None
    since: date


@dataclass(frozen=True, slots=True)
class Facts:
    """Who joined and has not left; `choosing`: for a summary; `page` is the one that is shown.

    `asked` is what waits to be opened, by the clock of `zone`; `links` are those that nobody has joined with, and `now`
    is for what became of each.
    """

    people: tuple[Listed, ...]
    asked: tuple[Waiting, ...] = ()
    zone: str | None = None
    choosing: bool = False
    page: int = 0
    links: tuple[Invite, ...] = ()
    now: datetime | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Who is with this practitioner now."""
    found = await clients.of_practitioner(tx, person.id)
    names = await names_for(tx, person)
    listed = (
        Listed(one.person_id, names.get(one.person_id), local(one.joined_at, zone_of(person)).date()) for one in found
    )
    choosing, page = bool(row.args.get("choosing")), int(row.args.get("page", 0))
    asked, zone = tuple(await waiting_for(tx, person)), zone_of(person)
    links = () if choosing else tuple(await invites.unused(tx, person.id, LINKS))
    return Facts(tuple(listed), asked, zone, choosing, page, links, tx.now)


def asked_name(one: Waiting, texts: Texts) -> str:
    """Who asked, with what stands on their invitation, or tells them apart: "Sam (S.P.)"; or that they have left."""
    whose = one.request.person_id
    unnamed = texts.label("somebody") if whose is None else shown_name(whose, one.name, texts)
    name = one.name or unnamed
    if one.request.kept_at is not None:
        return texts.label("asked-left", name=name)
    return with_mark(name, one.label if one.label != name else None)


def asked_lines(found: Sequence[Waiting], zone: str | None, texts: Texts) -> Iterator[str]:
    """The heading with its number, and a line each: who, when and about what."""
    if found:
        yield texts("summary-asked", count=len(found))
    for one in found:
        yield texts("weekly-asked-line", name=asked_name(one, texts), when=asked_when(one, zone, texts))


def asked_when(one: Waiting, zone: str | None, texts: Texts) -> str:
    """When, and about what."""
    at = local(one.request.made_at, zone)
    when = f"{short_day(texts, at.date())} {clock(at)}"
    if one.request.about is None:
        return when
    about = texts.label(f"asked-{one.request.about}")
    return f"{when}, {about}"


def asked_buttons(found: Sequence[Waiting], texts: Texts) -> Rows:
    """Each opens the request, with a way to its client."""
    named = ((texts.label("request-open-one", name=asked_name(one, texts)), one.request.id) for one in found[:ASKED])
    return tuple((does(cut(label, LABEL), REQUEST, request_id),) for label, request_id in named)


def _link_lines(facts: Facts, texts: Texts) -> Iterator[str]:
    """A line for each link that nobody has joined with, and what became of it: never why."""
    if facts.links:
        yield texts("client-links")
    for one in facts.links:
        yield texts(f"client-link-{one.state(facts.now or one.made_at)}", label=_link_label(one, facts, texts))


def _link_label(one: Invite, facts: Facts, texts: Texts) -> str:
    made = short_day(texts, local(one.made_at, facts.zone).date())
    return one.label or texts.label("client-link-unnamed", day=made)


def _link_buttons(facts: Facts, texts: Texts) -> Rows:
    """Each that somebody may still join with can be taken back."""
    open_ = (one for one in facts.links if one.state(facts.now or one.made_at) in _OPEN)
    named = ((texts.label("client-link-take-back", label=_link_label(one, facts, texts)), one.id) for one in open_)
    return tuple((does(cut(label, LABEL), TAKE_LINK, invite_id),) for label, invite_id in named)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line a person, and a button that opens their week; then the links that nobody has joined with."""
    invite = (does(texts.label("practitioner-invite"), INVITE), does(texts.label("shelf-button"), SHELF))
    asked = asked_buttons(facts.asked, texts)
    heads = [*asked_lines(facts.asked, facts.zone, texts)]
    if not facts.people:
        words = paragraphs(lines(*heads), texts("client-list-empty"), lines(*_link_lines(facts, texts)))
        return Screen(words, (*asked, *_link_buttons(facts, texts), invite))
    pages = pages_of(facts.people, MOST)
    people = page_of(pages, facts.page)
    turn = turning(CLIENTS, facts.page, len(pages))
    names = {one.id: shown_name(one.id, one.name, texts) for one in people}
    buttons = tuple((does(cut(names[one.id], LABEL), SUMMARY, one.id),) for one in people)
    if facts.choosing:
        return Screen(paragraphs(lines(*heads), texts("summary-choose")), (*asked, *buttons, *turn))
    listed = (texts("client-list-line", name=names[one.id], day=short_day(texts, one.since)) for one in people)
    words = paragraphs(lines(*heads), lines(texts("client-list"), *listed), lines(*_link_lines(facts, texts)))
    return Screen(words, (*asked, *buttons, *turn, *_link_buttons(facts, texts), invite))
