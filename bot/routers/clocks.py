"""Times of day as buttons and typed words say them."""

from datetime import time

from programme.times import TwoTimes


def one_of(read: time | TwoTimes, near: time) -> time:
    """The time that was meant: of two readings the one nearer to `near`."""
    if isinstance(read, time):
        return read
    return min(read.morning, read.evening, key=lambda one: abs(_minutes(one) - _minutes(near)))


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
