"""The goal of the week: written, changed, and looked at together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.screen import Button, Rows, Screen, does
from bot.screens.own_parts import home, leads, undo, who_line
from bot.screens.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.everywhere import OPEN_PLAN, OPEN_VIEW
from bot.taps.planning import (
    EXAMPLES,
    GOAL_ASK,
    GOAL_BACK,
    GOAL_DROP,
    GOAL_IDEAS,
    GOAL_KEEP,
    GOAL_KEEP_IT,
    GOAL_TAKE,
    GOAL_WAS,
)
from bot.texts import Texts
from bot.texts.dates import day
from care import goal
from db.screens import ScreenRow
from db.tx import Tx
from programme.goal import Outcome
from programme.own_words import OwnWords
from programme.people import Person

SHOWN = 3  # goals before this one


@dataclass(frozen=True, slots=True)
class Facts:
    """`goal` is this week's, `before` those that are over, newest first.

    `args`: "view" as tapped open; "said" the id of the goal whose outcome was told, "off" of the one taken off.
    """

    sees: Sees
    goal: OwnWords | None = None
    before: Sequence[OwnWords] = ()
    args: Mapping[str, Any] = field(default_factory=dict)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it stands now."""
    return Facts(await sees_of(tx, person), await goal.current(tx, person), await goal.before(tx, person), row.args)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The goal, or a question for one."""
    view = facts.args.get("view", "")
    if view in ("ask", "ideas"):
        return _ask(facts, view == "ideas", texts)
    if facts.goal is None:
        return _none(facts, texts)
    words = texts("goal-now", words=cut(facts.goal.words, EXCERPT))
    if view == "review":
        return Screen(
            paragraphs(words, texts("goal-how")),
            outcome_buttons(facts.goal.id, texts, does(texts.label("button-not-now"), OPEN_PLAN, "goal")),
        )
    since = texts("goal-since", day=day(texts, facts.goal.on_date)) if facts.goal.on_date else None
    change = (does(texts.label("goal-change"), GOAL_ASK), does(texts.label("goal-drop"), GOAL_DROP, facts.goal.id))
    how = (does(texts.label("goal-how"), OPEN_VIEW, "review"),)
    return Screen(paragraphs(lines(words, since), who_line(facts.sees, texts)), (how, change, (home(texts),)))


def outcome_buttons(goal_id: int, texts: Texts, not_now: Button) -> Rows:
    """How it went; other words for it; and the way out."""
    said = [does(texts.label(f"goal-{one}"), GOAL_WAS, (goal_id, one)) for one in Outcome]
    change = does(texts.label("goal-change"), GOAL_ASK)
    return tuple(said[:2]), tuple(said[2:]), (change, not_now)


def _ask(facts: Facts, examples: bool, texts: Texts) -> Screen:
    """Their own first; examples once they ask for some (FIELD.md 3.8)."""
    back = home(texts, "goal")
    asked = texts("goal-ask") if facts.goal is None else texts("goal-other-words", words=cut(facts.goal.words, EXCERPT))
    if not examples:
        return Screen(asked, ((does(texts.label("goal-ideas"), GOAL_IDEAS), back),))
    taken = tuple((does(texts.label(f"goal-idea-{n}"), GOAL_TAKE, n),) for n in range(1, EXAMPLES + 1))
    return Screen(texts("goal-ideas-ask"), (*taken, (back,)))


def _none(facts: Facts, texts: Texts) -> Screen:
    told = next((one for one in facts.before if one.id == facts.args.get("said")), None)
    if told is not None:
        keep = does(texts.label("goal-keep"), GOAL_KEEP, told.id)
        new, done = does(texts.label("goal-new"), GOAL_ASK), leads(texts, "goal-done", "plan")
        return Screen(texts(f"goal-said-{told.code}"), ((keep,), (new, done), (undo(texts, GOAL_BACK, told.id),)))
    write = (does(texts.label("goal-write"), GOAL_ASK), home(texts))
    if off := facts.args.get("off"):
        return Screen(lines(texts("plan-taken-off"), texts("goal-none")), ((undo(texts, GOAL_KEEP_IT, off),), write))
    before = lines(texts("goal-before"), *_before(facts, texts)) if facts.before else None
    return Screen(paragraphs(texts("goal-none"), before, who_line(facts.sees, texts)), (write,))


def _before(facts: Facts, texts: Texts) -> Iterator[str]:
    for one in facts.before[:SHOWN]:
        outcome = texts.label(f"goal-outcome-{one.code}")
        yield texts("goal-before-line", words=cut(one.words, LABEL), outcome=outcome)
