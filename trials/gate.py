"""One address in front of several processes, as a reverse proxy is in front of a real deployment."""

from collections.abc import Sequence

from aiohttp import ClientError, ClientSession, ClientTimeout, web

PASSED_ON = ("Content-Type", "X-Telegram-Bot-Api-Secret-Token")


class Gate:
    """Passes each POST on to the first port in turn that answers; 502 where none does."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = list(ports)
        self._runner: web.AppRunner | None = None
        self._session: ClientSession | None = None
        self.url = ""

    async def open(self) -> None:
        """Listen on a free port of this machine."""
        app = web.Application()
        app.router.add_post("/webhook", self._pass_on)
        self._session = ClientSession(timeout=ClientTimeout(total=20))
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/webhook"

    async def close(self) -> None:
        """Listen no more."""
        if self._runner is not None and self._session is not None:
            await self._runner.cleanup()
            await self._session.close()

    async def _pass_on(self, request: web.Request) -> web.Response:
        assert self._session is not None, "open it first"
        body = await request.read()
        headers = {name: request.headers[name] for name in PASSED_ON if name in request.headers}
        self._ports.append(self._ports.pop(0))
        for port in self._ports:
            try:
                url = f"http://127.0.0.1:{port}/webhook"
                async with self._session.post(url, data=body, headers=headers) as answer:
                    return web.Response(status=answer.status)
            except (ClientError, TimeoutError):
                continue
        return web.Response(status=502)
