"""The goal of the week, and what's in the way of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.kit.own_words import days_ahead, lead_to, plan_home, undo_button, who_line
from bot.kit.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_PLAN, OPEN_VIEW
from bot.planning.taps import (
    EXAMPLES,
    GOAL_ASK,
    GOAL_BACK,
    GOAL_DROP,
    GOAL_IDEAS,
    GOAL_KEEP,
    GOAL_KEEP_IT,
    GOAL_TAKE,
    GOAL_WAS,
    IDEA_ASK,
    IDEA_KEEP,
    IDEA_ON,
    IDEA_OTHERS,
    IDEA_PICK,
    IDEA_TAKE,
    IDEA_WAS,
    NOT_TRIED,
    PROBLEM_ASK,
    PROBLEM_BACK,
    PROBLEM_END,
    PROBLEM_OURS,
)
from bot.texts import Texts
from bot.texts.dates import day
from bot.texts.service import strategy_words
from bot.toolkit.screens import sees_line
from care.planning import goals
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person, today_of
from programme.planning.goals import IDEAS_SHOWN, GoalOutcome, IdeaResult, Problem
from programme.planning.reasons import OwnWords
from programme.toolkit.strategies import fitting

SHOWN = 3  # goals before this one


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """`goal` is this week's, `before` those that are over, newest first.

    `args`: "view" as tapped open; "said" the id of the goal whose outcome was told, "off" of the one taken off.
    """

    sees: Sees
    goal: OwnWords | None = None
    before: Sequence[OwnWords] = ()
    args: Mapping[str, Any] = field(default_factory=dict)


async def goal_facts(tx: Tx, person: Person, row: ScreenRow) -> GoalFacts:
    """As it stands now."""
    return GoalFacts(
        await sees_of(tx, person), await goals.current_goal(tx, person), await goals.goals_before(tx, person), row.args
    )


def goal_screen(facts: GoalFacts, texts: Texts) -> Screen:
    """The goal, or a question for one."""
    view = facts.args.get("view", "")
    if view in ("ask", "ideas"):
        return _ask(facts, view == "ideas", texts)
    if facts.goal is None:
        return _none_goal(facts, texts)
    words = texts("goal-now", words=cut(facts.goal.words, EXCERPT))
    if view == "review":
        return Screen(
            paragraphs(words, texts("goal-how")),
            outcome_buttons(facts.goal.id, texts, does(texts.label("button-not-now"), OPEN_PLAN, "goal")),
        )
    since = texts("goal-since", day=day(texts, facts.goal.on_date)) if facts.goal.on_date else None
    change = (does(texts.label("goal-change"), GOAL_ASK), does(texts.label("goal-drop"), GOAL_DROP, facts.goal.id))
    how = (does(texts.label("goal-how"), OPEN_VIEW, "review"),)
    return Screen(paragraphs(lines(words, since), who_line(facts.sees, texts)), (how, change, (plan_home(texts),)))


def outcome_buttons(goal_id: int, texts: Texts, not_now: Button) -> Rows:
    """How it went; other words for it; and the way out."""
    said = [does(texts.label(f"goal-{one}"), GOAL_WAS, (goal_id, one)) for one in GoalOutcome]
    change = does(texts.label("goal-change"), GOAL_ASK)
    return tuple(said[:2]), tuple(said[2:]), (change, not_now)


def _ask(facts: GoalFacts, examples: bool, texts: Texts) -> Screen:
    """Their own first; examples once they ask for some (FIELD.md 3.8)."""
    back = plan_home(texts, "goal")
    asked = texts("goal-ask") if facts.goal is None else texts("goal-other-words", words=cut(facts.goal.words, EXCERPT))
    if not examples:
        return Screen(asked, ((does(texts.label("goal-ideas"), GOAL_IDEAS), back),))
    taken = tuple((does(texts.label(f"goal-idea-{n}"), GOAL_TAKE, n),) for n in range(1, EXAMPLES + 1))
    return Screen(texts("goal-ideas-ask"), (*taken, (back,)))


def _none_goal(facts: GoalFacts, texts: Texts) -> Screen:
    told = next((one for one in facts.before if one.id == facts.args.get("said")), None)
    if told is not None:
        keep = does(texts.label("goal-keep"), GOAL_KEEP, told.id)
        new, done = does(texts.label("goal-new"), GOAL_ASK), lead_to(texts, "goal-done", "plan")
        return Screen(
            texts(f"goal-said-{told.code}"), ((keep,), (new, done), (undo_button(texts, GOAL_BACK, told.id),))
        )
    write = (does(texts.label("goal-write"), GOAL_ASK), plan_home(texts))
    if off := facts.args.get("off"):
        return Screen(
            lines(texts("plan-taken-off"), texts("goal-none")), ((undo_button(texts, GOAL_KEEP_IT, off),), write)
        )
    before = lines(texts("goal-before"), *_before_goal(facts, texts)) if facts.before else None
    return Screen(paragraphs(texts("goal-none"), before, who_line(facts.sees, texts)), (write,))


def _before_goal(facts: GoalFacts, texts: Texts) -> Iterator[str]:
    for one in facts.before[:SHOWN]:
        outcome = texts.label(f"goal-outcome-{one.code}")
        yield texts("goal-before-line", words=cut(one.words, LABEL), outcome=outcome)


BEFORE = 3  # ideas that were tried
OURS = (*fitting(ahead=True), *fitting())  # what is done beforehand first: this is for planning


@dataclass(frozen=True, slots=True)
class ProblemFacts:
    """`problem` is what they work on, `before` the ideas that were tried, newest first.

    `args`: "view" as tapped open; "idea" the one it is about; "off" the id of what they left; "page" of our ideas;
    "toolkit": that idea was put there; "later": they have not tried it yet.
    """

    today: date
    sees: Sees
    problem: Problem | None = None
    before: Sequence[OwnWords] = ()
    args: Mapping[str, Any] = field(default_factory=dict)

    @property
    def idea(self) -> OwnWords | None:
        """The idea that it is about."""
        ideas = self.problem.ideas if self.problem else ()
        return next((one for one in ideas if one.id == self.args.get("idea")), None)


async def problem_facts(tx: Tx, person: Person, row: ScreenRow) -> ProblemFacts:
    """As it stands now."""
    before, today = await goals.tried_before(tx, person), today_of(tx.now, person)
    return ProblemFacts(today, await sees_of(tx, person), await goals.current_problem(tx, person), before, row.args)


def problem_screen(facts: ProblemFacts, texts: Texts) -> Screen:
    """What is asked next, or how it stands."""
    view = facts.args.get("view", "")
    if view == "ask" or facts.problem is None:
        return _name(facts, texts) if view == "ask" else _none_problem(facts, texts)
    known, idea = facts.problem, facts.idea
    if view in ("idea", "ours"):
        return _ours(facts, known, texts) if view == "ours" else _ask_idea(known, texts)
    if idea is not None and idea.code is not None:
        return _tried(facts, idea, texts)
    if idea is not None and view == "when":
        asked = texts("problem-when", idea=cut(idea.words, EXCERPT))
        any_time = does(texts.label("problem-any-time"), IDEA_ON, (idea.id, facts.today))
        return Screen(
            asked, (*days_ahead(texts, facts.today, IDEA_ON, idea.id), (any_time, plan_home(texts, "problem")))
        )
    if known.trying is not None and view != "pick":
        return _trying(facts, known, known.trying, view, texts)
    return _pick(known, texts) if known.ideas else _ask_idea(known, texts)


def _name(facts: ProblemFacts, texts: Texts) -> Screen:
    known = facts.problem
    asked = texts("problem-other-words", words=cut(known.barrier.words, EXCERPT)) if known else texts("problem-ask")
    return Screen(asked, ((plan_home(texts, "problem"),),))


def _none_problem(facts: ProblemFacts, texts: Texts) -> Screen:
    off = facts.args.get("off")
    write = (does(texts.label("problem-write"), PROBLEM_ASK), plan_home(texts))
    top = lines(texts("problem-left") if off else None, texts("problem-none"))
    before = lines(texts("problem-before"), *_before_problem(facts, texts)) if facts.before else None
    taken: Rows = ((undo_button(texts, PROBLEM_BACK, off),),) if off else ()
    return Screen(paragraphs(top, before, who_line(facts.sees, texts)), (*taken, write))


def _before_problem(facts: ProblemFacts, texts: Texts) -> Iterator[str]:
    for one in facts.before[:BEFORE]:
        yield texts("problem-before-line", words=cut(one.words, LABEL), how=texts.label(f"problem-how-{one.code}"))


def _now(known: Problem, texts: Texts) -> str:
    return texts("problem-now", words=cut(known.barrier.words, EXCERPT))


def _ask_idea(known: Problem, texts: Texts) -> Screen:
    """Theirs first; ours once they ask (FIELD.md 3.8)."""
    asked = texts("problem-idea-more" if known.ideas else "problem-idea-ask")
    ours = does(texts.label("problem-ours"), PROBLEM_OURS, 0)
    way = plan_home(texts, "problem") if known.ideas else plan_home(texts)
    return Screen(paragraphs(_now(known, texts), asked), ((ours,), (*_change(known, texts),), (way,)))


def _change(known: Problem, texts: Texts) -> tuple[Button, Button]:
    return (
        does(texts.label("problem-edit"), PROBLEM_ASK),
        does(texts.label("problem-leave"), PROBLEM_END, known.barrier.id),
    )


def _ours(facts: ProblemFacts, known: Problem, texts: Texts) -> Screen:
    page = int(facts.args.get("page") or 0) % -(-len(OURS) // IDEAS_SHOWN)
    shown = OURS[page * IDEAS_SHOWN : (page + 1) * IDEAS_SHOWN]
    listed = (f"{n}. {strategy_words(texts, one)}" for n, one in enumerate(shown, start=1))
    taken = tuple(does(str(n), IDEA_TAKE, one.id) for n, one in enumerate(shown, start=1))
    others = does(texts.label("problem-ours-more"), PROBLEM_OURS, page + 1)
    words = paragraphs(_now(known, texts), lines(texts("problem-ours-ask"), *listed))
    return Screen(words, (taken, (others, plan_home(texts, "problem"))))


def _pick(known: Problem, texts: Texts) -> Screen:
    fresh = [one for one in known.ideas if one.code is None]
    picks = tuple((does(cut(one.words, LABEL), IDEA_PICK, one.id),) for one in fresh)
    more = (does(texts.label("problem-add"), IDEA_ASK),) if known.room else ()
    asked = texts("problem-pick") if fresh else texts("problem-idea-more")
    rest = (*((more,) if more else ()), _change(known, texts), (plan_home(texts),))
    return Screen(paragraphs(_now(known, texts), asked), (*picks, *rest))


def _trying(facts: ProblemFacts, known: Problem, idea: OwnWords, view: str, texts: Texts) -> Screen:
    words = cut(idea.words, EXCERPT)
    if view == "review":
        return Screen(
            texts("problem-asked", idea=words),
            tried_buttons(idea.id, texts, does(texts.label("button-not-now"), OPEN_PLAN, "problem")),
        )
    from_day = day(texts, idea.on_date or facts.today)
    ask = texts("problem-not-tried-said" if facts.args.get("later") else "problem-will-ask")
    said = lines(texts("problem-trying", idea=words, day=from_day), ask, *_kept(facts, texts))
    how = does(texts.label("problem-how"), OPEN_VIEW, "review")
    another = does(texts.label("problem-another"), IDEA_OTHERS)
    rows = ((how,), *_to_toolkit(facts, idea, texts), (another,), _change(known, texts), (plan_home(texts),))
    return Screen(paragraphs(_now(known, texts), said), rows)


def tried_buttons(idea_id: int, texts: Texts, not_now: Button) -> Rows:
    """How it went; not tried so far; and the way out."""
    helped, a_bit, other = (does(texts.label(f"problem-{one}"), IDEA_WAS, (idea_id, one)) for one in IdeaResult)
    not_tried = does(texts.label("problem-not-tried"), IDEA_WAS, (idea_id, NOT_TRIED))
    return (helped, a_bit), (other, not_tried), (not_now,)


def _tried(facts: ProblemFacts, idea: OwnWords, texts: Texts) -> Screen:
    another = does(texts.label("problem-another"), IDEA_OTHERS)
    leave = does(texts.label("problem-leave"), PROBLEM_END, idea.about_id or 0)
    taken = undo_button(texts, IDEA_WAS, (idea.id, None))
    rows = (*_to_toolkit(facts, idea, texts), (another, leave), (taken, plan_home(texts)))
    return Screen(paragraphs(texts(f"problem-said-{idea.code}"), lines(*_kept(facts, texts))), rows)


def _kept(facts: ProblemFacts, texts: Texts) -> tuple[str, ...]:
    """Where it was put into the toolkit: that it was, and who may come to read it there."""
    return (texts("problem-in-toolkit"), sees_line(facts.sees, texts)) if facts.args.get("toolkit") else ()


def _to_toolkit(facts: ProblemFacts, idea: OwnWords, texts: Texts) -> Rows:
    """One tap keeps it; not for what did not help."""
    if facts.args.get("toolkit") or idea.code == IdeaResult.NOT_THIS_TIME:
        return ()
    return ((does(texts.label("problem-to-toolkit"), IDEA_KEEP, idea.id),),)
