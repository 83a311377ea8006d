"""What a monitor asks over HTTP: /health (200 while all loops run, the database answers and is not held) and
/metrics."""

from dataclasses import asdict

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from care.clock import Clock
from db import hold
from db.engine import Database
from db.figures import Figures, figures
from db.hold import Hold
from db.tx import Tx

_WORDS = {
    "inbox_waiting": "Updates stored and not handled yet",
    "inbox_dead": "Updates set aside after every retry",
    "updates_dropped": "Updates for which there was no room, since the beginning",
    "outbox_waiting": "Messages waiting or on their way",
    "outbox_uncertain": "Messages whose delivery the network hid from us",
    "prompts_open": "Check-ins and other prompts that are open",
    "requests_waiting": "Requests for help that nobody has opened",
    "requests_late": "Requests for help that nobody has opened in the time that was promised",
    "held": "1 while the database is held: nothing is sent but crisis cards (alongside doctor says why)",
    "texts_stopped": "Texts and kinds of messages that an operator stopped: alongside texts stop --list",
    "wrong_links_last_hour": "Links and codes that were tried in the last hour and are none: somebody may be guessing",
    "late_seconds": "How long the oldest due plan has been waiting, in seconds",
}


class Health:
    """Serves the two pages. It tells counts, never who."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._registry = CollectorRegistry()
        self._gauges = {
            name: Gauge(f"alongside_{name}", words, registry=self._registry) for name, words in _WORDS.items()
        }

    def routes(self) -> list[web.RouteDef]:
        """The routes, for an aiohttp application."""
        return [web.get("/health", self._health), web.get("/metrics", self._metrics)]

    async def _figures(self) -> tuple[Figures, Hold | None]:
        return await self._database.read(self._look)

    async def _look(self, tx: Tx) -> tuple[Figures, Hold | None]:
        return await figures(tx, self._clock.now()), await hold.get(tx)

    async def _health(self, _request: web.Request) -> web.Response:
        try:
            found, held = await self._figures()
        except Exception as error:  # whatever it is, the monitor is to hear of it
            return web.json_response({"ok": False, "database": type(error).__name__}, status=503)
        if held is not None:  # nothing is sent: whoever watches is to come and look
            said = {"held": {"since": held.since.isoformat(), "why": held.why, "type": "alongside doctor"}}
            return web.json_response({"ok": False} | said | asdict(found), status=503)
        return web.json_response({"ok": True} | asdict(found))

    async def _metrics(self, _request: web.Request) -> web.Response:
        found, held = await self._figures()
        for name, value in (asdict(found) | {"held": held is not None}).items():
            self._gauges[name].set(value)
        return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})
