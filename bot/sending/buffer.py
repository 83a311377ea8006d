"""What was claimed and waits for its turn to be sent, and when there may be more to claim."""

import heapq
from collections.abc import Collection, Iterator, Set
from datetime import datetime

import structlog

from bot.sending.build_call import CannotBuild, Ready, SenderPorts
from bot.sending.claiming import ClaimedBatch, ClaimLimits, claim_batch, stumble
from bot.sending.pace import Pace
from bot.sending.tenure import RoleLost, Tenure
from care.clock import Clock, Standby, Wakes
from db.delivery.outbox import Rank
from db.store.engine import Database
from db.store.files import failpoint
from db.tx import Tx

LONGEST_BATCH = 200
BATCH_SECONDS = 0.3  # what is taken goes within that time, so that an answer never waits behind many prompts
STALE = 5.0  # seconds after which what was taken is looked at afresh


class SendBuffer:
    """A heap of a size that fits `width` calls at once and the pace (calls a second)."""

    def __init__(self, width: int, per_second: float) -> None:
        self.size = int(min(LONGEST_BATCH, max(width, per_second * BATCH_SECONDS)))
        self._spare = max(width // 2, 1)  # places for cards and answers when it is full
        self._heap: list[tuple[Rank, int, float, Ready]] = []

    def __len__(self) -> int:
        return len(self._heap)

    def __iter__(self) -> Iterator[Ready]:
        return (ready for *_, ready in self._heap)

    @property
    def room(self) -> int:
        """How many more may be taken."""
        return max(self.size - len(self), self._spare)

    @property
    def is_low(self) -> bool:
        """Whether it is time to take more."""
        return len(self) <= self.size // 2

    @property
    def first(self) -> Rank | None:
        """How urgent the most urgent is."""
        return self._heap[0][0] if self._heap else None

    def put(self, taken: Collection[Ready], ticks: float) -> list[Ready]:
        """These were taken at that tick. What they overtake in their own chat is given back: one a chat."""
        chats = {ready.chat for ready in taken}
        overtaken = [ready for ready in self if ready.chat in chats]
        if overtaken:
            self._heap = [one for one in self._heap if one[-1].chat not in chats]
            heapq.heapify(self._heap)
        for ready in taken:
            heapq.heappush(self._heap, (ready.row.rank, ready.row.id, ticks, ready))
        return overtaken

    def pop(self, ticks: float) -> tuple[Ready, bool]:
        """Whose turn it is, and whether it was taken not too long ago."""
        *_, taken_at, ready = heapq.heappop(self._heap)
        return ready, ticks - taken_at <= STALE

    def empty(self) -> list[Ready]:
        """Takes everything out."""
        everything = list(self)
        self._heap.clear()
        return everything


log = structlog.get_logger(__name__)


class Claimer:
    """Fills the buffer. `may_have_more`: there may be something to take. `paced_until`: the tick from which the pace
    allows what nothing but the pace keeps waiting, if anything. `next_at`: when more is due."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        ports: SenderPorts,
        tenure: Tenure,
        pace: Pace,
        buffer: SendBuffer,
        wakes: Wakes,
        standby: Standby,
    ) -> None:
        self._database = database
        self._clock = clock
        self._ports = ports
        self._tenure = tenure
        self._pace = pace
        self._buffer = buffer
        self._bell = wakes.outbox
        self._standby = standby
        self.may_have_more = True
        self.paced_until: float | None = None
        self.next_at: datetime | None = None

    def is_due(self) -> bool:
        """Whether to take now: something new is there, or the buffer is low."""
        return self._bell.is_set() or (self.may_have_more and self._buffer.is_low)

    def hush(self) -> None:
        """While nothing may go the bell is heard and remembered, so that nobody's sleep ends for it."""
        self.may_have_more |= self._bell.is_set()
        self._bell.clear()

    async def take(self, busy: Set[int]) -> list[Ready]:
        """Takes what may go, but nothing for chats in `busy`, and nothing where the role is lost.

        Gives back what a card overtook in the buffer.
        """
        self._bell.clear()
        self.may_have_more = True
        limits, now = self._limits(busy), self._clock.now()
        try:
            taken = await self._database.write(lambda tx: self._take(tx.at(now), limits))
        except RoleLost:
            self._tenure.lose()
            self.may_have_more, self.paced_until = False, None
            return []
        except CannotBuild as broken:
            await self._set_aside(now, broken)
            return []
        failpoint("after_take")
        return self._accept(taken, limits)

    def _limits(self, busy: Set[int]) -> ClaimLimits:
        ticks = self._clock.ticks()
        cards = {ready.chat for ready in self._buffer if ready.row.rank is Rank.CARD}
        return ClaimLimits(
            limit=self._buffer.room,
            shut=self._pace.shut(ticks) | busy | cards,
            laid={ready.chat for ready in self._buffer} - cards,
            calm=self._pace.calm(ticks),
            paced=self._pace.soon(ticks),
            answers_only=not self._buffer.is_low,
            after=self._standby.held.last_row if self._standby.held else None,
        )

    async def _take(self, tx: Tx, limits: ClaimLimits) -> ClaimedBatch:
        return await claim_batch(tx, self._ports, await self._tenure.epoch(tx), limits)

    async def _set_aside(self, now: datetime, broken: CannotBuild) -> None:
        row = broken.row
        log.error("screen_cannot_be_made", row=row.id, error=type(broken.__cause__).__name__)
        await self._database.write(lambda tx: stumble(tx.at(now), self._ports, row))

    def _accept(self, taken: ClaimedBatch, limits: ClaimLimits) -> list[Ready]:
        ticks = self._clock.ticks()
        overtaken = self._buffer.put(taken.ready, ticks)
        self.may_have_more = taken.more or limits.answers_only
        self.next_at = taken.next_at
        soon = self._pace.soon(ticks)
        opens = min((soon[chat] for chat in limits.paced if chat in soon), default=ticks)
        self.paced_until = opens if taken.paced else None
        return overtaken
