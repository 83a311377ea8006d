"""What clients turn on or off for themselves, beyond the kinds of messages."""

from collections.abc import Mapping
from enum import StrEnum


class Switch(StrEnum):
    """By its name."""

    BODY = "body"  # what changes in the body, shown with their progress
    AIDS = "aids"  # asked how it is going with what they use to stop
    EASIER = "easier"  # asked what got easier
    SAFETY = "safety"  # offered a safety plan
    SCALES = "scales"  # offered the nine questions


USUAL: Mapping[Switch, bool] = {one: one is not Switch.BODY for one in Switch}
