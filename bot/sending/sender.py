"""The one door out: takes what may go from the outbox, sends it at Telegram's pace, and writes down what came of it."""

import asyncio

from bot.backoff import LoggedBackoff
from bot.sending.api import Session
from bot.sending.buffer import Claimer, SendBuffer
from bot.sending.build_call import SenderPorts
from bot.sending.in_flight import InFlight, LoopWait
from bot.sending.pace import Pace, RateGuard, Rates
from bot.sending.results import ResultLog
from bot.sending.tenure import ProcessRole, Tenure
from care.clock import Clock, Signs, Standby, Wakes
from db.store.engine import Database

IN_FLIGHT = 10
GRACE = 12.0  # seconds for calls under way when stopping: longer than a call can last


class BotNotKnown(Exception):
    """Telegram does not know this bot ("{0}"). Nothing was lost: what is waiting goes out once ALONGSIDE_BOT_TOKEN
    (and ALONGSIDE_TELEGRAM_API, where it is set) are right and the service is started."""

    def __str__(self) -> str:
        return " ".join((type(self).__doc__ or "").split()).format(*self.args)


class Sender:
    """Sends the outbox, one process at a time: from the outbox into the buffer, from there to Telegram, then into the
    result log and so back into the database.

    `in_flight` calls run at once; with a clock that jumps, 1 makes every call arrive at the tick at which it left.
    `signs` hears of every round, and of the state of each row that reached an end. While `standby` says that the
    database is held, nothing goes that came with it.
    """

    def __init__(
        self,
        database: Database,
        session: Session,
        clock: Clock,
        role: ProcessRole,
        ports: SenderPorts,
        wakes: Wakes,
        *,
        rates: Rates | None = None,
        in_flight: int = IN_FLIGHT,
        standby: Standby | None = None,
        signs: Signs | None = None,
    ) -> None:
        pace = Pace(rates or Rates())
        guard = RateGuard(pace)
        self._clock = clock
        self._signs = signs or Signs()
        self._news = wakes.outbox
        self._tenure = Tenure(database, clock, role, pace, self._signs.ended)
        self._buffer = SendBuffer(in_flight, pace.rates.per_second)
        self._claimer = Claimer(database, clock, ports, self._tenure, pace, self._buffer, wakes, standby or Standby())
        self._results = ResultLog(database, clock, ports, self._signs.ended)
        self._calls = InFlight(session, clock, guard, self._results, in_flight, self._signs)
        self._wait = LoopWait(clock, self._news, guard, self._buffer, self._claimer, self._calls, self._results)

    async def drain(self) -> int:
        """Sends all that may go now, waiting for the pace and for nothing else; returns how many calls it made.

        What Telegram or the network holds up stays for a later time. 0 where another has the role.
        Raises BotNotKnown.
        """
        before = self._calls.started
        await self._send(asyncio.Event())
        return self._calls.started - before

    async def run(self, stop: asyncio.Event) -> None:
        """Sends until `stop` is set; then what is under way ends or is written down as hidden, within GRACE seconds.

        Raises BotNotKnown; any other error is logged and tried again after a pause.
        """
        backoff = LoggedBackoff()
        try:
            while not stop.is_set():
                try:
                    self._signs.sender_at = self._clock.ticks()
                    await self._send(stop)
                    backoff.worked()
                    await self._wait.idly(stop)
                except BotNotKnown:
                    raise
                except Exception as error:
                    await self._clock.sleep(backoff.pause("sender_stumbled", error), stop)
        finally:
            await self.close()

    async def close(self) -> None:
        """Takes nothing more, lets calls under way end within GRACE seconds, writes all down, gives the role back."""
        self._results.give_back(self._buffer.empty())
        await self._calls.end(GRACE)
        if self._results:
            await self._results.write()
        await self._tenure.end()

    async def _send(self, stop: asyncio.Event) -> None:
        self._claimer.may_have_more = True
        if self._tenure.holds and not self._tenure.stands:
            self._tenure.lose()
            self._results.give_back(self._buffer.empty())
        held = self._tenure.holds
        self._signs.sends = await self._tenure.begin()
        self._signs.takeovers += self._signs.sends and not held
        if not self._signs.sends:
            self._news.clear()
            return
        while not stop.is_set() and self._tenure.stands and await self._move(stop):
            pass

    async def _move(self, stop: asyncio.Event) -> bool:
        """Does what can be done at this moment and waits for what comes next. False: nothing comes by itself."""
        self._signs.sender_at = self._clock.ticks()
        if self._wait.is_for_all():
            self._results.give_back(self._buffer.empty())
        if self._results.is_due(self._buffer.size, more_to_come=bool(self._buffer and self._calls)):
            await self._write_down()
        if self._wait.is_for_all():
            self._claimer.hush()
        elif self._claimer.is_due():
            await self._take()
        self._start_calls()
        return await self._wait.for_what_comes_next(stop)

    async def _write_down(self) -> None:
        unknown = self._results.not_our_bot
        await self._results.write()
        self._claimer.may_have_more = True
        if unknown is not None:
            raise BotNotKnown(unknown.description)

    async def _take(self) -> None:
        overtaken = await self._claimer.take({ready.chat for ready in (*self._calls, *self._results)})
        self._results.give_back(overtaken)
        if not self._tenure.holds:
            self._results.give_back(self._buffer.empty())

    def _start_calls(self) -> None:
        while self._tenure.stands and (first := self._buffer.first) is not None and self._calls.may_start(first):
            ready, fresh = self._buffer.pop(self._clock.ticks())
            if fresh:
                self._calls.start(ready)
            else:
                self._results.give_back([ready])
