"""A client's week for their practitioner: a dozen narrow lines, counts alone, read in seconds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.screen import Button, Rows, Screen, does
from bot.screens.client_list import asked_buttons, asked_lines, shown_name
from bot.screens.cycle import in_one_line
from bot.screens.outcome import result_words
from bot.screens.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.screens.reads import zone_of
from bot.texts import Texts, texts_for
from bot.texts.dates import local, short_day, when
from bot.texts.named import own_or_line
from care.cycle import shown_of
from care.requests import waiting_for
from care.safety import shown_of as safety_shown_of
from care.week import client_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.barrier import Barrier, ComB
from programme.cycle import Cycle
from programme.outcome import Outcome
from programme.people import Person
from programme.request import Waiting
from programme.snap import Stage
from programme.summary import Week

MOST = 3  # of what helped, hard moments and shared words: the rest is for the session


@dataclass(frozen=True, slots=True)
class Facts:
    """`week` is None where it is not shown, and `name` empty where they are nobody's of this practitioner.

    `asked`: what they asked of the practitioner and waits to be opened; it is no part of the week, and needs no yes.

    `paused`: they take a break now. `session_at` (UTC) is their next session, `now` when this is shown; `read`: the
    practitioner said so on this screen. `brings` are the client's words for that session that they chose to show, and
    `cycle` is how it goes round for them, where they chose to show that, and since when (UTC). `stages` and `result`:
    see programme.monday.OfClient; `unreached` is the `cannot_reach` of it. `safety`: they show a safety plan.
    """

    name: str
    week: Week | None
    zone: str
    paused: bool = False
    session_at: datetime | None = None
    now: datetime | None = None
    read: bool = False
    brings: tuple[str, ...] = ()
    cycle: tuple[Cycle, datetime] | None = None
    stages: tuple[Stage, ...] = ()
    result: Outcome | None = None
    unreached: date | None = None
    asked: tuple[Waiting, ...] = ()
    safety: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """Whether it may be seen is asked each time it is shown."""
    seen = await client_of(tx, now, person, row.subject_id or 0)
    if seen is None:
        return Facts("", None, zone_of(person))
    return Facts(
        name=shown_name(seen.id, seen.name, texts_for(person.locale)),
        week=seen.week,
        zone=zone_of(person),
        paused=seen.is_paused,
        session_at=seen.session_at,
        now=now,
        read=bool(row.args.get("read")),
        brings=seen.brings,
        cycle=await shown_of(tx, seen.id),
        stages=seen.stages,
        result=seen.result,
        unreached=seen.cannot_reach,
        asked=tuple(one for one in await waiting_for(tx, person) if one.request.person_id == seen.id),
        safety=await safety_shown_of(tx, seen.id) is not None,
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """The week in a fixed width, or that it is not shared."""
    if facts.week is None:
        key = "summary-not-shared" if facts.name else "summary-closed"
        args = {"name": facts.name} if facts.name else {}
        asked = lines(*asked_lines(facts.asked, facts.zone, texts))
        body = paragraphs(asked, texts(key, **args), _session(facts, texts), _cycle(facts, texts))
        return Screen(body, _buttons(facts, texts))
    week = facts.week
    head = texts("summary-head", name=facts.name, day=short_day(texts, week.last))
    body = lines(head, texts("summary-told"), "", *asked_lines(facts.asked, facts.zone, texts))
    counted = f"<pre>{lines(body, *_counts(facts, week, texts), *_own(week, texts))}</pre>"
    return Screen(lines(counted, _session(facts, texts), _cycle(facts, texts)), _buttons(facts, texts))


def _session(facts: Facts, texts: Texts) -> str | None:
    if not facts.name:
        return None
    following = texts("session-none")
    if facts.session_at is not None and facts.now is not None:
        following = texts("session-next", when=when(texts, facts.session_at, facts.now, facts.zone))
    brings = (texts("summary-session-note", words=cut(words, EXCERPT)) for words in facts.brings[-MOST:])
    return lines(following, *brings)


def _cycle(facts: Facts, texts: Texts) -> str | None:
    if facts.cycle is None:
        return None
    found, since = facts.cycle
    return texts(
        "summary-cycle", day=short_day(texts, local(since, facts.zone).date()), steps=in_one_line(found, texts)
    )


def _buttons(facts: Facts, texts: Texts) -> Rows:
    return (*asked_buttons(facts.asked, texts), *_ways(facts, texts))


def _ways(facts: Facts, texts: Texts) -> Rows:
    every = does(texts.label("summary-all"), "clients")
    if not facts.name:
        return ((every,),)
    if facts.session_at is None:
        session: tuple[Button, ...] = (does(texts.label("session-set"), "session"),)
    else:
        session = (does(texts.label("session-change"), "session"), does(texts.label("session-clear"), "session_clear"))
    safety = (does(texts.label("safety-shown-button"), "safe_of"),) if facts.safety else ()
    if facts.week is None:
        return (session, (does(texts.label("scores"), "scores"), *safety, every))
    read = () if facts.read else (does(texts.label("weekly-read"), "week_read"),)
    numbers = does(texts.label("outcomes"), "outcomes")
    scores = does(texts.label("scores"), "scores")
    ahead = does(texts.label("next-of-button"), "client_next")
    techniques = does(texts.label("coverage-button"), "coverage")
    picture = does(texts.label("picture-of-button"), "picture_of")
    return (session, (numbers, scores, *read), (ahead, techniques, picture), (*safety, every))


def _unreached(facts: Facts, week: Week, texts: Texts) -> Iterator[str]:
    if week.cannot_reach:
        yield texts("summary-cannot-reach", count=week.cannot_reach)
    if facts.unreached is not None:
        yield texts("summary-unreached-since", day=short_day(texts, facts.unreached))


def _counts(facts: Facts, week: Week, texts: Texts) -> Iterator[str]:
    if facts.paused:
        yield texts("summary-paused")
    yield from _replied(facts, week, texts)
    yield from where_they_are(facts.stages, texts)
    if facts.result is not None:
        yield texts("summary-result", weeks=facts.result.milestone // 7, said=result_words(facts.result, texts))
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


def _replied(facts: Facts, week: Week, texts: Texts) -> Iterator[str]:
    """Who was asked nothing for a while did not leave anything unanswered."""
    if week.was_not_asked and not (week.is_new or facts.paused or facts.unreached):
        yield texts("summary-not-asked")
        return
    replied = texts("summary-replied", replied=week.replied, asked=week.asked)
    missed = texts("summary-missed", missed=week.missed_by_us) if week.missed_by_us else ""
    yield f"{replied} {missed}".strip()
    yield from _unreached(facts, week, texts)
    if week.is_quiet and not facts.paused:
        yield quiet_line(week, texts)


def where_they_are(stages: Sequence[Stage], texts: Texts) -> Iterator[str]:
    """Where they are with smoking, and how that moved: a list of steps, without a verdict."""
    if stages:
        yield texts("summary-stage", stages=" → ".join(texts.label(f"stage-{stage}") for stage in stages))


def quiet_line(week: Week, texts: Texts) -> str:
    """Since when there was no reply."""
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
        words = cut(own_or_line(texts, one.words, one.code), LABEL)
        yield texts("summary-helped", words=words, count=one.share.count, times=one.share.of)
    for moment, count in week.moments[:MOST]:
        yield texts("summary-hard", moment=texts.label(f"moment-{moment}"), count=count)
    for group, barriers in week.barriers.items():
        yield _barriers(group, barriers, texts)
    for shared in week.words[-MOST:]:
        yield texts("summary-brings", day=short_day(texts, shared.day), words=cut(shared.words, EXCERPT))


def _barriers(group: ComB | None, barriers: Sequence[tuple[Barrier, int]], texts: Texts) -> str:
    """What got in the way, of one group; of no group it is counted alone."""
    if group is None:
        return texts("summary-barrier-other", count=sum(count for _, count in barriers))
    listed = (texts.label("summary-barrier", barrier=texts.label(f"barrier-{one}"), count=n) for one, n in barriers)
    return texts(f"summary-barrier-{group}", barriers=", ".join(listed))
