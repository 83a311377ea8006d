"""`alongside demo`: the real service and its own Telegram in one process, with phones and a clock to turn."""

import asyncio
import logging
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from alongside.clock import TurnedClock, WallClock
from alongside.house import House
from alongside.logs import configure_logs
from alongside.operate import console
from alongside.own import keep_own, own_cards
from alongside.settings import read_settings
from care.invites import make_practitioner_invite
from care.next_due import next_due_at
from db.engine import Database, open_database
from db.figures import figures
from db.prepare import prepare_secrets
from db.tx import Tx
from simulator import Simulator

PATIENCE = 10.0  # real seconds to wait for calm after a turn of the clock
LOOK_EVERY = 0.03
NEXT_AT_MOST = timedelta(days=8)

WELCOME = """
[bold]Alongside, on this machine alone.[/] Open this page in a browser:

    {url}

1. On Lee's phone (the practitioner), write /invite and make a link for Sam.
2. Open the link on Sam's phone and set up check-ins.
3. Turn the clock to the next check-in, answer it, then write /summary on Lee's phone.

Nothing leaves this machine, and all of it is gone when you press Ctrl-C.
"""


class Demo:
    """The house and its Telegram, and how its clock is turned: from due moment to due moment, so that all that falls
    due on the way happens in order."""

    def __init__(self, database: Database, clock: TurnedClock) -> None:
        self.database = database
        self.clock = clock
        self.simulator = Simulator(clock=clock, turn=self.turn, title="Alongside: a week on a table")
        self.ready = asyncio.Event()  # Lee has joined
        self._house: House | None = None

    async def open(self, port: int) -> str:
        """Starts the page, the first free port where that one is taken; returns its address."""
        try:
            return await self.simulator.start(port)
        except OSError:
            return await self.simulator.start(0)

    async def live(self, stop: asyncio.Event) -> None:
        """Runs the house until `stop` is set."""
        house = House(self.database, self.clock, token=self.simulator.token, api=self.simulator.base_url)
        self._house = house
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(house.run(stop))
                tasks.create_task(self._let_people_in())
        finally:
            await house.close()

    async def turn(self, by: float | str) -> None:
        """Moves the clock on by that many seconds, or to what is due next ("next"); returns when all is calm."""
        now = self.clock.now()
        target = now + timedelta(seconds=by) if isinstance(by, int | float) else await self._next_moment()
        while (now := self.clock.now()) < target:
            due = await self.database.read(next_due_at)
            stop_at = min(target, due) if due is not None and due > now else target
            self.clock.turn((stop_at - now).total_seconds())
            await self.calm()

    async def _next_moment(self) -> datetime:
        due = await self.database.read(next_due_at)
        now = self.clock.now()
        return min(due, now + NEXT_AT_MOST) if due is not None else now + timedelta(hours=1)

    async def calm(self) -> None:
        """Waits until nothing is due, unread or unsent any more."""
        assert self._house is not None, "the clock is turned while the house lives"
        give_up = WallClock().ticks() + PATIENCE
        while WallClock().ticks() < give_up:
            self._house.wakes.plans.set()
            self._house.wakes.outbox.set()
            await asyncio.sleep(LOOK_EVERY)
            if not await self.database.read(self._is_busy):
                return

    async def _is_busy(self, tx: Tx) -> bool:
        due, found = await next_due_at(tx), await figures(tx, self.clock.now())
        return bool(found.inbox_waiting or found.outbox_waiting or (due is not None and due <= self.clock.now()))

    async def _let_people_in(self) -> None:
        """Lee has joined already; Sam has not."""
        lee = self.simulator.phone("Lee")
        self.simulator.phone("Sam")
        now = self.clock.now()
        token, code = await self.database.write(lambda tx: make_practitioner_invite(tx, now, "Lee"))
        lee.starts(token)
        await self.simulator.until(lambda: lee.unseen)
        lee.looks()
        lee.writes(code)
        await self.calm()
        self.ready.set()


async def demo(port: int) -> None:
    """Runs the demo until Ctrl-C or SIGTERM, with the operator's own crisis cards and names. Raises SettingsWrong."""
    configure_logs(logging.WARNING)
    settings = read_settings()
    cards = own_cards(settings)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with tempfile.TemporaryDirectory(prefix="alongside-demo-") as folder:
        async with demo_database(Path(folder)) as database:
            await keep_own(database, settings, cards, WallClock().now())
            table = Demo(database, TurnedClock(WallClock().now(), running=True))
            console.print(WELCOME.format(url=await table.open(port)))
            sys.stdout.flush()
            try:
                await table.live(stop)
            finally:
                await table.simulator.stop()


@asynccontextmanager
async def demo_database(folder: Path) -> AsyncIterator[Database]:
    """A database of its own in `folder`, for as long as the block lasts."""
    url, secrets = f"sqlite:///{folder}/alongside.db", folder / "secrets"
    vault = await prepare_secrets(database_url=url, keys=None, keys_file=secrets / "keys", vault=secrets / "vault")
    database = await open_database(url, vault=vault)
    try:
        yield database
    finally:
        await database.close()
        vault.close()
