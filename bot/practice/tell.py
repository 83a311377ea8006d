"""Telling the practitioner: the very words that go, everybody in line for them with their hours, and then a yes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.kit.parts import lines, not_now, paragraphs
from bot.kit.people import either, shown_name, zone_of
from bot.kit.screen import Button, Screen, does
from bot.kit.taps import OPEN_MINE
from bot.practice.taps import TELL_SEND
from bot.texts import Texts, texts_for
from bot.texts.dates import by, hours_words, local, place, when
from care.people.accounts import name_of
from care.practice.requests import first_of, own_request, promised, same_waiting
from care.practice.route import Receiver, receivers_of_client
from care.safety.cards import card_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.practice.requests import Hours, Request, RequestTopic
from programme.schedule.slots import is_quiet, quiet_end_after


@dataclass(frozen=True, slots=True)
class OfLine:
    """Somebody in line. `zone` is None where their clock shows the same as the client's."""

    name: str
    hours: Hours
    is_reachable: bool = True
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class TellFacts:
    """`name` is what the client is called, `call` the number of their card.

    `line`: who gets it (empty: nobody is there), `place` whose turn it is; `opens_at` is when they look first, `due_at`
    until when they are to have opened it (UTC). `request`: it was sent, on this screen where it is `sent`, and opened
    since by `opened_by`. `itself`: it went by itself, as they agreed.
    """

    name: str
    line: Sequence[OfLine]
    call: str
    now: datetime
    zone: str
    opens_at: datetime
    due_at: datetime | None
    place: int = 0
    about: RequestTopic | None = None
    from_card: bool = False
    request: Request | None = None
    sent: bool = False
    itself: bool = False
    opened_by: str | None = None


async def tell_facts(tx: Tx, person: Person, row: ScreenRow) -> TellFacts | None:
    """Who would get it now, or has it; None for what there is no such thing to say about."""
    code = row.args.get("about") or None
    if code is not None and code not in set(RequestTopic):
        return None
    about, from_card = RequestTopic(code) if code else None, bool(row.args.get("card"))
    card, line = await card_of(tx, person), await receivers_of_client(tx, person)
    first = first_of(line) if line else None
    sent = await own_request(tx, person, int(row.args.get("sent", 0)))
    if sent is not None and sent.taken_back_at is not None:
        sent = None
    request = sent or await same_waiting(tx, person.id, line, about, from_card=from_card)
    coming = promised(first, tx.now, about, from_card=from_card) if first else None
    return TellFacts(
        name=shown_name(person.id, person.name, texts_for(person.locale)),
        line=[of_line(one, tx.now, zone_of(person)) for one in line],
        call=card.call if about is None else card.medicines,
        now=tx.now,
        zone=zone_of(person),
        opens_at=first.opens_at(tx.now) if first else tx.now,
        due_at=request.due_at if request else coming,
        place=line.index(first) if first else 0,
        about=about,
        from_card=from_card,
        request=request,
        sent=sent is not None,
        itself=sent is not None and bool(row.args.get("itself")),
        opened_by=await name_of(tx, sent.opened_by) if sent is not None else None,
    )


def of_line(one: Receiver, now: datetime, zone: str) -> OfLine:
    """Somebody in line, as a client in that zone reads of them now."""
    other = local(now, one.zone).utcoffset() != local(now, zone).utcoffset()
    return OfLine(
        one.person.name or texts_for(None).label("someone"), one.hours, one.is_reachable, one.zone if other else None
    )


def request_words(texts: Texts, name: str, about: RequestTopic | None, *, from_card: bool) -> str:
    """The words that whoever is in line reads, and that the client reads before sending, as plain text."""
    key = f"request-{about}" if about else "request-card" if from_card else "request"
    return texts.label(key, name=name)


def tell_screen(facts: TellFacts, texts: Texts) -> Screen:
    """What would be passed on; or that it is."""
    if not facts.line:
        return Screen(texts("tell-nobody", call=facts.call), ((_out(facts, texts),),))
    if facts.request is not None:
        return Screen(_sent(facts, facts.request, texts), ((_out(facts, texts),),) if facts.about else ())
    said = request_words(texts, facts.name, facts.about, from_card=facts.from_card)
    words = texts("tell-words", words=said)
    reads = texts("tell-reads", route=either(texts, [one.name for one in facts.line]))
    send = does(texts.label("tell-send"), TELL_SEND)
    body = paragraphs(
        lines(reads, words), lines(*_line(facts, texts)), _today(facts, texts), _before_sending(facts, texts)
    )
    return Screen(body, ((send,), (_out(facts, texts),)))


def _line(facts: TellFacts, texts: Texts) -> Iterator[str]:
    """Everybody in line in order, with their hours."""
    for number, one in enumerate(facts.line):
        hours = _hours(one, texts)
        if number == facts.place and one.is_reachable:
            yield texts("tell-instead" if number else "tell-first", name=one.name, hours=hours)
        elif number == facts.place + 1 and facts.due_at is not None:
            due, before = by(texts, facts.due_at, facts.now, facts.zone), facts.line[facts.place].name
            yield texts("tell-then", name=before, when=due, cover=one.name, hours=hours)
        elif number > facts.place:
            yield texts("tell-after", cover=one.name, hours=hours)
        if not one.is_reachable:
            yield texts("tell-unreachable", name=one.name)


def _hours(one: OfLine, texts: Texts) -> str:
    hours = hours_words(texts, one.hours)
    return texts.label("hours-there", hours=hours, place=place(texts, one.zone)) if one.zone else hours


def _before_sending(facts: TellFacts, texts: Texts) -> str:
    kind = "about" if facts.about else "touch"
    if not facts.line[facts.place].is_reachable:
        return texts(f"tell-back-then-{kind}", call=facts.call)
    if facts.opens_at <= facts.now:
        return texts(f"tell-now-{kind}", call=facts.call)
    return texts(f"tell-before-{kind}", when=by(texts, facts.opens_at, facts.now, facts.zone), call=facts.call)


def _sent(facts: TellFacts, request: Request, texts: Texts) -> str:
    first = facts.line[facts.place]
    if not request.waits:
        return texts("request-opened", practitioner=facts.opened_by or first.name)
    if first.is_reachable:
        key = "tell-sent" if facts.sent else "tell-waiting"
    else:
        key = "tell-sent-kept" if facts.sent else "tell-waiting-kept"
    asked = {} if facts.sent else {"when": when(texts, request.made_at, facts.now, facts.zone)}
    said = texts(key, name=first.name, **asked)
    kind = "about" if facts.about else "touch"
    if facts.opens_at <= facts.now or not first.is_reachable:
        wait = texts(f"tell-sent-now-{kind}", call=facts.call)
    else:
        wait = texts(f"tell-sent-before-{kind}", when=by(texts, facts.opens_at, facts.now, facts.zone), call=facts.call)
    hear = texts("tell-sent-hear", when=_told_by(facts, request.due_at, texts)) if request.due_at else None
    if facts.itself and first.is_reachable:
        said = texts("same-day-went", name=first.name)
    off = texts("same-day-off") if facts.itself else None
    return paragraphs(lines(said, _today(facts, texts)), lines(wait, hear), off)


def _told_by(facts: TellFacts, due_at: datetime, texts: Texts) -> str:
    """What is not from the card is told in the morning, where its moment falls into the night."""
    waits = is_quiet(due_at, facts.zone) and not facts.from_card
    return by(texts, quiet_end_after(due_at, facts.zone) if waits else due_at, facts.now, facts.zone)


def _today(facts: TellFacts, texts: Texts) -> str | None:
    """What cannot wait for them is not left to them."""
    return texts("medicine-same-day") if facts.about is RequestTopic.CLOZAPINE else None


def _out(facts: TellFacts, texts: Texts) -> Button:
    """Back to the medicines it is about; from elsewhere it stands below, and what was there is there."""
    return does(texts.label("button-back"), OPEN_MINE, "medicines") if facts.about else not_now(texts)
