"""The cards of the plan in the closing words of a check-in."""

from dataclasses import dataclass
from datetime import date

from bot.check_in.taps import CARD_AWAY
from bot.kit.parts import EXCERPT, cut, lines
from bot.kit.screen import Rows, does
from bot.planning.goals import outcome_buttons, tried_buttons
from bot.planning.occasions import how_buttons, plan_lines
from bot.planning.reasons import BeliefsFacts, facts_of
from bot.planning.taps import BELIEF_LOOK, OCCASION
from bot.texts import Texts
from bot.texts.dates import day, weekday
from care.planning.goals import current_goal, current_problem
from care.planning.occasions import occasion_of
from care.planning.worries import belief_of
from db.tx import Tx
from programme.people.person import Person, today_of
from programme.planning.occasions import Occasion, brought_up
from programme.planning.reasons import OwnWords


async def goal_card_facts(tx: Tx, person: Person, about: int) -> OwnWords | None:
    """The goal, as long as it is the one they have."""
    goal = await current_goal(tx, person)
    return goal if goal is not None and goal.id == about else None


def goal_card_words(facts: OwnWords, texts: Texts) -> str:
    """In their own words."""
    return f"{texts('goal-now', words=cut(facts.words, EXCERPT))} {texts('goal-how')}"


def goal_card_buttons(facts: OwnWords, texts: Texts) -> Rows:
    """How it went, other words, not now."""
    return outcome_buttons(facts.id, texts, does(texts.label("button-not-now"), CARD_AWAY))


async def problem_card_facts(tx: Tx, person: Person, about: int) -> OwnWords | None:
    """The idea, as long as it is the one they try."""
    there = await current_problem(tx, person)
    return there.trying if there is not None and there.trying is not None and there.trying.id == about else None


def problem_card_words(facts: OwnWords, texts: Texts) -> str:
    """In their own words."""
    return texts("problem-asked", idea=cut(facts.words, EXCERPT))


def problem_card_buttons(facts: OwnWords, texts: Texts) -> Rows:
    """How it went, not tried so far, not now."""
    return tried_buttons(facts.id, texts, does(texts.label("button-not-now"), CARD_AWAY))


@dataclass(frozen=True, slots=True)
class OccasionCardFacts:
    """The plan, and the local date on which it is brought up."""

    today: date
    occasion: Occasion


async def occasion_card_facts(tx: Tx, person: Person, about: int) -> OccasionCardFacts | None:
    """The plan, as long as it is for today or tomorrow."""
    found, today = await occasion_of(tx, person, about), today_of(tx.now, person)
    if found is None or found.own.ended or found.own.on_date is None or not brought_up(found.own.on_date, today):
        return None
    return OccasionCardFacts(today, found)


def occasion_card_words(facts: OccasionCardFacts, texts: Texts) -> str:
    """What it is, and the plan."""
    known = facts.occasion
    key = "occasion-card-today" if known.own.on_date == facts.today else "occasion-card-tomorrow"
    title = texts(key, words=cut(known.own.words, EXCERPT))
    plan = list(plan_lines(known, texts))
    return lines(title, texts("occasion-card-plan"), *plan) if plan else lines(title, texts("occasion-card-no-plan"))


def occasion_card_buttons(facts: OccasionCardFacts, texts: Texts) -> Rows:
    """The plan, to be looked at or changed."""
    opened = does(texts.label("occasion-card-open"), OCCASION, facts.occasion.own.id)
    return ((opened,), (does(texts.label("button-not-now"), CARD_AWAY),))


async def occasion_after_card_facts(tx: Tx, person: Person, about: int) -> OwnWords | None:
    """The occasion, as long as they did not say how it was."""
    found = await occasion_of(tx, person, about)
    return found.own if found is not None and not found.own.ended and found.own.on_date is not None else None


def occasion_after_card_words(facts: OwnWords, texts: Texts) -> str:
    """In their own words."""
    assert facts.on_date is not None, "what is over had a day"
    return texts("occasion-card-after", words=cut(facts.words, EXCERPT), day=weekday(texts, facts.on_date))


def occasion_after_card_buttons(facts: OwnWords, texts: Texts) -> Rows:
    """How it was, or not now."""
    return how_buttons(facts.id, texts, does(texts.label("button-not-now"), CARD_AWAY))


async def belief_card_facts(tx: Tx, person: Person, about: int) -> BeliefsFacts | None:
    """As it is kept now; None where they took it off the list."""
    found = await belief_of(tx, person, about)
    return None if found is None else facts_of(found)


def belief_card_words(facts: BeliefsFacts, texts: Texts) -> str:
    """What they thought, and when; or what they said of it now."""
    if facts.now is not None and facts.first is not None:
        return texts("belief-then-now", words=facts.words, first=facts.first, now=facts.now)
    assert facts.on is not None, "what is due has a day"
    return texts("belief-card", words=facts.words, day=day(texts, facts.on), first=facts.first or 0)


def belief_card_buttons(facts: BeliefsFacts, texts: Texts) -> Rows:
    """Opens the scale below; it can be left."""
    return () if facts.now is not None else ((does(texts.label("belief-rate-now"), BELIEF_LOOK, facts.id),),)
