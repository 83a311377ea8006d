"""The way of one Bot API call: token, method, holds, faults, limits, rules, effect, log, answer."""

import asyncio
import json
import socket
import struct
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from simulator.faults import BEFORE, HIDING, Faults
from simulator.limits import Limiter, LimitHold
from simulator.methods import METHODS
from simulator.params import (
    ApiRefusal,
    Arguments,
    bad_request,
    complaints,
    forbidden,
    is_known_elsewhere,
    method_named,
    missing,
    read_arguments,
    too_many_requests,
)
from simulator.poll import Poll
from simulator.telegram import MethodDone, Telegram
from simulator.truth import AnswerLost, Call, Strictness, Violation

GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"


@dataclass(frozen=True, slots=True)
class AnswerOutcome:
    """What became of a call."""

    done: MethodDone
    status: int
    body: dict[str, Any]


def well(done: MethodDone) -> AnswerOutcome:
    """An outcome with `ok: true`."""
    return AnswerOutcome(done, 200, {"ok": True, "result": done.result})


def badly(refusal: ApiRefusal) -> AnswerOutcome:
    """An outcome with `ok: false`."""
    return AnswerOutcome(MethodDone(None), refusal.code, refusal.body())


def status_told(outcome: AnswerOutcome, fault: str | None) -> int:
    """The HTTP status the client gets; 0 where it gets no answer."""
    silent = fault is not None and fault.startswith(("reset", "hang"))
    return 0 if silent else 502 if fault == "502" else outcome.status


async def give(
    request: web.Request, outcome: AnswerOutcome, fault: str | None, hang_seconds: float
) -> web.StreamResponse:
    """Answer as the fault wants it."""
    if fault == "502":
        return web.Response(text=GATEWAY_PAGE, status=502, content_type="text/html")
    text = json.dumps(outcome.body)
    if fault == "bad_json":
        return web.Response(text=text[: len(text) // 2], status=outcome.status, content_type="application/json")
    if fault is None or not fault.startswith(("reset", "hang")):
        return web.Response(text=text, status=outcome.status, content_type="application/json")
    if fault.startswith("hang"):
        await asyncio.sleep(hang_seconds)
    if request.transport is not None:
        _reset(request.transport)
    return web.Response()


def _reset(transport: asyncio.Transport) -> None:
    wire: Any = transport.get_extra_info("socket")
    if wire is not None:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


NOT_FOUND = ApiRefusal(404, "Not Found: method not found")
UNAUTHORISED = ApiRefusal(401, "Unauthorized")
BROKEN = ApiRefusal(500, "Internal Server Error")
SAYS_ITSELF = frozenset({"chat_id", "text", "message_id", "callback_query_id", "photo", "document", "file_id", "url"})


@dataclass(frozen=True, slots=True)
class IncomingCall:
    """A call that has been read."""

    method: str
    call: Arguments
    chat_id: int | None


@dataclass(slots=True)
class Desk:
    """Takes calls. `strict` refuses what Telegram's own description of the method does not have."""

    telegram: Telegram
    limiter: Limiter
    faults: Faults
    poll: Poll
    strict: bool
    _slow: set[asyncio.Task[tuple[AnswerOutcome, Call]]] = field(default_factory=set)

    def close(self) -> None:
        """Let nothing slow happen any more."""
        for task in self._slow:
            task.cancel()

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Answer a request to /bot<token>/<method>."""
        if request.match_info["token"] != self.telegram.world.bot.token:
            return _refused(UNAUTHORISED)
        method = method_named(request.match_info["method"])
        if method is None:
            return self._unknown(request.match_info["method"])
        try:
            call = await read_arguments(request, method)
        except ApiRefusal as refusal:
            return _refused(refusal)
        chat_id = call.values.get("chat_id")
        asked = IncomingCall(method, call, chat_id if isinstance(chat_id, int) else None)
        return await self._serve(request, asked)

    def _unknown(self, name: str) -> web.Response:
        if is_known_elsewhere(name):
            self.telegram.log.add(Strictness, method=name, complaint="the simulator does not serve this method")
        return _refused(NOT_FOUND)

    async def _serve(self, request: web.Request, asked: IncomingCall) -> web.StreamResponse:
        held = self.limiter.held(asked.method, asked.chat_id)
        fault = None if held else self.faults.draw(asked.method, asked.chat_id)
        if held is not None:
            outcome = self._too_many(asked, held)
            self._write(asked, outcome, None)
        elif fault in BEFORE:
            outcome = badly(self._made_up(asked, fault))
            self._write(asked, outcome, fault)
        elif asked.method == "getUpdates":
            outcome = await self._fetch(asked, fault)
        elif fault == "slow":
            outcome = await self._even_if_nobody_waits(asked)
        else:
            outcome, _ = self._perform(asked, fault)
        return await give(request, outcome, fault, self.faults.hang_seconds)

    async def _fetch(self, asked: IncomingCall, fault: str | None) -> AnswerOutcome:
        if fault == "slow":
            await asyncio.sleep(self.faults.slowness())
        try:
            self._check(asked)
            outcome = well(await self.poll.get_updates(asked.call))
        except ApiRefusal as refusal:
            outcome = badly(refusal)
        self._write(asked, outcome, fault)
        return outcome

    async def _even_if_nobody_waits(self, asked: IncomingCall) -> AnswerOutcome:
        task = asyncio.create_task(self._slowly(asked))
        self._slow.add(task)
        task.add_done_callback(self._slow.discard)
        try:
            return (await asyncio.shield(task))[0]
        except asyncio.CancelledError:
            task.add_done_callback(self._nobody_waited)
            raise

    async def _slowly(self, asked: IncomingCall) -> tuple[AnswerOutcome, Call]:
        await asyncio.sleep(self.faults.slowness())
        return self._perform(asked, "slow")

    def _nobody_waited(self, task: asyncio.Task[tuple[AnswerOutcome, Call]]) -> None:
        if not task.cancelled():
            self.telegram.log.add(AnswerLost, call=task.result()[1].number)

    def _perform(self, asked: IncomingCall, fault: str | None) -> tuple[AnswerOutcome, Call]:
        try:
            self._check(asked)
            hold = self.limiter.look(asked.method, asked.chat_id)
            outcome = self._too_many(asked, hold) if hold else self._act(asked)
        except ApiRefusal as refusal:
            outcome = badly(refusal)
        return outcome, self._write(asked, outcome, fault)

    def _act(self, asked: IncomingCall) -> AnswerOutcome:
        done = METHODS[asked.method](self.telegram, asked.call)
        self.limiter.count(asked.method, asked.chat_id)
        return well(done)

    def _check(self, asked: IncomingCall) -> None:
        wrong = complaints(asked.method, asked.call.values)
        for complaint in wrong:
            self.telegram.log.add(Strictness, method=asked.method, complaint=complaint)
        if wrong and self.strict:
            raise bad_request(f"strict: {wrong[0]}")
        absent = [name for name in missing(asked.method, asked.call.values) if name not in asked.call.uploads]
        if absent and absent[0] not in SAYS_ITSELF:
            raise bad_request(f'parameter "{absent[0]}" is required')

    def _too_many(self, asked: IncomingCall, hold: LimitHold) -> AnswerOutcome:
        if hold.ignored:
            self.telegram.log.add(Violation, method=asked.method, chat_id=asked.chat_id, retry_after=hold.retry_after)
        return badly(too_many_requests(hold.retry_after))

    def _write(self, asked: IncomingCall, outcome: AnswerOutcome, fault: str | None) -> Call:
        return self.telegram.log.add(
            Call,
            method=asked.method,
            chat_id=asked.chat_id,
            params=asked.call.for_log(),
            effect=outcome.done.effect,
            message_id=outcome.done.message_id,
            status=status_told(outcome, fault),
            description=outcome.body.get("description"),
            hidden=fault in HIDING,
            fault=fault,
        )

    def _made_up(self, asked: IncomingCall, fault: str | None) -> ApiRefusal:
        if fault == "429":
            seconds = self.faults.wait_asked()
            if asked.chat_id is not None:
                self.limiter.hold(asked.chat_id, seconds)
            return too_many_requests(seconds)
        return forbidden("bot was blocked by the user") if fault == "403" else BROKEN


def _refused(refusal: ApiRefusal) -> web.Response:
    return web.json_response(refusal.body(), status=refusal.code)
