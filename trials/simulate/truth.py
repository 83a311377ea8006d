"""What truly happened, written down by the simulation itself and not by the product: who did what, what came when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from db.outbox import Rank
from programme.prompt import Prompt
from trials.simulate.residents import What


@dataclass(frozen=True, slots=True)
class Did:
    """Somebody did that, with so many taps; `said` holds what else there is to know of it. `person_id` is whose."""

    at: datetime
    person_id: int
    who: str
    what: What
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
    what: What
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
