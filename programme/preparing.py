"""Getting ready for the quit date: what there is to prepare, and when the list is brought up."""

from enum import StrEnum
from typing import Final


class Thing(StrEnum):
    """One thing of the list that everybody starts from (FIELD.md 2.4). What is not theirs to do, they leave."""

    HOME = "home"
    BAG = "bag"
    CAR = "car"
    LIGHTER = "lighter"
    SHOP = "shop"  # where they buy
    OTHERS = "others"  # who smokes at home
    TELL = "tell"
    HANDS = "hands"


DUE: Final = (7, 3, 1)  # days before the quit date


def due_step(days_since: int | None) -> int | None:
    """The step that a day belongs to: a week, three days and a day before the quit date; None on other days.

    `days_since` counts from the quit date, negative before it; None without one. A step that no check-in could carry on
    its very day may be brought up the day after, while that is still before the quit date.
    """
    left = -(days_since or 0)
    return next((step for step in DUE if 0 < left <= step <= left + 1), None)
