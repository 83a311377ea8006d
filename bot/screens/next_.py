"""/next: what comes by itself in seven days, each with its day and time; a tap on one opens it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.screen import Button, Screen, does
from bot.screens import next_slot
from bot.screens.ask_summary_time import name_of
from bot.screens.names import called
from bot.screens.next_slot import Opened, kind_label, line_of, names_of
from bot.screens.parts import LABEL, cut, go, lines, paragraphs, rows
from bot.screens.pause import until_line
from bot.screens.reads import zone_of
from bot.screens.replied import quiet_line
from bot.taps.practice import SUMMARY
from bot.taps.schedule import SLOT, TRAVEL
from bot.texts import Texts
from bot.texts.dates import clock, local, weekday
from care.ahead_of import coming_of
from care.coming import Coming, coming
from care.own_client import own_client
from care.week import week_of
from db import pauses
from db.screens import ScreenRow
from db.tx import Tx
from programme.course import Form
from programme.pause import Pause
from programme.people import Person
from programme.plan import CHECK_IN
from programme.reason_code import ReasonCode
from programme.summary import Week

AHEAD = timedelta(days=2)  # dates that are known; what comes after is expected


@dataclass(frozen=True, slots=True)
class Facts:
    """`names` are of whom something is about, or who changed it, by id. `client`: has a break to take; `pause` is the
    one that holds.

    `opened` is the line that was tapped open. `of` is the client whom a practitioner looks at, `of_id` their id, and
    `me` the practitioner's own; `away`: that client cannot be reached; `week` is theirs where they are silent;
    `shown`: they said yes to it.
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
    week: Week | None = None
    shown: bool = True


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """All that is planned for this person, whatever they are; or for their client, as far as that is shared."""
    if row.subject_id is not None:
        return await _of_client(tx, person, row, row.subject_id)
    found = await coming(tx, person)
    held = await pauses.running(tx, [person.id]) if person.is_client else {}
    opened = await next_slot.opened(tx, person, found, row.args)
    return Facts(
        tx.now, zone_of(person), found, await names_of(tx, found), person.is_client, held.get(person.id), opened
    )


async def _of_client(tx: Tx, practitioner: Person, row: ScreenRow, client_id: int) -> Facts | None:
    seen = await coming_of(tx, practitioner, client_id)
    if seen is None:
        theirs = await own_client(tx, practitioner, client_id)
        if theirs is None:
            return None
        name = await called(tx, practitioner, client_id)
        return Facts(tx.now, zone_of(theirs), (), of=name, of_id=client_id, shown=False)
    client, found = seen.client, seen.coming
    return Facts(
        tx.now, zone_of(client), found, await names_of(tx, found), pause=seen.pause,
        opened=await next_slot.opened(tx, client, found, row.args),
        of=await called(tx, practitioner, client.id), of_id=client_id, me=practitioner.id,
        away=client.cannot_reach_since is not None,
        week=await week_of(tx, practitioner, client_id) if any(map(_is_for_silence, found)) else None,
    )  # fmt: skip


def _is_for_silence(one: Coming) -> bool:
    return one.held == ReasonCode.QUIET or one.form in (Form.QUIET, Form.LAST)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line for each, in order; or the one that was opened."""
    if not facts.shown:
        return Screen(texts("next-not-shown", name=facts.of or ""), tuple(_buttons(facts, texts)))
    if facts.opened is not None:
        line = line_of(facts.opened.one, facts.zone, facts.names, texts, me=facts.me)
        return next_slot.screen(facts.opened, line, texts, own=facts.of_id is None)
    head = texts("next-of", name=facts.of) if facts.of else texts("next")
    remind = texts("next-reminder") if any(one.kind == CHECK_IN and one.comes for one in facts.coming) else None
    none = texts("next-none-of", name=facts.of) if facts.of else texts("next-none")
    listed = lines(head, *_lines(facts, texts)) if facts.coming else none
    silent = quiet_line(facts.week, texts) if facts.week is not None else None
    return Screen(paragraphs(_paused(facts, texts), silent, listed, remind), tuple(_buttons(facts, texts)))


def _lines(facts: Facts, texts: Texts) -> Iterator[str]:
    """Those of today and tomorrow, and then, below a word that they are expected, all others."""
    known = local(facts.now, facts.zone).date() + AHEAD
    told = False
    for one in facts.coming:
        on = local(one.at, facts.zone).date()
        if on >= known and not told:
            told = True
            yield texts("next-expected", day=weekday(texts, on))
        yield line_of(one, facts.zone, facts.names, texts, me=facts.me)


def _paused(facts: Facts, texts: Texts) -> str | None:
    away = texts("next-cannot-reach", name=facts.of) if facts.of and facts.away else None
    if facts.pause is None:
        return away
    if facts.of:
        return lines(away, texts("summary-paused"))
    return until_line(facts.pause, facts.now, facts.zone, texts)


def _buttons(facts: Facts, texts: Texts) -> Iterator[tuple[Button, ...]]:
    named = [(_at(one, facts, texts), one) for one in facts.coming if one.which is not None]
    alone = Counter(at for at, _ in named)
    yield from rows((_opens(one, at) for at, one in named if alone[at] == 1), 3)
    for at, one in named:
        if alone[at] > 1:
            yield (_opens(one, cut(f"{at} {kind_label(one, texts)}", LABEL)),)
    if facts.of_id is not None:
        yield (does(texts.label("button-back"), SUMMARY, facts.of_id),)
    if facts.client:
        yield (go(texts, "next-how-often", "how_often"), go(texts, "next-pause", "pause"))
        yield (does(texts.label("settings-travel"), TRAVEL),)


def _at(one: Coming, facts: Facts, texts: Texts) -> str:
    at = local(one.at, facts.zone)
    return f"{name_of(texts, at.weekday(), 'EEE')} {clock(at)}"


def _opens(one: Coming, label: str) -> Button:
    assert one.which is not None, "what was put off is not opened"
    return does(label, SLOT, one.which)
