"""After a crisis card, a low day, a safety plan and the pinned message: for the golden file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from bot.check_in.cards import CardShown
from bot.check_in.facts import CheckInFacts
from bot.kit.people import Sees
from bot.people.settings import HelpFacts
from bot.quitting.quit_morning import QuitMorningFacts
from bot.safety.crisis import CrisisFacts, NumbersFacts
from bot.safety.plan import SafetyPlanFacts, SafetyShownFacts
from care.safety.plan import SafetyPlan
from programme.check_in.answers import DayInOneTap, Mood, Question
from programme.check_in.closing_card import Card
from programme.planning.reasons import SAFETY, OwnWords, Purpose
from programme.safety.cards import CARDS
from programme.schedule.course import Form
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode
from tests.screens.cases.quitting import NASTY, NOW, WHY

Case = tuple[str, str, Any]
CARD = CARDS["GB-ENG"]
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
ON = date(2026, 3, 3)
NOTICE = OwnWords(1, 2, Purpose.SAFE_NOTICE, "I stop answering texts")
CALL = OwnWords(2, 2, Purpose.SAFE_CALL, NASTY)
PLAN: SafetyPlan = {Purpose.SAFE_NOTICE: [NOTICE], Purpose.SAFE_HELPS: [], Purpose.SAFE_CALL: [CALL]}
EMPTY: SafetyPlan = {part: [] for part in SAFETY}


def after_cases(check_in: CheckInFacts, saved: CheckInFacts) -> Iterator[Case]:
    """From a check-in that is open, and one that is done."""
    soft = replace(check_in.prompt, form=Form.SOFT.value, decision={"soft": "2026-03-10", "numbers": True})
    asks = replace(check_in, prompt=soft, sees=BOTH, call=CARD.call)
    yield "soft evening", "check_in", asks
    yield "soft evening, no name", "check_in", replace(asks, name=None)
    for called, hour in (("soft morning", 8), ("soft, at noon", 13)):
        then = replace(asks, prompt=replace(soft, opened_at=NOW.replace(hour=hour)), call=None)
        yield called, "check_in", then
        yield f"{called}, no name", "check_in", replace(then, name=None)
    yield "soft, why", "check_in", replace(asks, view="why")
    earlier = replace(soft, decision={"soft": "2026-03-09", "numbers": False})
    yield "soft, why, the day after", "check_in", replace(asks, prompt=earlier, view="why")
    done = replace(saved, prompt=replace(soft, state=PromptState.DONE), sees=BOTH)
    for day in DayInOneTap:
        yield f"soft, {day}", "check_in", replace(done, said=replace(saved.said, day=day, mood=None))
    yield (
        "soft, closed",
        "check_in",
        replace(asks, prompt=replace(soft, state=PromptState.SKIPPED, reason=ReasonCode.SOFT)),
    )
    yield "soft reminder", "reminder", replace(check_in, soft=True)
    low = replace(check_in, said=replace(check_in.said, mood=Mood.LOW), question=Question.URGE)
    yield "a low day", "check_in", replace(low, view="enough")
    yield "soft quit morning", "quit_morning", QuitMorningFacts(WHY, "Sam", soft=True)
    yield "soft quit morning, no name", "quit_morning", QuitMorningFacts(WHY, None, soft=True)
    yield "card: a safety plan", "check_in", replace(saved, card=CardShown(Card.SAFETY, 0))
    yield from _plan()
    yield "with a safety plan", "crisis", CrisisFacts(CARD, "Lee", plan=True)
    yield "a client's", "help", HelpFacts(CARD, (("start", "where we are"),), client=True)
    yield "", "numbers", NumbersFacts(CARD)
    yield "elsewhere", "numbers", NumbersFacts(CARDS["ZZ"])


def _plan() -> Iterator[Case]:
    plan = SafetyPlanFacts(PLAN, CARD.danger, BOTH)
    yield "empty", "safety_plan", SafetyPlanFacts(EMPTY, CARD.danger, BOTH)
    yield "with lines", "safety_plan", plan
    yield "shown", "safety_plan", replace(plan, shown_on=ON)
    yield "no practitioner", "safety_plan", replace(plan, sees=Sees(keep=True))
    yield "not kept", "safety_plan", replace(plan, sees=Sees("Lee"))
    for part in SAFETY:
        yield f"{part}", "safety_plan", replace(plan, part=part)
        yield f"{part}, asked", "safety_plan", replace(plan, part=part, view="ask")
        yield f"{part}, ideas", "safety_plan", replace(plan, part=part, view="ideas")
    yield "taken off", "safety_plan", replace(plan, part=Purpose.SAFE_NOTICE, gone=replace(NOTICE, ended=True))
    yield "a line", "safety_plan", replace(plan, line=CALL)
    yield "a line, changed", "safety_plan", replace(plan, line=CALL, view="ask")
    yield "shown to a practitioner", "safety_shown", SafetyShownFacts("Sam", f"What I notice\n• {NASTY}", ON)
    yield "taken back", "safety_shown", SafetyShownFacts("Sam")
    yield "of nobody's", "safety_shown", SafetyShownFacts(None)
