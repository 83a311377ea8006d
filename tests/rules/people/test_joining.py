"""The next step of joining is found from what is remembered."""

from programme.people.consent import (
    JOINING,
    Choices,
    ConsentItem,
    JoiningState,
    JoiningStep,
    may_join,
    next_step,
    steps,
)
from tests.rows import each_row

ALL = Choices(frozenset(JOINING))
NONE = Choices()
CHECK_INS = Choices(frozenset({ConsentItem.CHECK_IN}))


@each_row(
    ("known", "step"),
    [
        (JoiningState(), JoiningStep.WELCOME),
        (JoiningState(has_name=True, has_helped=True), JoiningStep.WELCOME),
        (JoiningState(ALL), JoiningStep.NAME),
        (JoiningState(ALL, has_name=True), JoiningStep.TIME),
        (JoiningState(ALL, has_name=True, has_time=True), JoiningStep.HELPED),
        (JoiningState(ALL, has_name=True, has_time=True, has_helped=True), JoiningStep.READY),
        (JoiningState(NONE), JoiningStep.NAME),
        (JoiningState(NONE, has_name=True), JoiningStep.READY),
        (JoiningState(CHECK_INS, has_name=True, has_time=True), JoiningStep.READY),
    ],
)
def test_the_next_step_is_the_first_that_is_open(known: JoiningState, step: JoiningStep) -> None:
    """Nothing is asked twice, nothing is passed over, and nothing is asked that would not be used."""
    assert next_step(known) is step


def test_joining_is_five_screens_before_the_first_useful_thing() -> None:
    """Welcome, whether it fits, choices, name, time: never more (VOICE.md). What has helped waits until then."""
    before = [set(steps(some)) - {JoiningStep.HELPED, JoiningStep.READY} for some in (NONE, ALL, CHECK_INS)]
    assert max(map(len, before)) == 5
    assert all(steps(some)[:2] == (JoiningStep.WELCOME, JoiningStep.FITS) for some in (NONE, ALL))


@each_row(
    ("known", "joined"),
    [
        (JoiningState(ALL, has_name=True, has_time=True), True),
        (JoiningState(ALL, has_name=True), False),
        (JoiningState(NONE, has_name=True), True),
        (JoiningState(NONE), False),
        (JoiningState(None, has_name=True, has_time=True), False),
    ],
)
def test_who_may_be_a_client(known: JoiningState, joined: bool) -> None:
    """Nobody without their choices and a name, nobody who wants check-ins without a time."""
    assert may_join(known) is joined
