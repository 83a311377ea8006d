"""The queue of updates, with the offset as the real server understands it."""

import asyncio
import random
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulator.clock import Clock
from simulator.truth import Log, UpdateConfirmed, UpdateExpired, UpdateHanded, UpdateMade

FIRST_UPDATE = 100_000_001
KEPT_FOR = timedelta(hours=24)
NOT_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FUTURE = 10
REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update nobody has confirmed yet."""

    update_id: int
    made: datetime
    update: dict[str, Any]


class Updates:
    """Updates in order of making. An offset confirms every lower id; unfetched ones go after 24 hours."""

    def __init__(self, clock: Clock, log: Log, seed: int = 0) -> None:
        self.queue: deque[Waiting] = deque()
        self.allowed: frozenset[str] | None = None
        self.arrived = asyncio.Event()
        self._clock = clock
        self._log = log
        self._next = FIRST_UPDATE
        self._past: deque[Waiting] = deque(maxlen=REMEMBERED)
        self._repeats: deque[Waiting] = deque()
        self._chance = random.Random(seed)

    def make(self, kind: str, payload: Any, user_id: int | None = None) -> int:
        """A new update of `kind`; gives its update_id. One that is not in allowed_updates is logged alone."""
        return self.make_raw({kind: payload}, user_id, kind)

    def make_raw(self, fields: dict[str, Any], user_id: int | None, kind: str = "raw") -> int:
        """A new update of any shape, sound or not."""
        update = {"update_id": self._next, **fields}
        wanted = kind == "raw" or self._wants(kind)
        self._log.add(UpdateMade, update_id=self._next, kind=kind, user_id=user_id, update=update, wanted=wanted)
        self._next += 1
        if wanted:
            self.queue.append(Waiting(update["update_id"], self._clock.now(), update))
            self.arrived.set()
        return int(update["update_id"])

    def _wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_UNASKED

    def confirm(self, offset: int) -> None:
        """What an offset does: positive confirms all lower ids, negative forgets all but the last ones."""
        self._expire()
        if offset < 0:
            self._drop(max(0, len(self.queue) + offset), "negative offset")
        elif offset <= self._next + FUTURE:
            while self.queue and self.queue[0].update_id < offset:
                self._drop(1, "offset")

    def drop_all(self) -> None:
        """drop_pending_updates."""
        self._drop(len(self.queue), "dropped on request")

    def waiting(self, limit: int) -> list[dict[str, Any]]:
        """The oldest updates, repeats first; they stay until confirmed."""
        self._expire()
        self.arrived.clear()
        repeats = [self._repeats.popleft() for _ in range(min(limit, len(self._repeats)))]
        fresh = list(self.queue)[: limit - len(repeats)]
        return [self._handed(each, "getUpdates") for each in (*repeats, *fresh)]

    def _handed(self, waiting: Waiting, how: str) -> dict[str, Any]:
        self._log.add(UpdateHanded, update_id=waiting.update_id, how=how)
        return waiting.update

    def first(self) -> Waiting | None:
        """The oldest update, for the webhook."""
        self._expire()
        self.arrived.clear()
        if self._repeats:
            return self._repeats.popleft()
        return self.queue[0] if self.queue else None

    def delivered(self, update_id: int) -> None:
        """The webhook took this update."""
        if self.queue and self.queue[0].update_id == update_id:
            self._drop(1, "webhook")

    @property
    def has_past(self) -> bool:
        """Whether any update was confirmed that could come twice."""
        return bool(self._past)

    def repeat(self, update_id: int | None = None) -> int:
        """Hand out an update once more that was confirmed before (None: any). Raises LookupError."""
        known = [each for each in self._past if update_id in (None, each.update_id)]
        if not known:
            raise LookupError("no such update has been confirmed yet")
        chosen = self._chance.choice(known)
        self._repeats.append(chosen)
        self.arrived.set()
        return chosen.update_id

    def jump(self) -> int:
        """Renumber from a random place, as Telegram does after a quiet week. Raises RuntimeError if any wait."""
        if self.queue:
            raise RuntimeError("Telegram renumbers updates only when none are waiting")
        self._next = self._chance.randrange(FIRST_UPDATE, 2**31 - 10**6)
        return self._next

    def _expire(self) -> None:
        latest = self._clock.now() - KEPT_FOR
        while self.queue and self.queue[0].made <= latest:
            self._log.add(UpdateExpired, update_id=self.queue.popleft().update_id)

    def _drop(self, count: int, how: str) -> None:
        for _ in range(count):
            gone = self.queue.popleft()
            self._past.append(gone)
            self._log.add(UpdateConfirmed, update_id=gone.update_id, how=how)
