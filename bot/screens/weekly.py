"""A practitioner's weekly summary: who is to be looked at, by name; what is steady is a number, its list a tap away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.screen import Button, Rows, Screen, does
from bot.screens.client_list import asked_buttons, asked_lines, shown_name
from bot.screens.outcome import result_words
from bot.screens.paged import page_of, pages_of, pages_of_lines, turning
from bot.screens.parts import EXCERPT, LABEL, cut
from bot.screens.reads import zone_of
from bot.screens.why import VIEW as WHY
from bot.screens.why import Why, why_of, why_screen
from bot.texts import Texts
from bot.texts.dates import clock, local, short_day
from bot.texts.named import own_or_line
from care.caseload import caseload_of
from db import prompts
from db.screens import ScreenRow
from db.tx import Tx
from programme.monday import Count, Monday, OfClient
from programme.people import Person
from programme.plan import SUMMARY
from programme.summary import Week

DETAILED = 3  # sessions with their numbers; the rest are one line each
A_PAGE = 20  # of the steady
A_LINE = 3  # names
STEADY = "steady"
OWN_WEEK = timedelta(days=7)  # for so long it shows how things are by now


@dataclass(frozen=True, slots=True)
class Facts:
    """`monday` as it is now; `view` and `page` are what was tapped open. `read`: the practitioner said so.

    `why` is for "Why this?".
    """

    now: datetime
    zone: str
    monday: Monday
    why: Why
    view: str = ""
    page: int = 0
    read: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """Everybody who is with this practitioner now; None for anybody but the practitioner whom it was sent to.

    One of an earlier week says what it said of that week, of whoever still shows it.
    """
    prompt = await prompts.get(tx, row.subject_id or 0)
    if prompt is None or prompt.person_id != person.id or prompt.kind != SUMMARY or not person.is_practitioner:
        return None
    at = now if now - prompt.due_at < OWN_WEEK else prompt.due_at
    return Facts(
        now=at,
        zone=zone_of(person),
        monday=(await caseload_of(tx, at, person)).monday(at),
        why=await why_of(tx, prompt),
        view=row.args.get("view", ""),
        page=int(row.args.get("page", 0)),
        read=bool(row.args.get(read_mark(row))),
    )


def read_mark(row: ScreenRow) -> str:
    """The name under which it is kept that what now stands on that screen was read: each page of the steady has one."""
    return f"read{row.args.get('page', 0)}" if row.args.get("view") == STEADY else "read"


def on_screen(facts: Facts) -> Sequence[OfClient]:
    """Whose week stands there: all by name, or those of one page of the steady; nobody under "Why this?"."""
    if facts.view == WHY:
        return ()
    if facts.view == STEADY:
        return page_of(pages_of(facts.monday.steady, A_PAGE), facts.page)
    named = {one.id: one for one in _named(facts.monday)}
    return [named[one] for one in sorted(facts.monday.named)]


def screen(facts: Facts, texts: Texts) -> Screen:
    """Read in a minute: names where something is to be seen, one number for the rest."""
    if facts.view == WHY:
        return why_screen(facts.why, texts)
    if not facts.monday.people and not facts.monday.asked:
        return Screen(texts("client-list-empty"), ((does(texts.label("practitioner-invite"), "invite"),),))
    if facts.view == STEADY:
        return _steady(facts, texts)
    pages = pages_of_lines(_lines(facts, texts))
    body = "\n".join(page_of(pages, facts.page))
    return Screen(f"<pre>{body}</pre>", (*turning("week_page", facts.page, len(pages)), *_buttons(facts, texts)))


def _buttons(facts: Facts, texts: Texts) -> Rows:
    opened = (
        does(cut(texts.label("weekly-open", name=shown_name(one.id, one.name, texts)), LABEL), "week_open", one.id)
        for one in _detailed(facts.monday)
    )
    steady = does(texts.label("weekly-list", count=len(facts.monday.steady)), "week_steady")
    every = does(texts.label("summary-all"), "week_all")
    first: tuple[Button, ...] = (steady, every) if facts.monday.steady else (every,)
    why = does(texts.label("button-why"), "view", WHY)
    last = (why,) if facts.read else (does(texts.label("weekly-read"), "week_read"), why)
    asked = asked_buttons([one.waiting for one in facts.monday.asked], texts)
    return (*asked, *((one,) for one in opened), first, last)


def _steady(facts: Facts, texts: Texts) -> Screen:
    pages = pages_of(facts.monday.steady, A_PAGE)
    head = texts("weekly-steady", count=len(facts.monday.steady))
    lines = [texts("weekly-steady-line", name=_name(one, texts), **_replies(one)) for one in page_of(pages, facts.page)]
    read = () if facts.read else (does(texts.label("weekly-read"), "week_read"),)
    turn = turning("week_steady", facts.page, len(pages))
    body = "\n".join([head, *lines])
    return Screen(f"<pre>{body}</pre>", (*turn, (*read, does(texts.label("button-back"), "week_page", 0))))


def _lines(facts: Facts, texts: Texts) -> Iterator[str]:
    monday = facts.monday
    today = local(facts.now, facts.zone)
    yield texts("weekly-head", day=short_day(texts, today.date()), count=monday.people)
    yield from texts("summary-told").split("\n")
    if facts.read:
        yield texts("weekly-was-read")
    for section in (_asked, _sessions, _looks):
        yield from section(facts, texts)
    yield ""
    quiet = [_silent(one, one.week, texts) for one in monday.quiet if one.week]
    yield from _together("quiet", quiet, texts)
    yield from _together("paused", _names(monday.paused, texts), texts)
    yield from _together("cannot-reach", [_unreached(one, texts) for one in monday.cannot_reach], texts)
    yield from _together("not-asked", _names(monday.not_asked, texts), texts)
    yield from _together("good", [_named_days(one, one.smoke_free, texts) for one in monday.good], texts)
    yield texts("weekly-steady", count=len(monday.steady))
    yield from _together("not-shared", _names(monday.not_shared, texts), texts)


def _silent(one: OfClient, week: Week, texts: Texts) -> str:
    """Replies are looked at for two weeks back, in which somebody who is seldom asked has few silent days."""
    if week.is_silent_long:
        return texts("weekly-name-long", name=_name(one, texts))
    return _named_days(one, week.silent, texts)


def _asked(facts: Facts, texts: Texts) -> Iterator[str]:
    found = [one.waiting for one in facts.monday.asked]
    if found:
        yield ""
    yield from asked_lines(found, facts.zone, texts)


def _sessions(facts: Facts, texts: Texts) -> Iterator[str]:
    if facts.monday.sessions:
        yield ""
        yield texts("weekly-sessions", count=len(facts.monday.sessions))
    detailed = _detailed(facts.monday)
    for one in facts.monday.sessions:
        assert one.session_at is not None, "who has a session knows when"
        at = local(one.session_at, facts.zone)
        line = texts("weekly-session", when=f"{short_day(texts, at.date())} {clock(at)}", name=_name(one, texts))
        yield f"{line}{_quit_day(one, texts)}"
        if one.week is not None and one in detailed:
            yield from (f" {detail}" for detail in _details(one.week, texts))
        yield from (f" {texts('summary-session-note', words=cut(words, EXCERPT))}" for words in one.brings[-1:])


def _detailed(monday: Monday) -> Sequence[OfClient]:
    return [one for one in monday.sessions if one.week is not None][:DETAILED]


def _details(week: Week, texts: Texts) -> Iterator[str]:
    """The few lines that a session begins with."""
    if week.smoked.of:
        yield texts("summary-smoked", smoked=week.smoked.count, days=week.smoked.of)
    if week.urge_first is not None and week.urge_last is not None:
        yield texts("summary-urge", first=week.urge_first, last=week.urge_last)
    if week.low.of:
        low = texts("summary-mood", low=week.low.count, days=week.low.of)
        before = texts("summary-before", low=week.low_before.count, days=week.low_before.of)
        yield f"{low} {before}" if week.low_before.of else low
    for one in week.helped[:1]:
        words = cut(own_or_line(texts, one.words, one.code), LABEL)
        yield texts("summary-helped", words=words, count=one.share.count, times=one.share.of)
    for moment, count in week.moments[:1]:
        yield texts("summary-hard", moment=texts.label(f"moment-{moment}"), count=count)
    for shared in week.words[-1:]:
        yield texts("summary-brings", day=short_day(texts, shared.day), words=cut(shared.words, EXCERPT))
    missed = f" {texts('summary-missed', missed=week.missed_by_us)}" if week.missed_by_us else ""
    yield f"{texts('summary-replied', replied=week.replied, asked=week.asked)}{missed}"


def _looks(facts: Facts, texts: Texts) -> Iterator[str]:
    if facts.monday.looks:
        yield ""
        yield texts("weekly-looks", count=len(facts.monday.looks))
    for look in facts.monday.looks:
        one, name = look.client, _name(look.client, texts)
        if look.count is Count.VERY_LOW and one.week is not None:
            yield texts("weekly-very-low", name=name, days=one.week.very_low_run)
        elif look.count is Count.QUITS and one.quit_on is not None:
            key = "weekly-quits-medicine" if one.medicine else "weekly-quits"
            yield texts(key, name=name, day=short_day(texts, one.quit_on))
        elif look.count is Count.FELT_LOW and one.felt_low is not None:
            yield texts("weekly-felt-low", name=name, day=short_day(texts, one.felt_low))
        elif look.count is Count.MEDICINE:
            yield texts("weekly-medicine-today" if one.same_day else "weekly-medicine", name=name)
        elif look.count is Count.WEEK_4 and one.due_by is not None:
            yield texts("weekly-week-4", name=name, day=short_day(texts, one.due_by))
        elif look.count is Count.RESULT and one.result is not None:
            said = result_words(one.result, texts)
            yield texts("weekly-result", name=name, weeks=one.result.milestone // 7, said=said)
        elif look.count is Count.LAPSED:
            yield f"{texts('weekly-lapsed', name=name, days=one.lapsed)}{_quit_day(one, texts)}"


def _together(what: str, names: Sequence[str], texts: Texts) -> Iterator[str]:
    """A heading with its number, and the names, a few on a line."""
    for number, some in enumerate(pages_of(names, A_LINE) if names else ()):
        head = texts(f"weekly-{what}", count=len(names)) if number == 0 else ""
        yield f"{head} {' · '.join(some)}"


def _named(monday: Monday) -> Iterable[OfClient]:
    yield from (one.client for one in monday.asked if one.client is not None)
    yield from (one.client for one in monday.looks)
    yield from (*monday.sessions, *monday.quiet, *monday.paused, *monday.cannot_reach, *monday.not_asked, *monday.good)


def _names(found: Iterable[OfClient], texts: Texts) -> list[str]:
    return [texts("weekly-name", name=_name(one, texts)) for one in found]


def _unreached(one: OfClient, texts: Texts) -> str:
    assert one.cannot_reach is not None, "whom nothing reaches, since then"
    return texts("weekly-name-since", name=_name(one, texts), day=short_day(texts, one.cannot_reach))


def _named_days(one: OfClient, days: int, texts: Texts) -> str:
    return texts("weekly-name-days", name=_name(one, texts), days=days)


def _name(one: OfClient, texts: Texts) -> str:
    return shown_name(one.id, one.name, texts)


def _quit_day(one: OfClient, texts: Texts) -> str:
    if one.week is None or one.quit_day is None or one.quit_day < 0:
        return ""
    return f" {texts('weekly-quit-day', day=one.quit_day)}"


def _replies(one: OfClient) -> dict[str, int]:
    return {"replied": one.week.replied, "asked": one.week.asked} if one.week else {"replied": 0, "asked": 0}
