"""Calls that landed, until they are written down: a few at a time, cards and answers at once."""

from collections.abc import Callable, Iterable, Iterator

import structlog

from bot.asks import Asks
from bot.making import Ready
from bot.outcome import NotOurBot, NotSent, Outcome
from bot.recording import Landed, record
from care.clock import Clock
from db.engine import Database
from db.failpoint import failpoint
from db.outbox import OutboxState, Rank
from db.sending import Ending

LINGER = 0.1  # seconds an outcome may wait for others to be written down with it

log = structlog.get_logger(__name__)


class Logbook:
    """What landed. `count` is called with the state of each row that reached an end."""

    def __init__(self, database: Database, clock: Clock, asks: Asks, count: Callable[[OutboxState], object]) -> None:
        self._database = database
        self._clock = clock
        self._asks = asks
        self._count = count
        self._landed: list[Landed] = []

    def __len__(self) -> int:
        return len(self._landed)

    def __iter__(self) -> Iterator[Ready]:
        return (one.ready for one in self._landed)

    @property
    def not_our_bot(self) -> NotOurBot | None:
        """Telegram's word that it does not know this bot, where a call brought it."""
        return next((one.outcome for one in self._landed if isinstance(one.outcome, NotOurBot)), None)

    def add(self, ready: Ready, outcome: Outcome) -> None:
        """That call landed just now."""
        self._landed.append(Landed(ready, outcome, self._clock.ticks()))

    def give_back(self, taken: Iterable[Ready]) -> None:
        """What was taken and not asked for can be looked at afresh later, or by another sender."""
        for ready in taken:
            self.add(ready, NotSent())

    def is_due(self, batch: int, *, more_to_come: bool) -> bool:
        """Whether to write now. What may be joined by more waits: no card or answer, not `batch` of them, not long."""
        if not self._landed:
            return False
        return (
            not more_to_come
            or len(self) >= batch
            or any(ready.row.rank <= Rank.ANSWER for ready in self)
            or self._clock.ticks() - self._landed[0].ticks >= LINGER
        )

    async def write(self) -> None:
        """Writes down what landed so far; on an error it stays here."""
        batch, now = list(self._landed), self._clock.now()
        endings = await self._database.write(lambda tx: record(tx.at(now), self._asks, batch))
        failpoint("after_record")
        del self._landed[: len(batch)]
        for ending in endings:
            self._report(ending)

    def _report(self, ending: Ending) -> None:
        if ending.state is OutboxState.WAITING:
            return
        self._count(ending.state)
        row, state = ending.row, ending.state.value
        log.info("message_ended", row=row.id, update=row.update_id, state=state, reason=ending.reason)
        if ending.state in (OutboxState.UNCERTAIN, OutboxState.REFUSED):
            log.warning("not_known_to_have_arrived", row=ending.row.id, state=ending.state, reason=ending.reason)
