"""Trouble on request: by chance from a seed, or once for the next call of a kind."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

BEFORE = frozenset({"429", "500", "403", "reset_before", "hang_before"})
HIDING = frozenset({"502", "bad_json", "reset_after", "hang_after"})
KINDS = BEFORE | HIDING | {"slow"}
UPDATE_KINDS = frozenset({"duplicate", "poison"})
SENDING = frozenset({"sendMessage", "sendPhoto", "sendDocument"})
MIX: Mapping[str, float] = {
    "429": 0.10,
    "500": 0.15,
    "502": 0.15,
    "reset_before": 0.10,
    "reset_after": 0.15,
    "hang_before": 0.05,
    "hang_after": 0.10,
    "bad_json": 0.05,
    "slow": 0.15,
}


@dataclass(slots=True)
class _Planned:
    method: str | None
    kind: str
    left: int
    chat_id: int | None


@dataclass(slots=True)
class Faults:
    """What goes wrong and how often.

    `rates`: kind to chance (0..1) per call; `update_rates` ("duplicate", "poison"): chance per getUpdates answer.
    `methods` None means every method. Kinds: 429, 500, 403, reset_before, hang_before (nothing happened); 502,
    bad_json, reset_after, hang_after (it happened, the client does not hear it); slow. A hang lasts until the
    client gives up, `hang_seconds` at most. 403 strikes sends alone.
    """

    seed: int = 0
    rates: dict[str, float] = field(default_factory=dict)
    update_rates: dict[str, float] = field(default_factory=dict)
    methods: frozenset[str] | None = None
    hang_seconds: float = 30.0
    slow_seconds: tuple[float, float] = (0.05, 0.5)
    retry_after: tuple[int, int] = (1, 3)
    _planned: list[_Planned] = field(default_factory=list)
    _chance: random.Random = field(default_factory=random.Random)

    def __post_init__(self) -> None:
        unknown = (set(self.rates) - KINDS) | (set(self.update_rates) - UPDATE_KINDS)
        if unknown:
            raise ValueError(f"unknown kinds of fault: {', '.join(sorted(unknown))}")
        self._chance.seed(self.seed)

    @classmethod
    def mixed(cls, seed: int, rate: float) -> "Faults":
        """About `rate` of all calls go wrong, in a mix of every kind but 403, which would mean a person left."""
        rates = {kind: share * rate for kind, share in MIX.items()}
        return cls(seed=seed, rates=rates, update_rates={"duplicate": rate / 4, "poison": rate / 20})

    def become(self, other: "Faults") -> None:
        """Take over the rates, the chance and the methods of another; what is planned stays."""
        self.seed, self.rates, self.update_rates = other.seed, other.rates, other.update_rates
        self.methods = other.methods
        self.__post_init__()

    def fail_next(self, method: str | None, kind: str, n: int = 1, chat_id: int | None = None) -> None:
        """The next `n` calls of `method` (None: any), in one chat or all, go wrong in this way."""
        if kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {kind}; there are {', '.join(sorted(KINDS))}")
        self._planned.append(_Planned(method.lower() if method else None, kind, n, chat_id))

    def draw(self, method: str, chat_id: int | None) -> str | None:
        """The fault of this call, or None."""
        return self._draw_planned(method, chat_id) or self._draw_chance(method)

    def draw_update(self, kind: str) -> bool:
        """Whether this getUpdates answer is struck by a fault of the updates."""
        return self._chance.random() < self.update_rates.get(kind, 0)

    def slowness(self) -> float:
        """Seconds a slow call takes."""
        return self._chance.uniform(*self.slow_seconds)

    def wait_asked(self) -> int:
        """The retry_after of a 429 made here, in seconds."""
        return self._chance.randint(*self.retry_after)

    def _draw_planned(self, method: str, chat_id: int | None) -> str | None:
        for plan in self._planned:
            if plan.method in (None, method.lower()) and plan.chat_id in (None, chat_id):
                plan.left -= 1
                if plan.left <= 0:
                    self._planned.remove(plan)
                return plan.kind
        return None

    def _draw_chance(self, method: str) -> str | None:
        if self.methods is not None and method not in self.methods:
            return None
        point = self._chance.random()
        for kind, rate in self.rates.items():
            if kind == "403" and method not in SENDING:
                continue
            if point < rate:
                return kind
            point -= rate
        return None
