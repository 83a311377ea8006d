"""The town while it lives, and what truly happened in it."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from db.delivery.outbox import Rank
from programme.people.person import Place
from programme.schedule.prompt import Prompt
from trials.simulate.residents import Happening, LifeTurn, Population, Resident, Standstill


@dataclass(frozen=True, slots=True)
class Did:
    """Somebody did that, with that many taps; `said` holds what else there is to know of it. `person_id` is whose."""

    at: datetime
    person_id: int
    who: str
    what: Happening
    taps: int = 1
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What reached a phone, or was sent to somebody who had blocked us (`bounced`).

    A message reads as the name of its screen (`shows`) and what it is about; `key` and `rank` are the outbox row's.
    """

    at: datetime
    person_id: int
    who: str
    verb: str
    shows: str
    subject_id: int | None
    key: str | None
    rank: Rank
    bounced: bool

    @property
    def is_unasked(self) -> bool:
        """Whether nobody had asked for it at that moment."""
        return self.rank is Rank.PROMPT


@dataclass(frozen=True, slots=True)
class Edited:
    """The records of somebody's last days, just before and just after they changed when they are written to."""

    at: datetime
    person_id: int
    who: str
    what: Happening
    before: tuple[Prompt, ...]
    after: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of it: a kind, from when until when it may come, about whom; `held`: why it was said not to come."""

    kind: str
    since: datetime
    until: datetime
    about_id: int | None
    held: str | None


@dataclass(frozen=True, slots=True)
class Looked:
    """Somebody (`who`) looked at what comes to a person in the next seven days; `own`: to themselves, and `hello` is
    when the closing words say that we write next."""

    at: datetime
    person_id: int
    who: str
    promised: tuple[Promise, ...]
    own: bool = True
    hello: datetime | None = None


@dataclass(slots=True)
class Truth:
    """All of it, in the order in which it happened; `heard`: when anything at all came from whom."""

    did: list[Did] = field(default_factory=list)
    arrived: list[Arrived] = field(default_factory=list)
    edited: list[Edited] = field(default_factory=list)
    looked: list[Looked] = field(default_factory=list)
    heard: list[tuple[datetime, int]] = field(default_factory=list)


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
    _next: list[tuple[datetime, int, LifeTurn]] = field(default_factory=list)
    _chances: dict[str, Random] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.now = self.population.start
        for turn in self.population.turns:
            self.plan(turn)

    @property
    def residents(self) -> Mapping[str, Resident]:
        """Everybody by name."""
        return self.population.residents

    def plan(self, turn: LifeTurn) -> None:
        """That is to be done; while the service stands still it waits at Telegram."""
        still = self.standstill_at(turn.at)
        heapq.heappush(self._next, (still.until if still else turn.at, next(self._numbers), turn))

    def next_at(self) -> datetime | None:
        """When somebody next does something."""
        return self._next[0][0] if self._next else None

    def pop(self, now: datetime) -> LifeTurn | None:
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
