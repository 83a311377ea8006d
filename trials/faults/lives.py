"""The lives of the service in a trial: each process that is born, where it is to die, and who comes after it."""

import asyncio
import random
from collections.abc import Mapping
from pathlib import Path

from alongside.clock import WallClock
from db.store.keys import new_key
from simulator import Simulator
from trials.check import RuleBroken
from trials.clock import SharedClock
from trials.faults.plan import FaultPlan
from trials.services import ProcessSupervisor, Service
from trials.wires import FrontGate, free_ports

STOPS_WITHIN = 20.0  # real seconds, as systemd and compose are told
SECRET = "TheSecretOfATrialThatGuardsNothing"  # noqa: S105 (guards nothing)
FAILPOINTS = (
    "updates_saved", "take", "after_take", "before_call", "after_call", "record", "after_record", "before_commit",
    "after_commit", "before_confirm", "after_confirm",
)  # fmt: skip
PASSINGS = {
    "before_commit": 60,
    "after_commit": 60,
    "before_confirm": 2,
    "after_confirm": 2,
}  # the most; of the others it is FEW
FEW = 8
FIRST = 5
COMMITS = ("before_commit", "after_commit")


class ServiceLives:
    """One process at a time for each port. `deaths` holds the ticks of each; `trouble` what ended as it was not to."""

    def __init__(self, plan: FaultPlan, folder: Path, url: str, simulator: Simulator, clock: SharedClock) -> None:
        self.living: list[Service] = []
        self.deaths: list[float] = []
        self.trouble: list[RuleBroken] = []
        self.failpoints_hit = 0
        self.keys = new_key()
        self._chance = random.Random(f"{plan.seed}:lives")
        self._clock = clock
        self._ports = free_ports(2 if plan.database == "postgresql" else 1)
        self._gate = FrontGate(self._ports)
        self._supervisor = ProcessSupervisor(folder, folder / "clock")
        self._settings = {
            "ALONGSIDE_BOT_TOKEN": simulator.token,
            "ALONGSIDE_DATABASE_URL": url,
            "ALONGSIDE_SECRET_KEYS": self.keys,
            "ALONGSIDE_VAULT": str(folder / "vault"),
        }
        self._simulator = simulator
        self._failpoints = list(FAILPOINTS)
        self._chance.shuffle(self._failpoints)
        self._planned = ""
        self._births = 0

    async def open(self) -> None:
        """From now on processes can be born."""
        await asyncio.gather(self._supervisor.open(), self._gate.open())

    async def close(self) -> None:
        """None of them lives on."""
        await self._supervisor.close()
        await self._gate.close()

    async def begin(self) -> None:
        """The first process for each port."""
        for port in self._ports:
            self.living.append(await self._bear(port))

    def plan_early_end(self) -> None:
        """The next one is to die at one of its first commits."""
        self._planned = f"{self._chance.choice(COMMITS)}:{self._chance.randint(1, FIRST)}"

    async def replace_the_dead(self) -> None:
        """Writes down who died, and somebody new comes in their place."""
        for place, service in enumerate(self.living):
            if not service.ended.done():
                continue
            self.deaths.append(self._clock.ticks())
            self._note(service)
            self.living[place] = await self._bear(self._ports[place])

    async def stop(self) -> float:
        """SIGTERM to all; the seconds it took, and trouble for each that did not stop as it is to."""
        wall = WallClock()
        began = wall.ticks()
        codes = await asyncio.gather(*(service.stop(STOPS_WITHIN) for service in self.living))
        for service, code in zip(self.living, codes, strict=True):
            if code != 0:
                self.trouble.append(RuleBroken("stopped_badly", f"{service.name} gave {code} after SIGTERM"))
        return wall.ticks() - began

    def _note(self, service: Service) -> None:
        code = service.ended.result()
        if code != -9:
            self.trouble.append(RuleBroken("ended_by_itself", f"{service.name} ended with {code}: see services.log"))
        elif service.failpoint and not service.killed_by_us:
            self.failpoints_hit += 1

    async def _bear(self, port: int) -> Service:
        self._births += 1
        where: Mapping[str, str] = {
            "ALONGSIDE_TELEGRAM_API": self._simulator.base_url,
            "ALONGSIDE_LISTEN": f"127.0.0.1:{port}",
            "ALONGSIDE_METRICS_LISTEN": "127.0.0.1:0",
        }
        if len(self._ports) > 1:
            where = {**where, "ALONGSIDE_WEBHOOK_URL": self._gate.url, "ALONGSIDE_WEBHOOK_SECRET": SECRET}
        return await self._supervisor.start(f"service-{self._births}", {**self._settings, **where}, self._failpoint())

    def _failpoint(self) -> str:
        """Every second life has a named place to end at, each of them in turn; and one that begins when something is
        due ends at one of its first commits."""
        planned, self._planned = self._planned, ""
        if planned:
            return planned
        if self._births % 2:
            return ""
        name = self._failpoints.pop(0)
        self._failpoints.append(name)
        return f"{name}:{self._chance.randint(1, PASSINGS.get(name, FEW))}"
