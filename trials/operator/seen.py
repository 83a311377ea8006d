"""Trouble is made, one kind after the other, and an operator hears of each: by the pages, the hook and the chat."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp
from aiohttp import web

from alongside.clock import WallClock
from db.store import service_facts
from db.tx import Tx
from simulator import Phone
from simulator.faults import Faults
from trials.danger.stage import DangerStage
from trials.operator.trial import TrialLine, TrialPlace, TypedCommand, typed
from trials.wires import free_ports

WITHIN = 60.0  # real seconds for one trouble to be told; most of them pass at once, as the clock is turned
MANY = 60  # lines of one kind in one trial
TURN = 5.0  # seconds of the service's clock by which it is turned while nothing is told yet
WORDS = "zanzibar on a rainy day"
NAMES = ("Zebedee", "Quillan")


@dataclass
class AlertPost:
    """What the hook was posted, and the addresses of the pages."""

    stage: DangerStage
    operator: Phone
    client: Phone
    pages: int
    metrics: int
    settings: dict[str, str]
    posted: list[dict[str, Any]] = field(default_factory=list)
    lines: list[TrialLine] = field(default_factory=list)
    everything: list[str] = field(default_factory=list)

    def was_posted(self, trouble: str, state: str) -> bool:
        """Whether the hook heard of it."""
        return any((one["trouble"], one["state"]) == (trouble, state) for one in self.posted)

    async def page(self, path: str) -> tuple[int, str]:
        """A page as a monitor reads it; 0 where nobody answers."""
        port = self.metrics if path == "/metrics" else self.pages
        timeout = aiohttp.ClientTimeout(total=8)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as http,
                http.get(f"http://127.0.0.1:{port}{path}") as said,
            ):
                text = await said.text()
        except (aiohttp.ClientError, TimeoutError):
            return 0, ""
        self.everything.append(text)
        return said.status, text

    async def stands(self, trouble: str) -> bool:
        """Whether /metrics says that it does."""
        _, text = await self.page("/metrics")
        return f'alongside_trouble{{name="{trouble}"}} 1.0' in text


async def seen(place: TrialPlace) -> Sequence[TrialLine]:
    """Lives it. The clock is turned on while we wait, so a figure is in seconds of the service's own clock."""
    async with _post(place) as post:
        status, text = await post.page("/livez")
        post.lines.append(TrialLine("/livez answers", status == 200, text))
        status, text = await post.page("/readyz")
        post.lines.append(TrialLine("/readyz says that all is well", status == 200, text))
        for trouble in TROUBLES:
            await _live(post, trouble)
        code = await post.stage.end()
        post.lines.append(TrialLine("it stops when asked to", code == 0, f"code {code}"))
        post.lines += _only_ours(post)
    return post.lines


@dataclass(frozen=True)
class TroubleKind:
    """One kind of trouble: how it is made and ended; whether the process is `ready` meanwhile, and the chat told of its
    beginning. `turn`: by how many seconds the clock is turned on at a time until it is over."""

    name: str
    harm: Callable[[AlertPost], AbstractAsyncContextManager[None]]
    ready: bool = True
    by_chat: bool = True
    turn: float = TURN


async def _live(post: AlertPost, kind: TroubleKind) -> None:
    """Does the harm, waits until it is told, ends it, and waits until that is told."""
    name, began = kind.name, post.stage.clock.ticks()
    async with kind.harm(post):
        told = await _wait(post, lambda: post.was_posted(name, "began"))
        seconds = post.stage.clock.ticks() - began
        post.lines.append(TrialLine(f"{name}: the hook is told", told, "", seconds, 180.0))
        post.lines.append(TrialLine(f"{name}: /metrics says so", await post.stands(name)))
        status, text = await post.page("/readyz")
        says_so = f'"{name}"' in text and (status == 200) is kind.ready
        post.lines.append(TrialLine(f"{name}: /readyz says so", says_so, f"{status} {text[:200]}"))
        if kind.by_chat:
            is_read = await _wait(post, lambda: _reads(post, "Trouble: "))
            post.lines.append(TrialLine(f"{name}: the alarm chat is told", is_read, _newest(post)))
            post.operator.looks()
    ended = post.stage.clock.ticks()
    told = await _wait(post, lambda: post.was_posted(name, "over"), kind.turn)
    seconds = post.stage.clock.ticks() - ended
    post.lines.append(TrialLine(f"{name}: its end is told by the hook", told, "", seconds, 700.0))
    is_read = await _wait(post, lambda: _reads(post, "Over: "))
    post.lines.append(TrialLine(f"{name}: and by the alarm chat", is_read, _newest(post)))
    post.operator.looks()
    begun = sum((one["trouble"], one["state"]) == (name, "began") for one in post.posted)
    post.lines.append(TrialLine(f"{name}: once", begun == 1, f"began {begun} times"))


def _reads(post: AlertPost, words: str) -> bool:
    return any(words in one.text for one in post.operator.unseen)


def _newest(post: AlertPost) -> str:
    return " / ".join(one.text for one in post.operator.unseen)


async def _wait(post: AlertPost, is_so: Callable[[], bool], turn: float = TURN) -> bool:
    """Turns the clock on until it is so, or until WITHIN real seconds are over."""
    wall = WallClock()
    give_up = wall.ticks() + WITHIN
    while wall.ticks() < give_up:
        if is_so():
            return True
        await asyncio.sleep(0.4)
        post.stage.turn(turn)
    return False


@asynccontextmanager
async def _database(post: AlertPost) -> AsyncIterator[None]:
    """Somebody keeps every writer waiting."""
    over = asyncio.Event()

    async def hold(tx: Tx) -> None:
        await service_facts.put(tx, service_facts.PROBE, "held by a trial")
        await over.wait()

    holding = asyncio.create_task(post.stage.database.write(hold))
    try:
        yield
    finally:
        over.set()
        await holding


@asynccontextmanager
async def _telegram(post: AlertPost) -> AsyncIterator[None]:
    """Every call breaks off before it gets there."""
    faults = post.stage.simulator.faults
    await post.stage.calm()  # what is on its way would be of unknown fate, which is trouble of its own
    faults.become(Faults(1, {"reset_before": 1.0}))
    try:
        yield
    finally:
        faults.become(Faults(1))


@asynccontextmanager
async def _vault(post: AlertPost) -> AsyncIterator[None]:
    """Somebody moves the file."""
    vault = post.stage.folder / "vault"
    vault.rename(vault.with_name("moved"))
    try:
        yield
    finally:
        vault.with_name("moved").rename(vault)


@asynccontextmanager
async def _dead(post: AlertPost) -> AsyncIterator[None]:
    """An update that nobody can read; then the process is killed, and the operator ends it by a command."""
    post.client.writes(WORDS)
    post.client.poison("wrong_types")
    yield
    service = post.stage.service
    assert service is not None
    service.kill()
    await service.ended
    status, _ = await post.page("/livez")
    post.lines.append(TrialLine("killed, /livez is silent", status == 0))
    await post.stage.begin(post.settings)
    listed = json.loads((await _typed(post, "inbox", "dead", "--json")).out)
    post.lines.append(TrialLine("inbox dead lists it", bool(listed), str(listed)))
    for one in listed:
        for verb in ("look", "drop"):
            done = await _typed(post, "inbox", "dead", verb, str(one["update_id"]))
            post.lines.append(TrialLine(f"inbox dead {verb}", done.code == 0, done.out + done.err))


@asynccontextmanager
async def _uncertain(post: AlertPost) -> AsyncIterator[None]:
    """Of four answers in a row nobody hears; the operator ends it by a command."""
    post.stage.simulator.faults.fail_next("sendMessage", "500", n=4, chat_id=post.client.id)
    post.client.writes("/help")
    yield
    for one in json.loads((await _typed(post, "outbox", "uncertain", "--json")).out):
        for verb in ("look", "retry"):
            done = await _typed(post, "outbox", "uncertain", verb, str(one["id"]))
            post.lines.append(TrialLine(f"outbox uncertain {verb}", done.code == 0, done.out + done.err))


@asynccontextmanager
async def _clock(post: AlertPost) -> AsyncIterator[None]:
    """The wall clock is set on by an hour."""
    clock = post.stage.clock
    clock.set_to(clock.now() + timedelta(hours=1) - clock.turned)
    yield


TROUBLES = (
    TroubleKind("database", _database, ready=False),
    TroubleKind("vault", _vault, ready=False),
    TroubleKind("dead", _dead),
    TroubleKind("uncertain", _uncertain),
    TroubleKind("clock", _clock, turn=25.0),
    TroubleKind("telegram", _telegram, ready=False, by_chat=False),
)


async def _typed(post: AlertPost, *words: str) -> TypedCommand:
    """What the operator types; what it prints is looked at too, in the end."""
    done = await typed(*words, settings=post.stage.settings(), folder=post.stage.folder)
    post.everything += [done.out, done.err]
    return done


@asynccontextmanager
async def _post(place: TrialPlace) -> AsyncIterator[AlertPost]:
    """The service with a client, a practitioner, an operator's phone, and somebody who takes what the hook posts."""
    stage = DangerStage(place.folder, place.url)
    pages, metrics, hook = free_ports(3)
    async with stage.open():
        lee = await stage.practitioner(NAMES[0])
        operator = stage.phone("Operator")
        operator.starts()
        settings = {
            "ALONGSIDE_LISTEN": f"127.0.0.1:{pages}",
            "ALONGSIDE_METRICS_LISTEN": f"127.0.0.1:{metrics}",
            "ALONGSIDE_ALARM_CHAT": str(operator.id),
            "ALONGSIDE_ALARM_HOOK": f"http://127.0.0.1:{hook}/alarm",
        }
        post = AlertPost(stage, operator, await stage.client(NAMES[1], lee), pages, metrics, settings)

        async def take(request: web.Request) -> web.Response:
            post.posted.append(await request.json())
            return web.Response()

        app = web.Application()
        app.router.add_post("/alarm", take)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", hook).start()
        try:
            await stage.begin(settings)
            yield post
        finally:
            await runner.cleanup()


def _only_ours(post: AlertPost) -> list[TrialLine]:
    """In the log, the pages, the posts, the alarm chat and what commands print there is nobody and nobody's words; and
    of each kind of trouble the log has one line when it began and one when it ended."""
    log = (post.stage.folder / "services.log").read_text()
    chat = [one.text for one in post.operator.messages]
    everything = "\n".join([log, *post.everything, json.dumps(post.posted), *chat])
    secrets = [WORDS, *NAMES, post.stage.simulator.token, str(post.client.id), str(post.operator.id)]
    found = [number for number, one in enumerate(secrets) if one in everything]
    events = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    began = Counter(one["trouble"] for one in events if one["event"] == "trouble_began")
    often = Counter(one["event"] for one in events)
    sends = {one["update"] for one in events if one["event"] == "message_ended"}
    handled = {one["update"] for one in events if one["event"] == "update_handled"}
    return [
        TrialLine(
            "no name, words, account or token anywhere", not found, f"{len(everything)} characters; found {found}"
        ),
        TrialLine("a line when each began", set(began) >= {kind.name for kind in TROUBLES}, str(dict(began))),
        TrialLine("no line over and over", max(often.values(), default=0) < MANY, str(often.most_common(4))),
        TrialLine("an update can be followed to its messages", bool(sends & handled), str(sorted(sends & handled))),
    ]
