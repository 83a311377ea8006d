"""getUpdates: confirms by offset, waits for what comes, gives way to whoever asks next; and unsound updates."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator import wire
from simulator.faults import Faults
from simulator.methods.hooks import take_allowed
from simulator.params import Arguments, conflict
from simulator.telegram import MethodDone, Telegram
from simulator.world import TelegramUser

Shape = Callable[[dict[str, Any]], dict[str, Any]]
SHAPES: Mapping[str, Shape] = {
    "bare_message": lambda user: {"message": {"from": user, "text": "no id, no chat, no date"}},
    "wrong_types": lambda user: {"message": {"message_id": "one", "from": user, "chat": [], "date": "yesterday"}},
    "no_user": lambda user: {"callback_query": {"id": "1", "chat_instance": "1", "data": "x"}},
    "unknown_kind": lambda user: {"telepathy": {"from": user, "thought": "hello"}},
    "no_content": lambda user: {},
    "null_content": lambda user: {"message": None},
}


def make_poison(telegram: Telegram, person: TelegramUser, shape: str | None) -> int:
    """Put a poison update into the queue (None: each shape in turn); gives its update_id."""
    turn = telegram.world.version % len(SHAPES)
    chosen = shape or list(SHAPES)[turn]
    telegram.world.touch()
    return telegram.updates.make_raw(SHAPES[chosen](wire.user(person)), person.id)


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

    async def get_updates(self, call: Arguments) -> MethodDone:
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
        return MethodDone(batch, effect)

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
