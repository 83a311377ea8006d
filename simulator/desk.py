"""The way of one Bot API call: token, method, holds, faults, limits, rules, effect, log, answer."""

import asyncio
from dataclasses import dataclass, field

from aiohttp import web

from simulator.answering import Outcome, badly, give, status_told, well
from simulator.faults import BEFORE, HIDING, Faults
from simulator.limits import Hold, Limiter
from simulator.methods import METHODS
from simulator.params import Arguments, read_arguments
from simulator.poll import Poll
from simulator.refusal import Refusal, bad_request, forbidden, too_many_requests
from simulator.schema import complaints, is_known_elsewhere, method_named, missing
from simulator.telegram import Telegram
from simulator.truth import AnswerLost, Call, Strictness, Violation

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


@dataclass(slots=True)
class Desk:
    """Takes calls. `strict` refuses what Telegram's own description of the method does not have."""

    telegram: Telegram
    limiter: Limiter
    faults: Faults
    poll: Poll
    strict: bool
    _slow: set[asyncio.Task[tuple[Outcome, Call]]] = field(default_factory=set)

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

    async def _fetch(self, asked: Asked, fault: str | None) -> Outcome:
        if fault == "slow":
            await asyncio.sleep(self.faults.slowness())
        try:
            self._check(asked)
            outcome = well(await self.poll.get_updates(asked.call))
        except Refusal as refusal:
            outcome = badly(refusal)
        self._write(asked, outcome, fault)
        return outcome

    async def _even_if_nobody_waits(self, asked: Asked) -> Outcome:
        task = asyncio.create_task(self._slowly(asked))
        self._slow.add(task)
        task.add_done_callback(self._slow.discard)
        try:
            return (await asyncio.shield(task))[0]
        except asyncio.CancelledError:
            task.add_done_callback(self._nobody_waited)
            raise

    async def _slowly(self, asked: Asked) -> tuple[Outcome, Call]:
        await asyncio.sleep(self.faults.slowness())
        return self._perform(asked, "slow")

    def _nobody_waited(self, task: asyncio.Task[tuple[Outcome, Call]]) -> None:
        if not task.cancelled():
            self.telegram.log.add(AnswerLost, call=task.result()[1].number)

    def _perform(self, asked: Asked, fault: str | None) -> tuple[Outcome, Call]:
        try:
            self._check(asked)
            hold = self.limiter.look(asked.method, asked.chat_id)
            outcome = self._too_many(asked, hold) if hold else self._act(asked)
        except Refusal as refusal:
            outcome = badly(refusal)
        return outcome, self._write(asked, outcome, fault)

    def _act(self, asked: Asked) -> Outcome:
        done = METHODS[asked.method](self.telegram, asked.call)
        self.limiter.count(asked.method, asked.chat_id)
        return well(done)

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
        return badly(too_many_requests(hold.retry_after))

    def _write(self, asked: Asked, outcome: Outcome, fault: str | None) -> Call:
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

    def _made_up(self, asked: Asked, fault: str | None) -> Refusal:
        if fault == "429":
            seconds = self.faults.wait_asked()
            if asked.chat_id is not None:
                self.limiter.hold(asked.chat_id, seconds)
            return too_many_requests(seconds)
        return forbidden("bot was blocked by the user") if fault == "403" else BROKEN


def _refused(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.body(), status=refusal.code)
