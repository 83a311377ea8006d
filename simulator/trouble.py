"""Trouble that can be switched on with one click, and what each kind means for a bot."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.faults import Faults
from simulator.methods import METHODS
from simulator.truth import Call, Log

SLOW_SECONDS = (1.0, 3.0)  # long enough to be seen
MOST = 0.95  # so that a call gets through now and then
STRUCK = frozenset(METHODS) - {"getUpdates"}  # a bot that waits ever longer to fetch would look as if it slept


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind. `rates`: kind of fault to chance per call."""

    key: str
    label: str
    means: str
    rates: Mapping[str, float]


TROUBLES = (
    Trouble(
        "slow",
        "Telegram is slow",
        "Nearly every call takes one to three seconds. All comes later; nothing may come in the wrong order.",
        {"slow": 0.95},
    ),
    Trouble(
        "lost",
        "Answers get lost",
        "Telegram does what it is asked, and four in ten of its answers never arrive. A bot cannot know whether its "
        "message was sent: at worst a copy comes twice, and never a gap.",
        {"reset_after": 0.4},
    ),
    Trouble(
        "broken",
        "Telegram breaks (500)",
        "Four calls in ten end in a server error, and nothing was done. The bot has to try later and keep the order.",
        {"500": 0.4},
    ),
)


def switch(faults: Faults, keys: Collection[str]) -> None:
    """Exactly these kinds of trouble from now on, for all calls but the fetching of updates; all others are off.

    Raises LookupError for one that is not known.
    """
    unknown = set(keys) - {one.key for one in TROUBLES}
    if unknown:
        raise LookupError(f"no such trouble: {', '.join(sorted(unknown))}")
    rates = {kind: rate for one in TROUBLES if one.key in keys for kind, rate in one.rates.items()}
    total = max(1.0, sum(rates.values()) / MOST)
    faults.become(Faults(faults.seed, {kind: rate / total for kind, rate in rates.items()}, methods=STRUCK))
    faults.slow_seconds = SLOW_SECONDS


def trouble_state(faults: Faults, log: Log) -> dict[str, Any]:
    """The kinds, which of them are on, and how many calls have been struck by any fault."""
    kinds = [
        {"key": one.key, "label": one.label, "means": one.means, "on": any(kind in faults.rates for kind in one.rates)}
        for one in TROUBLES
    ]
    return {"kinds": kinds, "struck": sum(1 for call in log.of(Call) if call.fault)}
