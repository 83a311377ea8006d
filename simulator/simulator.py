"""The simulator itself: put together, started on loopback, stopped."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from aiohttp import web

from simulator.clock import SimulatorClock, SimulatorWallClock
from simulator.control import add_control
from simulator.desk import Desk
from simulator.faults import Faults
from simulator.limits import Limiter, Limits
from simulator.page import add_page
from simulator.phone import GroupChat, Phone
from simulator.poll import Poll
from simulator.stage import PhoneStage, Turn
from simulator.telegram import Telegram, Updates, Webhook
from simulator.truth import TruthLog
from simulator.world import Bot, World

TOKEN = "4242424242:SimulatedTokenThatOpensNothing00000"  # noqa: S105 (opens nothing)
BIGGEST_BODY = 60 * 1024 * 1024


class Simulator:
    """A Telegram on this computer: Bot API, phones, page, log.

    `limits` None switches limits off. `turn(seconds | "next")` is called when the page's clock is turned; `stage`
    is what the page shows beside the phones.
    Everything time-like but long polls and the webhook's patience uses `clock`.
    """

    def __init__(
        self,
        *,
        clock: SimulatorClock | None = None,
        token: str = TOKEN,
        username: str = "alongside_bot",
        bot_name: str = "Alongside",
        limits: Limits | None = Limits(),  # noqa: B008 (frozen)
        faults: Faults | None = None,
        strict: bool = True,
        log_file: Path | None = None,
        turn: Turn | None = None,
        stage: PhoneStage = PhoneStage(),  # noqa: B008 (frozen)
    ) -> None:
        self.clock = clock or SimulatorWallClock()
        self.faults = faults or Faults()
        self.log = TruthLog(self.clock, log_file)
        self.world = World(Bot(token, username, bot_name), self.clock)
        self.log.heard = self.world.stir
        self.updates = Updates(self.clock, self.log, self.faults.seed)
        webhook = Webhook(self.updates, self.log, self.clock)
        self.telegram = Telegram(self.world, self.updates, webhook, self.log)
        self._poll = Poll(self.telegram, self.faults)
        self.limiter = Limiter(limits, self.clock)
        self._desk = Desk(self.telegram, self.limiter, self.faults, self._poll, strict)
        self.turn = turn
        self.stage = stage
        self.phones: list[Phone] = []
        self._runner: web.AppRunner | None = None
        self._url = ""

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.bot.token

    @property
    def username(self) -> str:
        """The bot's user name."""
        return self.world.bot.username

    @property
    def base_url(self) -> str:
        """Where a Bot API client finds it, without a slash at the end; the page is there too."""
        return self._url

    @property
    def is_polled(self) -> bool:
        """Whether a getUpdates waits at this moment."""
        return self._poll.waiting > 0

    def phone(
        self,
        name: str = "Sam",
        language: str | None = "en",
        user_id: int | None = None,
        username: str | None = None,
        about: str = "",
    ) -> Phone:
        """A new person with a phone; `about` is a word or two for the page. Raises ValueError if the id is taken."""
        phone = Phone(self.telegram, self.world.add_person(name, language, user_id, username), about)
        self.phones.append(phone)
        return phone

    def phone_of(self, user_id: int) -> Phone:
        """The phone of a person by id. Raises LookupError."""
        for phone in self.phones:
            if phone.id == user_id:
                return phone
        raise LookupError(f"nobody here has the id {user_id}")

    def group(self, title: str, owner: Phone | None = None) -> GroupChat:
        """A new group with the bot put in by `owner` (by default a new person)."""
        group = GroupChat(self.telegram, self.world.add_group(title), owner or self.phone("Gus"))
        group.adds_bot()
        return group

    def link(self, payload: str = "") -> str:
        """A t.me link to this bot."""
        return f"https://t.me/{self.username}" + (f"?start={payload}" if payload else "")

    async def until(self, is_so: Callable[[], object], seconds: float = 60.0) -> None:
        """Wait until something is so on a phone or in the log. Raises TimeoutError after real `seconds`."""
        async with asyncio.timeout(seconds):
            while not is_so():
                await self.world.change()

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> str:
        """Listen on loopback (0: any free port); gives base_url."""
        runner = web.AppRunner(self._app(), access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
        await runner.setup()
        self._runner = runner
        site = web.TCPSite(runner, host, port)
        await site.start()
        self._url = f"http://{host}:{runner.addresses[0][1]}"
        return self._url

    async def stop(self) -> None:
        """Stop listening. The log and the phones stay readable."""
        self.telegram.webhook.stop()
        self._desk.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        self.log.close()

    async def __aenter__(self) -> "Simulator":
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=BIGGEST_BODY)
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self._desk.take)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)
        add_control(app, self)
        add_page(app)
        return app

    async def _download(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)
        for stored in self.world.files.values():
            if stored.path == request.match_info["path"]:
                return web.Response(body=stored.upload.content, content_type="application/octet-stream")
        return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
