"""The way of one Bot API call: token, method, holds, faults, limits, rules, effect, log, answer."""

import asyncio
import json
import socket
import struct
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from simulator.faults import BEFORE, HIDING, Faults
from simulator.limits import Hold, Limiter
from simulator.methods import METHODS
from simulator.params import Arguments, read_arguments
from simulator.poll import Poll
from simulator.refusal import Refusal, bad_request, forbidden, too_many_requests
from simulator.schema import complaints, is_known_elsewhere, method_named, missing
from simulator.telegram import Done, Telegram
from simulator.truth import AnswerLost, Call, Strictness, Violation

GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
NOT_FOUND = Refusal(404, "Not Found: method not found")
UNAUTHORISED = Refusal(401, "Unauthorized")
BROKEN = Refusal(500, "Internal Server Error")
SAYS_ITSELF = frozenset({"chat_id", "text", "message_id", "callback_query_id", "photo", "document", "file_id", "url"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that has been read."""

    method: str
    call: Arguments
    chat_id: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it."""

    done: Done
    status: int
    body: dict[str, Any]


@dataclass(slots=True)
class Desk:
    """Takes calls. `strict` refuses what Telegram's own description of the method does not have."""

    telegram: Telegram
    limiter: Limiter
    faults: Faults
    poll: Poll
    strict: bool

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Answer a request to /bot<token>/<method>."""
        if request.match_info["token"] != self.telegram.world.bot.token:
            return _refused(UNAUTHORISED)
        method = method_named(request.match_info["method"])
        if method is None:
            return self._unknown(request.match_info["method"])
        try:
            call = await read_arguments(request, method)
        except Refusal as refusal:
            return _refused(refusal)
        chat_id = call.values.get("chat_id")
        asked = Asked(method, call, chat_id if isinstance(chat_id, int) else None)
        return await self._serve(request, asked)

    def _unknown(self, name: str) -> web.Response:
        if is_known_elsewhere(name):
            self.telegram.log.add(Strictness, method=name, complaint="the simulator does not serve this method")
        return _refused(NOT_FOUND)

    async def _serve(self, request: web.Request, asked: Asked) -> web.StreamResponse:
        held = self.limiter.held(asked.method, asked.chat_id)
        if held is not None:
            return self._answer(request, asked, self._too_many(asked, held))
        fault = self.faults.draw(asked.method, asked.chat_id)
        if fault == "slow":
            await asyncio.sleep(self.faults.slowness())
        if fault in BEFORE:
            return await self._spoil(request, asked, fault)
        outcome = await self._perform(asked)
        if fault in HIDING:
            return await self._hide(request, asked, outcome, fault)
        return self._answer(request, asked, outcome, fault)

    async def _perform(self, asked: Asked) -> Outcome:
        try:
            self._check(asked)
            hold = self.limiter.look(asked.method, asked.chat_id)
            if hold is not None:
                return self._too_many(asked, hold)
            if asked.method == "getUpdates":
                return _well(await self.poll.get_updates(asked.call))
            done = METHODS[asked.method](self.telegram, asked.call)
            self.limiter.count(asked.method, asked.chat_id)
            return _well(done)
        except Refusal as refusal:
            return _badly(refusal)

    def _check(self, asked: Asked) -> None:
        wrong = complaints(asked.method, asked.call.values)
        for complaint in wrong:
            self.telegram.log.add(Strictness, method=asked.method, complaint=complaint)
        if wrong and self.strict:
            raise bad_request(f"strict: {wrong[0]}")
        absent = [name for name in missing(asked.method, asked.call.values) if name not in asked.call.uploads]
        if absent and absent[0] not in SAYS_ITSELF:
            raise bad_request(f'parameter "{absent[0]}" is required')

    def _too_many(self, asked: Asked, hold: Hold) -> Outcome:
        if hold.ignored:
            self.telegram.log.add(Violation, method=asked.method, chat_id=asked.chat_id, retry_after=hold.retry_after)
        return _badly(too_many_requests(hold.retry_after))

    def _write(self, asked: Asked, outcome: Outcome, status: int, fault: str | None) -> Call:
        return self.telegram.log.add(
            Call,
            method=asked.method,
            chat_id=asked.chat_id,
            params=asked.call.for_log(),
            effect=outcome.done.effect,
            message_id=outcome.done.message_id,
            status=status,
            description=outcome.body.get("description"),
            hidden=fault in HIDING,
            fault=fault,
        )

    def _answer(self, request: web.Request, asked: Asked, outcome: Outcome, fault: str | None = None) -> web.Response:
        entry = self._write(asked, outcome, outcome.status, fault)
        if request.transport is None or request.transport.is_closing():
            self.telegram.log.add(AnswerLost, call=entry.number)
        return web.json_response(outcome.body, status=outcome.status)

    async def _spoil(self, request: web.Request, asked: Asked, fault: str) -> web.StreamResponse:
        if fault in ("reset_before", "hang_before"):
            self._write(asked, _badly(BROKEN), 0, fault)
            return await self._drop(request, fault)
        return self._answer(request, asked, _badly(self._made_up(asked, fault)), fault)

    def _made_up(self, asked: Asked, fault: str) -> Refusal:
        if fault == "429":
            seconds = self.faults.wait_asked()
            if asked.chat_id is not None:
                self.limiter.hold(asked.chat_id, seconds)
            return too_many_requests(seconds)
        return forbidden("bot was blocked by the user") if fault == "403" else BROKEN

    async def _hide(self, request: web.Request, asked: Asked, outcome: Outcome, fault: str) -> web.StreamResponse:
        status = {"502": 502, "bad_json": 200}.get(fault, 0)
        self._write(asked, outcome, status, fault)
        if fault == "502":
            return web.Response(text=GATEWAY_PAGE, status=502, content_type="text/html")
        if fault == "bad_json":
            text = json.dumps(outcome.body)
            return web.Response(text=text[: len(text) // 2], content_type="application/json")
        return await self._drop(request, fault)

    async def _drop(self, request: web.Request, fault: str) -> web.StreamResponse:
        if fault.startswith("hang"):
            await asyncio.sleep(self.faults.hang_seconds)
        if request.transport is not None:
            _reset(request.transport)
        return web.Response()


def _reset(transport: asyncio.Transport) -> None:
    wire: Any = transport.get_extra_info("socket")
    if wire is not None:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


def _well(done: Done) -> Outcome:
    return Outcome(done, 200, {"ok": True, "result": done.result})


def _badly(refusal: Refusal) -> Outcome:
    return Outcome(Done(None), refusal.code, refusal.body())


def _refused(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.body(), status=refusal.code)
