"""A Telegram on a laptop: the Bot API over real HTTP on loopback, phones to live it by, and a log of what truly was.

Knows Telegram and nothing of what talks to it. Start with `Simulator`, then `Phone`; judge by `Log`.
"""

from simulator.acts import CannotDo
from simulator.bubble import Bubble, Button
from simulator.clock import Clock, WallClock
from simulator.faults import Faults
from simulator.group import Group
from simulator.limits import Limits
from simulator.phone import Phone
from simulator.simulator import Simulator
from simulator.stage import Lever, Stage
from simulator.truth import Call, Log, read_log

__all__ = [
    "Bubble",
    "Button",
    "Call",
    "CannotDo",
    "Clock",
    "Faults",
    "Group",
    "Lever",
    "Limits",
    "Log",
    "Phone",
    "Simulator",
    "Stage",
    "WallClock",
    "read_log",
]
