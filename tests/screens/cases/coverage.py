"""What reached somebody, what they wrote by themselves, and what they believe: for the golden file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.check_in.cards import CardShown
from bot.check_in.facts import CheckInFacts
from bot.planning.plan import NotesFacts, OwnNoteFacts
from bot.planning.reasons import BeliefFacts, Beliefs, BeliefsFacts
from bot.practice.coverage import CoverageFacts
from care.practice.weekly import Weekly
from programme.check_in.answers import Question
from programme.check_in.closing_card import Card
from programme.planning.goals import Barrier
from programme.planning.reasons import BeliefTopic, OwnWords, Purpose
from programme.practice.techniques import TECHNIQUES, coverage, packed

MONDAY = date(2026, 3, 9)
SOME = [packed(["BM3", "BS6", "RC10"]), packed(["BS6", "BS2", "RD2"]), packed(["BS6"])]
WEEKLY = Weekly(MONDAY, coverage(SOME), (MONDAY, MONDAY - timedelta(days=7)))
NASTY = '<b>"Sam" & co</b>'
NOTE = OwnWords(3, 7, Purpose.NOTE, "Nights are the problem.")
WORRY = BeliefsFacts(4, "I'll be hungry and put on weight", BeliefTopic.WEIGHT, date(2026, 3, 3), first=4)


def coverage_cases() -> Iterator[tuple[str, str, Any]]:
    """Two weeks, the techniques read at their source alone, all of them, none."""
    yield "a week", "coverage", CoverageFacts(7, "Sam", WEEKLY)
    read = replace(WEEKLY, coverage=coverage([packed(["BS6"])]), week=WEEKLY.weeks[1])
    yield "the week before, all codes checked", "coverage", CoverageFacts(7, NASTY, read)
    every = replace(WEEKLY, coverage=coverage([packed(TECHNIQUES)]))
    yield "all there are", "coverage", CoverageFacts(7, "Sam", every)
    yield "nothing", "coverage", CoverageFacts(7, "Sam", Weekly(MONDAY, {}, (MONDAY,)))
    yield "not shown", "coverage", CoverageFacts(7, "Sam", None)
    yield "closed", "coverage", CoverageFacts(0, "", None)
    yield "a week", "worked_with", WEEKLY
    yield "all there are", "worked_with", every
    yield "nothing", "worked_with", Weekly(MONDAY, {}, (MONDAY,))


def own_note_cases() -> Iterator[tuple[str, str, Any]]:
    """Kept, parked, forgotten; a list of them."""
    yield "asked", "own_note", OwnNoteFacts(NOTE.words, "Lee")
    yield "kept, nobody to bring it to", "own_note", OwnNoteFacts(NASTY * 40, None)
    for view in ("kept", "delete", "full"):
        yield view, "own_note", OwnNoteFacts(NOTE.words, "Lee", view)
    yield "gone", "own_note", OwnNoteFacts(None, "Lee")
    yield "after side effects", "own_note", OwnNoteFacts(NOTE.words, "Lee", call="111")
    yield "none", "notes", NotesFacts()
    yield "one", "notes", NotesFacts((NOTE,))
    yield "many", "notes", NotesFacts(tuple(replace(NOTE, id=n, words=NASTY) for n in range(20)), page=1)


def belief_cases() -> Iterator[tuple[str, str, Any]]:
    """What they fear, how sure they are, what is known."""
    yield "none", "beliefs", Beliefs()
    yield "asking", "beliefs", Beliefs(asking=True)
    seen = replace(WORRY, now=2)
    own = replace(WORRY, id=5, words=NASTY, about=BeliefTopic.OWN, first=None)
    yield "three", "beliefs", Beliefs((WORRY, seen, own))
    one = BeliefFacts(4, WORRY, "Lee", 20)
    yield "rated", "belief", one
    yield "rated once more", "belief", replace(one, belief=seen)
    yield "shown", "belief", replace(one, shown=True)
    yield "in own words, nobody to show", "belief", replace(one, belief=own, practitioner=None)
    for view in ("rate", "look", "known", "full"):
        yield view, "belief", replace(one, view=view)
    yield "known, before the quit date", "belief", replace(one, view="known", quit_day=-3)
    yield "known, of mood", "belief", replace(one, view="known", belief=replace(WORRY, about=BeliefTopic.MOOD))
    yield "off the list", "belief", replace(one, belief=None)


def hard_day_cases(asking: CheckInFacts, saved: CheckInFacts) -> Iterator[tuple[str, str, Any]]:
    """What got in the way, smoking first, and a belief that rides along."""
    hard = replace(saved, may_say_barrier=True)
    yield "saved, a hard day", "check_in", hard
    yield "what got in the way", "check_in", replace(hard, view="barrier")
    for barrier in (Barrier.AT_HAND, Barrier.OTHER):
        yield f"saved, in the way: {barrier}", "check_in", replace(hard, said=replace(hard.said, barrier=barrier))
    for question in (Question.CIGARETTES, Question.URGE, Question.MOOD):
        said = replace(asking.said, smoking_first=True)
        yield f"smoking first, {question}", "check_in", replace(asking, said=said, question=question)
    yield "very low, said last", "check_in", replace(saved, view="low")
    yield "saved, a belief", "check_in", replace(saved, card=CardShown(Card.BELIEF, WORRY))
    yield "saved, a belief looked at", "check_in", replace(saved, card=CardShown(Card.BELIEF, replace(WORRY, now=1)))
