"""A week lived from outside: phones by the simulator's own doors, and a wall clock that two processes are shown."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import ClientResponse, ClientSession

from tests.tree import ROOT
from tests.trials.process import PATIENCE
from tests.trials.test_stepped_clock import SetClock

LONDON = ZoneInfo("Europe/London")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
Json = dict[str, Any]


@asynccontextmanager
async def telegram(env: Mapping[str, str]) -> AsyncIterator[str]:
    """`python -m simulator` as a process of its own; its address."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", cwd=ROOT, env=dict(env), stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        line = (await process.stdout.readline()).decode()
        yield next(word for word in line.split() if word.startswith("http")).rstrip("/")
    finally:
        process.terminate()
        await process.wait()


async def alongside(*words: str, env: Mapping[str, str]) -> Json:
    """What a command of the operator's prints as JSON."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "alongside", *words, "--json", cwd=ROOT, env=dict(env), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    found: Json = json.loads(out)
    return found


@dataclass
class World:
    """The simulator behind `session`, and the clock that all are shown."""

    session: ClientSession
    clock: SetClock
    changes: ClientResponse
    health: str

    async def written_down(self) -> None:
        """The service has put down that all it said has arrived: some times are counted from there."""
        async with asyncio.timeout(PATIENCE):
            while (await self._health())["outbox_waiting"]:
                continue

    async def _health(self) -> Json:
        async with self.session.get(self.health) as answer:
            found: Json = await answer.json()
            return found

    async def ask(self, path: str, **body: Any) -> Any:
        """One of the doors: POST where there is something to say."""
        asked = self.session.post(f"/_sim/{path}", json=body) if body else self.session.get(f"/_sim/{path}")
        async with asked as answer:
            answer.raise_for_status()
            return await answer.json()

    async def until(self, path: str, is_so: Callable[[Any], Any]) -> Any:
        """What the door shows, once that is so; looked at whenever something has changed. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            while not is_so(shown := await self.ask(path)):
                await self.changes.content.readuntil(b"\n\n")
        return shown

    def reaches(self, when: str) -> None:
        """It is the next such moment in London now: "Tue 18:30"."""
        day, _, at = when.partition(" ")
        hour, minute = map(int, at.split(":"))
        here = self.clock.now().astimezone(LONDON)
        date = here.date() + timedelta(days=(DAYS.index(day) - here.weekday()) % 7)
        self.clock.set_to(datetime(date.year, date.month, date.day, hour, minute, tzinfo=LONDON).astimezone(UTC))


@dataclass
class Person:
    """Somebody with a phone. What they do is over when their phone shows the words that are waited for."""

    world: World
    number: int
    seen: set[tuple[int, str]] = field(default_factory=set)

    @property
    def door(self) -> str:
        """Of their phone."""
        return f"phones/{self.number}"

    async def sees(self, *parts: str) -> str:
        """Something on the screen that was not looked at yet has these words; all of it is looked at now."""

        def new(phone: Json) -> list[str]:
            shown = [(one["id"], one["text"]) for one in phone["messages"] if not one["from_me"]]
            return [text for number, text in shown if (number, text) not in self.seen and parts[0] in text]

        phone = await self.world.until(self.door, new)
        found = new(phone)[-1]
        self.seen |= {(one["id"], one["text"]) for one in phone["messages"]}
        assert [part for part in parts if part not in found] == [], found
        return found

    async def writes(self, text: str, *parts: str) -> str:
        """Types words, and sees the answer."""
        await self.world.ask(f"{self.door}/write", text=text)
        return await self.sees(*parts)

    async def taps(self, *labels: str, then: str) -> str:
        """Taps one button after the other, each when it is there, and sees what comes of it."""
        for beginning in labels:
            phone = await self.world.until(self.door, partial(_label, beginning))
            await self.world.ask(f"{self.door}/tap", label=_label(beginning, phone))
        return await self.sees(then)

    async def starts(self, payload: str, *parts: str) -> str:
        """Opens a link."""
        await self.world.ask(f"{self.door}/start", payload=payload)
        return await self.sees(*parts)

    async def count(self) -> int:
        """How many messages of the bot stand on the phone."""
        return len([one for one in (await self.world.ask(self.door))["messages"] if not one["from_me"]])

    async def shown(self, *by: str) -> list[str]:
        """Every text that this phone was ever shown, in order: sent, or edited, where nothing else is asked for."""
        log = await self.world.ask("log?entry=Call")
        mine = [one for one in log if one["chat_id"] == self.number and one["effect"] in (by or ("sent", "edited"))]
        return [str(one["params"].get("text", "")) for one in mine]


def _label(beginning: str, phone: Json) -> str | None:
    newest = [row for one in reversed(phone["messages"]) for row in one["buttons"]]
    labels = [button["label"] for row in newest for button in row] + [key for row in phone["keyboard"] for key in row]
    whole = [label for label in labels if label == beginning]
    return next(iter(whole or [label for label in labels if label.startswith(beginning)]), None)


def payload_in(text: str) -> str:
    """That of the link in these words."""
    return next(word for word in text.split() if "?start=" in word).partition("?start=")[2]
