"""The simulator's own doors under /_sim, JSON in and out: for the page and for scripts in other processes."""

import json
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from aiohttp import web

from simulator.acts import CannotDo
from simulator.clock import SimulatorClock
from simulator.faults import Faults
from simulator.methods import METHODS
from simulator.methods.menus import commands_for
from simulator.phone import Phone
from simulator.stage import PhoneStage, Turn
from simulator.telegram import Telegram, Updates
from simulator.truth import Call, TruthLog, as_json
from simulator.wire import inline
from simulator.world import Message, Query, World

SLOW_SECONDS = (1.0, 3.0)  # long enough to be seen
MOST = 0.95  # so that a call gets through now and then
STRUCK = frozenset(METHODS) - {"getUpdates"}  # a bot that waits ever longer to fetch would look as if it slept


@dataclass(frozen=True, slots=True)
class SwitchedTrouble:
    """One kind. `rates`: kind of fault to chance per call."""

    key: str
    label: str
    means: str
    rates: Mapping[str, float]


TROUBLES = (
    SwitchedTrouble(
        "slow",
        "Telegram is slow",
        "Nearly every call takes one to three seconds. All comes later; nothing may come in the wrong order.",
        {"slow": 0.95},
    ),
    SwitchedTrouble(
        "lost",
        "Answers get lost",
        "Telegram does what it is asked, and four in ten of its answers never arrive. A bot cannot know whether its "
        "message was sent: at worst a copy comes twice, and never a gap.",
        {"reset_after": 0.4},
    ),
    SwitchedTrouble(
        "broken",
        "Telegram breaks (500)",
        "Four calls in ten end in a server error, and nothing was done. The bot has to try later and keep the order.",
        {"500": 0.4},
    ),
)


def switch(faults: Faults, keys: Collection[str]) -> None:
    """Exactly these kinds of trouble from now on, for all calls but the fetching of updates; all others are off.

    Raises LookupError for one that is not known.
    """
    unknown = set(keys) - {one.key for one in TROUBLES}
    if unknown:
        raise LookupError(f"no such trouble: {', '.join(sorted(unknown))}")
    rates = {kind: rate for one in TROUBLES if one.key in keys for kind, rate in one.rates.items()}
    total = max(1.0, sum(rates.values()) / MOST)
    faults.become(Faults(faults.seed, {kind: rate / total for kind, rate in rates.items()}, methods=STRUCK))
    faults.slow_seconds = SLOW_SECONDS


def trouble_state(faults: Faults, log: TruthLog) -> dict[str, Any]:
    """The kinds, which of them are on, and how many calls have been struck by any fault."""
    kinds = [
        {"key": one.key, "label": one.label, "means": one.means, "on": any(kind in faults.rates for kind in one.rates)}
        for one in TROUBLES
    ]
    return {"kinds": kinds, "struck": sum(1 for call in log.of(Call) if call.fault)}


SHOWN = 200


def phone_state(telegram: Telegram, phone: Phone) -> dict[str, Any]:
    """One phone: who, the newest messages, the keyboard, the menu, and the word over the screen."""
    messages = list(phone.chat.messages.values())[-SHOWN:]
    return {
        "id": phone.id,
        "name": phone.name,
        "about": phone.about,
        "language": phone.person.language,
        "started": phone.person.started,
        "blocked": phone.person.blocked,
        "deactivated": phone.person.deactivated,
        "messages": [message_state(phone, message) for message in messages],
        "keyboard": phone.keyboard,
        "commands": commands_for(telegram.world.menus, phone.id, phone.person.language),
        "query": query_state(phone.query),
    }


def message_state(phone: Phone, message: Message) -> dict[str, Any]:
    """One bubble: text with entities, so that nobody needs to trust HTML."""
    kind = next(iter(message.content), "text")
    return {
        "id": message.id,
        "from_me": message.sender is phone.person,
        "text": message.words.text,
        "entities": list(message.words.entities),
        "buttons": [[_button(button) for button in row] for row in inline(message.markup)],
        "edited": message.edited is not None,
        "date": message.date.isoformat(),
        "kind": kind,
        "pinned": message.id in phone.chat.pinned,
        "file": message.file.upload.name if message.file else None,
        "file_id": message.file.file_id if message.file else None,
    }


def _button(raw: dict[str, Any]) -> dict[str, Any]:
    known = {"label": raw["text"], "data": raw.get("callback_data"), "url": raw.get("url")}
    return known | ({"copies": raw["copy_text"]["text"]} if "copy_text" in raw else {})


def query_state(query: Query | None) -> dict[str, Any] | None:
    """The latest tap: whether it still waits, and what it was told."""
    if query is None:
        return None
    return {"id": query.id, "waiting": not query.answered, "text": query.text, "alert": query.alert}


Act = Callable[[Phone, dict[str, Any]], Any]
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})


def _tap(phone: Phone, body: dict[str, Any]) -> int:
    if "label" in body:
        return phone.taps(body["label"])
    return phone.taps_raw(body["data"], body.get("message_id"))


ACTS: dict[str, Act] = {
    "write": lambda phone, body: phone.writes(body["text"]).id,
    "start": lambda phone, body: phone.starts(body.get("payload", "")).id,
    "open": lambda phone, body: phone.opens(body["link"]).id,
    "tap": _tap,
    "edit": lambda phone, body: phone.edits(body["message_id"], body["text"]),
    "block": lambda phone, _: phone.blocks(),
    "unblock": lambda phone, _: phone.unblocks(),
    "delete_account": lambda phone, _: phone.deletes_account(),
    "photo": lambda phone, body: phone.sends_photo(body.get("caption", "")).id,
    "document": lambda phone, body: phone.sends_document(caption=body.get("caption", "")).id,
    "voice": lambda phone, _: phone.sends_voice().id,
    "sticker": lambda phone, _: phone.sends_sticker().id,
    "contact": lambda phone, _: phone.sends_contact().id,
    "poison": lambda phone, body: phone.poison(body.get("shape")),
}


class Controlled(Protocol):
    """What the doors need of a simulator."""

    clock: SimulatorClock
    faults: Faults
    log: TruthLog
    phones: list[Phone]
    stage: PhoneStage
    telegram: Telegram
    turn: Turn | None
    updates: Updates
    world: World

    @property
    def username(self) -> str:
        """The bot's user name."""

    def phone(self, name: str, language: str | None, user_id: int | None, username: str | None) -> Phone:
        """A new person with a phone. Raises ValueError if the id is taken."""

    def phone_of(self, user_id: int) -> Phone:
        """The phone of a person by id. Raises LookupError."""


class Control:
    """Each method answers one door."""

    def __init__(self, simulator: Controlled) -> None:
        self._sim = simulator

    async def state(self, _: web.Request) -> web.Response:
        """GET state: everything the page shows."""
        sim = self._sim
        return web.json_response(
            {
                "version": sim.world.version,
                "title": sim.stage.title,
                "bot": {"name": sim.world.bot.name, "username": sim.username},
                "now": sim.clock.now().isoformat(),
                "can_turn": sim.turn is not None,
                "phones": [phone_state(sim.telegram, phone) for phone in sim.phones],
                "trouble": trouble_state(sim.faults, sim.log),
                **await sim.stage.state(),
            }
        )

    async def events(self, request: web.Request) -> web.StreamResponse:
        """GET events: a server-sent event with the version at each change."""
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await answer.prepare(request)
        told = -1
        while True:
            if told != self._sim.world.version:
                told = self._sim.world.version
                await answer.write(f"data: {told}\n\n".encode())
            else:
                await self._sim.world.change()

    async def phones(self, _: web.Request) -> web.Response:
        """GET phones: who there is."""
        return web.json_response([{"id": phone.id, "name": phone.name} for phone in self._sim.phones])

    async def add_phone(self, request: web.Request) -> web.Response:
        """POST phones {name, language?, user_id?, username?}: a new person."""
        body = await _body(request)
        phone = self._sim.phone(
            body.get("name", "Sam"), body.get("language", "en"), body.get("user_id"), body.get("username")
        )
        return web.json_response(phone_state(self._sim.telegram, phone))

    async def messages(self, request: web.Request) -> web.Response:
        """GET phones/<id>: one phone with its messages."""
        return web.json_response(phone_state(self._sim.telegram, self._phone(request)))

    async def act(self, request: web.Request) -> web.Response:
        """POST phones/<id>/<act>: what a person does (see ACTS); `result` is a message or update id."""
        act = ACTS.get(request.match_info["act"])
        if act is None:
            raise LookupError(f"no such act; there are {', '.join(sorted(ACTS))}")
        return web.json_response({"result": act(self._phone(request), await _body(request))})

    def _phone(self, request: web.Request) -> Phone:
        return self._sim.phone_of(int(request.match_info["id"]))

    async def log(self, request: web.Request) -> web.Response:
        """GET log?since=<number>&entry=<kind>: what truly happened."""
        since, kind = int(request.query.get("since", 0)), request.query.get("entry")
        entries = [as_json(entry) for entry in self._sim.log.entries[since:]]
        return web.json_response([entry for entry in entries if kind in (None, entry["entry"])])

    async def faults(self, request: web.Request) -> web.Response:
        """POST faults {seed?, rate} or {seed?, rates?, update_rates?}: trouble from now on; {} ends it."""
        body = await _body(request)
        seed = body.get("seed", 0)
        mixed = Faults.mixed(seed, body["rate"]) if "rate" in body else Faults(seed)
        mixed.rates |= body.get("rates", {})
        mixed.update_rates |= body.get("update_rates", {})
        self._sim.faults.become(mixed)
        return web.json_response({"rates": mixed.rates, "update_rates": mixed.update_rates})

    async def trouble(self, request: web.Request) -> web.Response:
        """POST trouble {on: [keys]}: exactly these kinds of trouble from now on (see simulator.control)."""
        body = await _body(request)
        switch(self._sim.faults, body["on"])
        self._sim.world.touch()
        return web.json_response(trouble_state(self._sim.faults, self._sim.log))

    async def walk(self, request: web.Request) -> web.Response:
        """POST walk {step: key, skip?}: the guide does what is left up to the end of that step, or goes on without."""
        body = await _body(request)
        if (guide := self._sim.stage.guide) is None:
            raise CannotDo("there is no guide here")
        if body.get("skip"):
            guide.skip(body["step"])
        else:
            await guide.walk(body["step"])
        return web.json_response({"done": True})

    async def lever(self, request: web.Request) -> web.Response:
        """POST lever {pull: key}: sets it off, and answers when that is done."""
        body = await _body(request)
        await self._sim.stage.lever(body["pull"]).pull()
        self._sim.world.touch()
        return web.json_response({"done": True})

    async def behind(self, _: web.Request) -> web.Response:
        """GET behind: the tables behind the scenes, where the caller shows any."""
        behind = self._sim.stage.behind
        return web.json_response(await behind() if behind else [])

    async def fail_next(self, request: web.Request) -> web.Response:
        """POST fail_next {method?, kind, n?, chat_id?}: trouble for the next calls."""
        body = await _body(request)
        self._sim.faults.fail_next(body.get("method"), body["kind"], body.get("n", 1), body.get("chat_id"))
        return web.json_response({"planned": True})

    async def updates(self, request: web.Request) -> web.Response:
        """POST updates {jump: true} or {repeat: update_id | null}: odd numbering, a second delivery."""
        body = await _body(request)
        queue = self._sim.updates
        return web.json_response({"update_id": queue.jump() if body.get("jump") else queue.repeat(body.get("repeat"))})

    async def time(self, _: web.Request) -> web.Response:
        """GET clock: the time here, and whether it can be turned."""
        return web.json_response({"now": self._sim.clock.now().isoformat(), "can_turn": self._sim.turn is not None})

    async def clock(self, request: web.Request) -> web.Response:
        """POST clock {turn: seconds | "next"}: turn the time, where the caller gave a way to."""
        body = await _body(request)
        if self._sim.turn is None:
            raise CannotDo("this clock cannot be turned")
        await self._sim.turn(body["turn"])
        self._sim.world.touch()
        return web.json_response({"now": self._sim.clock.now().isoformat()})

    async def file(self, request: web.Request) -> web.Response:
        """GET files/<file_id>: a picture or document, for the page."""
        stored = self._sim.world.files.get(request.match_info["file_id"])
        if stored is None:
            raise LookupError("no such file")
        kind = stored.upload.content_type if stored.path.startswith("photos/") else "application/octet-stream"
        return web.Response(
            body=stored.upload.content, content_type=kind, headers={"X-Content-Type-Options": "nosniff"}
        )


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type != "application/json":
        raise ValueError("send JSON, with Content-Type: application/json")
    body = json.loads(await request.text() or "{}")
    if not isinstance(body, dict):
        raise TypeError("send a JSON object")
    return body


def _is_from_here(request: web.Request) -> bool:
    """Whether the caller names this computer as the one it speaks to, and is no page of another web site.

    A site whose name leads to 127.0.0.1 (DNS rebinding) says its own name as the host, and a browser says where a page
    is from that sends something.
    """
    named = request.host.rpartition(":")[0] in LOCAL or request.host in LOCAL
    origin = request.headers.get("Origin")
    return named and (origin is None or urlsplit(origin).netloc == request.host)


@web.middleware
async def at_home(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Keeps other web sites out of every door, and turns errors of the page's own into plain answers."""
    if not _is_from_here(request):
        return web.json_response({"error": "this door opens on this computer alone"}, status=403)
    if request.path.startswith(("/bot", "/file/")):
        return await handler(request)
    try:
        return await handler(request)
    except (CannotDo, LookupError, ValueError, TypeError, RuntimeError) as error:
        status = 409 if isinstance(error, CannotDo | RuntimeError) else 400
        return web.json_response({"error": str(error), "kind": type(error).__name__}, status=status)


def add_control(app: web.Application, simulator: Controlled) -> None:
    """Hang the doors."""
    doors = Control(simulator)
    app.middlewares.append(at_home)
    app.router.add_get("/_sim/state", doors.state)
    app.router.add_get("/_sim/events", doors.events)
    app.router.add_get("/_sim/phones", doors.phones)
    app.router.add_post("/_sim/phones", doors.add_phone)
    app.router.add_get(r"/_sim/phones/{id:\d+}", doors.messages)
    app.router.add_post(r"/_sim/phones/{id:\d+}/{act}", doors.act)
    app.router.add_get("/_sim/log", doors.log)
    app.router.add_post("/_sim/faults", doors.faults)
    app.router.add_post("/_sim/trouble", doors.trouble)
    app.router.add_post("/_sim/walk", doors.walk)
    app.router.add_post("/_sim/lever", doors.lever)
    app.router.add_get("/_sim/behind", doors.behind)
    app.router.add_post("/_sim/fail_next", doors.fail_next)
    app.router.add_post("/_sim/updates", doors.updates)
    app.router.add_get("/_sim/clock", doors.time)
    app.router.add_post("/_sim/clock", doors.clock)
    app.router.add_get("/_sim/files/{file_id}", doors.file)
