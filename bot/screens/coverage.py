"""Which techniques a client received in a week, for their practitioner: by function, in plain words, with counts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens.names import called
from bot.screens.parts import lines, paragraphs, rows
from bot.taps.practice import CLIENTS, SUMMARY, WEEK_OF
from bot.texts import Texts
from bot.texts.dates import short_day
from care.coverage import Weekly, coverage_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.bct import Mark, Received
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`weekly` is None where it is not shown, and `name` empty where they are nobody's of this practitioner."""

    id: int
    name: str
    weekly: Weekly | None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Whether it may be seen is asked each time it is shown."""
    seen = await coverage_of(tx, person, row.subject_id or 0, int(row.args.get("week", 0)))
    if seen is None:
        return Facts(0, "", None)
    return Facts(seen.id, await called(tx, person, seen.id), seen.weekly)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A week, and its neighbours a tap away."""
    every = does(texts.label("summary-all"), CLIENTS)
    if not facts.name:
        return Screen(texts("summary-closed"), ((every,),))
    back = does(texts.label("outcomes-week"), SUMMARY, facts.id)
    if facts.weekly is None:
        return Screen(texts("outcomes-not-shown", name=facts.name), ((back, every),))
    head = texts("coverage-head", name=facts.name, day=short_day(texts, facts.weekly.week))
    told = texts("coverage-told", name=facts.name)
    parts = list(by_group(facts.weekly, texts, coded)) or [texts("coverage-none", name=facts.name)]
    every_one = [one for those in facts.weekly.coverage.values() for one in those]
    unchecked = any(one.technique.mark is Mark.REMEMBERED for one in every_one)
    foot = texts("coverage-unchecked") if unchecked else None
    return Screen(paragraphs(lines(head, told), *parts, foot), (*weeks(facts.weekly, texts), (back, every)))


def by_group(weekly: Weekly, texts: Texts, said: Callable[[Received, Texts], str]) -> Iterator[str]:
    """A part for each function, its techniques under it."""
    for group, those in weekly.coverage.items():
        yield lines(texts(f"coverage-{group}"), *(said(one, texts) for one in those))


def weeks(weekly: Weekly, texts: Texts) -> Rows:
    """To the week before, and to the one after, each with its Monday."""
    at = weekly.weeks.index(weekly.week)
    beside = [(at + 1, "← {}"), (at - 1, "{} →")]
    there = [(number, shown) for number, shown in beside if 0 <= number < len(weekly.weeks)]
    found = (does(shown.format(short_day(texts, weekly.weeks[number])), WEEK_OF, number) for number, shown in there)
    return rows(found, 2)


def coded(one: Received, texts: Texts) -> str:
    """A technique with its code, marked where that was not checked."""
    key = "coverage-line" if one.technique.mark is Mark.READ else "coverage-line-unchecked"
    code = one.technique.code
    return texts(key, code=code, technique=named(one, texts), count=one.messages)


def named(one: Received, texts: Texts) -> str:
    """A technique in plain words."""
    return texts.label(f"technique-{one.technique.code.lower()}")
