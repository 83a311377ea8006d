"""Somebody asked this practitioner to get in touch; it is open until they say that they saw it."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Rows, Screen, does
from bot.screens.names import shown_name
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.reads import zone_of
from bot.screens.tell import request_words
from bot.taps.practice import SEEN, WEEK_OPEN
from bot.texts import Texts, texts_for
from bot.texts.dates import when
from bot.texts.service import escaped
from care.names import names_for
from care.requests import who_asked
from db import clients, people, requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.request import Request


@dataclass(frozen=True, slots=True)
class Facts:
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


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """The request, for whoever is in its line; what somebody took back, or kept on leaving, tells no more than that."""
    found = await requests.get(tx, row.subject_id or 0)
    if found is None or not any(one.practitioner_id == person.id for one in await requests.line_of(tx, [found.id])):
        return None
    asked, whose = await who_asked(tx, found), found.person_id
    name, is_kept = asked.name, found.kept_at is not None
    if name is None and whose is not None and not is_kept:
        name = shown_name(whose, None, texts_for(person.locale))
    theirs = whose is not None and not is_kept and await clients.is_with(tx, whose, person.id)
    first = await people.get(tx, found.practitioner_id) if found.practitioner_id != person.id else None
    by = found.opened_by
    opener = await people.get(tx, by) if by is not None and by != person.id else None
    return Facts(
        request=found,
        name=name,
        now=tx.now,
        zone=zone_of(person),
        label=asked.label,
        client_id=whose if theirs else None,
        covers=first.name if first else None,
        opened_by=opener.name if opener else None,
        called=None if whose is None or is_kept else (await names_for(tx, person)).get(whose),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
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


def _whose(facts: Facts, texts: Texts) -> str | None:
    if facts.covers is not None:
        if facts.label is None:
            return texts("request-cover-nobody", name=facts.covers)
        return texts("request-cover", name=facts.covers, label=facts.label)
    return None if facts.label is None else texts("request-label", label=facts.label)


def _which(facts: Facts, texts: Texts) -> str | None:
    """Who it is of two with one name, where no label says so."""
    if facts.called is None or facts.called == facts.name or (facts.label and facts.label in facts.called):
        return None
    return texts("request-which", name=facts.called)


def _person(facts: Facts, texts: Texts) -> Rows:
    if facts.client_id is None:
        return ()
    label = texts.label("request-open-person", name=facts.called or facts.name or "")
    return ((does(cut(label, LABEL), WEEK_OPEN, facts.client_id),),)
