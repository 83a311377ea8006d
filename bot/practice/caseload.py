"""A practitioner's people and links, and how a practitioner comes in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.kit.parts import LABEL, address, cut, lines, page_of, pages_of, paragraphs, turning
from bot.kit.people import shown_name, zone_of
from bot.kit.screen import Rows, Screen, does
from bot.kit.taps import CANCEL
from bot.practice.taps import CLIENTS, INVITE, NO_LABEL, REQUEST, SHELF, SUMMARY, SUMMARY_TIME, TAKE_LINK, TAKE_LINK_YES
from bot.safety import crisis
from bot.texts import Texts, texts_for
from bot.texts.dates import clock, local, short_day, when
from care.people import invites
from care.practice.clients import clients_of, names_for
from care.practice.requests import waiting_for
from care.practice.weekly import summary_plan
from care.safety.cards import card_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.invite import Invite, InviteState
from programme.people.person import Person
from programme.practice.requests import WaitingRequest
from programme.practice.sessions import with_mark
from programme.safety.cards import CrisisCard

MOST = 20  # people on a page: a line and a button each
LINKS = 5  # that nobody joined with yet, the newest
_OPEN = frozenset({InviteState.WAITING, InviteState.OPENED})
ASKED = 5  # buttons of what waits to be opened: the rest move up as these are


@dataclass(frozen=True, slots=True)
class ListedClient:
    """One person: their id, name (None: none given), the local day they joined."""

    id: int
    name: str | None
    since: date


@dataclass(frozen=True, slots=True)
class CaseloadFacts:
    """Who joined and has not left; `choosing`: for a summary; `page` is the one that is shown.

    `asked` is what waits to be opened, by the clock of `zone`; `links` are those that nobody has joined with, and `now`
    is for what became of each.
    """

    people: tuple[ListedClient, ...]
    asked: tuple[WaitingRequest, ...] = ()
    zone: str | None = None
    choosing: bool = False
    page: int = 0
    links: tuple[Invite, ...] = ()
    now: datetime | None = None


async def caseload_facts(tx: Tx, person: Person, row: ScreenRow) -> CaseloadFacts:
    """Who is with this practitioner now."""
    found = await clients_of(tx, person)
    names = await names_for(tx, person)
    listed = (
        ListedClient(one.person_id, names.get(one.person_id), local(one.joined_at, zone_of(person)).date())
        for one in found
    )
    choosing, page = bool(row.args.get("choosing")), int(row.args.get("page", 0))
    asked, zone = tuple(await waiting_for(tx, person)), zone_of(person)
    links = () if choosing else tuple(await invites.unused_of(tx, person, LINKS))
    return CaseloadFacts(tuple(listed), asked, zone, choosing, page, links, tx.now)


def asked_name(one: WaitingRequest, texts: Texts) -> str:
    """Who asked, with what stands on their invitation, or tells them apart: "Sam (S.P.)"; or that they have left."""
    whose = one.request.person_id
    unnamed = texts.label("somebody") if whose is None else shown_name(whose, one.name, texts)
    name = one.name or unnamed
    if one.request.kept_at is not None:
        return texts.label("asked-left", name=name)
    return with_mark(name, one.label if one.label != name else None)


def asked_lines(found: Sequence[WaitingRequest], zone: str | None, texts: Texts) -> Iterator[str]:
    """The heading with its number, and a line each: who, when and about what."""
    if found:
        yield texts("summary-asked", count=len(found))
    for one in found:
        yield texts("weekly-asked-line", name=asked_name(one, texts), when=asked_when(one, zone, texts))


def asked_when(one: WaitingRequest, zone: str | None, texts: Texts) -> str:
    """When, and about what."""
    at = local(one.request.made_at, zone)
    when = f"{short_day(texts, at.date())} {clock(at)}"
    if one.request.about is None:
        return when
    about = texts.label(f"asked-{one.request.about}")
    return f"{when}, {about}"


def asked_buttons(found: Sequence[WaitingRequest], texts: Texts) -> Rows:
    """Each opens the request, with a way to its client."""
    named = ((texts.label("request-open-one", name=asked_name(one, texts)), one.request.id) for one in found[:ASKED])
    return tuple((does(cut(label, LABEL), REQUEST, request_id),) for label, request_id in named)


def _link_lines(facts: CaseloadFacts, texts: Texts) -> Iterator[str]:
    """A line for each link that nobody has joined with, and what became of it: never why."""
    if facts.links:
        yield texts("client-links")
    for one in facts.links:
        yield texts(f"client-link-{one.state(facts.now or one.made_at)}", label=_link_label(one, facts, texts))


def _link_label(one: Invite, facts: CaseloadFacts, texts: Texts) -> str:
    made = short_day(texts, local(one.made_at, facts.zone).date())
    return one.label or texts.label("client-link-unnamed", day=made)


def _link_buttons(facts: CaseloadFacts, texts: Texts) -> Rows:
    """Each that somebody may still join with can be taken back."""
    open_ = (one for one in facts.links if one.state(facts.now or one.made_at) in _OPEN)
    named = ((texts.label("client-link-take-back", label=_link_label(one, facts, texts)), one.id) for one in open_)
    return tuple((does(cut(label, LABEL), TAKE_LINK, invite_id),) for label, invite_id in named)


def caseload_screen(facts: CaseloadFacts, texts: Texts) -> Screen:
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


@dataclass(frozen=True, slots=True)
class AskCodeFacts:
    """The name that the invitation was made for."""

    name: str


async def ask_code_facts(tx: Tx, person: Person, row: ScreenRow) -> AskCodeFacts | None:  # noqa: ARG001
    """The name on the invitation; nothing to ask where it is gone."""
    label = await invites.label_of(tx, int(row.args["invite_id"]))
    return None if label is None else AskCodeFacts(label)


def ask_code_screen(facts: AskCodeFacts, texts: Texts) -> Screen:
    """Asks for them."""
    return Screen(texts("ask-code", name=facts.name))


@dataclass(frozen=True, slots=True)
class AskLabelFacts:
    """Nothing needs to be known to ask."""


async def ask_label_facts(tx: Tx, person: Person, row: ScreenRow) -> AskLabelFacts:  # noqa: ARG001
    """There is nothing to look up."""
    return AskLabelFacts()


def ask_label_screen(facts: AskLabelFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """Initials are enough; or none."""
    buttons = (does(texts.label("button-skip"), NO_LABEL), does(texts.label("button-cancel"), CANCEL))
    return Screen(texts("ask-label"), (buttons,))


@dataclass(frozen=True, slots=True)
class InviteLinkFacts:
    """`link` is None once it was shown; `label` whom it is for; `expires_at` UTC; `state` what became of it, `id` its
    number."""

    link: str | None
    label: str | None
    state: InviteState
    expires_at: datetime
    now: datetime
    zone: str | None
    id: int = 0


async def invite_link_facts(tx: Tx, person: Person, row: ScreenRow) -> InviteLinkFacts | None:
    """The link from the token, as long as the token is there; it goes when the message was delivered."""
    found = await invites.link_of(tx, int(row.args["invite_id"]))
    if found is None:
        return None
    invite, link = found[0], address(found[1], row.args.get("token"))
    return InviteLinkFacts(link, invite.label, invite.state(tx.now), invite.expires_at, tx.now, person.zone, invite.id)


def invite_link_screen(facts: InviteLinkFacts, texts: Texts) -> Screen:
    """The link stands alone, so that it can be copied."""
    another = does(texts.label("invite-another"), INVITE)
    if facts.state is InviteState.USED:
        return Screen(texts("invite-gone-used"), ((another,),))
    if facts.state is InviteState.TAKEN_BACK:
        return Screen(texts("invite-gone-back"), ((another,),))
    take = does(texts.label("invite-take-back"), TAKE_LINK, facts.id)
    ways = ((another, take),) if facts.state in _OPEN else ((another,),)
    if facts.link is None:
        return Screen(texts("invite-gone"), ways)
    until = when(texts, facts.expires_at, facts.now, facts.zone)
    if facts.label:
        top = texts("invite-link", label=facts.label, when=until, link=facts.link)
    else:
        top = texts("invite-link-nobody", when=until, link=facts.link)
    return Screen(paragraphs(top, texts("invite-words")), ways)


@dataclass(frozen=True, slots=True)
class TakeLinkFacts:
    """What the link is called, and what became of it."""

    label: str
    state: InviteState


async def take_link_facts(tx: Tx, person: Person, row: ScreenRow) -> TakeLinkFacts | None:
    """A link of this practitioner's own; nothing to say of another's."""
    invite = await invites.own_invite(tx, person, row.subject_id)
    if invite is None:
        return None
    texts = texts_for(person.locale)
    made = short_day(texts, local(invite.made_at, zone_of(person)).date())
    return TakeLinkFacts(invite.label or texts.label("client-link-unnamed", day=made), invite.state(tx.now))


def take_link_screen(facts: TakeLinkFacts, texts: Texts) -> Screen:
    """Whether to; then that it is done, or why not."""
    back = does(texts.label("button-back"), CLIENTS)
    if facts.state is InviteState.USED:
        return Screen(texts("take-link-used", label=facts.label), ((back,),))
    if facts.state is InviteState.TAKEN_BACK:
        return Screen(texts("take-link-done", label=facts.label), ((back,),))
    key = "take-link-opened" if facts.state is InviteState.OPENED else "take-link"
    yes = does(texts.label("take-link-yes"), TAKE_LINK_YES)
    return Screen(texts(key, label=facts.label), ((yes, back),))


@dataclass(frozen=True, slots=True)
class PractitionerReadyFacts:
    """What they are called, and when the next weekly summary comes (UTC; None: none is wanted).

    `card` says whether their nation is known: it is the one of whoever opens their links, until those choose.
    """

    name: str
    now: datetime
    zone: str
    card: CrisisCard
    next_at: datetime | None = None


async def practitioner_ready_facts(tx: Tx, person: Person, row: ScreenRow) -> PractitionerReadyFacts:  # noqa: ARG001
    """Their name and their plan."""
    plan = await summary_plan(tx, person.id)
    name = person.name or texts_for(person.locale).label("someone")
    return PractitionerReadyFacts(
        name, tx.now, zone_of(person), await card_of(tx, person), plan.next_due_at if plan else None
    )


def practitioner_ready_screen(facts: PractitionerReadyFacts, texts: Texts) -> Screen:
    """The three commands, that nothing is watched live, and when the summary comes by itself."""
    invite = does(texts.label("practitioner-invite"), INVITE)
    change = does(texts.label("summary-time-change"), SUMMARY_TIME)
    comes = texts("summary-time-none")
    if facts.next_at is not None:
        comes = texts("summary-time-next", when=when(texts, facts.next_at, facts.now, facts.zone))
    nation = texts("nation-which-clients") if crisis.nation_is_asked(facts.card) else None
    return Screen(
        paragraphs(texts("practitioner-ready", name=facts.name), comes, nation),
        ((invite,), (change,), *crisis.while_nation_asked(facts.card, texts)),
    )
