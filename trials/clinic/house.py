"""The whole service over a database of its own, against a Telegram over HTTP, with a clock to turn."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Self

from alongside.clock import TurnedClock
from alongside.house import House
from care.invites import make_practitioner_invite
from care.next_due import next_due_at
from db import picking
from db.engine import Database, open_database
from db.keys import new_key
from db.migrate import migrate
from db.tx import Tx
from db.vault import open_vault
from simulator import Simulator

JOBS = timedelta(hours=4)  # how often what is done at night and each hour is asked for; 03:30 is among them


class Service:
    """One process's worth of service. Time moves by `goes_to` alone, from one due moment to the next."""

    def __init__(self, database: Database, clock: TurnedClock, simulator: Simulator) -> None:
        self.database = database
        self.clock = clock
        self.simulator = simulator
        self._numbers = count()
        self._house = self._build()
        self._kept_house = clock.now()

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path, start: datetime) -> AsyncIterator[Self]:
        """The service over an SQLite file in `folder`, at that moment (UTC); nothing of it lives on afterwards."""
        vault = open_vault(folder / "vault", (new_key(),))
        url = f"sqlite:///{folder}/alongside.db"
        await migrate(url, vault=vault)
        database, clock = await open_database(url, vault=vault), TurnedClock(start, running=False)
        try:
            async with Simulator(clock=clock) as simulator:
                service = cls(database, clock, simulator)
                await service._begin()
                try:
                    yield service
                finally:
                    await service._house.close()
        finally:
            await database.close()
            vault.close()

    def _build(self) -> House:
        return House(self.database, self.clock, token=self.simulator.token, api=self.simulator.base_url, in_flight=1)

    async def _begin(self) -> None:
        await self._house.begin()
        await self._house.learn_name(self.simulator.world.bot.username)

    async def restarts(self) -> None:
        """The service is stopped and started over the same memory, as after an update."""
        await self._house.close()
        self._house = self._build()
        await self._begin()
        await self.settle()

    def number(self) -> int:
        """A number that is one more each time."""
        return next(self._numbers)

    async def invites_practitioner(self, name: str) -> tuple[str, str]:
        """What the operator's command prints: a link's payload and the six digits."""
        now = self.clock.now()
        return await self.database.write(lambda tx: make_practitioner_invite(tx.at(now), name))

    async def settle(self) -> None:
        """All that can happen at this moment has happened."""
        await self._house.settle(polls=bool(self.simulator.telegram.updates.queue))

    async def next_at(self) -> datetime | None:
        """When something is due next, or may be said."""
        return await self.database.read(self._next)

    async def _next(self, tx: Tx) -> datetime | None:
        moments = (await next_due_at(tx), await picking.next_moment(tx.at(self.clock.now())))
        return min((at for at in moments if at is not None), default=None)

    async def goes_to(self, moment: datetime) -> None:
        """The clock shows that moment (UTC), unless it is later, and what is due then has happened."""
        self.clock.turn((moment - self.clock.now()).total_seconds())
        if self.clock.now() - self._kept_house >= JOBS:
            self._kept_house = self.clock.now()
            await self._house.timetable.ask()
        await self.settle()
