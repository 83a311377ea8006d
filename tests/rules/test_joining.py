"""The next step of joining is found from what is remembered."""

from itertools import product

import pytest

from programme.consent import Choices, Item
from programme.joining import Known, Step, may_join, next_step, step_before, steps

ALL = Choices(frozenset(Item))
NONE = Choices()
CHECK_INS = Choices(frozenset({Item.CHECK_IN}))


@pytest.mark.parametrize(
    ("known", "step"),
    [
        (Known(), Step.WELCOME),
        (Known(has_name=True, has_helped=True), Step.WELCOME),
        (Known(ALL), Step.NAME),
        (Known(ALL, has_name=True), Step.TIME),
        (Known(ALL, has_name=True, has_time=True), Step.HELPED),
        (Known(ALL, has_name=True, has_time=True, has_helped=True), Step.READY),
        (Known(NONE), Step.NAME),
        (Known(NONE, has_name=True), Step.READY),
        (Known(CHECK_INS, has_name=True, has_time=True), Step.READY),
    ],
)
def test_the_next_step_is_the_first_that_is_open(known: Known, step: Step) -> None:
    """Nothing is asked twice, nothing is passed over, and nothing is asked that would not be used."""
    assert next_step(known) is step


def test_joining_is_five_screens_before_the_first_useful_thing() -> None:
    """Welcome, choices, name, time, helped: never more (VOICE.md)."""
    assert max(len(steps(Choices(frozenset(some)))) - 1 for some in ([], Item, [Item.CHECK_IN])) == 5


@pytest.mark.parametrize("granted", [*product((True, False), repeat=3)])
def test_back_leads_step_by_step_to_the_welcome(granted: tuple[bool, ...]) -> None:
    """From the end back to the beginning, over every step that was asked and no other."""
    choices = Choices(frozenset(item for item, yes in zip(Item, granted, strict=True) if yes))
    way, step = [Step.READY], Step.READY
    while (before := step_before(step, choices)) is not None:
        way.append(before)
        step = before
    assert tuple(reversed(way)) == steps(choices)


def test_a_step_that_is_not_asked_has_none_before_it() -> None:
    """A stale "Back" from a question that no longer fits leads nowhere."""
    assert step_before(Step.TIME, NONE) is None


@pytest.mark.parametrize(
    ("known", "joined"),
    [
        (Known(ALL, has_name=True, has_time=True), True),
        (Known(ALL, has_name=True), False),
        (Known(NONE, has_name=True), True),
        (Known(NONE), False),
        (Known(None, has_name=True, has_time=True), False),
    ],
)
def test_who_may_be_a_client(known: Known, joined: bool) -> None:
    """Nobody without their choices and a name, nobody who wants check-ins without a time."""
    assert may_join(known) is joined
