"""Sessions: when the next one is, the words before and after it, and when the weekly summary comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from babel.dates import format_date

from bot.kit.parts import EXCERPT, back, cut, go, lines, paragraphs, rows
from bot.kit.people import called, practitioner_name, sees_of, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import NO_DAY, OPEN_VIEW, Tap
from bot.practice.taps import (
    NOTE_ASK,
    NOTE_DROP,
    NOTE_NOTHING,
    NOTE_SHARE,
    SESSION_AT,
    SESSION_BACK,
    SESSION_CLEAR,
    SESSION_DAY,
    SUMMARY_AT,
    SUMMARY_DAY,
    SUMMARY_NONE,
)
from bot.quitting.taps import QUIT_DATE
from bot.schedule.why import VIEW, WhyFacts, why_of, why_screen
from bot.texts import Texts, texts_for
from bot.texts.dates import clock, day, local, place, when
from care.check_in.closing_card import session_in
from care.practice.sessions import client_to_set, is_first_session, next_session, notes_of, session_on
from care.practice.weekly import MONDAY, MORNING, summary_plan
from care.schedule.closing import own_prompt
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.practice.sessions import Note, SessionNote
from programme.schedule.plan import SESSION_AFTER, SESSION_BEFORE
from programme.schedule.prompt import PromptState
from programme.schedule.slots import may_be_asked_at

OFFERED: Final = tuple(filter(may_be_asked_at, (time(7), time(8), time(9), time(12, 30), time(17))))
_A_MONDAY: Final = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class AskSummaryTimeFacts:
    """`day` (Monday is 0) and `at` as they are chosen; `next_at` (UTC) is None while no summary is wanted."""

    now: datetime
    zone: str
    day: int = MONDAY
    at: time = MORNING
    next_at: datetime | None = None


async def ask_summary_time_facts(tx: Tx, person: Person, row: ScreenRow) -> AskSummaryTimeFacts | None:  # noqa: ARG001
    """How it stands, for a practitioner."""
    if not person.is_practitioner:
        return None
    plan = await summary_plan(tx, person.id)
    if plan is None:
        return AskSummaryTimeFacts(tx.now, zone_of(person))
    return AskSummaryTimeFacts(tx.now, zone_of(person), min(plan.rule.weekdays), plan.rule.times[0], plan.next_due_at)


def weekday_name(texts: Texts, number: int, pattern: str = "EEEE") -> str:
    """A weekday by its number, Monday is 0: "Monday"."""
    return format_date(_A_MONDAY + timedelta(days=number), pattern, locale=texts.babel)


def ask_summary_time_screen(facts: AskSummaryTimeFacts, texts: Texts) -> Screen:
    """Seven days and a few times to tap, or both typed."""
    there = facts.next_at is not None

    def marked(label: str, chosen: bool) -> str:
        return f"[{label}]" if chosen and there else label

    days = (does(marked(weekday_name(texts, n, "EEE"), n == facts.day), SUMMARY_DAY, n) for n in range(7))
    times = (does(marked(clock(at), at == facts.at), SUMMARY_AT, at) for at in OFFERED)
    stands = texts("summary-time-none")
    if facts.next_at is not None:
        stands = texts(
            "summary-time", day=weekday_name(texts, facts.day), time=clock(facts.at),
            when=when(texts, facts.next_at, facts.now, facts.zone),
        )  # fmt: skip
    none = (does(texts.label("summary-time-stop"), SUMMARY_NONE),) if there else ()
    last = (*none, go(texts, "button-done", "settings"))
    return Screen(paragraphs(stands, lines(texts("summary-time-ask"))), (*rows(days, 4), *rows(times, 5), last))


WEEKS: Final = 5
_ONE: Final = timedelta(days=1)


def week_rows(texts: Texts, today: date, tap: Tap[date]) -> Rows:
    """Weeks from this one on. A day that is over is no day to pick; one of another month than today's says which."""
    monday = today - today.weekday() * _ONE
    names = tuple(does(weekday_name(texts, n, "EEEEEE"), NO_DAY) for n in range(7))
    days = [monday + n * _ONE for n in range(7 * WEEKS)]
    cells = (does("·", NO_DAY) if one < today else does(_label(one, today), tap, one) for one in days)
    return (names, *rows(cells, 7))


def _label(one: date, today: date) -> str:
    return str(one.day) if one.month == today.month else f"{one.day}/{one.month}"


HOURS: Final = range(8, 20)


@dataclass(frozen=True, slots=True)
class AskSessionFacts:
    """`day` was picked, and the hour is asked (None: the day is). `today` is where whoever picks it is.

    `name` is the client's, or, where it is their `own` session, their practitioner's. `known`: one is entered.
    """

    name: str
    zone: str
    today: date
    day: date | None = None
    own: bool = False
    known: bool = False


async def ask_session_facts(tx: Tx, person: Person, row: ScreenRow) -> AskSessionFacts | None:
    """For the client themselves, and for their own practitioner."""
    client = await client_to_set(tx, person, row.subject_id)
    if client is None:
        return None
    texts, picked, own = texts_for(person.locale), row.args.get("day"), client.id == person.id
    return AskSessionFacts(
        name=await _with_whom(tx, person, texts) if own else await called(tx, person, client.id),
        zone=zone_of(person),
        today=local(tx.now, zone_of(person)).date(),
        day=date.fromisoformat(picked) if picked else None,
        own=own,
        known=await next_session(tx, client.id) is not None,
    )


async def _with_whom(tx: Tx, client: Person, texts: Texts) -> str:
    return await practitioner_name(tx, client) or texts.label("someone")


def ask_session_screen(facts: AskSessionFacts, texts: Texts) -> Screen:
    """The day, then the hour; whose clock it is is said."""
    typed = texts("session-typed" if facts.day is None else "session-typed-hour", place=place(texts, facts.zone))
    close = does(texts.label("button-back"), SESSION_BACK)
    if facts.day is not None:
        picked = day(texts, facts.day)
        asked = (
            texts("session-own-hour", day=picked) if facts.own else texts("session-hour", name=facts.name, day=picked)
        )
        hours = (_hour(time(hour)) for hour in HOURS)
        return Screen(paragraphs(asked, typed), (*rows(hours, 4), (close,)))
    asked = texts("session-own-day", practitioner=facts.name) if facts.own else texts("session-day", name=facts.name)
    clear = (does(texts.label("session-own-clear"), SESSION_CLEAR),) if facts.own and facts.known else ()
    return Screen(paragraphs(asked, typed), (*week_rows(texts, facts.today, SESSION_DAY), (*clear, close)))


def _hour(at: time) -> Button:
    return does(clock(at), SESSION_AT, at)


NOTES = {SESSION_BEFORE: Note.BRING, SESSION_AFTER: Note.AGREED}


@dataclass(frozen=True, slots=True)
class SessionCard:
    """What is asked about the session of the local date `on`; `at` is when it is (UTC), where that is known.

    `first`: it was their first here, and they never had a quit date: a good time to think about one (FIELD.md 5.3).
    """

    note: Note
    on: date
    at: datetime | None = None
    practitioner: str | None = None
    first: bool = False


async def card_of(tx: Tx, person: Person, kind: str, asked_on: date, practitioner: str | None) -> SessionCard:
    """The card of that kind of prompt about a session, asked on that local date."""
    note = NOTES[kind]
    on = asked_on + timedelta(days=1) if note is Note.BRING else asked_on
    first = note is Note.AGREED and await is_first_session(tx, person, on)
    return SessionCard(note, on, await session_on(tx, person, on), practitioner, first)


async def session_riding(
    tx: Tx, person: Person, on: date, since: datetime, practitioner: str | None
) -> SessionCard | None:
    """The card that rides inside that local day's check-in, where a message of its own was, or will be, left out."""
    kind = await session_in(tx, person.id, on, since)
    return None if kind is None else await card_of(tx, person, kind, on, practitioner)


def session_question(card: SessionCard, zone: str | None, texts: Texts) -> str:
    """Anything to bring? Or: what did you agree?"""
    who = card.practitioner or texts.label("someone")
    if card.note is Note.AGREED:
        agreed = texts("session-card-agreed", practitioner=who)
        return lines(agreed, texts("session-card-first")) if card.first else agreed
    if card.at is None:
        return texts("session-card-bring", practitioner=who)
    return texts("session-card-bring-at", practitioner=who, time=clock(local(card.at, zone)))


def think_of_a_date(card: SessionCard, texts: Texts) -> tuple[Button, ...]:
    """A quit date, for who would like to think about one."""
    return (does(texts.label("more-quit-date"), QUIT_DATE),) if card.first else ()


def write_code(card: SessionCard, texts: Texts, key: str = "session-note-write") -> Button:
    """Asks for words, below."""
    return does(texts.label(key), NOTE_ASK, (card.note, card.on))


@dataclass(frozen=True, slots=True)
class SessionAskedFacts:
    """`keep`: words are kept, so there is something to write. `view` is what was tapped open over it."""

    why: WhyFacts
    card: SessionCard
    zone: str | None
    name: str | None
    keep: bool = True
    view: str = ""


async def session_asked_facts(tx: Tx, person: Person, row: ScreenRow) -> SessionAskedFacts | None:
    """The session that it is about; None where it is not this person's."""
    prompt = await own_prompt(tx, person, row.subject_id, NOTES)
    if prompt is None:
        return None
    sees = await sees_of(tx, person)
    card = await card_of(tx, person, prompt.kind, prompt.local_date, sees.practitioner)
    return SessionAskedFacts(
        await why_of(tx, prompt), card, person.zone, person.name, sees.keep, row.args.get("view", "")
    )


def session_asked_screen(facts: SessionAskedFacts, texts: Texts) -> Screen:
    """Asked once; answered, left or closed it says so."""
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    state, note = facts.why.prompt.state, facts.card.note
    if state is PromptState.SKIPPED:
        return Screen(texts(f"session-nothing-{note}"))
    if state is PromptState.DONE:
        return Screen(texts("session-note-done"), ((write_code(facts.card, texts, "session-note-more"),),))
    asked = session_question(facts.card, facts.zone, texts)
    if state is not PromptState.OPEN:
        closed = texts("check-in-closed")
        return Screen(closed, ((write_code(facts.card, texts),),)) if facts.keep else Screen(closed)
    hello = texts("hello", name=facts.name) if facts.name else texts("hello-unnamed")
    nothing = does(texts.label("session-note-nothing"), NOTE_NOTHING)
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    if not facts.keep:
        return Screen(lines(hello, asked, texts("session-note-unkept")), ((nothing, why),))
    own = (write_code(facts.card, texts), *think_of_a_date(facts.card, texts))
    return Screen(lines(hello, asked), (own, (nothing, why)))


@dataclass(frozen=True, slots=True)
class SessionNoteFacts:
    """`notes` are what they wrote about the session of the local date `on` (NEXT: the next one).

    `asks`: words are waited for. `drops`: the newest is to go, once they say that they are sure.
    """

    note: Note
    on: date
    practitioner: str | None
    notes: Sequence[SessionNote] = ()
    asks: bool = False
    drops: bool = False


async def session_note_facts(tx: Tx, person: Person, row: ScreenRow) -> SessionNoteFacts:
    """As they are kept now."""
    note, on = Note(row.args["note"]), date.fromisoformat(row.args["on"])
    kept, sees = await notes_of(tx, person, on, note), await sees_of(tx, person)
    return SessionNoteFacts(
        note, on, sees.practitioner, kept, bool(row.args.get("asks")), row.args.get("view") == "delete"
    )


def session_note_screen(facts: SessionNoteFacts, texts: Texts) -> Screen:
    """Type it; or what is kept, and a button that shows it to the practitioner or takes it back."""
    if facts.asks or not facts.notes:
        return Screen(texts(f"session-note-ask-{facts.note}"))
    kept = [texts("session-note-line", words=cut(one.words, EXCERPT)) for one in facts.notes]
    if facts.drops:
        sure = does(texts.label("own-note-delete-yes"), NOTE_DROP, facts.notes[-1].id)
        return Screen(lines(texts("own-note-sure"), kept[-1]), ((sure, back(texts)),))
    delete = "own-note-delete" if len(kept) == 1 else "session-note-delete-last"
    more = (
        write_code(SessionCard(facts.note, facts.on), texts, "session-note-more"),
        does(texts.label(delete), OPEN_VIEW, "delete"),
    )
    who = facts.practitioner
    if facts.note is Note.AGREED or who is None:
        return Screen(lines(texts("check-in-words-kept"), *kept), (more,))
    share = does(texts.label("check-in-share", practitioner=who), NOTE_SHARE, True)
    unshare = does(texts.label("check-in-unshare"), NOTE_SHARE, False)
    shown = [texts("session-note-line", words=cut(one.words, EXCERPT)) for one in facts.notes if one.shared]
    buttons: tuple[Button, ...] = (share, unshare)
    if not shown:
        told, buttons = texts("check-in-words-share", practitioner=who), (share,)
    elif len(shown) == len(kept):
        told, buttons = texts("check-in-words-shared", practitioner=who), (unshare,)
    else:
        told = lines(texts("session-note-some-shown", practitioner=who), *shown)
    return Screen(lines(texts("check-in-words-kept"), *kept, told), (buttons, more))
