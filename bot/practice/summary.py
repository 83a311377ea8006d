"""A client's week for their practitioner: a dozen narrow lines, counts only, read in seconds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.diary.patterns import cycle_in_one_line
from bot.kit.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.kit.people import shown_name, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.practice.caseload import asked_buttons, asked_lines
from bot.practice.standing import quit_lines, replied_lines, standing_lines
from bot.practice.taps import CLIENTS, COVERAGE, OUTCOMES, PICTURE_OF, SCORES, SESSION, SESSION_CLEAR, WEEK_READ
from bot.quitting.follow_up import result_words
from bot.safety.taps import SAFE_OF
from bot.schedule.taps import CLIENT_NEXT
from bot.texts import Texts
from bot.texts.dates import local, short_day, when
from bot.texts.service import own_or_line
from care.diary.patterns import cycle_shown_of
from care.practice.caseload import client_of
from care.practice.requests import waiting_for
from care.safety.plan import shown_of as safety_shown_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.diary.pictures import Cycle
from programme.people.person import Person
from programme.planning.goals import Barrier, ComB
from programme.practice.client import ClientRow
from programme.practice.requests import WaitingRequest
from programme.practice.week import Week
from programme.quitting.follow_ups import TwoAnswers
from programme.quitting.lapses import Stage

MOST = 3  # of what helped, hard moments and shared words: the rest is for the session


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """`client` is None where they are nobody's of this practitioner; its `week` is None where it is not shown.

    `asked`: what they asked of the practitioner and waits to be opened; it is no part of the week, and needs no yes.
    `now` (UTC) is when this is shown; `read`: the practitioner said so on this screen. `cycle` is how it goes round for
    them, where they chose to show that, and since when (UTC). `safety`: they show a safety plan.
    """

    client: ClientRow | None
    zone: str
    now: datetime
    read: bool = False
    cycle: tuple[Cycle, datetime] | None = None
    asked: tuple[WaitingRequest, ...] = ()
    safety: bool = False


async def summary_facts(tx: Tx, person: Person, row: ScreenRow) -> SummaryFacts:
    """Whether it may be seen is asked each time it is shown."""
    seen = await client_of(tx, person, row.subject_id or 0)
    if seen is None:
        return SummaryFacts(None, zone_of(person), tx.now)
    return SummaryFacts(
        client=seen,
        zone=zone_of(person),
        now=tx.now,
        read=bool(row.args.get("read")),
        cycle=await cycle_shown_of(tx, seen.id),
        asked=tuple(one for one in await waiting_for(tx, person) if one.request.person_id == seen.id),
        safety=await safety_shown_of(tx, seen.id) is not None,
    )


def summary_screen(facts: SummaryFacts, texts: Texts) -> Screen:
    """The week in a fixed width, or that it is not shared."""
    client = facts.client
    if client is None:
        return Screen(texts("summary-closed"), ((does(texts.label("summary-all"), CLIENTS),),))
    name, asked = shown_name(client.id, client.name, texts), lines(*asked_lines(facts.asked, facts.zone, texts))
    session = _session(client, facts, texts)
    if client.week is None:
        body = paragraphs(asked, texts("summary-not-shared", name=name), session, _cycle(facts, texts))
        return Screen(body, _buttons(client, facts, texts))
    week = client.week
    head = texts("summary-head", name=name, day=short_day(texts, week.last))
    body = lines(head, texts("summary-told"), "", asked)
    counted = f"<pre>{lines(body, *_counts(client, week, texts), *_own(week, texts))}</pre>"
    return Screen(lines(counted, session, _cycle(facts, texts)), _buttons(client, facts, texts))


def _session(client: ClientRow, facts: SummaryFacts, texts: Texts) -> str:
    following = texts("session-none")
    if client.session_at is not None:
        following = texts("session-next", when=when(texts, client.session_at, facts.now, facts.zone))
    return lines(
        following, *(texts("summary-session-note", words=cut(words, EXCERPT)) for words in client.brings[-MOST:])
    )


def _cycle(facts: SummaryFacts, texts: Texts) -> str | None:
    if facts.cycle is None:
        return None
    found, since = facts.cycle
    return texts(
        "summary-cycle", day=short_day(texts, local(since, facts.zone).date()), steps=cycle_in_one_line(found, texts)
    )


def _buttons(client: ClientRow, facts: SummaryFacts, texts: Texts) -> Rows:
    return (*asked_buttons(facts.asked, texts), *_ways(client, facts, texts))


def _ways(client: ClientRow, facts: SummaryFacts, texts: Texts) -> Rows:
    every = does(texts.label("summary-all"), CLIENTS)
    session: tuple[Button, ...] = (does(texts.label("session-set"), SESSION),)
    if client.session_at is not None:
        session = (does(texts.label("session-change"), SESSION), does(texts.label("session-clear"), SESSION_CLEAR))
    safety = (does(texts.label("safety-shown-button"), SAFE_OF),) if facts.safety else ()
    if client.week is None:
        return (session, (does(texts.label("scores"), SCORES), *safety, every))
    read = () if facts.read else (does(texts.label("weekly-read"), WEEK_READ),)
    numbers = does(texts.label("outcomes"), OUTCOMES)
    scores = does(texts.label("scores"), SCORES)
    ahead = does(texts.label("next-of-button"), CLIENT_NEXT)
    techniques = does(texts.label("coverage-button"), COVERAGE)
    picture = does(texts.label("picture-of-button"), PICTURE_OF)
    return (session, (numbers, scores, *read), (ahead, techniques, picture), (*safety, every))


def _counts(client: ClientRow, week: Week, texts: Texts) -> Iterator[str]:
    yield from standing_lines(client, week, texts)
    yield from quit_lines(client, texts)
    yield from where_they_are(client.stages, texts)
    if (said := client.result_alone) is not None:
        yield texts("summary-result", weeks=said.milestone // 7, said=result_words(said, texts))
    for two in client.two_answers:
        yield from _two_answers(two, texts)
    yield from replied_lines(client, week, texts)
    if week.smoked.of:
        yield texts("summary-smoked", smoked=week.smoked.count, days=week.smoked.of)
    yield from urge_line(week, texts)
    if week.low.of:
        yield mood_line(week, texts)
    if week.very_low:
        yield texts("summary-very-low", count=week.very_low)
    if week.hard_days:
        yield texts("summary-hard-days", count=week.hard_days)


def _two_answers(two: TwoAnswers, texts: Texts) -> Iterator[str]:
    """Both, each with the date on which it was told; which of them is so is for the session."""
    yield texts("summary-two-answers")
    for said in (two.before, two.after):
        weeks, words = said.milestone // 7, result_words(said, texts)
        yield texts("summary-two-answers-one", weeks=weeks, said=words, day=short_day(texts, said.told_on))


def where_they_are(stages: Sequence[Stage], texts: Texts) -> Iterator[str]:
    """Where they are with smoking, and how that moved: a list of steps, without a verdict."""
    if stages:
        yield texts("summary-stage", stages=" → ".join(texts.label(f"stage-{stage}") for stage in stages))


def urge_line(week: Week, texts: Texts) -> Iterator[str]:
    """The first and the last that were said; of one alone, that one."""
    if week.urge_first is None or week.urge_last is None:
        return
    if week.urges_told == 1:
        yield texts("summary-urge-once", urge=week.urge_last)
    else:
        yield texts("summary-urge", first=week.urge_first, last=week.urge_last)


def mood_line(week: Week, texts: Texts) -> str:
    """Days of low or very low mood, and how many the week before had."""
    low = texts("summary-mood", low=week.low.count, days=week.low.of)
    if not week.low_before.of:
        return low
    return f"{low} {texts('summary-before', low=week.low_before.count, days=week.low_before.of)}"


def _own(week: Week, texts: Texts) -> Iterator[str]:
    for one in week.helped[:MOST]:
        words = cut(own_or_line(texts, one.words, one.code), LABEL)
        yield texts("summary-helped", words=words, count=one.share.count, times=one.share.of)
    for moment, count in week.moments[:MOST]:
        yield texts("summary-hard", moment=texts.label(f"moment-{moment}"), count=count)
    for group, barriers in week.barriers.items():
        yield _barriers(group, barriers, texts)
    for shared in week.words[-MOST:]:
        yield texts("summary-brings", day=short_day(texts, shared.day), words=cut(shared.words, EXCERPT))


def _barriers(group: ComB | None, barriers: Sequence[tuple[Barrier, int]], texts: Texts) -> str:
    """What got in the way, of one group; of no group, only a count."""
    if group is None:
        return texts("summary-barrier-other", count=sum(count for _, count in barriers))
    listed = (texts.label("summary-barrier", barrier=texts.label(f"barrier-{one}"), count=n) for one, n in barriers)
    return texts(f"summary-barrier-{group}", barriers=", ".join(listed))
