"""The guard: checks before anything else whether this database is the newest there is, and once a minute after it."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from care.clock import Clock, Signs, Spell, Standby
from care.operators import starting
from care.operators.starting import Begun
from db.delivery import sight
from db.store.engine import Database

log = structlog.get_logger(__name__)
_NEWEST = {"older": "database", "command": "database", "vault": "copy of the vault"}
SECOND = 1.0  # between two looks for keys that were made or deleted, or for a release
MINUTE = 60.0  # ticks between two generations, and as much as a copy can be older without being noticed


class Guard:
    """Applies the vault's list of erased people, counts the generation up, and says through `standby` what is held.

    `on_release` is awaited when somebody let the database go.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        standby: Standby,
        on_release: Callable[[], Awaitable[None]],
        signs: Signs | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._on_release = on_release
        self._standby = standby
        self._signs = signs or Signs()
        self._spell = Spell(log, "generation_not_raised")
        self._raised_at = clock.ticks()

    async def begin(self) -> None:
        """To be awaited before anything is taken in or sent. Several processes may do it at once."""
        begun = await self._database.write(lambda tx: starting.begin_start(tx.at(self._clock.now())))
        starting.finish_start(self._database.vault, begun)
        self._raised_at = self._clock.ticks()
        self._standby.held = begun.checked.held
        self._signs.keyless = begun.unknown if begun.has_old_vault else 0
        if begun.erased:
            await self._database.drop_deleted()
        self._say(begun)

    async def run(self, stop: asyncio.Event) -> None:
        """Counts up once a minute, and within a second of a key that was made or deleted, until `stop` is set."""
        while not stop.is_set():
            await self._or_later(self._look)
            await self._clock.sleep(SECOND, stop)
        if not self._standby.held:
            await self._or_later(self._count_up)

    async def _or_later(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:  # a full disk, a server away: the next time will do
            self._spell.goes_on(error)
        else:
            self._spell.is_over()

    async def _look(self) -> None:
        if self._standby.held:
            self._standby.held = await self._database.read(sight.get_hold)
            if not self._standby.held:
                log.info("released")
                await self._on_release()
        elif self._database.vault.has_news or self._clock.ticks() - self._raised_at >= MINUTE:
            await self._count_up()

    async def _count_up(self) -> None:
        vault = self._database.vault
        vault.has_news = False
        checked = await self._database.write(lambda tx: starting.check_at_start(tx.at(self._clock.now())))
        starting.confirm_start(vault, checked)
        self._raised_at = self._clock.ticks()
        if checked.held:  # another database was put in place under us
            await self.begin()

    def _say(self, begun: Begun) -> None:
        if begun.erased:
            log.warning("erased_people_removed", count=len(begun.erased))
        if begun.has_old_vault:
            log.error(
                "vault_older_than_database",
                people_without_a_key=begun.unknown,
                what_to_do="stop, put the newest copy of the vault in place, start; alongside doctor says more",
            )
        if (held := begun.checked.held) is not None:
            log.error(
                "held",
                since=held.since.isoformat(),
                why=held.why,
                what_to_do=f"put the newest {_NEWEST[held.why]} in place, or type: alongside release",
            )
