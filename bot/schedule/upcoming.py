"""/next: what comes by itself in seven days, each with its day and time; a tap on one opens it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.kit.parts import LABEL, cut, go, lines, paragraphs, rows
from bot.kit.people import called, zone_of
from bot.kit.screen import Button, Screen, does
from bot.practice.sessions import weekday_name
from bot.practice.standing import quiet_line
from bot.practice.taps import SUMMARY
from bot.schedule import slot
from bot.schedule.breaks import until_line
from bot.schedule.slot import OpenedSlot, kind_label, names_of, slot_line
from bot.schedule.taps import SLOT, TRAVEL
from bot.texts import Texts
from bot.texts.dates import clock, local, weekday
from care.practice.caseload import week_of
from care.practice.clients import authorise_client
from care.schedule.pause import pause_of
from care.schedule.upcoming import Upcoming, upcoming, upcoming_as_seen_by
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.practice.week import Week
from programme.schedule.course import Form
from programme.schedule.pause import Pause
from programme.schedule.plan import CHECK_IN
from programme.schedule.reason_code import ReasonCode

AHEAD = timedelta(days=2)  # dates that are known; what comes after is expected


@dataclass(frozen=True, slots=True)
class UpcomingFacts:
    """`names` are of whom something is about, or who changed it, by id. `client`: has a break to take; `pause` is the
    one that holds.

    `opened` is the line that was tapped open. `of` is the client whom a practitioner looks at, `of_id` their id, and
    `me` the practitioner's own; `away`: that client cannot be reached; `week` is theirs where they are silent;
    `shown`: they said yes to it.
    """

    now: datetime
    zone: str
    upcoming: Sequence[Upcoming]
    names: Mapping[int, str | None] = field(default_factory=dict)
    client: bool = False
    pause: Pause | None = None
    opened: OpenedSlot | None = None
    of: str | None = None
    of_id: int | None = None
    me: int | None = None
    away: bool = False
    week: Week | None = None
    shown: bool = True


async def upcoming_facts(tx: Tx, person: Person, row: ScreenRow) -> UpcomingFacts | None:
    """All that is planned for this person, whatever they are; or for their client, as far as that is shared."""
    if row.subject_id is not None:
        return await _of_client(tx, person, row, row.subject_id)
    found = await upcoming(tx, person)
    held = await pause_of(tx, person) if person.is_client else None
    opened = await slot.opened(tx, person, found, row.args)
    return UpcomingFacts(tx.now, zone_of(person), found, await names_of(tx, found), person.is_client, held, opened)


async def _of_client(tx: Tx, practitioner: Person, row: ScreenRow, client_id: int) -> UpcomingFacts | None:
    seen = await upcoming_as_seen_by(tx, practitioner, client_id)
    if seen is None:
        theirs = await authorise_client(tx, practitioner, client_id)
        if theirs is None:
            return None
        name = await called(tx, practitioner, client_id)
        return UpcomingFacts(tx.now, zone_of(theirs), (), of=name, of_id=client_id, shown=False)
    client, found = seen.client, seen.upcoming
    return UpcomingFacts(
        tx.now, zone_of(client), found, await names_of(tx, found), pause=seen.pause,
        opened=await slot.opened(tx, client, found, row.args),
        of=await called(tx, practitioner, client.id), of_id=client_id, me=practitioner.id,
        away=client.cannot_reach_since is not None,
        week=await week_of(tx, practitioner, client_id) if any(map(_is_for_silence, found)) else None,
    )  # fmt: skip


def _is_for_silence(one: Upcoming) -> bool:
    return one.held == ReasonCode.QUIET or one.form in (Form.QUIET, Form.LAST)


def upcoming_screen(facts: UpcomingFacts, texts: Texts) -> Screen:
    """A line for each, in order; or the one that was opened."""
    if not facts.shown:
        return Screen(texts("next-not-shown", name=facts.of or ""), tuple(_buttons(facts, texts)))
    if facts.opened is not None:
        line = slot_line(facts.opened.one, facts.zone, facts.names, texts, me=facts.me)
        return slot.slot_screen(facts.opened, line, texts, own=facts.of_id is None)
    head = texts("next-of", name=facts.of) if facts.of else texts("next")
    remind = texts("next-reminder") if any(one.kind == CHECK_IN and one.comes for one in facts.upcoming) else None
    none = texts("next-none-of", name=facts.of) if facts.of else texts("next-none")
    listed = lines(head, *_lines(facts, texts)) if facts.upcoming else none
    silent = quiet_line(facts.week, texts) if facts.week is not None else None
    return Screen(paragraphs(_paused(facts, texts), silent, listed, remind), tuple(_buttons(facts, texts)))


def _lines(facts: UpcomingFacts, texts: Texts) -> Iterator[str]:
    """Those of today and tomorrow, and then, below a word that they are expected, all others."""
    known = local(facts.now, facts.zone).date() + AHEAD
    told = False
    for one in facts.upcoming:
        on = local(one.at, facts.zone).date()
        if on >= known and not told:
            told = True
            yield texts("next-expected", day=weekday(texts, on))
        yield slot_line(one, facts.zone, facts.names, texts, me=facts.me)


def _paused(facts: UpcomingFacts, texts: Texts) -> str | None:
    away = texts("next-cannot-reach", name=facts.of) if facts.of and facts.away else None
    if facts.pause is None:
        return away
    if facts.of:
        return lines(away, texts("summary-paused"))
    return until_line(facts.pause, facts.now, facts.zone, texts)


def _buttons(facts: UpcomingFacts, texts: Texts) -> Iterator[tuple[Button, ...]]:
    named = [(_at(one, facts, texts), one) for one in facts.upcoming if one.which is not None]
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


def _at(one: Upcoming, facts: UpcomingFacts, texts: Texts) -> str:
    at = local(one.at, facts.zone)
    return f"{weekday_name(texts, at.weekday(), 'EEE')} {clock(at)}"


def _opens(one: Upcoming, label: str) -> Button:
    assert one.which is not None, "what was put off is not opened"
    return does(label, SLOT, one.which)
