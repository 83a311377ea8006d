"""The checker: silent over days that were truly lived, and loud at each thing that must never be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from programme.event import AnyEvent, StoredEvent
from programme.schedule.prompt import PromptState
from simulator import Call
from tests.trials.lived import Lived
from tests.trials.process import Home
from tests.trials.spoils import changed, logged
from tests.trials.spoils_of_requests import SPOILS
from trials.case import Case
from trials.check import RULES, check, figures
from trials.rules.sent import unasked_at_night


@pytest.fixture
def lived(lived_home: tuple[Home, Lived]) -> Lived:
    """Days without any fault."""
    return lived_home[1]


def test_days_without_fault_break_no_rule(lived: Lived) -> None:
    """Nothing is found where nothing was wrong, with the log and without it."""
    assert check(lived.memory, lived.log) == []
    assert check(lived.memory) == []


def test_the_days_have_something_of_everything(lived: Lived) -> None:
    """Silence of the checker means something: there were slots, answers, an edit, somebody away."""
    assert figures(lived.memory, []).slots >= 7
    states = {prompt.state for prompt in lived.memory.prompts}
    assert {PromptState.DONE, PromptState.PART, PromptState.EXPIRED, PromptState.CANNOT_REACH} <= states
    assert {row.verb for row in lived.memory.outbox} >= {"send", "edit"}
    assert len(lived.memory.check_ins) >= 3
    assert {prompt.kind for prompt in lived.memory.prompts} >= {"check_in", "nudge", "hello", "summary"}
    assert PromptState.PAUSED in states


@pytest.mark.parametrize("name", SPOILS)
def test_what_must_never_be_is_found(lived: Lived, name: str) -> None:
    """Each spoiled memory or log breaks the rule that is there for it."""
    spoil, rule = SPOILS[name]
    spoiled = spoil(lived)
    found = check(spoiled.memory, spoiled.log)
    assert rule in {violation.rule for violation in found}, found


def test_each_rule_can_be_broken() -> None:
    """No rule is there that nothing breaks."""
    assert {rule.__name__ for rule in RULES} == {rule for _, rule in SPOILS.values()}


def test_what_died_with_a_process_is_not_held_against_it(lived: Lived) -> None:
    """A process that was killed at once after a 429 could not write it down."""
    spoiled = logged(lived, status=429, effect="none")
    last = spoiled.log.entries[-1]
    assert check(spoiled.memory, spoiled.log)
    assert check(spoiled.memory, spoiled.log, deaths=[last.ticks - 1]) == []


def test_a_rating_on_a_screen_that_was_replaced_is_asked_for_below(lived: Lived) -> None:
    """Who asks for help twice and taps the first message may find that the second took its place meanwhile."""
    spoil, rule = SPOILS["the_first_rating_is_gone"]
    spoiled = spoil(lived)
    assert rule in {violation.rule for violation in check(spoiled.memory, spoiled.log)}
    strips = [replace(row, verb="strip") for row in spoiled.memory.outbox if row.verb == "send"]
    memory = replace(spoiled.memory, outbox=(*spoiled.memory.outbox, *strips))
    assert rule not in {violation.rule for violation in check(memory, spoiled.log)}


def test_a_night_is_that_of_where_they_were_then(lived: Lived) -> None:
    """Who moves to the other side of the world afterwards was asked in the evening all the same."""
    sam, last = _prompted(lived), lived.memory.events[-1]
    there = {"country": "AU", "zone": "Australia/Lord_Howe"}
    here = {"country": "GB", "zone": "Europe/London"}
    first: AnyEvent = StoredEvent(0, "PlaceSet", sam, sam, here, lived.memory.events[0].at)
    moved: AnyEvent = StoredEvent(last.id + 1, "PlaceSet", sam, sam, there, last.at)
    people = changed(lived.memory, "people", sam, zone=there["zone"])
    memory = replace(lived.memory, events=(first, *lived.memory.events, moved), **people)
    assert list(unasked_at_night(Case(memory, lived.log))) == []
    assert list(unasked_at_night(Case(replace(memory, events=(first, moved)), lived.log))) == []
    assert list(unasked_at_night(Case(replace(memory, events=(moved,)), lived.log)))


def test_a_stranger_who_was_forgotten_is_somebody_new(lived: Lived) -> None:
    """What they wrote and got before they were forgotten has no row any more, and is not held against anybody."""
    jo = next(one for one in lived.memory.people.values() if one.telegram_id == lived.chats["Jo"])
    rows = tuple(row for row in lived.memory.outbox if row.person_id != jo.id)
    shown = {one: screen for one, screen in lived.memory.screens.items() if screen.person_id != jo.id}
    gone = replace(lived.memory, outbox=rows, screens=shown)
    rules = {"delivered_too_often", "words_unanswered"}
    assert rules <= {violation.rule for violation in check(gone, lived.log)}
    back = max(call.at for call in lived.log.of(Call)) + timedelta(days=2)
    new = replace(gone, **changed(gone, "people", jo.id, first_seen_at=back))
    assert not rules & {violation.rule for violation in check(new, lived.log)}


def _prompted(lived: Lived) -> int:
    return next(one.person_id for one in lived.memory.prompts if one.kind == "check_in")
