"""The faces of My plan and its pieces, of the cards that bring them up, and of a practitioner's links."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.check_in.cards import CardShown
from bot.kit.people import Sees
from bot.planning.cards import OccasionCardFacts
from bot.planning.goals import GoalFacts, ProblemFacts
from bot.planning.occasions import OccasionFacts, OccasionsFacts
from bot.planning.plan import PlanFacts
from bot.planning.taps import ORDER
from bot.practice.links import LinksFacts, ShelfFacts, ShelfLinkFacts
from bot.quitting.preparing import PrepareFacts, TellingFacts
from care.quitting.preparing import Preparing
from programme.check_in.answers import Mood
from programme.check_in.closing_card import Card
from programme.planning.goals import GoalOutcome, IdeaResult, Problem
from programme.planning.occasions import HowWas, Occasion, OccasionPart
from programme.planning.reasons import OwnWords, Purpose
from programme.practice.sessions import Link
from programme.quitting.attempts import Thing
from programme.schedule.course import Form
from programme.schedule.prompt import PromptState
from tests.screens.cases.anchors import NOW, SAID, check_in_of
from tests.screens.cases.quitting import NASTY, TODAY

Case = tuple[str, str, Any]
DAY = timedelta(days=1)
SEES = Sees("Lee", summary=True, keep=True, route="Lee")
NOBODY = Sees(None, keep=True)
UNKEPT = Sees("Lee")


def own(id_: int, purpose: Purpose, words: str, on: date | None = None, code: str | None = None) -> OwnWords:
    """Somebody's words."""
    return OwnWords(id_, 7, purpose, words, 20 if purpose is Purpose.IDEA else None, on, code, ended=False)


GOAL = own(3, Purpose.GOAL, "No cigarette before breakfast", TODAY)
BARRIER = own(20, Purpose.BARRIER, "The walk home past the shop")
IDEAS = (own(21, Purpose.IDEA, "Take the bus"), own(22, Purpose.IDEA, NASTY))
TRYING = (replace(IDEAS[0], on_date=TODAY + DAY), IDEAS[1])
READY = Preparing(
    frozenset({Thing.HOME, Thing.HANDS}),
    (own(31, Purpose.PREPARE, "Buy carrots", TODAY), own(32, Purpose.PREPARE, NASTY)),
    TODAY + 3 * DAY,
)
PARTS = {
    OccasionPart.WHERE: own(41, Purpose.OCCASION_PART, "Mia's garden"),
    OccasionPart.SAY: own(42, Purpose.OCCASION_PART, "No thanks, I'm fine with my drink."),
    OccasionPart.THEN: own(43, Purpose.OCCASION_PART, NASTY),
}
PARTY = Occasion(own(40, Purpose.OCCASION, "Mia's birthday, with the smokers from work", TODAY + DAY), PARTS)
SOME_TIME = Occasion(own(44, Purpose.OCCASION, NASTY))
ADDED = date(2026, 3, 3)
NHS = Link(51, 2, None, "Breathing", "https://www.nhs.uk/breathing", "Five minutes, with sound.", ADDED, ADDED)
OLD = replace(NHS, id=52, client_id=7, title=NASTY[:60], note=NASTY, checked_on=date(2025, 2, 1))
WHOLE = replace(
    check_in_of(Form.EVENING, None, state=PromptState.DONE, answered_at=NOW), said=replace(SAID, mood=Mood.OK)
)


def plans() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _plan()
    yield from _goal()
    yield from _problem()
    yield from _prepare()
    yield from _telling()
    yield from _occasions()
    yield from _links()
    yield from _cards()


def _plan() -> Iterator[Case]:
    yield "empty", "plan", PlanFacts(SEES)
    yield "empty, nobody", "plan", PlanFacts(NOBODY)
    yield "not kept", "plan", PlanFacts(UNKEPT)
    yield "some of it", "plan", PlanFacts(NOBODY, knows=1, problem=Problem(BARRIER), next=(NASTY, None))
    there = PlanFacts(SEES, GOAL.words, Problem(BARRIER, TRYING), READY, 2, (PARTY.own.words, PARTY.own.on_date), 2)
    yield "all of it", "plan", there


def _goal() -> Iterator[Case]:
    over = [replace(GOAL, id=9 - n, code=code) for n, code in enumerate(GoalOutcome)]
    yield "none", "goal", GoalFacts(SEES)
    yield "none, some before", "goal", GoalFacts(SEES, before=over)
    yield "asking", "goal", GoalFacts(SEES, args={"view": "ask"})
    yield "examples", "goal", GoalFacts(SEES, args={"view": "ideas"})
    yield "other words", "goal", GoalFacts(SEES, GOAL, args={"view": "ask"})
    yield "this week's", "goal", GoalFacts(SEES, GOAL)
    yield "how did it go", "goal", GoalFacts(SEES, replace(GOAL, words=NASTY), args={"view": "review"})
    for one in over:
        yield f"said {one.code}", "goal", GoalFacts(SEES, before=over, args={"said": one.id})
    yield "taken off", "goal", GoalFacts(SEES, args={"off": 3})


def _problem() -> Iterator[Case]:
    named = ProblemFacts(TODAY, SEES, Problem(BARRIER))
    ideas = replace(named, problem=Problem(BARRIER, IDEAS))
    trying = replace(named, problem=Problem(BARRIER, TRYING))
    before = [replace(TRYING[0], id=60 + n, code=code) for n, code in enumerate(IdeaResult)]
    yield "none", "problem", ProblemFacts(TODAY, SEES)
    yield "none, some tried", "problem", ProblemFacts(TODAY, SEES, before=before)
    yield "left", "problem", ProblemFacts(TODAY, SEES, args={"off": 20})
    yield "asking", "problem", ProblemFacts(TODAY, SEES, args={"view": "ask"})
    yield "other words", "problem", replace(named, args={"view": "ask"})
    yield "named, their idea first", "problem", named
    yield "ours, on request", "problem", replace(named, args={"view": "ours", "page": 0})
    yield "ours, the last of them", "problem", replace(named, args={"view": "ours", "page": 19})
    yield "two ideas", "problem", ideas
    yield "another idea", "problem", replace(ideas, args={"view": "idea"})
    yield "when", "problem", replace(ideas, args={"view": "when", "idea": 21})
    yield "trying", "problem", trying
    yield "trying, in the toolkit", "problem", replace(trying, args={"toolkit": 1})
    yield "not tried so far", "problem", replace(trying, args={"idea": 21, "later": 1})
    yield "the other ideas", "problem", replace(trying, args={"view": "pick"})
    yield "how did it go", "problem", replace(trying, args={"view": "review"})
    for one in before:
        after = replace(named, problem=Problem(BARRIER, (one,)), args={"idea": one.id})
        yield f"said {one.code}", "problem", after
    yield "all tried", "problem", replace(named, problem=Problem(BARRIER, before))


def _prepare() -> Iterator[Case]:
    yield "a date ahead", "prepare", PrepareFacts(TODAY, SEES, READY)
    yield "no date", "prepare", PrepareFacts(TODAY, SEES, Preparing())
    yield "not kept", "prepare", PrepareFacts(TODAY, UNKEPT, replace(READY, done=frozenset(), own=()))
    yield "asking", "prepare", PrepareFacts(TODAY, SEES, READY, {"view": "ask"})
    yield "which one goes", "prepare", PrepareFacts(TODAY, SEES, READY, {"view": "off"})
    yield "one taken off", "prepare", PrepareFacts(TODAY, SEES, READY, {"off": 33})
    yield "not ready", "prepare", PrepareFacts(TODAY, SEES, READY, {"view": "not_ready"})


def _telling() -> Iterator[Case]:
    who = (own(71, Purpose.KNOWS, "My sister", TODAY), own(72, Purpose.KNOWS, NASTY))
    drafts = (own(73, Purpose.TELLS, "I'm stopping. Wish me luck & a long walk."),)
    there = TellingFacts(SEES, who, drafts)
    yield "nobody", "telling", TellingFacts(SEES)
    yield "two", "telling", there
    yield "one taken off", "telling", replace(there, args={"off": 74})
    for view in ("ask", "own", "off", "words"):
        yield view, "telling", replace(there, args={"view": view})
    yield "a draft taken off", "telling", replace(there, drafts=(), args={"view": "words", "off": 73})
    for n in (1, 2, 3):
        yield f"our draft {n}", "telling", replace(there, args={"view": "draft", "ours": n})
    yield "their own draft", "telling", replace(there, args={"view": "draft", "own": 73})
    yield "a draft that is gone", "telling", replace(there, args={"view": "draft", "own": 75})


def _occasions() -> Iterator[Case]:
    before = [replace(PARTY.own, id=80 + n, code=code) for n, code in enumerate(HowWas)]
    yield "none", "occasions", OccasionsFacts(SEES)
    yield "asking", "occasions", OccasionsFacts(SEES, args={"view": "ask"})
    yield "two, and some before", "occasions", OccasionsFacts(SEES, (PARTY, SOME_TIME), before)
    yield "one taken off", "occasions", OccasionsFacts(SEES, args={"off": 40})
    plan = OccasionFacts(TODAY, SEES, PARTY)
    yield "the plan", "occasion", plan
    yield "planned, and no check-in near", "occasion", replace(plan, told=False)
    yield "no day, no plan", "occasion", OccasionFacts(TODAY, SEES, SOME_TIME)
    yield "over", "occasion", replace(plan, today=TODAY + 3 * DAY)
    for part in ORDER:
        yield f"asks {part}", "occasion", replace(plan, view=part, args={"view": part})
    yield (
        "asks when, later",
        "occasion",
        replace(plan, view="when", args={"view": "when", "month": f"{TODAY:%Y%m}", "new": 1}),
    )
    yield "how was it", "occasion", replace(plan, view="how")
    for one in before:
        yield f"said {one.code}", "occasion", OccasionFacts(TODAY, SEES, Occasion(one))


def _links() -> Iterator[Case]:
    yield "some", "links", LinksFacts("Lee", (NHS, OLD))
    yield "none", "links", LinksFacts("Lee")
    yield "nobody", "links", LinksFacts(None)
    yield "none", "shelf", ShelfFacts(TODAY)
    yield "asking", "shelf", ShelfFacts(TODAY, asks=True)
    yield "one old", "shelf", ShelfFacts(TODAY, (NHS, OLD), {7: "Sam"})
    yield "one taken off", "shelf", ShelfFacts(TODAY, (NHS,), off=52)
    yield "one", "shelf_link", ShelfLinkFacts(TODAY, NHS)
    yield "an old one", "shelf_link", ShelfLinkFacts(TODAY, OLD, {7: NASTY})
    new = ShelfLinkFacts(TODAY, replace(NHS, title="", note=None))
    people = [(7, "Sam"), *((n, f"Person {n}") for n in range(100, 125))]
    for view in ("title", "note", "whom"):
        yield f"asks {view}", "shelf_link", replace(new, view=view, people=people)


def _cards() -> Iterator[Case]:
    yield "card: the goal", "check_in", replace(WHOLE, card=CardShown(Card.GOAL, GOAL))
    yield "card: an idea", "check_in", replace(WHOLE, card=CardShown(Card.PROBLEM, TRYING[0]))
    yield "card: getting ready", "check_in", replace(WHOLE, card=CardShown(Card.PREPARE, (3, READY)))
    yield "card: getting ready, the eve", "check_in", replace(WHOLE, card=CardShown(Card.PREPARE, (1, Preparing())))
    tomorrow = OccasionCardFacts(TODAY, PARTY)
    yield "card: an occasion tomorrow", "check_in", replace(WHOLE, card=CardShown(Card.OCCASION, tomorrow))
    bare = OccasionCardFacts(TODAY + DAY, Occasion(PARTY.own))
    yield "card: an occasion today", "check_in", replace(WHOLE, card=CardShown(Card.OCCASION, bare))
    yield "card: after an occasion", "check_in", replace(WHOLE, card=CardShown(Card.OCCASION_AFTER, PARTY.own))
