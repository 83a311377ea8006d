"""What a monitor asks over HTTP: /health (200 while all loops run and the database answers) and /metrics."""

from dataclasses import asdict

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from care.clock import Clock
from db.engine import Database
from db.figures import Figures, figures

_WORDS = {
    "inbox_waiting": "Updates stored and not handled yet",
    "inbox_dead": "Updates set aside after every retry",
    "updates_dropped": "Updates for which there was no room, since the beginning",
    "outbox_waiting": "Messages waiting or on their way",
    "outbox_uncertain": "Messages whose delivery the network hid from us",
    "prompts_open": "Check-ins and other prompts that are open",
    "requests_waiting": "Requests for help that nobody has opened",
    "requests_late": "Requests for help that nobody has opened in the time that was promised",
    "texts_stopped": "Texts and kinds of messages that an operator stopped: alongside texts stop --list",
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

    async def _figures(self) -> Figures:
        return await self._database.read(lambda tx: figures(tx, self._clock.now()))

    async def _health(self, _request: web.Request) -> web.Response:
        try:
            found = await self._figures()
        except Exception as error:  # whatever it is, the monitor is to hear of it
            return web.json_response({"ok": False, "database": type(error).__name__}, status=503)
        return web.json_response({"ok": True} | asdict(found))

    async def _metrics(self, _request: web.Request) -> web.Response:
        for name, value in asdict(await self._figures()).items():
            self._gauges[name].set(value)
        return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})
