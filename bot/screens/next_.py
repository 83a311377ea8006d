"""/next: what comes by itself in seven days, each with its day and time; a tap on one opens it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.screen import Button, Screen, does
from bot.screens import next_slot
from bot.screens.ask_summary_time import name_of
from bot.screens.client_list import shown_name
from bot.screens.next_slot import Opened, code_of, kind_label
from bot.screens.parts import go, lines, paragraphs, rows
from bot.screens.pause import until_line
from bot.screens.reads import zone_of
from bot.texts import Texts, texts_for
from bot.texts.dates import clock, local, short_day, weekday
from care.ahead_of import coming_of
from care.coming import Coming, coming
from db import pauses, people
from db.screens import ScreenRow
from db.tx import Tx
from programme.pause import Pause
from programme.people import Person
from programme.plan import CHECK_IN
from programme.prompt import CAP, CARD, QUIET, WORDS

AHEAD = timedelta(days=2)  # dates that are known; what comes after is expected


@dataclass(frozen=True, slots=True)
class Facts:
    """`names` are of whom something is about, or who changed it, by id. `client`: has a break to take; `pause` is the
    one that holds.

    `opened` is the line that was tapped open. `of` is the client whom a practitioner looks at, `of_id` their id, and
    `me` the practitioner's own; `away`: that client cannot be reached.
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
    me: int | None = None
    away: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """All that is planned for this person, whatever they are; or for their client, as far as that is shared."""
    if row.subject_id is not None:
        return await _of_client(tx, now, person, row, row.subject_id)
    found = await coming(tx, now, person)
    held = await pauses.running(tx, now, [person.id]) if person.is_client else {}
    opened = await next_slot.opened(tx, now, person, found, row.args)
    return Facts(now, zone_of(person), found, await _names(tx, found), person.is_client, held.get(person.id), opened)


async def _of_client(tx: Tx, now: datetime, practitioner: Person, row: ScreenRow, client_id: int) -> Facts | None:
    seen = await coming_of(tx, now, practitioner, client_id)
    if seen is None:
        return None
    client, found = seen.client, seen.coming
    return Facts(
        now, zone_of(client), found, await _names(tx, found), pause=seen.pause,
        opened=await next_slot.opened(tx, now, client, found, row.args),
        of=shown_name(client.id, client.name, texts_for(practitioner.locale)), of_id=client_id, me=practitioner.id,
        away=client.cannot_reach_since is not None,
    )  # fmt: skip


async def _names(tx: Tx, found: Sequence[Coming]) -> Mapping[int, str | None]:
    ids = {number for one in found for number in (one.about_id, one.by) if number is not None}
    return {one.id: one.name for one in (await people.get_many(tx, ids)).values()} if ids else {}


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line for each, in order; or the one that was opened."""
    if facts.opened is not None:
        line = line_of(facts.opened.one, facts, texts)
        return next_slot.screen(facts.opened, line, texts, own=facts.of_id is None)
    head = texts("next-of", name=facts.of) if facts.of else texts("next")
    remind = texts("next-reminder") if any(one.kind == CHECK_IN and one.comes for one in facts.coming) else None
    none = texts("next-none-of", name=facts.of) if facts.of else texts("next-none")
    listed = lines(head, *_lines(facts, texts)) if facts.coming else none
    return Screen(paragraphs(_paused(facts, texts), listed, remind), tuple(_buttons(facts, texts)))


def _lines(facts: Facts, texts: Texts) -> Iterator[str]:
    """Those of today and tomorrow, and then, below a word that they are expected, all others."""
    known = local(facts.now, facts.zone).date() + AHEAD
    told = False
    for one in facts.coming:
        on = local(one.at, facts.zone).date()
        if on >= known and not told:
            told = True
            yield texts("next-expected", day=weekday(texts, on))
        yield line_of(one, facts, texts)


def line_of(one: Coming, facts: Facts, texts: Texts) -> str:
    """The day, the time or between when, and what; struck out where it was left out; and what else became of it."""
    at = local(one.at, facts.zone)
    name = facts.names.get(one.about_id) if one.about_id is not None else None
    what = texts.label(f"next-{one.kind}-for", name=name) if name else kind_label(one, texts)
    told = clock(at)
    if one.until is not None:
        told = texts.label("next-between", to=clock(local(one.until, facts.zone)), **{"from": clock(at)})
    line = texts("next-line", day=short_day(texts, at.date()), time=told, what=what)
    return " ".join((f"<s>{line}</s>" if one.skipped else line, *_became(one, facts, texts)))


def _became(one: Coming, facts: Facts, texts: Texts) -> Iterator[str]:
    """Who changed it, and why it is held back."""
    if one.by is not None and (one.moved or one.skipped):
        key = "next-moved-by" if one.moved else "next-skipped-by"
        who = facts.names.get(one.by) or texts.label("next-someone")
        yield texts(f"{key}-you") if one.by == facts.me else texts(key, name=who)
    elif one.moved:
        yield texts("next-moved")
    if one.held is not None:
        yield texts(_HELD.get(one.held, "next-held-other"), most=one.most)


_HELD = {
    CAP: "next-held-cap", CARD: "next-held-card", QUIET: "next-held-quiet",
    **dict.fromkeys(WORDS, "next-held-word"),
}  # fmt: skip


def _paused(facts: Facts, texts: Texts) -> str | None:
    away = texts("next-cannot-reach", name=facts.of) if facts.of and facts.away else None
    if facts.pause is None:
        return away
    if facts.of:
        return lines(away, texts("summary-paused"))
    return until_line(facts.pause, facts.now, facts.zone, texts)


def _buttons(facts: Facts, texts: Texts) -> Iterator[tuple[Button, ...]]:
    yield from rows((_opens(one, facts, texts) for one in facts.coming if one.which is not None), 3)
    if facts.of_id is not None:
        yield (does(texts.label("button-back"), "summary", facts.of_id),)
    if facts.client:
        yield (go(texts, "next-how-often", "how_often"), go(texts, "next-pause", "pause"))
        yield (does(texts.label("settings-travel"), "travel"),)


def _opens(one: Coming, facts: Facts, texts: Texts) -> Button:
    at = local(one.at, facts.zone)
    assert one.which is not None, "what was put off is not opened"
    return does(f"{name_of(texts, at.weekday(), 'EEE')} {clock(at)}", "slot", code_of(one.which))
