"""Telegram's limits: messages a second in all and in one chat, and what happens to those who do not wait.

Figures: core.telegram.org/bots/faq, "My bot is hitting limits": about 30 messages a second in all, one a second in
one chat with short bursts, 20 a minute in a group. Telegram publishes no figure for the burst.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from simulator.clock import SimulatorClock

GRACE = 0.5
SENDS = frozenset({"sendMessage", "sendPhoto", "sendDocument"})
EDITS = frozenset({"editMessageText", "editMessageCaption", "editMessageReplyMarkup", "editMessageMedia"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is allowed. `early` forgives a bucket that is refilled a moment later (network jitter);
    within `grace` seconds after a 429 other requests may still be on the wire and are not held against the bot."""

    overall_per_second: int = 30
    per_chat_per_second: float = 1.0
    per_chat_burst: int = 5
    per_group_per_minute: int = 20
    early: float = 0.1
    grace: float = GRACE
    counted: frozenset[str] = SENDS | EDITS


@dataclass(frozen=True, slots=True)
class LimitHold:
    """Not now: ask in `retry_after` seconds. `ignored` is true if an earlier hold was not waited out."""

    retry_after: int
    ignored: bool


@dataclass(slots=True)
class _Until:
    given: float
    over: float


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled: float


@dataclass(slots=True)
class Limiter:
    """Counts what was let through. All times are the clock's ticks."""

    limits: Limits | None
    clock: SimulatorClock
    _window: deque[float] = field(default_factory=deque)
    _buckets: dict[int, _Bucket] = field(default_factory=dict)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _holds: dict[int | None, _Until] = field(default_factory=dict)

    def look(self, method: str, chat_id: int | None) -> LimitHold | None:
        """None lets the call through; a Hold is a 429. Ask `held` first, and `count` what had its effect."""
        now = self.clock.ticks()
        if self.limits is None or method not in self.limits.counted or chat_id is None:
            return None
        for scope, wait in ((None, self._overall_wait(now)), (chat_id, self._chat_wait(chat_id, now))):
            if wait > 0:
                return self._new_hold(scope, wait, now)
        return None

    def count(self, method: str, chat_id: int | None) -> None:
        """Note a message that went out."""
        if self.limits is None or method not in self.limits.counted or chat_id is None:
            return
        now = self.clock.ticks()
        self._window.append(now)
        self._bucket(chat_id, now).tokens -= 1
        if chat_id < 0:
            self._groups.setdefault(chat_id, deque()).append(now)

    def held(self, method: str, chat_id: int | None) -> LimitHold | None:
        """A Hold if an earlier 429 is still to be waited out. Asking makes it longer."""
        if method not in SENDS | EDITS:
            return None
        now = self.clock.ticks()
        for scope in (None, chat_id):
            until = self._holds.get(scope)
            if until is not None and now < until.over:
                return self._asked_early(until, now)
        return None

    def _asked_early(self, until: _Until, now: float) -> LimitHold:
        grace = self.limits.grace if self.limits else GRACE
        ignored = now - until.given > grace
        if ignored:
            until.over += 1
        return LimitHold(math.ceil(until.over - now), ignored)

    def hold(self, chat_id: int | None, seconds: int) -> None:
        """Hold one chat (None: everything) from now on, as a 429 made on request does."""
        now = self.clock.ticks()
        self._holds[chat_id] = _Until(now, now + seconds)

    def _new_hold(self, scope: int | None, wait: float, now: float) -> LimitHold:
        seconds = max(1, math.ceil(wait))
        self._holds[scope] = _Until(now, now + seconds)
        return LimitHold(seconds, ignored=False)

    def _overall_wait(self, now: float) -> float:
        assert self.limits is not None
        while self._window and self._window[0] <= now - 1:
            self._window.popleft()
        return self._window[0] + 1 - now if len(self._window) >= self.limits.overall_per_second else 0

    def _chat_wait(self, chat_id: int, now: float) -> float:
        assert self.limits is not None
        bucket = self._bucket(chat_id, now)
        short = 1 - bucket.tokens - self.limits.early * self.limits.per_chat_per_second
        wait = short / self.limits.per_chat_per_second if short > 0 else 0
        return max(wait, self._group_wait(chat_id, now) if chat_id < 0 else 0)

    def _bucket(self, chat_id: int, now: float) -> _Bucket:
        assert self.limits is not None
        bucket = self._buckets.setdefault(chat_id, _Bucket(self.limits.per_chat_burst, now))
        refill = (now - bucket.filled) * self.limits.per_chat_per_second
        bucket.tokens = min(self.limits.per_chat_burst, bucket.tokens + refill)
        bucket.filled = now
        return bucket

    def _group_wait(self, chat_id: int, now: float) -> float:
        assert self.limits is not None
        sent = self._groups.setdefault(chat_id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        return sent[0] + 60 - now if len(sent) >= self.limits.per_group_per_minute else 0
