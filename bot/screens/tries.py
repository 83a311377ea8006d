"""Your tries: each with its days. What was planned counts as well; nothing here is a score."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.screen import Screen, does
from bot.screens.parts import EXCERPT, cut, lines, paragraphs
from bot.taps.everywhere import OPEN_MINE
from bot.taps.quitting import STAGE
from bot.texts import Texts
from bot.texts.dates import day
from care.lived import Try, tries_of
from care.quit_date import today_of
from care.stages import stage_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.snap import Stage

SHOWN = 8  # the newest; what fits one message


@dataclass(frozen=True, slots=True)
class Facts:
    """Every try, newest first; `today` is the client's local date, `stage` where they are now."""

    today: date
    tries: Sequence[Try] = ()
    stage: Stage | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """For clients alone."""
    if not person.is_client:
        return None
    return Facts(today_of(tx.now, person), await tries_of(tx, person), await stage_of(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
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


def _lines(one: Try, texts: Texts) -> Iterator[str]:
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
