"""ALONGSIDE_ALARM_HOOK: an address that is posted to when trouble begins and when it ends, whatever else is broken."""

import asyncio
from collections import deque
from collections.abc import Mapping
from datetime import datetime

import aiohttp
import structlog

from care.clock import Clock, Spell
from programme.operators import HEADINGS, TroubleChange

log = structlog.get_logger(__name__)
MOST_WAITING = 100  # posts; the oldest go first
SECONDS = 5.0  # for one post
LONGEST_PAUSE = 60.0


class NotTaken(Exception):
    """The hook gave another answer than 2xx."""


class Hook:
    """Posts each change as JSON, in order, each until it is taken (any 2xx), while the process lives."""

    def __init__(self, address: str, clock: Clock) -> None:
        self._address = address
        self._clock = clock
        self._waiting: deque[Mapping[str, object]] = deque(maxlen=MOST_WAITING)
        self._bell = asyncio.Event()
        self._spell = Spell(log, "alarm_hook_not_taken")

    def put(self, change: TroubleChange, now: datetime) -> None:
        """To be posted: which trouble, whether it began, when, and the heading of docs/runbook.md."""
        self._waiting.append(
            {
                "service": "alongside",
                "trouble": change.trouble.value,
                "state": "began" if change.began else "over",
                "at": now.isoformat(),
                "runbook": HEADINGS[change.trouble],
            }
        )
        self._bell.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Posts until `stop` is set."""
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        async with aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()) as http:
            while not stop.is_set():
                self._bell.clear()
                if not self._waiting:
                    await self._clock.sleep(LONGEST_PAUSE, stop, self._bell)
                elif await self._post(http, first := self._waiting[0]):
                    if self._waiting[0] is first:  # it may have been the oldest of too many meanwhile
                        self._waiting.popleft()
                else:
                    await self._clock.sleep(min(LONGEST_PAUSE, 2.0 ** min(self._spell.times, 10)), stop)

    async def _post(self, http: aiohttp.ClientSession, what: Mapping[str, object]) -> bool:
        """Whether it was taken. The address is a secret: nothing of an error but its class is told."""
        try:
            async with http.post(self._address, json=dict(what), allow_redirects=False) as answer:
                if answer.status // 100 != 2:  # also one that leads elsewhere, which is not followed
                    raise NotTaken
        except Exception as error:  # an alarm that cannot be told ends no service
            self._spell.goes_on(error)
            return False
        self._spell.is_over()
        return True
