"""What a monitor asks over HTTP: /livez, /readyz, /health and /metrics. Counts and words of ours, never who."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from care.clock import Clock
from db.delivery.outbox import OutboxState
from db.delivery.sight import Sight
from db.store import service_facts
from db.store.engine import Database
from jobs.watch import Watch
from programme.operators import HEADINGS, NOT_READY, Trouble, standing_troubles

RETENTION: Final = "retention"  # the job's name in alongside.house
A_NIGHT_LATE: Final = timedelta(hours=26)


async def last_night(database: Database, now: datetime) -> tuple[str, str]:
    """When it last ran and what it removed: the state of a finding of doctor, and its words."""
    run = await database.read(lambda tx: service_facts.last_run(tx, RETENTION))
    if run is None:
        return "ok", "It has not run here yet: what is old goes each night at 03:10 UTC, while `alongside run` runs."
    removed = ", ".join(f"{count} {what}" for what, count in sorted((run.tally or {}).items())) or "nothing was due"
    words = f"It last ran at {run.at:%Y-%m-%d %H:%M} UTC and removed: {removed}."
    if now - run.at > A_NIGHT_LATE:
        return (
            "look",
            f"{words} That is more than a night ago. Is `alongside run` running? Held, it removes nothing.",
        )
    return "ok", words


WORDS: Final = {
    Trouble.DATABASE: "The database cannot be reached or written.",
    Trouble.DISK: "The disk of the database or the vault is almost full.",
    Trouble.TELEGRAM: "Telegram has not answered for two minutes.",
    Trouble.SENDER: "What is to be sent is not sent.",
    Trouble.PULSE: "What is due is not looked at.",
    Trouble.VAULT: "The vault is not where it was, cannot be read, or is older than the database.",
    Trouble.HELD: "The database is held: nothing is sent but crisis cards. Type: alongside doctor",
    Trouble.LATE: "What is due has waited for more than five minutes.",
    Trouble.REQUESTS: "A request for help was not opened in the time that was promised.",
    Trouble.DEAD: "An update was set aside. Type: alongside inbox dead",
    Trouble.UNCERTAIN: "Of a message nobody knows whether it arrived. Type: alongside outbox uncertain",
    Trouble.CLOCK: "The clock of this machine was set within the last ten minutes.",
    Trouble.LINKS: "Many wrong links were tried within an hour.",
    Trouble.BACKUP: "The last backup is older than two days.",
}


class Health:
    """Serves the pages, from what the watch sees."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def routes(self) -> list[web.RouteDef]:
        """The routes, for an aiohttp application."""
        ready = [web.get(path, self._ready) for path in ("/readyz", "/health")]
        return [web.get("/livez", self._live), *ready]

    async def _live(self, _request: web.Request) -> web.Response:
        """That this is answered says all of it: the process is there and its loop turns."""
        return web.json_response({"ok": True})

    async def _ready(self, _request: web.Request) -> web.Response:
        """200 while this process can do its work, else 503; `wrong` says why not, `look` what else is to be seen to."""
        await self._watch.look()
        stands = {trouble for trouble, here in standing_troubles(self._watch.seen()).items() if here}
        if self._watch.database_error is not None:
            stands.add(Trouble.DATABASE)  # at once: an alarm waits some seconds
        wrong = [_said(one) for one in Trouble if one in stands & NOT_READY]
        look = [_said(one) for one in Trouble if one in stands - NOT_READY]
        body = {"ok": not wrong, "wrong": wrong, "look": look} | self._figures()
        return web.json_response(body, status=503 if wrong else 200)

    def _figures(self) -> dict[str, Any]:
        """What the database said last; why it says nothing now; the hold, as long as there is one."""
        sight, error = self._watch.sight, self._watch.database_error
        found = {} if sight is None else asdict(sight.figures)
        if error is not None:
            found["database"] = error
        if sight is not None and sight.held is not None:
            held = sight.held
            found["held"] = {"since": held.since.isoformat(), "why": held.why, "type": "alongside doctor"}
        return found


def _said(trouble: Trouble) -> dict[str, str]:
    return {"what": trouble.value, "words": WORDS[trouble], "runbook": HEADINGS[trouble]}


_FIGURES: Final = {
    "inbox_waiting": "Updates stored and not handled yet",
    "inbox_dead": "Updates set aside after every retry",
    "outbox_waiting": "Messages waiting or on their way",
    "outbox_uncertain": "Messages whose delivery the network hid from us",
    "prompts_open": "Check-ins and other prompts that are open",
    "requests_waiting": "Requests for help that nobody has opened",
    "requests_late": "Requests for help that nobody has opened in the time that was promised",
    "texts_stopped": "Texts and kinds of messages that an operator stopped: alongside texts stop --list",
    "wrong_links_last_hour": "Wrong links and codes that were tried within the last hour",
    "late_seconds": "How long the oldest due plan has been waiting, in seconds",
}


class Metrics(Collector):
    """Serves the page. Counts and ages, never who."""

    def __init__(self, watch: Watch, clock: Clock) -> None:
        self._watch = watch
        self._clock = clock
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(self)

    def routes(self) -> list[web.RouteDef]:
        """The route, for an aiohttp application."""
        return [web.get("/metrics", self._page)]

    async def _page(self, _request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    def describe(self) -> Iterator[Metric]:
        """Nothing beforehand: see Collector."""
        return iter(())

    def collect(self) -> Iterator[Metric]:
        """Every figure as it is now, or as it was last known."""
        yield from self._of_process()
        yield from self._of_troubles()
        if self._watch.sight is not None:
            yield from _of_database(self._watch.sight)
            yield from self._ages(self._watch.sight)

    def _of_process(self) -> Iterator[Metric]:
        watch, signs, ticks = self._watch, self._watch.signs, self._clock.ticks()
        yield _gauge("database_up", "1 while the database answers and can be written", watch.database_error is None)
        yield _gauge("figures_age_seconds", "How old the figures of the database are", ticks - watch.sight_at)
        ages = {
            "telegram_age_seconds": ("Since Telegram last answered a call", signs.reached_at),
            "poll_age_seconds": ("Since Telegram last answered a fetching of updates", signs.polled_at),
            "beat_age_seconds": ("Since the pulse last went through", signs.beat_at),
            "sender_age_seconds": ("Since the loop of the sender last turned", signs.sender_at),
        }
        for name, (words, at) in ages.items():
            if at is not None:
                yield _gauge(name, words, ticks - at)
        yield _gauge("beat_seconds", "How long the last beat of the pulse took", signs.beat_took)
        yield _gauge("sending", "1 while this process is the sender", signs.sends)
        yield _counter("takeovers", "How often this process became the sender", signs.takeovers)
        yield _counter("told_to_wait", "Calls that Telegram answered with 429", signs.waits)
        yield _counter("clock_steps", "How often the wall clock was set", signs.clock_steps)
        results = {state.value: signs.outcomes[state] for state in OutboxState if state in _ENDS}
        yield _labelled(CounterMetricFamily, "messages", "Messages that reached an end", "result", results)

    def _of_troubles(self) -> Iterator[Metric]:
        seen = self._watch.seen()
        if seen.free_bytes is not None:
            yield _gauge("disk_free_bytes", "Room on the disk of the database or the vault", seen.free_bytes)
        yield _gauge("vault_open", "1 while the vault is there and can be read", seen.vault_open)
        yield _gauge("keyless", "People without a key in the vault, at the start", seen.keyless)
        yield _gauge("held", "1 while the database is held: nothing goes but crisis cards", seen.held)
        stands = standing_troubles(seen)
        values = {trouble.value: stands.get(trouble, False) for trouble in Trouble}
        yield _labelled(
            GaugeMetricFamily, "trouble", "1 while this trouble stands, as docs/runbook.md names it", "name", values
        )

    def _ages(self, sight: Sight) -> Iterator[Metric]:
        now = self._clock.now()
        for name, at in (("retention", sight.retention_at), ("backup", sight.backup_at)):
            if (age := sight.age(at, now)) is not None:
                yield _gauge(f"{name}_age_seconds", f"Since the last {name}", age)


_ENDS: Final = frozenset(OutboxState) - {OutboxState.WAITING, OutboxState.SENDING}


def _of_database(sight: Sight) -> Iterator[Metric]:
    figures = asdict(sight.figures)
    for name in _FIGURES.keys() & figures.keys():
        yield _gauge(name, _FIGURES[name], figures[name])
    yield _counter(
        "updates_dropped", "Updates for which there was no room, since the beginning", figures["updates_dropped"]
    )
    yield _counter("sender_epoch", "How often some process became the sender, since the beginning", sight.epoch)
    rows = {rank.name.lower(): waits.rows for rank, waits in sight.backlog.items()}
    yield _labelled(GaugeMetricFamily, "backlog", "Messages that may go by now", "rank", rows)
    ages = {rank.name.lower(): waits.seconds for rank, waits in sight.backlog.items()}
    yield _labelled(GaugeMetricFamily, "backlog_seconds", "How long the oldest of them may", "rank", ages)


def _gauge(name: str, words: str, value: float | None) -> Metric:
    return GaugeMetricFamily(f"alongside_{name}", words, value=float(value or 0))


def _counter(name: str, words: str, value: float) -> Metric:
    return CounterMetricFamily(f"alongside_{name}", words, value=float(value))


def _labelled(
    kind: type[GaugeMetricFamily] | type[CounterMetricFamily],
    name: str,
    words: str,
    label: str,
    values: Mapping[str, float],
) -> Metric:
    family = kind(f"alongside_{name}", words, labels=[label])
    for which, value in values.items():
        family.add_metric([which], float(value))
    return family
