"""One run of the fault runner: people live some days on their phones while the service under them is killed."""

import asyncio
import pickle
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alongside.clock import WallClock
from care.people.invites import make_practitioner_invite
from care.schedule.due import next_due_at
from db import event_replay
from db.delivery import picking
from db.migrate import migrate
from db.store.engine import Database, open_database
from db.store.vault import open_vault
from db.tx import Tx
from simulator import Faults, Simulator
from trials.case import Case
from trials.check import RuleBroken
from trials.clock import SharedClock
from trials.faults.lives import ServiceLives
from trials.faults.neighbours import Neighbours
from trials.faults.plan import FaultOutcome, FaultPlan, outcome_of
from trials.faults.residents import SharedState
from trials.wires import beside

START = datetime(2026, 3, 26, 16, 30, tzinfo=UTC)  # a Thursday; on Sunday the clocks of Europe change
HURRY = 8  # seconds of the trial in a second: pauses between tries are no time to learn anything
CALM_WITHIN = 90.0  # real seconds
POISE = 0.15  # real seconds between two looks whether all is calm
ASLEEP = 0.35  # the share of kills after which the service stays away until something is due
UNSEEN = 3  # due moments that may pass before people look
A_PERSON = 2  # things that are done at most for each client before time goes on
AT_MOST = 1.5  # real seconds in which that may be
LIVELY = 0.07  # how often somebody who looks at the phone says something, once all have joined
LET_IN = 0.95  # while people still join, the share of rounds in which time does not go on
FOUND = "found.pickle"  # beside telegram.log: the memory, deaths and calms that trials.check takes
SPARED = 60  # rounds without a kill while people still join and a third of the kills is done


class FaultRun:
    """Everything that takes part. `tell` hears of the number of kills so far."""

    def __init__(self, plan: FaultPlan, folder: Path, url: str, tell: Callable[[int], object]) -> None:
        self.plan = plan
        self.folder = folder
        self.url = url
        self._tell = tell
        self.chance = random.Random(plan.seed)
        self.clock = SharedClock(folder / "clock")
        self.clock.set_to(START)
        self.shared = SharedState(plan.seed, self.clock.now)
        faults = Faults.mixed(plan.seed, plan.rate)
        faults.hang_seconds, faults.slow_seconds, faults.retry_after = 0.7, (0.01, 0.1), (1, 3)
        self.simulator = Simulator(clock=self.clock, faults=faults, log_file=folder / "telegram.log")
        self.lives = ServiceLives(plan, folder, url, self.simulator, self.clock)
        self.people = Neighbours(self.shared, self.simulator, plan.clients)
        self.calms: list[datetime] = []
        self.trouble: list[RuleBroken] = []

    async def run(self) -> FaultOutcome:
        """Goes through all of it; the outcome holds every violation."""
        began = WallClock().ticks()
        async with self._memory() as database, self.simulator:
            await self.lives.open()
            try:
                await self._let_in(database)
                async with beside([self._time_passes()]), beside(self.people.lives()):
                    await self._trials(database)
                    await self._quiet_end(database)
                stopped = await self.lives.stop()
                return await self._judge(database, stopped, WallClock().ticks() - began)
            finally:
                await self.lives.close()

    @asynccontextmanager
    async def _memory(self) -> AsyncIterator[Database]:
        vault = open_vault(self.folder / "vault", (self.lives.keys,))
        await migrate(self.url, vault=vault)
        database = await open_database(self.url, vault=vault)
        try:
            yield database
        finally:
            await database.close()
            vault.close()

    async def _time_passes(self) -> None:
        wall = WallClock()
        last = wall.ticks()
        while True:
            await wall.sleep(0.02)
            now = wall.ticks()
            self.clock.turn((HURRY - 1) * (now - last))
            last = now

    async def _let_in(self, database: Database) -> None:
        now = self.clock.now()
        token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(now), "Lee"))
        self.people.lee.may_come_in(token, code)
        self.shared.open.set()

    # The trials

    async def _trials(self, database: Database) -> None:
        await self.lives.begin()
        spared = 0
        while len(self.lives.deaths) < self.plan.kills and not self._all_trouble():
            for _ in range(self.chance.randint(1, 5)):
                await self._some_time(database)
            await self.lives.replace_the_dead()
            if not self.people.all_in and len(self.lives.deaths) >= self.plan.kills // 3 and spared < SPARED:
                spared += 1
                continue
            await self._kill(database)
            self._tell(len(self.lives.deaths))

    def _all_trouble(self) -> list[RuleBroken]:
        return [*self.trouble, *self.lives.trouble]

    async def _some_time(self, database: Database) -> None:
        """People do things, then time goes on to what is due next, or a little beyond; nobody always looks at once."""
        await asyncio.sleep(self.chance.uniform(0.1, 0.8))
        self.people.disturb(self.chance)
        self.shared.chatty = LIVELY if self.people.all_in else self.shared.chatty
        if not self.people.all_in and self.chance.random() < LET_IN:
            await asyncio.sleep(self.chance.uniform(0.3, 1.0))
            return
        for _ in range(self.chance.randint(1, UNSEEN)):
            await self._calm(database)
            await self._turn(database)
        await self._people_act()

    async def _people_act(self) -> None:
        """Until they have done this or that, however slow the machine is."""
        self.shared.open.set()
        enough = self.chance.randint(1, A_PERSON * len(self.people.clients))
        with suppress(TimeoutError):
            await asyncio.wait_for(self.shared.does(enough), AT_MOST)

    async def _turn(self, database: Database) -> None:
        now = self.clock.now()
        due = await database.read(self._next_moment)
        ahead = (due - now).total_seconds() if due is not None and due > now else 3600.0
        self.clock.turn(min(ahead, 12 * 3600.0) + self.chance.choice((0.0, 0.0, 1.0, 300.0)))

    async def _next_moment(self, tx: Tx) -> datetime | None:
        """When something is due, or what waits to be said may go."""
        times = (await next_due_at(tx), await picking.next_moment(tx.at(self.clock.now())))
        return min((at for at in times if at is not None), default=None)

    async def _kill(self, database: Database) -> None:
        """One dies, at a named place if it was told to, and comes again; perhaps after a long time."""
        victim = self.chance.choice(self.lives.living)
        asleep = self.chance.random() < ASLEEP
        if asleep:
            await self._calm(database)
        else:
            await asyncio.sleep(self.chance.uniform(0.0, 0.7))
            if victim.failpoint:
                await asyncio.wait([victim.ended], timeout=6)
        victim.kill()
        await victim.ended
        if asleep and len(self.lives.living) == 1:
            await self._turn(database)
            self.clock.turn(self.chance.choice((0.0, 0.0, 3600.0, 8 * 3600.0)))
            self.lives.plan_early_end()
        self.shared.open.set()
        await self.lives.replace_the_dead()

    # Calm

    async def _calm(self, database: Database) -> None:
        """Nobody does anything until all that was under way is done."""
        self.shared.open.clear()
        wall = WallClock()
        give_up, quiet = wall.ticks() + CALM_WITHIN, 0
        while quiet < 2:
            await asyncio.sleep(POISE)
            await self.lives.replace_the_dead()
            busy = len(self.simulator.updates.queue) or await database.read(self._unrest)
            quiet = 0 if busy else quiet + 1
            if wall.ticks() > give_up:
                self.trouble.append(
                    RuleBroken("never_calm", f"there was something to do for {CALM_WITHIN:.0f} seconds")
                )
                return
        self.calms.append(self.clock.now())

    async def _unrest(self, tx: Tx) -> int:
        return await event_replay.unrest(tx.at(self.clock.now()))

    async def _quiet_end(self, database: Database) -> None:
        """Telegram behaves, nobody is killed, and a last day goes by."""
        self.simulator.faults.become(Faults())
        self.people.unblock()
        for _ in range(6):
            await self._calm(database)
            await self._turn(database)
        self.shared.open.set()
        await asyncio.sleep(1)
        await self._calm(database)

    async def _judge(self, database: Database, stopped: float, seconds: float) -> FaultOutcome:
        violations = self._all_trouble()
        if not self.people.all_in:
            violations.append(RuleBroken("nobody_joined", f"{', '.join(self.people.outside)} never got through"))
        memory = await database.read(event_replay.memory)
        outcome = outcome_of(
            self.plan,
            Case(memory, self.simulator.log, self.lives.deaths, self.calms),
            violations,
            failpoints=self.lives.failpoints_hit,
            days=(self.clock.now() - START) / timedelta(days=1),
            seconds_to_stop=stopped,
            seconds=seconds,
            folder=self.folder,
        )
        if outcome.violations:  # a server of the run's own goes with it
            (self.folder / FOUND).write_bytes(pickle.dumps((memory, self.lives.deaths, self.calms)))
        return outcome
