"""A session as it is asked about: in a message of its own, or as a card that rides inside the evening's check-in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.screen import Button, does
from bot.screens.parts import lines
from bot.taps.practice import NOTE_ASK
from bot.taps.quitting import QUIT_DATE
from bot.texts import Texts
from bot.texts.dates import clock, local
from care.riding import session_in
from db import attempts, clients, prompts, sessions
from db.tx import Tx
from programme.people import Person
from programme.plan import SESSION_AFTER, SESSION_BEFORE
from programme.session import Note

NOTES = {SESSION_BEFORE: Note.BRING, SESSION_AFTER: Note.AGREED}


@dataclass(frozen=True, slots=True)
class Card:
    """What is asked about the session of the local date `on`; `at` is when it is (UTC), where that is known.

    `first`: it was their first here, and they never had a quit date: a good time to think about one (FIELD.md 5.3).
    """

    note: Note
    on: date
    at: datetime | None = None
    practitioner: str | None = None
    first: bool = False


async def card_of(tx: Tx, person: Person, kind: str, asked_on: date, practitioner: str | None) -> Card:
    """The card of that kind of prompt about a session, asked on that local date."""
    note = NOTES[kind]
    on = asked_on + timedelta(days=1) if note is Note.BRING else asked_on
    at = await sessions.last(tx, person.id)
    known = at is not None and local(at, person.zone).date() == on
    first = note is Note.AGREED and await _is_first(tx, person, on)
    return Card(note, on, at if known else None, practitioner, first)


async def _is_first(tx: Tx, person: Person, on: date) -> bool:
    client = await clients.get(tx, person.id)
    if client is None or await attempts.of_person(tx, person.id):
        return False
    after = await prompts.of_person(tx, person.id, client.joined_at, kind=SESSION_AFTER)
    return all(one.local_date >= on for one in after)


async def riding(tx: Tx, person: Person, on: date, since: datetime, practitioner: str | None) -> Card | None:
    """The card that rides inside that local day's check-in, where a message of its own was, or will be, left out."""
    kind = await session_in(tx, person.id, on, since)
    return None if kind is None else await card_of(tx, person, kind, on, practitioner)


def question(card: Card, zone: str | None, texts: Texts) -> str:
    """Anything to bring? Or: what did you agree?"""
    who = card.practitioner or texts.label("someone")
    if card.note is Note.AGREED:
        agreed = texts("session-card-agreed", practitioner=who)
        return lines(agreed, texts("session-card-first")) if card.first else agreed
    if card.at is None:
        return texts("session-card-bring", practitioner=who)
    return texts("session-card-bring-at", practitioner=who, time=clock(local(card.at, zone)))


def think_of_a_date(card: Card, texts: Texts) -> tuple[Button, ...]:
    """A quit date, for who would like to think about one."""
    return (does(texts.label("more-quit-date"), QUIT_DATE),) if card.first else ()


def write(card: Card, texts: Texts, key: str = "session-note-write") -> Button:
    """Asks for words, below."""
    return does(texts.label(key), NOTE_ASK, (card.note, card.on))
