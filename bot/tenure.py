"""Being the one sender: from taking the role over until it is given back or lost."""

from collections.abc import Callable

import structlog

from bot.pace import Pace
from bot.role import Role
from care.clock import Clock
from db import sending
from db.engine import Database
from db.outbox import OutboxState
from db.sending import Inherited
from db.tx import Tx

log = structlog.get_logger(__name__)


class RoleLost(Exception):
    """Another process took the role of the sender over."""


class Tenure:
    """Holds the role. What the one before left in mid-send is counted, and the holds it knew of go into `pace`."""

    def __init__(
        self, database: Database, clock: Clock, role: Role, pace: Pace, count: Callable[[OutboxState], object]
    ) -> None:
        self._database = database
        self._clock = clock
        self._role = role
        self._pace = pace
        self._count = count
        self.holds = False

    async def begin(self) -> bool:
        """Whether the role is ours, from now on or already."""
        if not self.holds and await self._role.seize():
            now = self._clock.now()
            self._tell(await self._database.write(lambda tx: sending.take_over(tx.at(now), self._role.epoch)))
            await self._learn_holds()
            self.holds = True
        return self.holds

    @property
    def stands(self) -> bool:
        """Whether we may go on sending, as far as can be known without asking."""
        return self.holds and self._role.stands

    async def epoch(self, tx: Tx) -> int:
        """The epoch in which we send, ours until this transaction ends. Raises RoleLost."""
        if not await self._role.still(tx):
            raise RoleLost
        return self._role.epoch

    def lose(self) -> None:
        """The role is another's now."""
        log.warning("sending_taken_over_by_another")
        self.holds = False

    async def end(self) -> None:
        """Gives the role back."""
        if self.holds:
            await self._role.release()
            self.holds = False

    def _tell(self, inherited: Inherited) -> None:
        if inherited.once_more or inherited.uncertain:
            log.warning("sending_taken_over", once_more=inherited.once_more, uncertain=inherited.uncertain)
        for _ in range(inherited.uncertain):
            self._count(OutboxState.UNCERTAIN)

    async def _learn_holds(self) -> None:
        now, ticks = self._clock.now(), self._clock.ticks()
        for chat, seconds in (await self._database.read(lambda tx: sending.holds(tx.at(now)))).items():
            self._pace.hold(chat, ticks + seconds)
