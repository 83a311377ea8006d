"""How fast the sender may go, and when nothing may go to anybody: pure, ticks come in."""

import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.backoff import Backoff
from bot.sending.build_call import Ready
from bot.sending.outcome import Ambiguous, CallOutcome, NotSent, Wait

NEVER = -math.inf
LATEST = 0.1  # seconds that a call is allowed to be on its way longer than others: one that hangs holds up nobody


@dataclass(frozen=True, slots=True)
class Rates:
    """What is allowed. `late` is how many seconds behind the even pace may be made good, in a small burst.

    99 % of the 30 a second leaves room for the network's jitter. `gap` is in seconds; an infinite rate and a gap of 0
    are no limit. Measured (docs/decisions/0024): a machine that stalls for 20 to 60 ms twice a second uses 95 % of what
    is allowed with 0.005 seconds and 99 % with 0.1; without the window below that would draw 429s.
    """

    per_second: float = 29.7
    late: float = 0.1
    gap: float = 1.0
    burst: int = 5


NO_LIMIT = Rates(per_second=math.inf, gap=0.0)


@dataclass(slots=True)
class _Chat:
    last: float = NEVER  # when the last call ended: Telegram counted it between its start and its end
    full: float = NEVER  # when its bucket is full again
    held: float = NEVER


@dataclass(slots=True)
class _Call:
    start: float
    end: float = math.inf


@dataclass(slots=True)
class Pace:
    """What was sent, as far as it still matters. A chat is named by its Telegram id: it outlives an erasure."""

    rates: Rates = field(default_factory=Rates)
    _next: float = NEVER
    _calls: deque[_Call] = field(init=False)  # a second's worth of them, in the order in which they started
    _flying: dict[int, _Call] = field(default_factory=dict)  # by chat, which has one at a time
    _all_held: float = NEVER
    _chats: dict[int, _Chat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        limited = math.isfinite(self.rates.per_second)
        self._calls = deque(maxlen=math.ceil(self.rates.per_second) if limited else 0)

    def slot(self) -> float:
        """The tick from which on the next call may start."""
        return max(self._next - self.rates.late, self._window_opens(), self._all_held)

    def starts(self, chat: int, ticks: float) -> None:
        """A call to that chat starts now."""
        self._next = max(self._next, ticks) + 1 / self.rates.per_second
        self._flying[chat] = _Call(ticks)
        self._calls.append(self._flying[chat])

    def ends(self, chat: int, ticks: float) -> None:
        """The answer of a call to that chat is here, or will not come."""
        call = self._flying.pop(chat, None)
        if call is not None:
            call.end = ticks
        state = self._chats.setdefault(chat, _Chat())
        state.last = ticks
        state.full = max(state.full, ticks) + self.rates.gap

    def hold(self, chat: int, until: float) -> None:
        """Nothing to that chat before that tick."""
        state = self._chats.setdefault(chat, _Chat())
        state.held = max(state.held, until)

    def hold_all(self, until: float) -> None:
        """Nothing to anybody before that tick."""
        self._all_held = max(self._all_held, until)

    def everybody_held(self, ticks: float) -> bool:
        """Whether nothing may go to anybody now."""
        return ticks < self._all_held

    def shut(self, ticks: float) -> set[int]:
        """Chats to which nothing may go now: a hold, or an empty bucket."""
        self._forget(ticks)
        return {chat for chat, state in self._chats.items() if self._opens(state) > ticks}

    def calm(self, ticks: float) -> set[int]:
        """Chats to which nothing but cards and answers may go now, because something went there within the gap."""
        return {chat for chat, state in self._chats.items() if state.last + self.rates.gap > ticks}

    def soon(self, ticks: float) -> dict[int, float]:
        """Chats kept waiting by the pace only, with the tick at which anything may go there again."""
        return {
            chat: at for chat, state in self._chats.items() if state.held <= ticks and (at := self._free(state)) > ticks
        }

    def next_opening(self, ticks: float) -> float:
        """The first tick after this one at which a hold of a chat or of all is over; infinity without holds."""
        return min((at for at in self._holds() if at > ticks), default=math.inf)

    def _window_opens(self) -> float:
        """However late we are, no second holds more calls than are allowed, also where Telegram counts them: when they
        arrive. A call that took longer than the quickest may have arrived that much later."""
        most = self._calls.maxlen
        if not most or len(self._calls) < most:
            return NEVER
        quickest = min((one.end - one.start for one in self._calls if one.end < math.inf), default=0.0)
        first = self._calls[0]
        arrived = min(first.end - quickest, first.start + LATEST)
        return max(first.start + most / self.rates.per_second, arrived + 1.0)

    def _holds(self) -> Iterator[float]:
        yield self._all_held
        yield from (state.held for state in self._chats.values())

    def _bucket_opens(self, state: _Chat) -> float:
        return state.full - (self.rates.burst - 1) * self.rates.gap

    def _opens(self, state: _Chat) -> float:
        return max(state.held, self._bucket_opens(state))

    def _free(self, state: _Chat) -> float:
        return max(self._opens(state), state.last + self.rates.gap)

    def _forget(self, ticks: float) -> None:
        over = [
            chat
            for chat, state in self._chats.items()
            if max(state.held, state.full, state.last + self.rates.gap) <= ticks
        ]
        for chat in over:
            del self._chats[chat]


FLOOD_SECONDS = 10.0  # several chats told to wait within that time: it is not about the chats


@dataclass(slots=True)
class RateGuard:
    """The pace with its holds, and the pauses after trouble, by ticks and from the very moment of each landing."""

    pace: Pace
    _backoff: Backoff = field(default_factory=Backoff)
    _floods: dict[int, float] = field(default_factory=dict)  # chats told to wait, and when

    def everybody_waits(self, ticks: float) -> bool:
        """Whether nothing may go to anybody now."""
        return self.pace.everybody_held(ticks) or ticks < self._backoff.until

    def lanes(self, width: int) -> int:
        """How many of `width` calls may run at once."""
        return 1 if self._backoff.probing else width

    def next_opening(self, ticks: float) -> float:
        """The first tick after this one at which a hold or a pause is over; infinity where there is none."""
        opening = self.pace.next_opening(ticks)
        return min(opening, self._backoff.until) if ticks < self._backoff.until else opening

    def learn(self, ready: Ready, outcome: CallOutcome, ticks: float) -> None:
        """That call landed just now, with that outcome."""
        self.pace.ends(ready.chat, ticks)
        match outcome:
            case NotSent():
                self._backoff.no_connection(ticks)
            case Ambiguous():
                self._backoff.no_answer(ticks)
                self.pace.hold(ready.chat, ticks + 2.0**ready.row.ambiguous)
            case _:
                self._backoff.answered()
        if isinstance(outcome, Wait):
            self._told_to_wait(ready.chat, ticks, outcome.seconds)

    def _told_to_wait(self, chat: int, ticks: float, seconds: float) -> None:
        self.pace.hold(chat, ticks + seconds)
        self._floods = {one: at for one, at in self._floods.items() if ticks - at < FLOOD_SECONDS} | {chat: ticks}
        if len(self._floods) > 1:
            self.pace.hold_all(ticks + seconds)
