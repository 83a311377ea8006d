"""The queue of updates, the webhook that posts them, and the parts that a method works with."""

import asyncio
import random
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from simulator.clock import SimulatorClock
from simulator.truth import TruthLog, UpdateConfirmed, UpdateExpired, UpdateHanded, UpdateMade
from simulator.world import World

FIRST_UPDATE = 100_000_001
KEPT_FOR = timedelta(hours=24)
NOT_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FUTURE = 10
REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class WaitingUpdate:
    """An update nobody has confirmed yet."""

    update_id: int
    made: datetime
    update: dict[str, Any]


class Updates:
    """Updates in order of making. An offset confirms every lower id; unfetched ones go after 24 hours."""

    def __init__(self, clock: SimulatorClock, log: TruthLog, seed: int = 0) -> None:
        self.queue: deque[WaitingUpdate] = deque()
        self.allowed: frozenset[str] | None = None
        self.arrived = asyncio.Event()
        self._clock = clock
        self._log = log
        self._next = FIRST_UPDATE
        self._past: deque[WaitingUpdate] = deque(maxlen=REMEMBERED)
        self._repeats: deque[WaitingUpdate] = deque()
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
            self.queue.append(WaitingUpdate(update["update_id"], self._clock.now(), update))
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

    def _handed(self, waiting: WaitingUpdate, how: str) -> dict[str, Any]:
        self._log.add(UpdateHanded, update_id=waiting.update_id, how=how)
        return waiting.update

    def first(self) -> WaitingUpdate | None:
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
        """Hand out an update again that was confirmed before (None: any). Raises LookupError."""
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


SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a header's name)


@dataclass(slots=True)
class Webhook:
    """Where updates go while it is set. Waits between tries are real seconds and double up to `slowest`."""

    updates: Updates
    log: TruthLog
    clock: SimulatorClock
    first_wait: float = 0.1
    slowest: float = 5.0
    url: str = ""
    secret: str | None = None
    max_connections: int = 40
    last_error: str | None = None
    last_error_date: int | None = None
    _task: asyncio.Task[None] | None = None

    def info(self) -> dict[str, Any]:
        """A WebhookInfo."""
        shape: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.queue),
        }
        if self.url:
            shape["max_connections"] = self.max_connections
        if self.last_error:
            shape |= {"last_error_date": self.last_error_date, "last_error_message": self.last_error}
        if self.updates.allowed:
            shape["allowed_updates"] = sorted(self.updates.allowed)
        return shape

    def start(self, url: str, secret: str | None) -> None:
        """Deliver to `url` from now on."""
        self.stop()
        self.url, self.secret, self.last_error = url, secret, None
        self.updates.arrived.set()
        self._task = asyncio.get_running_loop().create_task(self._run())

    def stop(self) -> None:
        """Deliver nowhere."""
        self.url, self.secret = "", None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _run(self) -> None:
        async with ClientSession(timeout=ClientTimeout(total=60)) as session:
            wait = self.first_wait
            while True:
                first = self.updates.first()
                if first is None:
                    await self.updates.arrived.wait()
                elif await self._post(session, first.update):
                    self.updates.delivered(first.update_id)
                    wait = self.first_wait
                else:
                    await asyncio.sleep(wait)
                    wait = min(self.slowest, wait * 2)

    async def _post(self, session: ClientSession, update: dict[str, Any]) -> bool:
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        self.log.add(UpdateHanded, update_id=update["update_id"], how="webhook")
        try:
            async with session.post(self.url, json=update, headers=headers) as answer:
                error = None if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError) as trouble:
            error = f"Connection failed: {type(trouble).__name__}"
        if error:
            self.last_error, self.last_error_date = error, int(self.clock.now().timestamp())
        return error is None


@dataclass(frozen=True, slots=True)
class Telegram:
    """The whole server, without its wire."""

    world: World
    updates: Updates
    webhook: Webhook
    log: TruthLog


@dataclass(frozen=True, slots=True)
class MethodDone:
    """A method's result, and its effect for the log (see truth.Call)."""

    result: Any
    effect: str = "none"
    message_id: int | None = None
