"""A Telegram on a laptop: the Bot API over real HTTP on loopback, phones to live it by, and a log of what truly was.

Knows Telegram and nothing of what talks to it. Start with `Simulator`, then `Phone`; judge by `Log`.
"""

from simulator.acts import CannotDo
from simulator.bubble import Bubble, BubbleButton
from simulator.clock import SimulatorClock, SimulatorWallClock
from simulator.faults import Faults
from simulator.limits import Limits
from simulator.phone import GroupChat, Phone
from simulator.simulator import Simulator
from simulator.stage import Lever, PhoneStage
from simulator.truth import Call, TruthLog, read_log

__all__ = [
    "Bubble",
    "BubbleButton",
    "Call",
    "CannotDo",
    "Faults",
    "GroupChat",
    "Lever",
    "Limits",
    "Phone",
    "PhoneStage",
    "Simulator",
    "SimulatorClock",
    "SimulatorWallClock",
    "TruthLog",
    "read_log",
]
