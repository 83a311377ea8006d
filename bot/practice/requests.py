"""A request to get in touch, as each side sees it, and who covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.kit.parts import LABEL, cut, lines, page_of, pages_of, paragraphs, turning
from bot.kit.people import shown_name, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW
from bot.practice.taps import COVER_END, ROUTE_BACK, ROUTE_COVER, ROUTE_HOURS, ROUTE_PICK, SEEN, WEEK_OPEN
from bot.practice.tell import request_words
from bot.texts import Texts, texts_for
from bot.texts.dates import hours_words, when
from bot.texts.service import escaped
from care.people.accounts import name_of, names_of
from care.practice.clients import names_for
from care.practice.requests import own_request, request_for, told_in_turn
from care.practice.route import colleagues_of, covers_for, receivers_of
from care.quitting.readings import FollowUpEnd, follow_up_ended_by
from care.safety.cards import card_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.practice.requests import OFFICE, Hours, Request
from programme.schedule.slots import is_quiet


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """`name` is who asked (None: nobody knows any more), `label` what stands on their invitation, and `called` what the
    practitioner reads for them, where that is more than their name.

    `client_id`: they are this practitioner's, and their page opens. `covers`: for whom it came here. `opened_by`: who
    opened it, where that was a colleague. `zone` is the practitioner's.
    """

    request: Request
    name: str | None
    now: datetime
    zone: str | None
    label: str | None = None
    client_id: int | None = None
    covers: str | None = None
    opened_by: str | None = None
    called: str | None = None


async def request_facts(tx: Tx, person: Person, row: ScreenRow) -> RequestFacts | None:
    """The request, for whoever is in its line; what somebody took back, or kept on leaving, tells no more than that."""
    read = await request_for(tx, person, row.subject_id)
    if read is None:
        return None
    asked, found = read.asked, read.asked.request
    whose, name, is_kept = found.person_id, asked.name, found.kept_at is not None
    if name is None and whose is not None and not is_kept:
        name = shown_name(whose, None, texts_for(person.locale))
    return RequestFacts(
        request=found,
        name=name,
        now=tx.now,
        zone=zone_of(person),
        label=asked.label,
        client_id=whose if read.is_theirs else None,
        covers=read.first,
        opened_by=read.opener,
        called=None if whose is None or is_kept else (await names_for(tx, person)).get(whose),
    )


def request_screen(facts: RequestFacts, texts: Texts) -> Screen:
    """The client's words, when, and whom to look for; then what became of it."""
    asked, at = facts.request, when(texts, facts.request.made_at, facts.now, facts.zone)
    if asked.taken_back_at is not None:
        gone = when(texts, asked.taken_back_at, facts.now, facts.zone)
        if facts.name is None:
            return Screen(texts("request-back-nobody", when=gone))
        return Screen(texts("request-back", name=facts.called or facts.name, when=gone))
    if asked.kept_at is not None:
        named = facts.name is not None
        said = texts("request-left", name=facts.name or "", when=at) if named else texts("request-left-nobody", when=at)
    else:
        words = request_words(texts, facts.name or texts.label("somebody"), asked.about, from_card=asked.from_card)
        said = lines(escaped(words), texts("request-sent", when=at), _whose(facts, texts), _which(facts, texts))
    if asked.opened_at is None:
        seen = does(texts.label("request-seen-button"), SEEN)
        return Screen(lines(said, texts("request-told")), ((seen,), *_person(facts, texts)))
    opened = when(texts, asked.opened_at, facts.now, facts.zone)
    by = facts.opened_by
    said_seen = texts("request-seen", when=opened) if by is None else texts("request-seen-by", name=by, when=opened)
    return Screen(paragraphs(said, said_seen), _person(facts, texts))


def _whose(facts: RequestFacts, texts: Texts) -> str | None:
    if facts.covers is not None:
        if facts.label is None:
            return texts("request-cover-nobody", name=facts.covers)
        return texts("request-cover", name=facts.covers, label=facts.label)
    return None if facts.label is None else texts("request-label", label=facts.label)


def _which(facts: RequestFacts, texts: Texts) -> str | None:
    """Who it is of two with one name, where no label says so."""
    if facts.called is None or facts.called == facts.name or (facts.label and facts.label in facts.called):
        return None
    return texts("request-which", name=facts.called)


def _person(facts: RequestFacts, texts: Texts) -> Rows:
    if facts.client_id is None:
        return ()
    label = texts.label("request-open-person", name=facts.called or facts.name or "")
    return ((does(cut(label, LABEL), WEEK_OPEN, facts.client_id),),)


@dataclass(frozen=True, slots=True)
class RequestLateFacts:
    """`had`: the one who had it (None: nobody, or several), `has` the one who has it now too. `call`: whom to call.

    `is_night`: it comes without sound.
    """

    call: str
    had: str | None = None
    has: str | None = None
    is_night: bool = False


async def request_late_facts(tx: Tx, person: Person, row: ScreenRow) -> RequestLateFacts | None:
    """As it stands when it is sent; nothing to say once it was opened, or taken back."""
    if await follow_up_ended_by(tx, person.id) is FollowUpEnd.DIED:
        return None
    found = await own_request(tx, person, row.subject_id)
    if found is None or not found.waits:
        return None
    told, known = await told_in_turn(tx, found)
    names = [known[one.practitioner_id] for one in told if one.practitioner_id in known]
    passed = bool(told) and told[-1].told_at != found.made_at and found.due_at is not None
    had, has = (names[:-1], names[-1]) if passed and names else (names, None)
    card = await card_of(tx, person)
    call = card.call if found.about is None else card.medicines
    return RequestLateFacts(call, had[0] if len(had) == 1 else None, has, is_quiet(tx.now, zone_of(person)))


def request_late_screen(facts: RequestLateFacts, texts: Texts) -> Screen:
    """Not to wait for them, and whom to call."""
    if facts.had is None:
        late = texts("request-late-nobody", call=facts.call)
    else:
        late = texts("request-late", name=facts.had, call=facts.call)
    has = texts("request-late-passed", name=facts.has) if facts.has else None
    talk = does(texts.label("very-low-talk"), OPEN_BELOW, "crisis")
    return Screen(lines(late, has), ((talk,),), silent=facts.is_night)


@dataclass(frozen=True, slots=True)
class RequestOpenedFacts:
    """Who opened it."""

    practitioner: str


async def request_opened_facts(tx: Tx, person: Person, row: ScreenRow) -> RequestOpenedFacts | None:
    """Whoever opened it, whether or not the client has left meanwhile: they asked for it."""
    if await follow_up_ended_by(tx, person.id) is FollowUpEnd.DIED:
        return None
    found = await own_request(tx, person, row.subject_id)
    if found is None or found.opened_at is None:
        return None
    opener = await name_of(tx, found.opened_by or found.practitioner_id)
    return RequestOpenedFacts(opener or texts_for(person.locale).label("someone"))


def request_opened_screen(facts: RequestOpenedFacts, texts: Texts) -> Screen:
    """That it was opened; not when they will answer, which nobody here knows."""
    return Screen(texts("request-opened", practitioner=facts.practitioner))


MOST = 10  # colleagues on a page
EXAMPLES = "Mon-Fri 9-17"


@dataclass(frozen=True, slots=True)
class RouteFacts:
    """Their `hours`, and who covers with theirs; `view`: "", "hours" (to be typed) or "cover" (to be picked).

    `others` are who could cover: id and name.
    """

    hours: Hours
    covers: Sequence[tuple[str, Hours]] = ()
    view: str = ""
    others: Sequence[tuple[int, str]] = ()
    page: int = 0


async def route_facts(tx: Tx, person: Person, row: ScreenRow) -> RouteFacts | None:
    """As it stands, for a practitioner."""
    if not person.is_practitioner:
        return None
    line, view = await receivers_of(tx, person.id), str(row.args.get("view", ""))
    others: list[tuple[int, str]] = []
    if view == "cover":
        found = ((one, name) for one, name in (await colleagues_of(tx, person)).items() if name)
        others = sorted(found, key=lambda one: (one[1].casefold(), one[0]))
    covers = [(one.person.name or "", one.hours) for one in line[1:]]
    return RouteFacts(line[0].hours if line else OFFICE, covers, view, others, int(row.args.get("page", 0)))


def route_screen(facts: RouteFacts, texts: Texts) -> Screen:
    """As it stands and how to change it, or what to type or pick."""
    if facts.view == "hours":
        return Screen(texts("route-ask", example=EXAMPLES), ((_back(texts),),))
    if facts.view == "cover":
        return _pick(facts, texts)
    you = texts("route-you", hours=hours_words(texts, facts.hours))
    covers = [texts("route-cover", cover=name, hours=hours_words(texts, hours)) for name, hours in facts.covers]
    body = lines(texts("route-settings"), you, *(covers or [texts("route-no-cover")]))
    change = (
        does(texts.label("route-hours-button"), ROUTE_HOURS),
        does(texts.label("route-cover-button"), ROUTE_PICK),
    )
    return Screen(paragraphs(body, texts("route-promise")), (change,))


def _pick(facts: RouteFacts, texts: Texts) -> Screen:
    if not facts.others:
        return Screen(texts("route-nobody-here"), ((_back(texts),),))
    pages = pages_of(facts.others, MOST)
    each = ((does(cut(name, LABEL), ROUTE_COVER, one),) for one, name in page_of(pages, facts.page))
    turn = turning(ROUTE_PICK, facts.page, len(pages))
    none = does(texts.label("route-cover-none"), ROUTE_COVER, 0)
    return Screen(texts("route-pick"), (*each, *turn, (none,), (_back(texts),)))


def _back(texts: Texts) -> Button:
    return does(texts.label("button-back"), ROUTE_BACK)


@dataclass(frozen=True, slots=True)
class CoverFacts:
    """The other one's `name`; `ended`: this is said to who was covered for. `holds`: it is so now."""

    name: str
    holds: bool = False
    ended: bool = False


async def cover_facts(tx: Tx, person: Person, row: ScreenRow) -> CoverFacts | None:
    """As it stands between the two; nothing to say of somebody who is gone."""
    other = row.subject_id or 0
    known = await names_of(tx, [other])
    if other not in known:
        return None
    name = known[other] or texts_for(person.locale).label("someone")
    if row.name == "cover_ended":
        return CoverFacts(name, ended=True)
    return CoverFacts(name, holds=await covers_for(tx, person, other))


def cover_screen(facts: CoverFacts, texts: Texts) -> Screen:
    """What it means, and a way to say no."""
    if facts.ended:
        return Screen(texts("cover-ended", name=facts.name))
    if not facts.holds:
        return Screen(texts("cover-over", name=facts.name))
    return Screen(texts("cover", name=facts.name), ((does(texts.label("cover-end"), COVER_END),),))
