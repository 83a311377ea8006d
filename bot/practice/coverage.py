"""Which techniques reached a client in a week, for each side."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import called
from bot.kit.screen import Rows, Screen, does
from bot.kit.taps import OPEN_MINE
from bot.practice.taps import CLIENTS, SUMMARY, WEEK_OF
from bot.texts import Texts
from bot.texts.dates import short_day
from care.practice.weekly import Weekly, coverage_of, received_by
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.practice.techniques import CodeCertainty, TechniqueCount


@dataclass(frozen=True, slots=True)
class CoverageFacts:
    """`weekly` is None where it is not shown, and `name` empty where they are nobody's of this practitioner."""

    id: int
    name: str
    weekly: Weekly | None


async def coverage_facts(tx: Tx, person: Person, row: ScreenRow) -> CoverageFacts:
    """Whether it may be seen is asked each time it is shown."""
    seen = await coverage_of(tx, person, row.subject_id or 0, int(row.args.get("week", 0)))
    if seen is None:
        return CoverageFacts(0, "", None)
    return CoverageFacts(seen.id, await called(tx, person, seen.id), seen.weekly)


def coverage_screen(facts: CoverageFacts, texts: Texts) -> Screen:
    """A week, and its neighbours a tap away."""
    every = does(texts.label("summary-all"), CLIENTS)
    if not facts.name:
        return Screen(texts("summary-closed"), ((every,),))
    back = does(texts.label("outcomes-week"), SUMMARY, facts.id)
    if facts.weekly is None:
        return Screen(texts("outcomes-not-shown", name=facts.name), ((back, every),))
    head = texts("coverage-head", name=facts.name, day=short_day(texts, facts.weekly.week))
    told = texts("coverage-told", name=facts.name)
    parts = list(techniques_by_group(facts.weekly, texts, coded_techniques)) or [
        texts("coverage-none", name=facts.name)
    ]
    every_one = [one for those in facts.weekly.coverage.values() for one in those]
    unchecked = any(one.technique.mark is CodeCertainty.REMEMBERED for one in every_one)
    foot = texts("coverage-unchecked") if unchecked else None
    return Screen(paragraphs(lines(head, told), *parts, foot), (*coverage_weeks(facts.weekly, texts), (back, every)))


def techniques_by_group(weekly: Weekly, texts: Texts, said: Callable[[TechniqueCount, Texts], str]) -> Iterator[str]:
    """A part for each function, its techniques under it."""
    for group, those in weekly.coverage.items():
        yield lines(texts(f"coverage-{group}"), *(said(one, texts) for one in those))


def coverage_weeks(weekly: Weekly, texts: Texts) -> Rows:
    """To the week before, and to the one after, each with its Monday."""
    at = weekly.weeks.index(weekly.week)
    beside = [(at + 1, "← {}"), (at - 1, "{} →")]
    there = [(number, shown) for number, shown in beside if 0 <= number < len(weekly.weeks)]
    found = (does(shown.format(short_day(texts, weekly.weeks[number])), WEEK_OF, number) for number, shown in there)
    return rows(found, 2)


def coded_techniques(one: TechniqueCount, texts: Texts) -> str:
    """A technique with its code, marked where that was not checked."""
    key = "coverage-line" if one.technique.mark is CodeCertainty.READ else "coverage-line-unchecked"
    code = one.technique.code
    return texts(key, code=code, technique=named_techniques(one, texts), count=one.messages)


def named_techniques(one: TechniqueCount, texts: Texts) -> str:
    """A technique in plain words."""
    return texts.label(f"technique-{one.technique.code.lower()}")


async def worked_with_facts(tx: Tx, person: Person, row: ScreenRow) -> Weekly:
    """As it is known now."""
    return await received_by(tx, person, int(row.args.get("week", 0)))


def worked_with_screen(facts: Weekly, texts: Texts) -> Screen:
    """A week, and its neighbours a tap away."""
    head = lines(texts("worked-with", day=short_day(texts, facts.week)), texts("worked-with-told"))
    parts = list(techniques_by_group(facts, texts, _line)) or [texts("worked-with-none")]
    back = does(texts.label("button-back"), OPEN_MINE, "progress")
    return Screen(paragraphs(head, *parts), (*coverage_weeks(facts, texts), (back,)))


def _line(one: TechniqueCount, texts: Texts) -> str:
    return texts("worked-with-line", technique=named_techniques(one, texts), count=one.messages)
