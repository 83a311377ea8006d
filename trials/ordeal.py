"""One run of the fault runner: people live some days on their phones while the service under them is killed."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alongside.clock import WallClock
from care.invites import make_practitioner_invite
from care.next_due import next_due_at
from db import proof
from db.engine import Database, open_database
from db.keys import new_key
from db.migrate import migrate
from db.tx import Tx
from db.vault import open_vault
from simulator import Faults, Simulator
from trials.beside import beside, free_ports
from trials.case import Case
from trials.check import Violation
from trials.clients import HOMES, NAMES, Client
from trials.clock import SharedClock
from trials.gate import Gate
from trials.outcome import Outcome, Plan, outcome_of
from trials.practitioner import Practitioner
from trials.services import Nursery, Service
from trials.townsfolk import Resident, Street

START = datetime(2026, 3, 27, 16, 30, tzinfo=UTC)  # a Friday; on Sunday the clocks of Europe change
HURRY = 8  # seconds of the trial in a second: pauses between tries are no time to learn anything
CALM_WITHIN = 90.0  # real seconds
STOPS_WITHIN = 20.0  # real seconds, as systemd and compose are told
POISE = 0.15  # real seconds between two looks whether all is calm
SECRET = "TheSecretOfATrialThatGuardsNothing"  # noqa: S105 (guards nothing)
FAILPOINTS = (
    "updates_saved", "take", "after_take", "before_call", "after_call", "record", "after_record", "before_commit",
    "after_commit",
)  # fmt: skip
PASSINGS = {"before_commit": 60, "after_commit": 60}  # the most; of the others it is FEW
FEW = 8
FIRST = 5
COMMITS = ("before_commit", "after_commit")
ASLEEP = 0.35  # the share of kills after which the service stays away until something is due
SPARED = 60  # rounds without a kill while people still join and a third of the kills is done


class Ordeal:
    """Everything that takes part. `tell` hears of the number of kills so far."""

    def __init__(self, plan: Plan, folder: Path, url: str, tell: Callable[[int], object]) -> None:
        self.plan = plan
        self.folder = folder
        self.url = url
        self._tell = tell
        self.chance = random.Random(plan.seed)
        self.clock = SharedClock(folder / "clock")
        self.clock.set_to(START)
        self.street = Street(plan.seed)
        faults = Faults.mixed(plan.seed, plan.rate)
        faults.hang_seconds, faults.slow_seconds, faults.retry_after = 0.7, (0.01, 0.1), (1, 3)
        self.simulator = Simulator(clock=self.clock, faults=faults, log_file=folder / "telegram.log")
        self.nursery = Nursery(folder, folder / "clock")
        self.services: list[Service] = []
        self.deaths: list[float] = []
        self.calms: list[datetime] = []
        self.failpoints_hit = 0
        self.trouble: list[Violation] = []
        self._ports = free_ports(2 if plan.database == "postgresql" else 1)
        self.gate = Gate(self._ports)
        self._keys = new_key()
        self._clients: list[Client] = []
        self._failpoints = list(FAILPOINTS)
        self.chance.shuffle(self._failpoints)
        self._failpoint = ""
        self._births = 0

    async def run(self) -> Outcome:
        """Goes through all of it; the outcome holds every violation."""
        began = WallClock().ticks()
        async with self._memory() as database, self.simulator:
            await asyncio.gather(self.nursery.open(), self.gate.open())
            try:
                async with self._passing_time(), self._people(database):
                    await self._trials(database)
                    await self._quiet_end(database)
                stopped = await self._stop()
                return await self._judge(database, stopped, WallClock().ticks() - began)
            finally:
                await self.nursery.close()
                await self.gate.close()

    @asynccontextmanager
    async def _memory(self) -> AsyncIterator[Database]:
        vault = open_vault(self.folder / "vault", (self._keys,))
        await migrate(self.url, vault=vault)
        database = await open_database(self.url, vault=vault)
        try:
            yield database
        finally:
            await database.close()
            vault.close()

    @asynccontextmanager
    async def _passing_time(self) -> AsyncIterator[None]:
        async def pass_by() -> None:
            wall = WallClock()
            last = wall.ticks()
            while True:
                await wall.sleep(0.02)
                now = wall.ticks()
                self.clock.turn((HURRY - 1) * (now - last))
                last = now

        async with beside([pass_by()]):
            yield

    @asynccontextmanager
    async def _people(self, database: Database) -> AsyncIterator[None]:
        now = self.clock.now()
        token, code = await database.write(lambda tx: make_practitioner_invite(tx, now, "Lee"))
        homes = zip(NAMES, HOMES, strict=True)
        self._clients = [Client(self.street, self.simulator.phone(name), home) for name, home in homes]
        self._clients = self._clients[: self.plan.clients]
        lee = Practitioner(self.street, self.simulator.phone("Lee"), token, code, self._clients)
        everybody: list[Resident] = [lee, *self._clients]
        self.street.open.set()
        async with beside([one.live() for one in everybody]):
            yield

    # The trials

    async def _trials(self, database: Database) -> None:
        for _ in self._ports:
            self.services.append(await self._start())
        spared = 0
        while len(self.deaths) < self.plan.kills and not self.trouble:
            for _ in range(self.chance.randint(1, 5)):
                await self._some_time(database)
            await self._replace_the_dead(database)
            if not self._all_in() and len(self.deaths) >= self.plan.kills // 3 and spared < SPARED:
                spared += 1
                continue
            await self._kill(database)
            self._tell(len(self.deaths))

    async def _some_time(self, database: Database) -> None:
        """People do things, then time goes on to what is due next, or a little beyond."""
        await asyncio.sleep(self.chance.uniform(0.1, 0.8))
        self._disturb()
        if not self._all_in() and self.chance.random() < 0.8:
            await asyncio.sleep(self.chance.uniform(0.3, 1.0))
            return
        await self._calm(database)
        await self._turn(database)
        self.street.open.set()
        await asyncio.sleep(self.chance.uniform(0.1, 0.5))

    async def _turn(self, database: Database) -> None:
        due, now = await database.read(next_due_at), self.clock.now()
        ahead = (due - now).total_seconds() if due is not None and due > now else 3600.0
        self.clock.turn(min(ahead, 12 * 3600.0) + self.chance.choice((0.0, 0.0, 1.0, 300.0)))

    async def _kill(self, database: Database) -> None:
        """One dies, at a named place if it was told to, and comes anew; perhaps after a long time."""
        victim = self.chance.choice(self.services)
        asleep = self.chance.random() < ASLEEP
        if asleep:
            await self._calm(database)
        else:
            await asyncio.sleep(self.chance.uniform(0.0, 0.7))
            if victim.failpoint:
                await asyncio.wait([victim.ended], timeout=6)
        victim.kill()
        await victim.ended
        if asleep and len(self.services) == 1:
            await self._turn(database)
            self.clock.turn(self.chance.choice((0.0, 0.0, 3600.0, 8 * 3600.0)))
            self._failpoint = f"{self.chance.choice(COMMITS)}:{self.chance.randint(1, FIRST)}"
        self.street.open.set()
        await self._replace_the_dead(database)

    async def _replace_the_dead(self, database: Database) -> None:
        for service in [one for one in self.services if one.ended.done()]:
            self.deaths.append(self.clock.ticks())
            self._note(service)
            if self.plan.database == "postgresql":
                await database.write(lambda tx, pid=service.pid: proof.let_lease_run_out(tx, f"{pid}-"))  # type: ignore[misc]
            self.services[self.services.index(service)] = await self._start(service)

    def _note(self, service: Service) -> None:
        code = service.ended.result()
        if code != -9:
            self.trouble.append(Violation("ended_by_itself", f"{service.name} ended with {code}: see services.log"))
        elif service.failpoint and not service.killed_by_us:
            self.failpoints_hit += 1

    async def _start(self, after: Service | None = None) -> Service:
        self._births += 1
        place = len(self.services) if after is None else self.services.index(after)
        port = self._ports[place]
        settings = {
            "ALONGSIDE_BOT_TOKEN": self.simulator.token,
            "ALONGSIDE_DATABASE_URL": self.url,
            "ALONGSIDE_SECRET_KEYS": self._keys,
            "ALONGSIDE_VAULT": str(self.folder / "vault"),
            "ALONGSIDE_TELEGRAM_API": self.simulator.base_url,
            "ALONGSIDE_LISTEN": f"127.0.0.1:{port}",
        }
        if len(self._ports) > 1:
            settings |= {"ALONGSIDE_WEBHOOK_URL": self.gate.url, "ALONGSIDE_WEBHOOK_SECRET": SECRET}
        return await self.nursery.start(f"service-{self._births}", settings, self._next_failpoint())

    def _next_failpoint(self) -> str:
        """Every second life has a named place to end at, each of them in turn; and one that begins when something is
        due ends at one of its first commits."""
        planned, self._failpoint = self._failpoint, ""
        if planned:
            return planned
        if self._births % 2:
            return ""
        name = self._failpoints.pop(0)
        self._failpoints.append(name)
        return f"{name}:{self.chance.randint(1, PASSINGS.get(name, FEW))}"

    def _all_in(self) -> bool:
        return all(client.joined for client in self._clients)

    def _disturb(self) -> None:
        """What Telegram and people do now and then, and a webhook hears as well as a poll."""
        updates, one = self.simulator.updates, self.chance.choice(self._clients)
        if self.chance.random() < 0.15 and updates.has_past:
            updates.repeat()
        if self.chance.random() < 0.1 and not one.phone.person.blocked:
            one.phone.poison()
        if self.chance.random() < 0.1 and one.joined:
            one.phone.unblocks() if one.phone.person.blocked else one.phone.blocks()

    # Calm

    async def _calm(self, database: Database) -> None:
        """Nobody does anything until all that was under way is done."""
        self.street.open.clear()
        wall = WallClock()
        give_up, quiet = wall.ticks() + CALM_WITHIN, 0
        while quiet < 2:
            await asyncio.sleep(POISE)
            await self._replace_the_dead(database)
            busy = len(self.simulator.updates.queue) or await database.read(self._unrest)
            quiet = 0 if busy else quiet + 1
            if wall.ticks() > give_up:
                self.trouble.append(Violation("never_calm", f"there was something to do for {CALM_WITHIN:.0f} seconds"))
                return
        self.calms.append(self.clock.now())

    async def _unrest(self, tx: Tx) -> int:
        return await proof.unrest(tx, self.clock.now())

    async def _quiet_end(self, database: Database) -> None:
        """Telegram behaves, nobody is killed, and a last day goes by."""
        self.simulator.faults.become(Faults())
        for client in self._clients:
            client.phone.unblocks()
        for _ in range(6):
            await self._calm(database)
            await self._turn(database)
        self.street.open.set()
        await asyncio.sleep(1)
        await self._calm(database)

    async def _stop(self) -> float:
        """SIGTERM to all; the seconds it took, and a violation for each that did not stop as it is to."""
        wall = WallClock()
        began = wall.ticks()
        codes = await asyncio.gather(*(service.stop(STOPS_WITHIN) for service in self.services))
        for service, code in zip(self.services, codes, strict=True):
            if code != 0:
                self.trouble.append(Violation("stopped_badly", f"{service.name} gave {code} after SIGTERM"))
        return wall.ticks() - began

    async def _judge(self, database: Database, stopped: float, seconds: float) -> Outcome:
        violations = list(self.trouble)
        if not self._all_in():
            names = [client.phone.name for client in self._clients if not client.joined]
            violations.append(Violation("nobody_joined", f"{', '.join(names)} never got through"))
        memory = await database.read(proof.memory)
        return outcome_of(
            self.plan,
            Case(memory, self.simulator.log, self.deaths, self.calms),
            violations,
            failpoints=self.failpoints_hit,
            days=(self.clock.now() - START) / timedelta(days=1),
            seconds_to_stop=stopped,
            seconds=seconds,
            folder=self.folder,
        )
