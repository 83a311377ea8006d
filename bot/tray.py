"""What was taken and waits for its turn to be sent, the most urgent first. Pure."""

import heapq
from collections.abc import Collection, Iterator

from bot.making import Ready
from db.outbox import Rank

LONGEST_BATCH = 200
BATCH_SECONDS = 0.3  # what is taken goes within that time, so that an answer never waits behind many prompts
STALE = 5.0  # seconds after which what was taken is looked at afresh


class Tray:
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
