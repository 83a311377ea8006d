"""A session as it is asked about: in a message of its own, or as a card that rides inside the evening's check-in."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.screen import Button, does
from bot.texts import Texts
from bot.texts.dates import clock, local
from db import prompts, sessions
from db.tx import Tx
from programme.people import Person
from programme.plan import SESSION_AFTER, SESSION_BEFORE
from programme.prompt import Prompt, PromptState
from programme.session import Note

CARD = "card"  # why a prompt of its own was left out
NOTES = {SESSION_BEFORE: Note.BRING, SESSION_AFTER: Note.AGREED}
_LETTERS = {Note.BRING: "b", Note.AGREED: "a"}


@dataclass(frozen=True, slots=True)
class Card:
    """What is asked about the session of the local date `on`; `at` is when it is (UTC), where that is known."""

    note: Note
    on: date
    at: datetime | None = None
    practitioner: str | None = None


async def card_of(tx: Tx, person: Person, prompt: Prompt, practitioner: str | None) -> Card:
    """The card of a prompt about a session."""
    note = NOTES[prompt.kind]
    on = prompt.local_date + timedelta(days=1) if note is Note.BRING else prompt.local_date
    at = await sessions.last(tx, person.id)
    known = at is not None and local(at, person.zone).date() == on
    return Card(note, on, at if known else None, practitioner)


async def riding(tx: Tx, person: Person, on: date, since: datetime, practitioner: str | None) -> Card | None:
    """The card that rides inside that local day's check-in, where a message of its own was left out for it."""
    for prompt in await prompts.of_person(tx, person.id, since):
        left_out = prompt.state is PromptState.SKIPPED and prompt.reason == CARD
        if prompt.kind in NOTES and prompt.local_date == on and left_out:
            return await card_of(tx, person, prompt, practitioner)
    return None


def question(card: Card, zone: str | None, texts: Texts) -> str:
    """Anything to bring? Or: what did you agree?"""
    who = card.practitioner or texts.label("someone")
    if card.note is Note.AGREED:
        return texts("session-card-agreed", practitioner=who)
    if card.at is None:
        return texts("session-card-bring", practitioner=who)
    return texts("session-card-bring-at", practitioner=who, time=clock(local(card.at, zone)))


def write(card: Card, texts: Texts) -> Button:
    """Asks for words, below."""
    return does(texts.label("session-note-write"), "note_ask", f"{_LETTERS[card.note]}{card.on:%Y%m%d}")


def read_write(code: str) -> tuple[Note, date] | None:
    """What such a button says it is about; None for a forged one."""
    notes = {letter: note for note, letter in _LETTERS.items()}
    try:
        return notes[code[:1]], date.fromisoformat(code[1:])
    except (KeyError, ValueError):
        return None
