"""The parts a method works with, and what it gives back."""

from dataclasses import dataclass
from typing import Any

from simulator.truth import Log
from simulator.updates import Updates
from simulator.webhook import Webhook
from simulator.world import World


@dataclass(frozen=True, slots=True)
class Telegram:
    """The whole server, without its wire."""

    world: World
    updates: Updates
    webhook: Webhook
    log: Log


@dataclass(frozen=True, slots=True)
class Done:
    """A method's result, and its effect for the log (see truth.Call)."""

    result: Any
    effect: str = "none"
    message_id: int | None = None
