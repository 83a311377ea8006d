"""`alongside demo`: the real service and its own Telegram in one process, with phones and a clock to turn."""

import asyncio
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from alongside.clock import TurnedClock, WallClock
from alongside.command import leave_at_once
from alongside.demo.admin_tables import tables
from alongside.demo.guide import Walk
from alongside.demo.life import DemoLife, Store
from alongside.demo.week import ABOUT, END, STEPS
from alongside.house import House
from alongside.logs import configure_logs
from alongside.operate import console, keep_own, own_cards
from alongside.settings import Settings, read_settings
from alongside.trouble import PageCannotBeServed
from bot.sending.pace import NO_LIMIT
from care.people.invites import make_practitioner_invite
from care.schedule.due import next_due_at
from db.delivery import picking
from db.delivery.sight import figures
from db.store.engine import Database
from db.store.opening import prepare_secrets
from db.tx import Tx
from simulator import Lever, Limits, Phone, PhoneStage, Simulator

PATIENCE = 10.0  # real seconds to wait for calm after a turn of the clock
LOOK_EVERY = 0.03
NEXT_AT_MOST = timedelta(days=8)
DOWN_SECONDS = 2.5  # long enough to tap something meanwhile
PACE = 0.8
PEOPLE = (("Sam", "is stopping smoking"), ("Jo", "is Sam's friend"), ("Lee", "is the practitioner"))
HOME = "Europe/London"  # where Sam, Jo and Lee live
KILL = (
    "The service stops in the middle of whatever it does: nothing is finished, nothing is written down. It starts anew "
    "by itself a moment later, and goes on where its memory says it was. What people do meanwhile waits at Telegram."
)
DOWN = (
    "The service is down, killed in the middle of its work. Telegram keeps what people do. It starts anew in a moment."
)
WELCOME = """
[bold]Alongside, on this machine alone.[/] Open this page in a browser:

    {url}

It shows three phones and a clock, and a short week to live with them.
Nothing leaves this machine, and all of it is gone when you press Ctrl-C.
"""


class Demo:
    """The house and its Telegram, and how its clock is turned: from due moment to due moment, so that all that falls
    due on the way happens in order. `pace` and `down` are real seconds, for people who watch. `limited`: with the
    limits of Telegram, such as a message a second in a chat."""

    def __init__(
        self,
        store: Store,
        clock: TurnedClock,
        *,
        pace: float = PACE,
        down: float = DOWN_SECONDS,
        limited: bool = True,
    ) -> None:
        self.clock = clock
        limits = Limits() if limited else None
        token = f"{secrets.randbelow(9 * 10**9) + 10**9}:{secrets.token_urlsafe(26)}"  # no other page can know it
        stage = self._stage(pace)
        self.simulator = Simulator(clock=clock, token=token, limits=limits, turn=self.turn, stage=stage)
        for name, about in PEOPLE:
            self.simulator.phone(name, about=about)
        self.ready = asyncio.Event()  # Lee has joined
        self.life = DemoLife(store, self._house, self.simulator.world.touch)
        self._down = down
        self._rates = None if limited else NO_LIMIT
        self._turns = asyncio.Lock()

    def _stage(self, pace: float) -> PhoneStage:
        return PhoneStage(
            title="Alongside",
            guide=Walk(self, STEPS, about=ABOUT, end=END, pace=pace),
            behind=self._behind,
            next_at=self._next_at,
            levers=(Lever("kill", "Kill and restart the service", KILL, self.kill, self._killed),),
            status=self._status,
            zone=HOME,
        )

    def _house(self, database: Database) -> House:
        return House(database, self.clock, token=self.simulator.token, api=self.simulator.base_url, rates=self._rates)

    def phone(self, name: str) -> Phone:
        """Sam's, Jo's or Lee's."""
        return next(phone for phone in self.simulator.phones if phone.name == name)

    async def open(self, port: int) -> str:
        """Starts the page (0: on a free port); returns its address. Raises PageCannotBeServed."""
        try:
            return await self.simulator.start(port)
        except OSError as error:
            await self.simulator.stop()
            raise PageCannotBeServed(port=port, reason=os.strerror(error.errno or 0)) from None

    async def live(self, stop: asyncio.Event) -> None:
        """Runs the service until `stop` is set."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.life.live(stop))
            tasks.create_task(self._let_people_in())

    async def turn(self, by: float | str) -> None:
        """Moves the clock on by that many seconds, or to what is due next ("next"); returns when all is calm."""
        async with self._turns:
            target = (
                self.clock.now() + timedelta(seconds=by) if isinstance(by, int | float) else await self._next_moment()
            )
            while (now := self.clock.now()) < target:
                due = await self.life.read(self._next_event)
                stop_at = min(target, due) if due is not None and due > now else target
                self.clock.turn((stop_at - now).total_seconds())
                self.simulator.world.touch()
                await self.calm()
                await self.life.keep_house()

    async def kill(self) -> None:
        """Kills the service; returns when it is back and has caught up."""
        await self.life.kill(down=self._down)
        await self.calm()

    async def _next_moment(self) -> datetime:
        due = await self.life.read(self._next_event)
        now = self.clock.now()
        return min(due, now + NEXT_AT_MOST) if due is not None else now + timedelta(hours=1)

    async def calm(self) -> bool:
        """Waits until nothing is due, unread or unsent any more; False where PATIENCE was over before that, because
        Telegram gives trouble."""
        give_up = WallClock().ticks() + PATIENCE
        while WallClock().ticks() < give_up:
            self.life.wake()
            await asyncio.sleep(LOOK_EVERY)
            unread = self.simulator.log.unconfirmed()  # before the memory is read: what is confirmed lies there
            if not unread and not await self.life.read(self._is_busy):
                return True
        return False

    async def _is_busy(self, tx: Tx) -> bool:
        now = self.clock.now()
        due, found = await next_due_at(tx), await figures(tx.at(now))
        is_late = due is not None and due <= now
        return is_late or found.inbox_waiting > 0 or await picking.is_speaking(tx.at(now))

    async def _next_event(self, tx: Tx) -> datetime | None:
        """What comes due, or what is to be said later, whichever is first."""
        times = (await next_due_at(tx), await picking.next_moment(tx.at(self.clock.now())))
        return min((at for at in times if at is not None), default=None)

    async def _behind(self) -> list[dict[str, Any]]:
        names = {phone.id: phone.name for phone in self.simulator.phones}
        return await self.life.read(lambda tx: tables(tx, names))

    async def _next_at(self) -> str | None:
        due = await self.life.read(self._next_event) if self.life.is_up else None
        return due.isoformat() if due is not None else None

    def _status(self) -> str:
        return "" if self.life.is_up or not self.life.kills else DOWN

    def _killed(self) -> str:
        kills = self.life.kills
        return "" if not kills else "Killed once so far." if kills == 1 else f"Killed {kills} times so far."

    async def _let_people_in(self) -> None:
        """Lee has joined already; Sam and Jo have not."""
        lee, now = self.phone("Lee"), self.clock.now()
        token, code = await self.life.write(lambda tx: make_practitioner_invite(tx.at(now), "Lee"))
        lee.starts(token)
        await self.simulator.until(lambda: lee.unseen)
        lee.looks()
        lee.writes(code)
        await self.calm()
        self.ready.set()


def monday_morning(now: datetime) -> datetime:
    """Ten o'clock at HOME on the Monday of the week of `now`: a week is best lived from its beginning."""
    here = now.astimezone(ZoneInfo(HOME))
    ten = datetime.combine(here.date() - timedelta(days=here.weekday()), time(10), ZoneInfo(HOME))
    return ten.astimezone(UTC)


async def demo(port: int) -> None:
    """Runs the demo until Ctrl-C or SIGTERM, with the operator's own crisis cards and names. Raises SettingsWrong and
    PageCannotBeServed."""
    configure_logs(logging.WARNING)
    settings = read_settings()
    cards = own_cards(settings)
    with tempfile.TemporaryDirectory(prefix="alongside-demo-") as folder:
        leave_at_once(Path(folder))
        async with demo_store(Path(folder)) as store:
            table = Demo(store, TurnedClock(monday_morning(WallClock().now()), running=True))
            url = await table.open(port)
            try:
                await _keep_own(store, settings, cards, table.clock.now())
                console.print(WELCOME.format(url=url), markup=True)
                sys.stdout.flush()
                await table.live(asyncio.Event())
            finally:
                await table.simulator.stop()


async def _keep_own(store: Store, settings: Settings, cards: str, now: datetime) -> None:
    database = await store.open()
    try:
        await keep_own(database, settings, cards, now)
    finally:
        await database.close()


@asynccontextmanager
async def demo_store(folder: Path) -> AsyncIterator[Store]:
    """A memory of its own in `folder`, for as long as the block lasts."""
    url, secrets = f"sqlite:///{folder}/alongside.db", folder / "secrets"
    vault = await prepare_secrets(database_url=url, keys=None, keys_file=secrets / "keys", vault=secrets / "vault")
    try:
        yield Store(url, vault)
    finally:
        vault.close()
