"""getUpdates: confirms by offset, waits for what comes, and gives way to whoever asks next."""

import asyncio
from dataclasses import dataclass, field

from simulator.faults import Faults
from simulator.methods.hooks import take_allowed
from simulator.params import Arguments
from simulator.poison import make_poison
from simulator.refusal import conflict
from simulator.telegram import Done, Telegram

LONGEST = 50
BATCH = 100
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass(slots=True)
class Poll:
    """At most one getUpdates waits; as on the real server, a newer one ends it with a 409."""

    telegram: Telegram
    faults: Faults
    waiting: int = 0
    _turn: object = field(default_factory=object)

    async def get_updates(self, call: Arguments) -> Done:
        """The waiting updates, or those that come within `timeout` real seconds. Raises Refusal."""
        if self.telegram.webhook.url:
            raise conflict(WEBHOOK_ACTIVE)
        updates = self.telegram.updates
        turn = self._turn = object()
        updates.arrived.set()
        take_allowed(updates, call.values)
        before = len(updates.queue)
        updates.confirm(_number(call, "offset", 0))
        effect = "confirmed" if len(updates.queue) < before else "none"
        self._trouble()
        batch = await self._wait(call, turn)
        return Done(batch, effect)

    async def _wait(self, call: Arguments, turn: object) -> list[dict[str, object]]:
        updates = self.telegram.updates
        limit = min(max(_number(call, "limit", BATCH), 1), BATCH)
        clock = asyncio.get_running_loop().time
        end = clock() + min(_number(call, "timeout", 0), LONGEST)
        while True:
            if batch := updates.waiting(limit):
                return batch
            if not await self._arrives(end - clock()):
                return []
            if turn is not self._turn:
                raise conflict(OTHER_POLLER)
            if self.telegram.webhook.url:
                raise conflict("terminated by setWebhook request")

    async def _arrives(self, seconds: float) -> bool:
        if seconds <= 0:
            return False
        self.waiting += 1
        self.telegram.world.stir()
        try:
            async with asyncio.timeout(seconds):
                await self.telegram.updates.arrived.wait()
        except TimeoutError:
            return False
        finally:
            self.waiting -= 1
            self.telegram.world.stir()
        return True

    def _trouble(self) -> None:
        updates = self.telegram.updates
        if self.faults.draw_update("duplicate") and updates.has_past:
            updates.repeat()
        if self.faults.draw_update("poison"):
            for person in list(self.telegram.world.people.values())[:1]:
                make_poison(self.telegram, person, None)


def _number(call: Arguments, name: str, otherwise: int) -> int:
    value = call.values.get(name, otherwise)
    return value if isinstance(value, int) else otherwise
