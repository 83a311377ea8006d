"""Times of day as buttons and typed words say them."""

from datetime import time

from programme.times import TwoTimes


def time_of(code: str) -> time | None:
    """The time of a button's code, "1830"; None for anything else."""
    try:
        return time.fromisoformat(code)
    except ValueError:
        return None


def one_of(read: time | TwoTimes, near: time) -> time:
    """The time that was meant: of two readings the one nearer to `near`."""
    if isinstance(read, time):
        return read
    return min(read.morning, read.evening, key=lambda one: abs(_minutes(one) - _minutes(near)))


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
