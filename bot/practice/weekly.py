"""A practitioner's weekly summary: who is to be looked at, by name; what is steady is a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.kit.parts import EXCERPT, LABEL, cut, page_of, pages_of, pages_of_lines, turning
from bot.kit.people import shown_name, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.practice.caseload import asked_buttons, asked_lines
from bot.practice.standing import under_name
from bot.practice.summary import mood_line, urge_line
from bot.practice.taps import INVITE, WEEK_ALL, WEEK_OPEN, WEEK_PAGE, WEEK_READ, WEEK_STEADY
from bot.quitting.follow_up import result_words
from bot.schedule.why import VIEW as WHY
from bot.schedule.why import WhyFacts, why_of, why_screen
from bot.texts import Texts
from bot.texts.dates import clock, local, short_day
from bot.texts.service import own_or_line
from care.practice.caseload import caseload_of
from care.schedule.closing import own_prompt
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.practice.caseload import CaseloadHeading, CaseloadSummary, Count, CountToReview
from programme.practice.client import ClientRow
from programme.practice.week import Week
from programme.quitting.follow_ups import TwoAnswers
from programme.schedule.plan import SUMMARY

DETAILED: Final = 3  # sessions with their numbers; the rest are one line each
A_LINE: Final = 3  # names, where a date is all that stands with them
# A line each.
_LONG: Final = frozenset(
    {CaseloadHeading.RELAPSE, CaseloadHeading.CHOSE_NONE, CaseloadHeading.NEW, CaseloadHeading.BACK}
)


def summary_lines(summary: CaseloadSummary, now: datetime, zone: str, texts: Texts, *, read: bool) -> Iterator[str]:
    """All of it, for the practitioner's own clock; `read`: they said that they read it."""
    today = local(now, zone).date()
    yield texts("weekly-head", day=short_day(texts, today), count=summary.people)
    yield texts("weekly-covers", day=short_day(texts, today - timedelta(days=1)))
    yield from texts("summary-told").split("\n")
    if read:
        yield texts("weekly-was-read")
    yield from _asked(summary, zone, texts)
    yield from _sessions(summary, zone, texts)
    if summary.looks:
        yield ""
        yield texts("weekly-looks", count=len(summary.looks))
    yield from (_look(look, texts) for look in summary.looks)
    yield ""
    yield from _by_head(summary, texts)
    yield texts("weekly-steady", count=len(summary.steady))
    yield from _together(
        "not-shared", [texts("weekly-name", name=_name(one, texts)) for one in summary.not_shared], texts
    )


def detailed(summary: CaseloadSummary) -> Sequence[ClientRow]:
    """Whose numbers stand with their session."""
    return [one for one in summary.sessions if one.week is not None][:DETAILED]


def steady_line(one: ClientRow, texts: Texts) -> str:
    """What a steady client replied; who was due nothing by their rhythm did not leave anything unanswered."""
    name, week, following = _name(one, texts), one.week, one.standing.next_on
    if week is not None and (week.asked or not week.is_quiet):
        return texts("weekly-steady-line", name=name, replied=week.replied, asked=week.asked)
    if following is None:
        return texts("weekly-steady-not-due", name=name)
    return texts("weekly-steady-next", name=name, day=short_day(texts, following))


def _asked(summary: CaseloadSummary, zone: str, texts: Texts) -> Iterator[str]:
    found = [one.waiting for one in summary.asked]
    if found:
        yield ""
    yield from asked_lines(found, zone, texts)


def _sessions(summary: CaseloadSummary, zone: str, texts: Texts) -> Iterator[str]:
    if summary.sessions:
        yield ""
        yield texts("weekly-sessions", count=len(summary.sessions))
    for one in summary.sessions:
        assert one.session_at is not None, "who has a session knows when"
        at = local(one.session_at, zone)
        line = texts("weekly-session", when=f"{short_day(texts, at.date())} {clock(at)}", name=_name(one, texts))
        yield f"{line}{_quit_day(one, texts)}"
        if one.week is not None and one in detailed(summary):
            yield from (f" {detail}" for detail in _details(one.week, texts))
        yield from (f" {texts('summary-session-note', words=cut(words, EXCERPT))}" for words in one.brings[-1:])


def _details(week: Week, texts: Texts) -> Iterator[str]:
    """The few lines that a session begins with."""
    if week.smoked.of:
        yield texts("summary-smoked", smoked=week.smoked.count, days=week.smoked.of)
    yield from urge_line(week, texts)
    if week.low.of:
        yield mood_line(week, texts)
    for one in week.helped[:1]:
        words = cut(own_or_line(texts, one.words, one.code), LABEL)
        yield texts("summary-helped", words=words, count=one.share.count, times=one.share.of)
    for moment, count in week.moments[:1]:
        yield texts("summary-hard", moment=texts.label(f"moment-{moment}"), count=count)
    for shared in week.words[-1:]:
        yield texts("summary-brings", day=short_day(texts, shared.day), words=cut(shared.words, EXCERPT))
    if week.replied:
        missed = f" {texts('summary-missed', missed=week.missed_by_us)}" if week.missed_by_us else ""
        yield f"{texts('summary-replied', replied=week.replied, asked=week.asked)}{missed}"


def _look(look: CountToReview, texts: Texts) -> str:
    one, name = look.client, _name(look.client, texts)
    if look.count is Count.VERY_LOW and one.week is not None:
        return texts("weekly-very-low", name=name, days=one.week.very_low_run)
    if look.count is Count.QUITS and one.quit_on is not None:
        key = "weekly-quits-medicine" if one.medicine else "weekly-quits"
        return texts(key, name=name, day=short_day(texts, one.quit_on))
    if look.count is Count.FELT_LOW and one.felt_low is not None:
        return texts("weekly-felt-low", name=name, day=short_day(texts, one.felt_low))
    if look.count is Count.MEDICINE:
        return texts("weekly-medicine-today" if one.same_day else "weekly-medicine", name=name)
    if look.count is Count.WEEK_4 and one.due_by is not None:
        return texts("weekly-week-4", name=name, day=short_day(texts, one.due_by))
    if look.count is Count.RESULT and one.result is not None:
        said = result_words(one.result, texts)
        return texts("weekly-result", name=name, weeks=one.result.milestone // 7, said=said)
    if look.count is Count.TWO_ANSWERS and one.two_answers:
        return _two_answers(max(one.two_answers, key=lambda two: two.last_on), name, texts)
    return f"{texts('weekly-lapsed', name=name, days=one.lapsed)}{_quit_day(one, texts)}"


def _two_answers(two: TwoAnswers, name: str, texts: Texts) -> str:
    before, after = result_words(two.before, texts), result_words(two.after, texts)
    on = {"beforeOn": short_day(texts, two.before.told_on), "afterOn": short_day(texts, two.after.told_on)}
    return texts("weekly-two-answers", name=name, before=before, after=after, **on)


def _by_head(summary: CaseloadSummary, texts: Texts) -> Iterator[str]:
    """Every head that anybody stands under, in the order of Under; who left stands after who pauses."""
    gone = [texts("weekly-name-on", name=shown_name(one.id, one.name, texts), day=short_day(texts, one.on))
            for one in summary.left]  # fmt: skip
    for head in CaseloadHeading:
        names = [under_name(head, one, _name(one, texts), texts) for one in summary.under.get(head, ())]
        yield from _together(head.value.replace("_", "-"), names, texts, 1 if head in _LONG else A_LINE)
        if head is CaseloadHeading.PAUSED:
            yield from _together("left", gone, texts)


def _together(what: str, names: Sequence[str], texts: Texts, most: int = A_LINE) -> Iterator[str]:
    """A heading with its number, and the names, that many on a line."""
    for number, some in enumerate(pages_of(names, most) if names else ()):
        head = texts(f"weekly-{what}", count=len(names)) if number == 0 else ""
        yield f"{head} {' · '.join(some)}"


def _name(one: ClientRow, texts: Texts) -> str:
    return shown_name(one.id, one.name, texts)


def _quit_day(one: ClientRow, texts: Texts) -> str:
    if one.week is None or one.quit_day is None or one.quit_day < 0:
        return ""
    return f" {texts('weekly-quit-day', day=one.quit_day)}"


A_PAGE = 20  # of the steady
STEADY = "steady"
OWN_WEEK = timedelta(days=7)  # for so long it shows how things are now


@dataclass(frozen=True, slots=True)
class WeeklyFacts:
    """`summary` as it is now; `view` and `page` are what was tapped open. `read`: the practitioner said so.

    `why` is for "Why this?".
    """

    now: datetime
    zone: str
    summary: CaseloadSummary
    why: WhyFacts
    view: str = ""
    page: int = 0
    read: bool = False


async def weekly_facts(tx: Tx, person: Person, row: ScreenRow) -> WeeklyFacts | None:
    """Everybody who is with this practitioner now; None for anybody but the practitioner whom it was sent to.

    One of an earlier week says what it said of that week, of whoever still shows it.
    """
    prompt = await own_prompt(tx, person, row.subject_id, {SUMMARY})
    if prompt is None or not person.is_practitioner:
        return None
    at = tx.now if tx.now - prompt.due_at < OWN_WEEK else prompt.due_at
    return WeeklyFacts(
        now=at,
        zone=zone_of(person),
        summary=(await caseload_of(tx.at(at), person)).summary(at),
        why=await why_of(tx, prompt),
        view=row.args.get("view", ""),
        page=int(row.args.get("page", 0)),
        read=bool(row.args.get(read_mark(row))),
    )


def read_mark(row: ScreenRow) -> str:
    """The name under which it is kept that what now stands on that screen was read: each page of the steady has one."""
    return f"read{row.args.get('page', 0)}" if row.args.get("view") == STEADY else "read"


def on_screen(facts: WeeklyFacts) -> Sequence[ClientRow]:
    """Whose week stands there: all by name, or those of one page of the steady; nobody under "Why this?"."""
    if facts.view == WHY:
        return ()
    if facts.view == STEADY:
        return page_of(pages_of(facts.summary.steady, A_PAGE), facts.page)
    return [one for _, one in sorted(facts.summary.by_name.items())]


def weekly_screen(facts: WeeklyFacts, texts: Texts) -> Screen:
    """Read in a minute: names where something is to be seen, one number for the rest."""
    if facts.view == WHY:
        return why_screen(facts.why, texts)
    if not (facts.summary.people or facts.summary.asked or facts.summary.left):
        return Screen(texts("client-list-empty"), ((does(texts.label("practitioner-invite"), INVITE),),))
    if facts.view == STEADY:
        return _steady(facts, texts)
    pages = pages_of_lines(summary_lines(facts.summary, facts.now, facts.zone, texts, read=facts.read))
    body = "\n".join(page_of(pages, facts.page))
    return Screen(f"<pre>{body}</pre>", (*turning(WEEK_PAGE, facts.page, len(pages)), *_buttons(facts, texts)))


def _buttons(facts: WeeklyFacts, texts: Texts) -> Rows:
    opened = (
        does(cut(texts.label("weekly-open", name=shown_name(one.id, one.name, texts)), LABEL), WEEK_OPEN, one.id)
        for one in detailed(facts.summary)
    )
    steady = does(texts.label("weekly-list", count=len(facts.summary.steady)), WEEK_STEADY)
    every = does(texts.label("summary-all"), WEEK_ALL)
    first: tuple[Button, ...] = (steady, every) if facts.summary.steady else (every,)
    why = does(texts.label("button-why"), OPEN_VIEW, WHY)
    last = (why,) if facts.read else (does(texts.label("weekly-read"), WEEK_READ), why)
    asked = asked_buttons([one.waiting for one in facts.summary.asked], texts)
    return (*asked, *((one,) for one in opened), first, last)


def _steady(facts: WeeklyFacts, texts: Texts) -> Screen:
    pages = pages_of(facts.summary.steady, A_PAGE)
    head = texts("weekly-steady", count=len(facts.summary.steady))
    lines = [steady_line(one, texts) for one in page_of(pages, facts.page)]
    read = () if facts.read else (does(texts.label("weekly-read"), WEEK_READ),)
    turn = turning(WEEK_STEADY, facts.page, len(pages))
    body = "\n".join([head, *lines])
    return Screen(f"<pre>{body}</pre>", (*turn, (*read, does(texts.label("button-back"), WEEK_PAGE, 0))))
