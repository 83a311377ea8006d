"""`alongside run`: the house in a process of its own, with its health page, until somebody stops it."""

import asyncio
import gc
import os
import secrets
import signal
from functools import partial

import structlog
from aiohttp import web

from alongside.clock import WallClock
from alongside.health import Health, Metrics
from alongside.house import House, WayIn
from alongside.logs import configure_logs
from alongside.operate import keep_own, own_cards, served_memory
from alongside.settings import Settings, read_settings
from alongside.trouble import PortTaken
from bot.door.webhook import announce, webhook
from care.clock import Clock
from jobs.hook import Hook
from jobs.watch import Watch
from programme.safety.danger import word_lists

log = structlog.get_logger(__name__)


async def serve(clock: Clock | None = None) -> None:
    """Runs the service until SIGTERM or SIGINT. Raises SettingsWrong, Trouble and MemoryTrouble.

    `clock` is the wall's, but in trials, which have their own.
    """
    configure_logs()
    settings = read_settings()
    token, door, cards = settings.token(), settings.webhook(), own_cards(settings)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    clock = clock or WallClock()
    async with served_memory(settings, clock.now(), stop) as database:
        if database is None:
            return
        house = House(database, clock, token=token, api=settings.telegram_api)
        await house.begin()
        await keep_own(database, settings, cards, clock.now())
        watch, beside = _watch(house, settings)
        routes = Health(watch).routes()
        way_in = None
        if door is not None:
            url, secret = door
            routes.append(web.post("/webhook", webhook(database, clock, house.wakes, secret)))
            way_in = _announced(house, url, secret)
        runner = await _listen(settings.listen_on(), routes, settings.listen, "ALONGSIDE_LISTEN")
        try:
            metrics = await _listen_to_prometheus(settings, watch, clock)
        except BaseException:
            await runner.cleanup()
            raise
        word_lists()  # read now: it takes most of a second, and the first card is not to wait for it
        gc.collect()
        gc.freeze()  # what is loaded now stays; a full collection would stop the loop for a fifth of a second
        held = house.standby.held is not None
        log.info("ready", database=database.dialect, telegram=settings.telegram_api, listen=settings.listen, held=held)
        try:
            await house.run(stop, way_in=way_in, beside=beside)
        finally:
            await runner.cleanup()
            await metrics.cleanup()
            await house.close()
    log.info("stopped")


def _announced(house: House, url: str, secret: str) -> WayIn:
    async def way_in(stop: asyncio.Event) -> None:
        await announce(house.bot, house.clock, url, secret, stop)

    return way_in


def _watch(house: House, settings: Settings) -> tuple[Watch, list[WayIn]]:
    """The watch, and the loops that run for it beside those of the house."""
    chat = settings.alarm_chat
    hook = Hook(settings.alarm_hook.get_secret_value(), house.clock) if settings.alarm_hook else None
    watch = Watch(
        house.database,
        house.clock,
        house.signs,
        house.standby,
        who=f"{os.getpid()}-{secrets.token_hex(4)}",
        chat=chat,
        directly=None if chat is None else partial(house.tell_directly, chat),
        hook=hook,
    )
    return watch, [watch.run, house.keep_in_touch, *([hook.run] if hook else [])]


async def _listen_to_prometheus(settings: Settings, watch: Watch, clock: Clock) -> web.AppRunner:
    routes = Metrics(watch, clock).routes()
    return await _listen(settings.metrics_on(), routes, settings.metrics_listen, "ALONGSIDE_METRICS_LISTEN")


async def _listen(where: tuple[str, int], routes: list[web.RouteDef], address: str, setting: str) -> web.AppRunner:
    app = web.Application(client_max_size=2 * 1024 * 1024)
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, *where).start()
    except OSError as error:
        await runner.cleanup()
        raise PortTaken(address=address, setting=setting, reason=error.strerror or str(error)) from None
    return runner
