"""/next: what comes by itself in seven days, each with its day and time; a tap on one opens it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens import next_slot
from bot.screens.ask_summary_time import name_of
from bot.screens.client_list import shown_name
from bot.screens.next_slot import Opened, code_of, kind_label, read_code
from bot.screens.parts import go, lines, paragraphs, rows
from bot.screens.pause import until_line
from bot.screens.reads import zone_of
from bot.texts import Texts, texts_for
from bot.texts.dates import clock, local, short_day
from care.ahead_of import coming_of
from care.coming import Coming, coming
from db import pauses, people
from db.screens import ScreenRow
from db.tx import Tx
from programme.pause import Pause
from programme.people import Person
from programme.plan import CHECK_IN


@dataclass(frozen=True, slots=True)
class Facts:
    """`names` are of whom something is about, by id. `client`: has a break to take; `pause` is the one that holds.

    `opened` is the line that was tapped open. `of` is the client whom a practitioner looks at, and `of_id` their id.
    """

    now: datetime
    zone: str
    coming: Sequence[Coming]
    names: Mapping[int, str | None] = field(default_factory=dict)
    client: bool = False
    pause: Pause | None = None
    opened: Opened | None = None
    of: str | None = None
    of_id: int | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """All that is planned for this person, whatever they are; or for their client, as far as that is shared."""
    if row.subject_id is not None:
        return await _of_client(tx, now, person, row.subject_id)
    found = await coming(tx, now, person)
    known = await people.get_many(tx, {one.about_id for one in found if one.about_id is not None})
    held = await pauses.running(tx, now, [person.id]) if person.is_client else {}
    names = {one.id: one.name for one in known.values()}
    which = read_code(str(row.args.get("slot", "")))
    one = next((one for one in found if one.which is not None and one.which == which), None)
    opened = await next_slot.opened(tx, now, person, one, found, row.args) if one else None
    return Facts(now, zone_of(person), found, names, person.is_client, held.get(person.id), opened)


async def _of_client(tx: Tx, now: datetime, practitioner: Person, client_id: int) -> Facts | None:
    seen = await coming_of(tx, now, practitioner, client_id)
    if seen is None:
        return None
    name = shown_name(seen.client.id, seen.client.name, texts_for(practitioner.locale))
    return Facts(now, zone_of(seen.client), seen.coming, pause=seen.pause, of=name, of_id=client_id)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line for each, in order; or the one that was opened."""
    if facts.opened is not None:
        return next_slot.screen(facts.opened, line_of(facts.opened.one, facts, texts), texts)
    words = [line_of(one, facts, texts) for one in facts.coming]
    head = texts("next-of", name=facts.of) if facts.of else texts("next")
    remind = texts("next-reminder") if any(one.kind == CHECK_IN for one in facts.coming) else None
    listed = lines(head, *words) if words else texts("next-none-of", name=facts.of) if facts.of else texts("next-none")
    return Screen(paragraphs(_paused(facts, texts), listed, remind), tuple(_buttons(facts, texts)))


def line_of(one: Coming, facts: Facts, texts: Texts) -> str:
    """The day, the time or between when, and what; struck out where it was left out."""
    at = local(one.at, facts.zone)
    name = facts.names.get(one.about_id) if one.about_id is not None else None
    what = texts.label(f"next-{one.kind}-for", name=name) if name else kind_label(one, texts)
    told = clock(at)
    if one.until is not None:
        told = texts.label("next-between", to=clock(local(one.until, facts.zone)), **{"from": clock(at)})
    line = texts("next-line", day=short_day(texts, at.date()), time=told, what=what)
    if one.skipped:
        return f"<s>{line}</s>"
    return f"{line} {texts('next-moved')}" if one.moved else line


def _paused(facts: Facts, texts: Texts) -> str | None:
    if facts.pause is None:
        return None
    if facts.of:
        return texts("summary-paused")
    return until_line(facts.pause, facts.now, facts.zone, texts)


def _buttons(facts: Facts, texts: Texts) -> Iterator[tuple[Button, ...]]:
    if facts.of_id is not None:
        yield (does(texts.label("button-back"), "summary", facts.of_id),)
        return
    yield from rows((_opens(one, facts, texts) for one in facts.coming if one.which is not None), 3)
    if facts.client:
        yield (go(texts, "next-how-often", "how_often"), go(texts, "next-pause", "pause"))
        yield (does(texts.label("settings-travel"), "travel"),)


def _opens(one: Coming, facts: Facts, texts: Texts) -> Button:
    at = local(one.at, facts.zone)
    assert one.which is not None, "what was put off is not opened"
    return does(f"{name_of(texts, at.weekday(), 'EEE')} {clock(at)}", "slot", code_of(one.which))
