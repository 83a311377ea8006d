"""A Bot API client with no opinions: it sends what it is given and shows what came back."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import ClientSession

from simulator import Simulator


class HandClock:
    """A clock that moves when a test turns it."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
        self._ticks = 0.0

    def now(self) -> datetime:
        """The moment it shows."""
        return self._now

    def ticks(self) -> float:
        """The seconds it was turned."""
        return self._ticks

    def turn(self, **how: float) -> None:
        """Move on."""
        step = timedelta(**how)
        self._now += step
        self._ticks += step.total_seconds()


@dataclass(frozen=True)
class RawApi:
    """Calls methods of one simulator."""

    session: ClientSession
    simulator: Simulator

    def url(self, method: str) -> str:
        """The address of a method."""
        return f"{self.simulator.base_url}/bot{self.simulator.token}/{method}"

    async def answer(self, method: str, **fields: Any) -> dict[str, Any]:
        """The whole JSON answer to a call."""
        async with self.session.post(self.url(method), json=fields) as answer:
            body: dict[str, Any] = await answer.json()
        return body

    async def call(self, method: str, **fields: Any) -> Any:
        """The result of a call that is to succeed."""
        body = await self.answer(method, **fields)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **fields: Any) -> str:
        """The description of a call that is to be refused."""
        body = await self.answer(method, **fields)
        assert not body["ok"], body
        return f"{body['error_code']} {body['description']}"
