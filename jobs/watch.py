"""The watch: looks every few seconds at how the service is, and tells when trouble begins and when it is over.

It works when the database does not: then it remembers what it saw last, and tells past the outbox.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

import structlog

from care.clock import Clock, Signs, Spell, Standby
from care.operators.alarms import tell
from db.delivery.outbox import Rank
from db.delivery.sight import Sight, sight
from db.store import service_facts
from db.store.engine import Database
from db.store.files import free_bytes
from db.tx import Tx
from jobs.hook import Hook
from programme.operators import ServiceSeen, Trouble, TroubleChange, TroublesTold, standing_troubles, trouble_changes

log = structlog.get_logger(__name__)
T = TypeVar("T")
EVERY = 5.0  # seconds between two looks
PATIENCE = 4.0  # seconds for the database to answer
PROBE = 5.0  # seconds for which it holds that the database could be written
Directly = Callable[[Sequence[TroubleChange]], Coroutine[Any, Any, None]]


class Watch:
    """`sight` is what the database said last, with the tick of it in `sight_at`; `database_error` why it does not now.

    Changes are told to the Telegram account `chat` through the outbox, or while the database is away by `directly`, and
    to `hook` in any case.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        signs: Signs,
        standby: Standby,
        *,
        who: str,
        chat: int | None = None,
        directly: Directly | None = None,
        hook: Hook | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._standby = standby
        self._chat = chat
        self._directly = directly
        self._hook = hook
        self._who = who
        self._began = clock.ticks()
        self._wrote_at: float | None = None
        self._asking: asyncio.Task[Any] | None = None
        self._last = TroublesTold()
        self._offline: TroublesTold | None = None
        self._logged: set[Trouble] = set()
        self._spell = Spell(log, "watch_trouble")
        self.signs = signs
        self.sight: Sight | None = None
        self.sight_at = self._began
        self.database_error: str | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Looks and tells until `stop` is set. No trouble ends it."""
        while not stop.is_set():
            try:
                await self.look()
                await self.tell()
            except Exception as error:
                self._spell.goes_on(error)
            else:
                self._spell.is_over()
            await self._clock.sleep(EVERY, stop)

    async def look(self) -> None:
        """Asks the database how things are, by a real write and a few counts, for PATIENCE seconds at the most.

        What it wrote less than PROBE seconds ago is not written again.
        """
        try:
            self.sight = await self._ask(self._look)
        except Exception as error:
            self._wrote_at = None
            self.database_error = type(error).__name__
        else:
            self.sight_at = self._clock.ticks()
            self.database_error = None

    async def _look(self) -> Sight:
        now, ticks = self._clock.now(), self._clock.ticks()
        if self._wrote_at is None or ticks - self._wrote_at >= PROBE:
            await self._database.write(lambda tx: service_facts.put(tx, service_facts.PROBE, now.isoformat()))
            self._wrote_at = ticks
        return await self._database.read(lambda tx: sight(tx.at(now)))

    async def _ask(self, work: Callable[[], Awaitable[T]]) -> T:
        """One question at a time: one that hangs is waited for, and no other is put behind it."""
        before = self._asking
        if before is not None and not before.done() and not (await asyncio.wait({before}, timeout=PATIENCE))[0]:
            raise TimeoutError
        asking = self._asking = asyncio.ensure_future(work())
        asking.add_done_callback(lambda task: task.cancelled() or task.exception())
        done, _ = await asyncio.wait({asking}, timeout=PATIENCE)
        if not done:
            raise TimeoutError
        result: T = asking.result()
        return result

    def seen(self) -> ServiceSeen:
        """What is seen now; what only the database can say is not known while it is away."""
        ticks, now, signs = self._clock.ticks(), self._clock.now(), self.signs
        local = ServiceSeen(
            database_away=0.0 if self.database_error is None else ticks - self.sight_at,
            free_bytes=free_bytes(self._database.url, self._database.vault.path),
            unreached=ticks - _or(signs.reached_at, self._began),
            sender_silent=ticks - _or(signs.sender_at, self._began),
            pulse_silent=ticks - _or(signs.beat_at, self._began),
            vault_open=self._database.vault.is_there(),
            keyless=signs.keyless,
            stepped=ticks - _or(signs.stepped_at, float("-inf")),
            held=self._standby.held is not None,
        )
        return local if self.sight is None or self.database_error else _with(local, self.sight, now)

    async def tell(self) -> None:
        """Tells what changed since the last time."""
        stands, now = standing_troubles(self.seen()), self._clock.now()
        self._log(stands)
        found = await (self._by_outbox(stands, now) if self.database_error is None else self._past_it(stands, now))
        for change in found:
            if self._hook is not None:
                self._hook.put(change, now)

    async def _by_outbox(self, stands: Mapping[Trouble, bool], now: datetime) -> list[TroubleChange]:
        async def work(tx: Tx) -> tuple[TroublesTold, list[TroubleChange]]:
            return await tell(tx.at(now), self._who, stands, self._chat, self._offline)

        self._last, found = await self._ask(lambda: self._database.write(work))
        self._offline = None
        return found

    async def _past_it(self, stands: Mapping[Trouble, bool], now: datetime) -> list[TroubleChange]:
        told, found = trouble_changes(self._offline or self._last, stands, now)
        if found and self._directly is not None:
            await self._directly(found)
        self._offline = told
        return found

    def _log(self, stands: Mapping[Trouble, bool]) -> None:
        for trouble, here in stands.items():
            if here and trouble not in self._logged:
                self._logged.add(trouble)
                log.warning("trouble_began", trouble=trouble.value)
            elif not here and trouble in self._logged:
                self._logged.remove(trouble)
                log.info("trouble_ended", trouble=trouble.value)


def _or(ticks: float | None, other: float) -> float:
    return other if ticks is None else ticks


def _with(local: ServiceSeen, sight: Sight, now: datetime) -> ServiceSeen:
    waits = {rank: one.seconds for rank, one in sight.backlog.items()}
    return replace(
        local,
        late=sight.figures.late_seconds,
        answer_waits=max(waits[Rank.CARD], waits[Rank.ANSWER]),
        prompt_waits=waits[Rank.PROMPT],
        requests_late=sight.figures.requests_late,
        dead=sight.figures.inbox_dead,
        uncertain=sight.figures.outbox_uncertain,
        wrong_links=sight.figures.wrong_links_last_hour,
        backup_age=sight.age(sight.backup_at, now),
    )
