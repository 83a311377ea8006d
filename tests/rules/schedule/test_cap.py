"""How much may be said in a day, and what goes first."""

import pytest

from programme.schedule.course import Level, Phase
from programme.schedule.kinds import KINDS, ORDER, REMINDER_ORDER, cap, has_room
from programme.schedule.plan import CHECK_IN, HELLO, OUTCOME
from tests.rows import each_row


def test_every_kind_has_its_place_in_the_order() -> None:
    """No kind of message is forgotten in the order of VOICE.md."""
    assert set(KINDS) <= set(ORDER)


@each_row(
    ("phase", "level", "most"),
    [
        (Phase.PLANNING, None, 2), (Phase.EARLY, Level.STANDARD, 2), (Phase.EARLY, Level.FULLER, 3),
        (Phase.FIRST_DAYS, Level.STANDARD, 3), (Phase.QUIT_DAY, Level.LIGHTER, 4), (Phase.QUIT_DAY, Level.FULLER, 4),
    ],
)  # fmt: skip
def test_a_day_holds_so_many(phase: Phase, level: Level | None, most: int) -> None:
    """S10: two on an ordinary day, three on the first days, four on the quit day."""
    assert cap(phase, level) == most


@each_row(
    ("order", "said", "coming", "room"),
    [
        pytest.param(ORDER[CHECK_IN], 0, [], True, id="nothing said"),
        pytest.param(ORDER[CHECK_IN], 1, [], True, id="one left"),
        pytest.param(ORDER[CHECK_IN], 2, [], False, id="full"),
        pytest.param(ORDER[CHECK_IN], 1, [ORDER[OUTCOME]], False, id="room is kept for what goes before"),
        pytest.param(ORDER[HELLO], 1, [ORDER[OUTCOME]], True, id="not for what goes after"),
        pytest.param(ORDER[CHECK_IN], 1, [ORDER[CHECK_IN]], True, id="nor for its like"),
        pytest.param(REMINDER_ORDER, 1, [ORDER[CHECK_IN]], False, id="a reminder waits for the evening's check-in"),
    ],
)
def test_what_goes_first(order: int, said: int, coming: list[int], room: bool) -> None:
    """S10: what matters less gives way to what matters more, also to what is still to come that day."""
    assert has_room(order, said=said, coming=coming, most=2) is room
