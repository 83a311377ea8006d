"""The next step of joining is found from what is remembered."""

from programme.consent import JOINING, Choices, Item
from programme.joining import Known, Step, may_join, next_step, steps
from tests.rows import each_row

ALL = Choices(frozenset(JOINING))
NONE = Choices()
CHECK_INS = Choices(frozenset({Item.CHECK_IN}))


@each_row(
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
    """Welcome, whether it fits, choices, name, time: never more (VOICE.md). What has helped waits until then."""
    before = [set(steps(some)) - {Step.HELPED, Step.READY} for some in (NONE, ALL, CHECK_INS)]
    assert max(map(len, before)) == 5
    assert all(steps(some)[:2] == (Step.WELCOME, Step.FITS) for some in (NONE, ALL))


@each_row(
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
