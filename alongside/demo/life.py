"""The service of the demo, one life after another: it can be killed at any moment and comes back by itself."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from alongside.house import House
from db.store.engine import Database, open_database
from db.store.errors import DatabaseClosed
from db.store.vault import Vault
from db.tx import Tx

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Store:
    """Where the memory lies. It outlives every life of the service."""

    url: str
    vault: Vault

    async def open(self) -> Database:
        """The memory, as a service that starts opens it."""
        return await open_database(self.url, vault=self.vault)


class DemoLife:
    """Keeps a house over `store` alive. `changed` is called when it comes up and when it goes down."""

    def __init__(self, store: Store, build: Callable[[Database], House], changed: Callable[[], None]) -> None:
        self._store = store
        self._build = build
        self._changed = changed
        self._house: House | None = None
        self._up = asyncio.Event()
        self._rest = 0.0
        self.kills = 0

    @property
    def is_up(self) -> bool:
        """Whether the service lives at this moment."""
        return self._up.is_set()

    async def live(self, stop: asyncio.Event) -> None:
        """One life after another until `stop` is set; the last one ends as a service is stopped, with its work done."""
        while not stop.is_set():
            await self._one_life(stop)
            await _rest(stop, self._rest)

    async def kill(self, *, down: float) -> None:
        """Ends the service in the middle of what it does (see House.drop); returns when it is back, `down` real seconds
        later. While it is down nothing happens."""
        if self._house is None:
            return
        self.kills += 1
        self._rest = down
        house, self._house = self._house, None
        self._up.clear()
        self._changed()
        await house.drop()
        await self._up.wait()

    async def read(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """Reads the memory; waits while the service is down, so that a turn of the clock outlives a kill."""
        while True:
            await self._up.wait()
            house = self._house
            if house is not None:
                try:
                    return await house.database.read(work)
                except (DatabaseClosed, asyncio.CancelledError):
                    if self._house is house or _is_cancelled():
                        raise

    async def write(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        """Writes as the service would. Raises DatabaseClosed where it is killed meanwhile."""
        await self._up.wait()
        assert self._house is not None
        return await self._house.database.write(work)

    def wake(self) -> None:
        """Lets the service look at once at what is due and what is to be said."""
        if self._house is not None:
            self._house.wakes.plans.set()
            self._house.wakes.outbox.set()

    async def keep_house(self) -> None:
        """Does the housekeeping that is due: its own hints come by the real time, not by the turned one."""
        house = self._house
        if house is None:
            return
        try:
            await house.timetable.ask()
        except asyncio.CancelledError:  # killed meanwhile: the next life asks as it starts
            if self._house is house or _is_cancelled():
                raise

    async def _one_life(self, stop: asyncio.Event) -> None:
        database = await self._store.open()
        house = self._build(database)
        self._house = house
        self._up.set()
        self._changed()
        ends = asyncio.Event()
        running, stopping = asyncio.create_task(house.run(ends)), asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ends.set()
            stopping.cancel()
            await self._bury(house, running)
            await database.close()

    async def _bury(self, house: House, running: asyncio.Task[None]) -> None:
        """What a house that was killed had to say about it is nobody's concern; any other trouble is."""
        was_killed = self._house is not house
        ended = await asyncio.gather(running, return_exceptions=True)
        self._house = None
        self._up.clear()
        if not was_killed:
            await house.close()
            if isinstance(ended[0], BaseException):
                raise ended[0]


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def _rest(stop: asyncio.Event, seconds: float) -> None:
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait({waiting}, timeout=seconds)
    waiting.cancel()
