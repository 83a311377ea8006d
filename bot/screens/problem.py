"""What's in the way: named, ideas about it, one picked to try, and how it went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.screen import Button, Rows, Screen, does
from bot.screens.own_parts import days_ahead, home, undo, who_line
from bot.screens.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.screens.toolkit.asking import sees_line
from bot.taps.everywhere import OPEN_PLAN, OPEN_VIEW
from bot.taps.planning import (
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
from bot.texts.named import strategy_words
from care import problem
from care.quit_date import today_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.own_words import OwnWords
from programme.people import Person
from programme.problem import SHOWN, Problem, Tried
from programme.strategies import fitting

BEFORE = 3  # ideas that were tried
OURS = (*fitting(ahead=True), *fitting())  # what is done beforehand first: this is for planning


@dataclass(frozen=True, slots=True)
class Facts:
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


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it stands now."""
    before, today = await problem.tried_before(tx, person), today_of(tx.now, person)
    return Facts(today, await sees_of(tx, person), await problem.current(tx, person), before, row.args)


def screen(facts: Facts, texts: Texts) -> Screen:
    """What is asked next, or how it stands."""
    view = facts.args.get("view", "")
    if view == "ask" or facts.problem is None:
        return _name(facts, texts) if view == "ask" else _none(facts, texts)
    known, idea = facts.problem, facts.idea
    if view in ("idea", "ours"):
        return _ours(facts, known, texts) if view == "ours" else _ask_idea(known, texts)
    if idea is not None and idea.code is not None:
        return _tried(facts, idea, texts)
    if idea is not None and view == "when":
        asked = texts("problem-when", idea=cut(idea.words, EXCERPT))
        any_time = does(texts.label("problem-any-time"), IDEA_ON, (idea.id, facts.today))
        return Screen(asked, (*days_ahead(texts, facts.today, IDEA_ON, idea.id), (any_time, home(texts, "problem"))))
    if known.trying is not None and view != "pick":
        return _trying(facts, known, known.trying, view, texts)
    return _pick(known, texts) if known.ideas else _ask_idea(known, texts)


def _name(facts: Facts, texts: Texts) -> Screen:
    known = facts.problem
    asked = texts("problem-other-words", words=cut(known.barrier.words, EXCERPT)) if known else texts("problem-ask")
    return Screen(asked, ((home(texts, "problem"),),))


def _none(facts: Facts, texts: Texts) -> Screen:
    off = facts.args.get("off")
    write = (does(texts.label("problem-write"), PROBLEM_ASK), home(texts))
    top = lines(texts("problem-left") if off else None, texts("problem-none"))
    before = lines(texts("problem-before"), *_before(facts, texts)) if facts.before else None
    taken: Rows = ((undo(texts, PROBLEM_BACK, off),),) if off else ()
    return Screen(paragraphs(top, before, who_line(facts.sees, texts)), (*taken, write))


def _before(facts: Facts, texts: Texts) -> Iterator[str]:
    for one in facts.before[:BEFORE]:
        yield texts("problem-before-line", words=cut(one.words, LABEL), how=texts.label(f"problem-how-{one.code}"))


def _now(known: Problem, texts: Texts) -> str:
    return texts("problem-now", words=cut(known.barrier.words, EXCERPT))


def _ask_idea(known: Problem, texts: Texts) -> Screen:
    """Theirs first; ours once they ask (FIELD.md 3.8)."""
    asked = texts("problem-idea-more" if known.ideas else "problem-idea-ask")
    ours = does(texts.label("problem-ours"), PROBLEM_OURS, 0)
    way = home(texts, "problem") if known.ideas else home(texts)
    return Screen(paragraphs(_now(known, texts), asked), ((ours,), (*_change(known, texts),), (way,)))


def _change(known: Problem, texts: Texts) -> tuple[Button, Button]:
    return (
        does(texts.label("problem-edit"), PROBLEM_ASK),
        does(texts.label("problem-leave"), PROBLEM_END, known.barrier.id),
    )


def _ours(facts: Facts, known: Problem, texts: Texts) -> Screen:
    page = int(facts.args.get("page") or 0) % -(-len(OURS) // SHOWN)
    shown = OURS[page * SHOWN : (page + 1) * SHOWN]
    listed = (f"{n}. {strategy_words(texts, one)}" for n, one in enumerate(shown, start=1))
    taken = tuple(does(str(n), IDEA_TAKE, one.id) for n, one in enumerate(shown, start=1))
    others = does(texts.label("problem-ours-more"), PROBLEM_OURS, page + 1)
    words = paragraphs(_now(known, texts), lines(texts("problem-ours-ask"), *listed))
    return Screen(words, (taken, (others, home(texts, "problem"))))


def _pick(known: Problem, texts: Texts) -> Screen:
    fresh = [one for one in known.ideas if one.code is None]
    picks = tuple((does(cut(one.words, LABEL), IDEA_PICK, one.id),) for one in fresh)
    more = (does(texts.label("problem-add"), IDEA_ASK),) if known.room else ()
    asked = texts("problem-pick") if fresh else texts("problem-idea-more")
    rest = (*((more,) if more else ()), _change(known, texts), (home(texts),))
    return Screen(paragraphs(_now(known, texts), asked), (*picks, *rest))


def _trying(facts: Facts, known: Problem, idea: OwnWords, view: str, texts: Texts) -> Screen:
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
    rows = ((how,), *_to_toolkit(facts, idea, texts), (another,), _change(known, texts), (home(texts),))
    return Screen(paragraphs(_now(known, texts), said), rows)


def tried_buttons(idea_id: int, texts: Texts, not_now: Button) -> Rows:
    """How it went; not tried so far; and the way out."""
    helped, a_bit, other = (does(texts.label(f"problem-{one}"), IDEA_WAS, (idea_id, one)) for one in Tried)
    not_tried = does(texts.label("problem-not-tried"), IDEA_WAS, (idea_id, NOT_TRIED))
    return (helped, a_bit), (other, not_tried), (not_now,)


def _tried(facts: Facts, idea: OwnWords, texts: Texts) -> Screen:
    another = does(texts.label("problem-another"), IDEA_OTHERS)
    leave = does(texts.label("problem-leave"), PROBLEM_END, idea.about_id or 0)
    taken = undo(texts, IDEA_WAS, (idea.id, None))
    rows = (*_to_toolkit(facts, idea, texts), (another, leave), (taken, home(texts)))
    return Screen(paragraphs(texts(f"problem-said-{idea.code}"), lines(*_kept(facts, texts))), rows)


def _kept(facts: Facts, texts: Texts) -> tuple[str, ...]:
    """Where it was put into the toolkit: that it was, and who may come to read it there."""
    return (texts("problem-in-toolkit"), sees_line(facts.sees, texts)) if facts.args.get("toolkit") else ()


def _to_toolkit(facts: Facts, idea: OwnWords, texts: Texts) -> Rows:
    """One tap keeps it; not for what did not help."""
    if facts.args.get("toolkit") or idea.code == Tried.NOT_THIS_TIME:
        return ()
    return ((does(texts.label("problem-to-toolkit"), IDEA_KEEP, idea.id),),)
