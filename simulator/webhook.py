"""Posts updates to the bot's own address, in order, until each is taken with a 2xx."""

import asyncio
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from simulator.clock import Clock
from simulator.truth import Log, UpdateHanded
from simulator.updates import Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a header's name)


@dataclass(slots=True)
class Webhook:
    """Where updates go while it is set. Waits between tries are real seconds and double up to `slowest`."""

    updates: Updates
    log: Log
    clock: Clock
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
