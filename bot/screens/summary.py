"""A client's week for their practitioner: a dozen narrow lines, counts alone, read in seconds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.client_list import shown_name
from bot.screens.parts import EXCERPT, LABEL, cut, lines
from bot.screens.reads import zone_of
from bot.texts import Texts, texts_for
from bot.texts.dates import clock, local, short_day
from care.week import week_of
from db import clients, pauses, people
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.summary import Week

MOST = 3  # of what helped, hard moments and shared words: the rest is for the session


@dataclass(frozen=True, slots=True)
class Facts:
    """`week` is None where it is not shown, and `name` empty where they are nobody's of this practitioner.

    `paused`: they take a break now.
    """

    name: str
    week: Week | None
    zone: str
    paused: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """Whether it may be seen is asked each time it is shown."""
    client = await clients.get(tx, row.subject_id or 0)
    if client is None or client.practitioner_id != person.id or client.left_at is not None:
        return Facts("", None, zone_of(person))
    known = await people.get(tx, client.person_id)
    name = shown_name(client.person_id, known.name if known else None, texts_for(person.locale))
    paused = bool(await pauses.running(tx, now, [client.person_id]))
    return Facts(name, await week_of(tx, now, person, client.person_id), zone_of(person), paused)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The week in a fixed width, or that it is not shared."""
    others = ((does(texts.label("summary-all"), "clients"),),)
    if facts.week is None:
        key = "summary-not-shared" if facts.name else "summary-closed"
        args = {"name": facts.name} if facts.name else {}
        return Screen(texts(key, **args), others)
    week = facts.week
    head = texts("summary-head", name=facts.name, day=short_day(texts, week.last))
    body = lines(head, texts("summary-told"), "", *_asked(facts, week, texts))
    return Screen(f"<pre>{lines(body, *_counts(facts, week, texts), *_own(week, texts))}</pre>", others)


def _asked(facts: Facts, week: Week, texts: Texts) -> Iterator[str]:
    if week.requests:
        yield texts("summary-asked", count=len(week.requests))
        for request in week.requests:
            at = local(request.made_at, facts.zone)
            yield texts("summary-asked-line", when=f"{short_day(texts, at.date())} {clock(at)}")


def _counts(facts: Facts, week: Week, texts: Texts) -> Iterator[str]:
    if facts.paused:
        yield texts("summary-paused")
    replied = texts("summary-replied", replied=week.replied, asked=week.asked)
    missed = texts("summary-missed", missed=week.missed_by_us) if week.missed_by_us else ""
    yield f"{replied} {missed}".strip()
    if week.cannot_reach:
        yield texts("summary-cannot-reach", count=week.cannot_reach)
    if week.is_quiet and not facts.paused:
        yield _quiet(week, texts)
    if week.smoked.of:
        yield texts("summary-smoked", smoked=week.smoked.count, days=week.smoked.of)
    if week.urge_first is not None and week.urge_last is not None:
        yield texts("summary-urge", first=week.urge_first, last=week.urge_last)
    if week.low.of:
        yield _mood(week, texts)
    if week.very_low:
        yield texts("summary-very-low", count=week.very_low)
    if week.hard_days:
        yield texts("summary-hard-days", count=week.hard_days)


def _quiet(week: Week, texts: Texts) -> str:
    if week.last_reply is not None:
        return texts("summary-quiet-since", day=short_day(texts, week.last_reply))
    return texts("summary-quiet-new", day=short_day(texts, week.joined)) if week.is_new else texts("summary-quiet")


def _mood(week: Week, texts: Texts) -> str:
    low = texts("summary-mood", low=week.low.count, days=week.low.of)
    if not week.low_before.of:
        return low
    return f"{low} {texts('summary-before', low=week.low_before.count, days=week.low_before.of)}"


def _own(week: Week, texts: Texts) -> Iterator[str]:
    for one in week.helped[:MOST]:
        words = cut(one.words, LABEL)
        yield texts("summary-helped", words=words, count=one.share.count, times=one.share.of)
    for moment, count in week.moments[:MOST]:
        yield texts("summary-hard", moment=texts.label(f"moment-{moment}"), count=count)
    for shared in week.words[-MOST:]:
        yield texts("summary-brings", day=short_day(texts, shared.day), words=cut(shared.words, EXCERPT))
