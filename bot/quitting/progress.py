"""How far a client has come, in counts of what they told, with the working; and their tries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.kit.parts import EXCERPT, back, cut, lines, more, paragraphs
from bot.kit.screen import Rows, Screen, does
from bot.kit.taps import OPEN_MINE, OPEN_VIEW
from bot.measures.screens import easier_lines
from bot.measures.withdrawal import body_line
from bot.people.taps import NOTES
from bot.practice.taps import WORKED_WITH
from bot.quitting.taps import QUIT_DATE, RATING, RELAPSE, STAGE
from bot.supporters.parts import milestone_words, tell_buttons
from bot.texts import Texts
from bot.texts.dates import day, money
from care.craving import times_tried
from care.measures.scales import noticed_by, ratings_of
from care.people.consent import wants
from care.quitting.preparing import preparing_of
from care.quitting.progress import (
    Counted,
    LivedDays,
    QuitTry,
    lived_of,
    may_milestone_be_told,
    milestone_now,
    not_asked,
    progress_of,
    stage_of,
    tries_of,
)
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.measures.dependence import Noticed
from programme.people.person import Person, Switch, today_of
from programme.quitting.attempts import Milestone
from programme.quitting.events import ConfidenceSaid
from programme.quitting.lapses import Stage
from programme.quitting.working import Code, WorkingStep
from programme.schedule.slots import DAY
from programme.supporters.support import Support


def working_words(counted: Counted, not_asked: int, texts: Texts) -> str:
    """Each step that was looked at, in order; of the days that are not known, on how many we did not ask."""
    steps = (*_steps(counted, not_asked, texts), texts("lived-step-today"))
    listed = (texts("outcomes-step", step=step) for step in steps)
    return paragraphs(texts("progress-working-head"), lines(*listed))


def _steps(counted: Counted, not_asked: int, texts: Texts) -> Iterator[str]:
    for one in counted.lived.working:
        yield texts(f"lived-step-{one.code}", **_counts(one, counted, texts))
        if one.code is Code.NOT_SAID_DAYS and not_asked:
            yield texts("lived-step-not-asked-days", days=not_asked)


def _counts(step: WorkingStep, counted: Counted, texts: Texts) -> Mapping[str, int | str]:
    """A step's counts, a price as money, and `until` as the last day on which that held."""
    if "until" not in step.counts:
        currency = counted.usual.currency if counted.usual else None
        return _priced(step.counts, currency, texts)
    until = date.fromordinal(step.counts["until"])
    currency = next((one.currency for one in counted.before if one.until == until), None)
    return {**_priced(step.counts, currency, texts), "until": day(texts, until - DAY)}


def _priced(counts: Mapping[str, int], currency: str | None, texts: Texts) -> Mapping[str, int | str]:
    if "price" not in counts or currency is None:
        return counts
    return {**counts, "price": money(texts, counts["price"], currency)}


LATELY = 4  # numbers that are shown of how sure they felt


@dataclass(frozen=True, slots=True)
class ProgressFacts:
    """`view`: "more" ways, "since" (when the last one was) or "working".

    `milestone` is the highest reached, `tell` who may hear it.
    `counted` is what it comes to in cigarettes and money; `tried` how often something was tried with a craving; `sure`
    the numbers from 0 to 10 that they gave, oldest first. `ready` counts what they got ready for their quit date.
    `easier` is what they found got easier; `body`: they want to see what changes in the body here. `not_asked` are the
    days of which nothing is known as we did not ask.
    """

    lived: LivedDays
    view: str = ""
    milestone: Milestone | None = None
    tell: Sequence[Support] = ()
    easier: Sequence[Noticed] = ()
    body: bool = False
    counted: Counted | None = None
    tried: int = 0
    sure: Sequence[int] = ()
    ready: int = 0
    not_asked: int = 0


async def progress_facts(tx: Tx, person: Person, row: ScreenRow) -> ProgressFacts:
    """Counted now."""
    lived, milestone = await progress_of(tx, person), await milestone_now(tx, person)
    return ProgressFacts(
        lived=lived,
        view=row.args.get("view", ""),
        milestone=milestone,
        tell=await may_milestone_be_told(tx, person) if milestone else (),
        counted=await lived_of(tx, person),
        tried=await times_tried(tx, person) if lived.kept else 0,
        sure=await ratings_of(tx, person.id, ConfidenceSaid),
        easier=await noticed_by(tx, person.id),
        body=await wants(tx, person, Switch.BODY),
        ready=(await preparing_of(tx, person)).ready,
        not_asked=await not_asked(tx, person, lived),
    )


def progress_screen(facts: ProgressFacts, texts: Texts) -> Screen:
    """The counts. What can be reset, the time since the last one, is shown to who asks for it (FIELD.md 2.2)."""
    lived = facts.lived
    if facts.view == "since":
        last = texts("progress-since-never")
        if lived.last is not None:
            last = texts("progress-since-day", day=day(texts, lived.last))
        return Screen(last, ((back(texts),),))
    own = (does(texts.label("worked-with-button"), WORKED_WITH), does(texts.label("notes-button"), NOTES))
    if not lived.kept:
        return Screen(paragraphs(texts("progress"), texts("progress-not-kept")), (own,))
    if facts.view == "working" and facts.counted is not None:
        return Screen(working_words(facts.counted, facts.not_asked, texts), ((back(texts),),))
    body = body_line(lived, texts) if facts.body else None
    found = paragraphs(_efforts(facts, texts), easier_lines(facts.easier, texts), body)
    words = paragraphs(texts("progress"), _days(facts, texts), _spared(facts, texts), found)
    if facts.view == "more":
        return Screen(words, (*_more(texts), own, (back(texts),)))
    return Screen(words, (*tell_buttons(facts.tell, texts), *_ways(facts, texts)))


def _ways(facts: ProgressFacts, texts: Texts) -> Rows:
    tries = does(texts.label("progress-tries"), OPEN_MINE, "tries")
    closer = does(texts.label("progress-closer"), OPEN_MINE, "closer")
    attempt = facts.lived.attempt
    if attempt is None or not attempt.has_come(facts.lived.today):
        date = does(texts.label("more-quit-date"), QUIT_DATE)
    else:
        date = does(texts.label("relapse-stop-counting"), RELAPSE)
    return ((tries, closer), (date,), (more(texts),))


def _more(texts: Texts) -> Rows:
    since = does(texts.label("progress-since"), OPEN_VIEW, "since")
    working = does(texts.label("progress-working"), OPEN_VIEW, "working")
    cost = does(texts.label("progress-usual"), OPEN_MINE, "usual")
    sure = does(texts.label("progress-ask-sure"), RATING, "sure")
    return ((since, sure), (working,), (cost,))


def _spared(facts: ProgressFacts, texts: Texts) -> str | None:
    found = facts.counted
    if found is None or not found.lived.not_smoked or found.usual is None:
        return None
    sums = [(found.usual.currency, found.lived.money), *found.lived.other_money.items()]
    kept = [money(texts, many, currency) for currency, many in sums if many and currency is not None]
    kept_line = texts("progress-money", money=" + ".join(kept)) if kept else None
    return lines(texts("progress-not-smoked", count=found.lived.not_smoked), kept_line)


def _efforts(facts: ProgressFacts, texts: Texts) -> str | None:
    ridden_out, tried = facts.lived.ridden_out, facts.tried
    sure = " → ".join(str(value) for value in facts.sure[-LATELY:])
    return (
        lines(
            texts("progress-ridden-out", count=ridden_out) if ridden_out else None,
            texts("progress-tried", count=tried) if tried else None,
            texts("progress-ready", count=facts.ready) if facts.ready else None,
            texts("progress-sure", values=sure) if sure else None,
        )
        or None
    )


def _days(facts: ProgressFacts, texts: Texts) -> str:
    """What there is to count; what is nought is left out."""
    days = facts.lived.days
    if not days.smoke_free + days.smoked + days.not_known:
        return _before_the_first(facts.lived, texts)
    not_known = _gaps(days.not_known, facts.not_asked, texts)
    if not days.smoke_free:
        return lines(texts("progress-told", days=days.smoked) if days.smoked else texts("progress-to-tell"), not_known)
    counted = (texts("progress-smoke-free", days=days.smoke_free), texts("progress-longest", days=days.longest))
    return lines(*counted, _milestone(facts, texts), texts("progress-lapse"), not_known)


def _gaps(not_known: int, not_asked: int, texts: Texts) -> str | None:
    """Days that are not known, and how many of them we did not ask about."""
    rest = not_known - not_asked
    ours = texts("progress-not-asked", days=not_asked) if not_asked else None
    return lines(ours, texts("progress-not-known", days=rest) if rest else None) or None


def _before_the_first(lived: LivedDays, texts: Texts) -> str:
    attempt = lived.attempt
    if attempt is None:
        return texts("progress-no-date")
    if attempt.has_come(lived.today):
        return texts("progress-none-yet")
    return texts("progress-ahead", day=day(texts, attempt.quit_on))


def _milestone(facts: ProgressFacts, texts: Texts) -> str | None:
    if facts.milestone is None:
        return None
    return texts("progress-milestone", milestone=milestone_words(facts.milestone, texts))


SHOWN = 8  # the newest; what fits one message


@dataclass(frozen=True, slots=True)
class TriesFacts:
    """Every try, newest first; `today` is the client's local date, `stage` where they are now."""

    today: date
    tries: Sequence[QuitTry] = ()
    stage: Stage | None = None


async def tries_facts(tx: Tx, person: Person, row: ScreenRow) -> TriesFacts | None:  # noqa: ARG001
    """For clients only."""
    if not person.is_client:
        return None
    return TriesFacts(today_of(tx.now, person), await tries_of(tx, person), await stage_of(tx, person))


def tries_screen(facts: TriesFacts, texts: Texts) -> Screen:
    """A few lines for each."""
    came = [one for one in facts.tries if one.came(facts.today)]
    planned = sum(one.attempt.ended_on is not None and one not in came for one in facts.tries)
    listed = (lines(*_lines(one, texts)) for one in came[:SHOWN])
    older = texts("tries-older", count=len(came) - SHOWN) if len(came) > SHOWN else None
    none = None if came else texts("tries-none")
    plans = texts("tries-planned", count=planned) if planned else None
    now = texts("stage-now", stage=texts.label(f"stage-{facts.stage}")) if facts.stage else None
    change = does(texts.label("stage-change"), STAGE)
    back = does(texts.label("button-back"), OPEN_MINE, "progress")
    every = texts("tries-every") if came else None
    return Screen(paragraphs(texts("tries"), none, *listed, lines(older, plans, every), now), ((change,), (back,)))


def _lines(one: QuitTry, texts: Texts) -> Iterator[str]:
    attempt, days = one.attempt, one.days
    since = day(texts, attempt.quit_on)
    if attempt.ended_on is None:
        yield texts("tries-goes-on", first=since)
    else:
        yield texts("tries-from-to", first=since, last=day(texts, attempt.ended_on))
    if days.smoke_free:
        yield texts("tries-days", days=days.smoke_free, longest=days.longest)
    if one.why is not None:
        words = texts.label(f"why-moved-{one.why}") if one.is_chip else cut(one.why, EXCERPT)
        yield texts("tries-why", words=words)
