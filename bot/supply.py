"""When there may be something to take from the outbox, and taking it onto the tray."""

from collections.abc import Set
from datetime import datetime

import structlog

from bot.asks import Asks
from bot.giving_up import stumble
from bot.making import Broken, Ready
from bot.pace import Pace
from bot.taking import Limits, Taken, take
from bot.tenure import RoleLost, Tenure
from bot.tray import Tray
from care.clock import Clock, Standby, Wakes
from db.engine import Database
from db.failpoint import failpoint
from db.outbox import Rank
from db.tx import Tx

log = structlog.get_logger(__name__)


class Supply:
    """Fills the tray. `may_have_more`: there may be something to take. `paced_until`: the tick from which the pace
    allows what it alone keeps waiting, if anything. `next_at`: when more is due."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        asks: Asks,
        tenure: Tenure,
        pace: Pace,
        tray: Tray,
        wakes: Wakes,
        standby: Standby,
    ) -> None:
        self._database = database
        self._clock = clock
        self._asks = asks
        self._tenure = tenure
        self._pace = pace
        self._tray = tray
        self._bell = wakes.outbox
        self._standby = standby
        self.may_have_more = True
        self.paced_until: float | None = None
        self.next_at: datetime | None = None

    def is_due(self) -> bool:
        """Whether to take now: something new is there, or the tray is low."""
        return self._bell.is_set() or (self.may_have_more and self._tray.is_low)

    def hush(self) -> None:
        """While nothing may go the bell is heard and remembered, so that nobody's sleep ends for it."""
        self.may_have_more |= self._bell.is_set()
        self._bell.clear()

    async def take(self, busy: Set[int]) -> list[Ready]:
        """Takes what may go, but nothing for chats in `busy`, and nothing where the role is lost.

        Gives back what a card overtook on the tray.
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
        except Broken as broken:
            await self._set_aside(now, broken)
            return []
        failpoint("after_take")
        return self._accept(taken, limits)

    def _limits(self, busy: Set[int]) -> Limits:
        ticks = self._clock.ticks()
        cards = {ready.chat for ready in self._tray if ready.row.rank is Rank.CARD}
        return Limits(
            limit=self._tray.room,
            shut=self._pace.shut(ticks) | busy | cards,
            laid={ready.chat for ready in self._tray} - cards,
            calm=self._pace.calm(ticks),
            paced=self._pace.soon(ticks),
            answers_only=not self._tray.is_low,
            after=self._standby.held.last_row if self._standby.held else None,
        )

    async def _take(self, tx: Tx, limits: Limits) -> Taken:
        return await take(tx, self._asks, await self._tenure.epoch(tx), limits)

    async def _set_aside(self, now: datetime, broken: Broken) -> None:
        row = broken.row
        log.error("screen_cannot_be_made", row=row.id, error=type(broken.__cause__).__name__)
        await self._database.write(lambda tx: stumble(tx.at(now), self._asks, row))

    def _accept(self, taken: Taken, limits: Limits) -> list[Ready]:
        ticks = self._clock.ticks()
        overtaken = self._tray.put(taken.ready, ticks)
        self.may_have_more = taken.more or limits.answers_only
        self.next_at = taken.next_at
        soon = self._pace.soon(ticks)
        opens = min((soon[chat] for chat in limits.paced if chat in soon), default=ticks)
        self.paced_until = opens if taken.paced else None
        return overtaken
