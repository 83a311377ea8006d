"""The town while it lives: who has which number, what is to be done next, who blocked us, and the truth of it all."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from programme.places import Place
from trials.simulate.residents import Population, Resident, Standstill, Turn
from trials.simulate.truth import Truth


@dataclass(slots=True)
class Town:
    """`ids` and `names` of people, the `places` where they say they are, links and ids that people handed on."""

    seed: int
    population: Population
    truth: Truth = field(default_factory=Truth)
    ids: dict[str, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    supports: dict[str, int] = field(default_factory=dict)
    cravings: dict[int, str] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)
    messages: int = 0
    now: datetime = field(init=False)
    _numbers: "count[int]" = field(default_factory=count)
    _next: list[tuple[datetime, int, Turn]] = field(default_factory=list)
    _chances: dict[str, Random] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.now = self.population.start
        for turn in self.population.turns:
            self.plan(turn)

    @property
    def residents(self) -> Mapping[str, Resident]:
        """Everybody by name."""
        return self.population.residents

    def plan(self, turn: Turn) -> None:
        """That is to be done; while the service stands still it waits at Telegram."""
        still = self.standstill_at(turn.at)
        heapq.heappush(self._next, (still.until if still else turn.at, next(self._numbers), turn))

    def next_at(self) -> datetime | None:
        """When somebody next does something."""
        return self._next[0][0] if self._next else None

    def pop(self, now: datetime) -> Turn | None:
        """The first thing that is to be done by then, or None."""
        return heapq.heappop(self._next)[2] if self._next and self._next[0][0] <= now else None

    def standstill_at(self, at: datetime) -> Standstill | None:
        """The standstill that holds then."""
        return next((one for one in self.population.standstills if one.since <= at < one.until), None)

    def chance(self, who: str) -> Random:
        """Somebody's own chance, so that what one does moves nobody else's."""
        return self._chances.setdefault(who, Random(f"{self.seed}:{who}:life"))

    def meet(self, who: str, person_id: int) -> None:
        """That number is theirs."""
        self.ids[who], self.names[person_id] = person_id, who

    def zone(self, who: str) -> ZoneInfo:
        """Where they say they are."""
        return ZoneInfo(self.places.get(who, self.residents[who].place).zone)

    def account(self, who: str) -> int:
        """Their Telegram account."""
        return 1_000_000 + list(self.residents).index(who)
