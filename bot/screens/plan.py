"""My plan: where each piece of it stands, and a button that opens it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.screen import Screen, does
from bot.screens.own_parts import leads, who_line
from bot.screens.parts import LABEL, cut, lines, paragraphs, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.everywhere import OPEN_PLAN
from bot.texts import Texts
from bot.texts.dates import short_day
from care import goal, links, occasions, problem, telling
from care.preparing import Preparing, preparing_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.own_words import Purpose
from programme.people import Person
from programme.problem import Problem

PIECES = ("goal", "problem", "prepare", "telling", "occasions")


@dataclass(frozen=True, slots=True)
class Facts:
    """`goal` is this week's words, `next` the occasion that comes first with its day, `knows` and `links` counts."""

    sees: Sees
    goal: str | None = None
    problem: Problem | None = None
    preparing: Preparing = field(default_factory=Preparing)
    knows: int = 0
    next: tuple[str, date | None] | None = None
    links: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there so far."""
        return not (self.goal or self.problem or self.preparing.ready or self.knows or self.next or self.links)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """As it all stands now."""
    this_week, ahead = await goal.current(tx, person), await occasions.occasions_ahead(tx, person)
    told = await telling.listed(tx, person, Purpose.KNOWS)
    return Facts(
        sees=await sees_of(tx, person),
        goal=this_week.words if this_week else None,
        problem=await problem.current(tx, person),
        preparing=await preparing_of(tx, person),
        knows=sum(one.on_date is not None for one in told),
        next=(ahead[0].own.words, ahead[0].own.on_date) if ahead else None,
        links=len(await links.links_for(tx, person)),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line and a button for each."""
    body = texts("plan-empty") if facts.is_empty else lines(*_lines(facts, texts))
    buttons = [leads(texts, f"plan-{name}", name) for name in PIECES]
    if facts.sees.practitioner:
        buttons.append(leads(texts, "plan-links", "links", practitioner=facts.sees.practitioner))
    more = does(texts.label("button-back"), OPEN_PLAN, "more")
    words = paragraphs(lines(texts("plan"), body), who_line(facts.sees, texts))
    return Screen(words, rows((*buttons, more), 2))


def _lines(facts: Facts, texts: Texts) -> Iterator[str]:
    yield texts("plan-goal-line", words=cut(facts.goal, LABEL)) if facts.goal else texts("plan-goal-none")
    yield _problem(facts.problem, texts)
    there = facts.preparing
    yield texts("plan-prepare-line", ready=there.ready, all=there.all) if there.ready else texts("plan-prepare-none")
    yield texts("plan-telling-line", count=facts.knows) if facts.knows else texts("plan-telling-none")
    yield _next(facts.next, texts)
    if facts.links and facts.sees.practitioner:
        yield texts("plan-links-line", count=facts.links, practitioner=facts.sees.practitioner)


def _problem(known: Problem | None, texts: Texts) -> str:
    if known is None:
        return texts("plan-problem-none")
    words, trying = cut(known.barrier.words, LABEL), known.trying
    if trying is None:
        return texts("plan-problem-line", words=words)
    return texts("plan-problem-trying", words=words, idea=cut(trying.words, LABEL))


def _next(ahead: tuple[str, date | None] | None, texts: Texts) -> str:
    if ahead is None:
        return texts("plan-occasion-none")
    words, on = cut(ahead[0], LABEL), ahead[1]
    if on is None:
        return texts("plan-occasion-undated", words=words)
    return texts("plan-occasion-line", day=short_day(texts, on), words=words)
