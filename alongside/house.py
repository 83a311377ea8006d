"""The composition root: every part of the service put together over one database, one clock and one bot."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from datetime import time
from typing import Any

import structlog

from alongside.health import RETENTION
from alongside.trouble import TokenRefused
from bot.door.after_delivery import arrived
from bot.door.connect import NotKnown, greet, keep_in_touch, make_bot, tell_directly
from bot.door.dispatch import build_dispatcher
from bot.door.doorway import Doorway
from bot.door.intake import Intake, Unauthorized, hear_first
from bot.kit.menus import commands
from bot.screens import render
from bot.sending.api import Session
from bot.sending.build_call import SenderPorts
from bot.sending.pace import Rates
from bot.sending.sender import BotNotKnown, Sender
from bot.sending.tenure import POLLER, direct_line_of, role_of
from care.clock import Clock, Signs, Standby, Wakes
from care.delivery.check_before_send import cannot_reach, check_before_send, on_not_sent
from care.delivery.notices import tell_due
from care.operators.trail import chain_up
from care.people.retention import retention
from care.practice.requests import forget_old
from care.safety.crisis import forget_lines
from db.store import service_facts
from db.store.engine import Database
from db.store.errors import DatabaseBeingChanged, DatabaseClosed
from jobs.guard import Guard
from jobs.pulse import Pulse
from jobs.timetable import Job, Timetable
from programme.operators import TroubleChange

log = structlog.get_logger(__name__)
WayIn = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
STOPPING = 18.0  # seconds for what is under way when asked to stop; systemd and compose are told 20
HOUSEKEEPING = (
    Job(RETENTION, time(3, 10), retention),
    Job("quiet_lines", time(0, 20), forget_lines, hourly=True),
    Job("errata", time(0, 1), tell_due, hourly=True),
    Job("kept_requests", time(0, 40), forget_old, hourly=True),
    Job("audit", time(0, 50), chain_up, hourly=True),
)


class House:
    """The service over `database`, as the bot of `token` at the Bot API server `api`.

    `rates` and `in_flight` are the sender's; trials with a clock that jumps pass their own. `run` lives until it is
    stopped; `settle` does one round of everything for a story that turns the time itself.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        token: str,
        api: str,
        rates: Rates | None = None,
        in_flight: int = 10,
    ) -> None:
        self.database = database
        self.clock = clock
        self.wakes = Wakes()
        self.standby = Standby()
        self.signs = Signs()
        self.guard = Guard(database, clock, self.standby, self._do_what_is_due, self.signs)
        self.bot = make_bot(token, api)
        self._session = Session(token, api)
        ports = SenderPorts(render, check_before_send, on_not_sent, cannot_reach, commands, arrived)
        self._line = direct_line_of(database)
        self._role = role_of(database, self._line)
        self._tasks: list[asyncio.Task[None]] = []
        self._begun = False
        poller = role_of(database, self._line, POLLER)
        self.intake = Intake(database, self.bot, clock, self.wakes, self.standby, self.signs, poller)
        self.doorway = Doorway(database, build_dispatcher(), self.bot, clock, self.wakes, self.standby)
        self.sender = Sender(
            database,
            self._session,
            clock,
            self._role,
            ports,
            self.wakes,
            rates=rates,
            in_flight=in_flight,
            standby=self.standby,
            signs=self.signs,
        )
        self.timetable = Timetable(database, clock, HOUSEKEEPING, self.standby)
        self.pulse = Pulse(database, clock, self.wakes, self._clock_stepped, self.standby, self.signs)

    async def begin(self) -> None:
        """What comes before anything is taken in or sent; `run` does it where nobody did."""
        if not self._begun:
            if self._line is not None:
                await self._line.open()
            await self.guard.begin()
            self._begun = True

    async def settle(self, *, polls: bool = True) -> None:
        """Takes, handles, opens and sends until there is nothing left to do at this moment of the clock."""
        moved = True
        while moved:
            began = self.clock.now()
            while polls and await self.intake.fetch_once():
                pass
            await self.doorway.drain()
            while await self.pulse.beat():
                pass
            moved = await self.sender.drain() > 0 and self.clock.now() != began  # the pace took time: more may be due
        await self.doorway.finish()

    async def run(self, stop: asyncio.Event, *, way_in: WayIn | None = None, beside: Sequence[WayIn] = ()) -> None:
        """Lives until `stop` is set, then ends what is under way within STOPPING seconds.

        Whoever the vault knows to be erased is erased first, and a database that is older than its vault is held.
        `way_in` takes the place of polling, for a webhook; `beside` run with the other loops. Raises TokenRefused for a
        token that Telegram refuses.
        """
        await self.begin()
        loops = [self._greet, way_in or self.intake.run, self.doorway.run, self._speak, self.sender.run]
        loops += [self.guard.run, self._leave_in_time, *beside]
        self._tasks = [asyncio.create_task(loop(stop)) for loop in loops]
        await self.timetable.start()
        try:
            await _until_stopped_or_broken(stop, self._tasks)
        except (Unauthorized, BotNotKnown, TokenRefused):
            raise TokenRefused from None
        finally:
            stop.set()
            self.timetable.stop()
            await _wind_down(self._tasks)
            await self._hang_up()

    async def close(self) -> None:
        """Lets go of Telegram. The database belongs to whoever opened it."""
        await self.sender.close()
        await self._hang_up()
        await self._session.close()
        await self.bot.session.close()

    async def drop(self) -> None:
        """Ends as if the process were killed, as far as one process can, and closes the database: what is not committed
        is rolled back, calls under way are cut off, nothing is written down any more. `run` ends with an error."""
        await self.database.close(grace=0)
        await self._session.close()
        await self.bot.session.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with suppress(DatabaseClosed):
            await self._role.release()
        await self._hang_up()

    async def learn_name(self, username: str) -> None:
        """Keeps the bot's name, for links."""
        await self.database.write(lambda tx: service_facts.put(tx, service_facts.BOT_USERNAME, username))

    async def tell_directly(self, chat: int, found: Sequence[TroubleChange]) -> None:
        """Tells that chat of trouble past the outbox."""
        await tell_directly(self._session, chat, found)

    async def keep_in_touch(self, stop: asyncio.Event) -> None:
        """Knows whether Telegram can be reached, where nothing else asks it, until `stop` is set."""
        await keep_in_touch(self.bot, self.clock, self.signs, stop)

    async def _speak(self, stop: asyncio.Event) -> None:
        await hear_first(self.database, self.clock, self.intake, stop)
        await self.pulse.run(stop)

    async def _greet(self, stop: asyncio.Event) -> None:
        if isinstance(await greet(self.bot, self.clock, stop, self.learn_name), NotKnown):
            raise TokenRefused

    async def _leave_in_time(self, stop: asyncio.Event) -> None:
        """Whoever brings the database to another version waits until every process of this one has let go of it."""
        while self._line is not None and not stop.is_set():
            if self._line.leave.is_set():
                log.warning("stopping_for_another_version")
                raise DatabaseBeingChanged
            await self.clock.sleep(1.0, stop, self._line.leave)
        await stop.wait()

    async def _hang_up(self) -> None:
        if self._line is not None:
            await self._line.close()

    async def _clock_stepped(self, _seconds: float) -> None:
        await self._do_what_is_due()

    async def _do_what_is_due(self) -> None:
        await self.timetable.ask()
        for bell in (self.wakes.outbox, self.wakes.inbox, self.wakes.plans):
            bell.set()


async def _until_stopped_or_broken(stop: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
    """Returns when `stop` is set. Raises what ended a loop that was to run for ever."""
    stopping = asyncio.create_task(stop.wait())
    waiting: set[asyncio.Task[Any]] = {stopping, *tasks}
    while not stop.is_set():
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    stopping.cancel()


async def _wind_down(tasks: list[asyncio.Task[None]]) -> None:
    _, late = await asyncio.wait(tasks, timeout=STOPPING)
    for task in late:
        log.warning("stopped_by_force")
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
