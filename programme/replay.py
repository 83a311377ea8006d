"""What somebody learned from a lapse, put before them when its hour comes round (FIELD.md 5, 20)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from programme.course import WHOLE, Form

# Days after a lapse: the next one, as the risk is highest within a day (FIELD.md 2.3), and the same weekday for three
# weeks. A first proposal, not evidence.
COMES_ROUND: Final = (1, 7, 14, 21)
WITHIN: Final = 60  # minutes of the lapse's hour
_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Learned:
    """What they would do next time, a toolkit item of theirs, after the lapse `smoked_id` on that date of theirs.

    `wall` is when it was; None where they told of it on a later day.
    """

    smoked_id: int
    item_id: int
    on: date
    wall: time | None


def comes_round(learned: Iterable[Learned], on: date, wall: time, form: str | None) -> Learned | None:
    """What is put before them in a check-in of that form, on that date at that wall time; None: nothing.

    - In the one of their hardest hour, and in a whole one within an hour of when it was.
    - On the days of COMES_ROUND, and on no other. Of several the newest.
    """
    found = [one for one in learned if (on - one.on).days in COMES_ROUND and _is_its_hour(one, wall, form)]
    return max(found, key=lambda one: (one.on, one.smoked_id), default=None)


def _is_its_hour(learned: Learned, wall: time, form: str | None) -> bool:
    if form == Form.RISK:
        return True
    if form not in WHOLE or learned.wall is None:
        return False
    apart = abs(_minutes(wall) - _minutes(learned.wall))
    return min(apart, _A_DAY - apart) <= WITHIN


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
