"""What a monitor asks over HTTP: /livez, /readyz and its other name /health. Counts and words of ours, never who."""

from dataclasses import asdict
from typing import Any, Final

from aiohttp import web

from jobs.watch import Watch
from programme.troubles import HEADINGS, NOT_READY, Trouble, standing

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
        stands = {trouble for trouble, here in standing(self._watch.seen()).items() if here}
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
