"""How a guided week goes on: it follows what the phones really show, and can do the next thing itself."""

import asyncio
import html
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from simulator import Bubble, Call, CannotDo, Phone, Simulator

MOST_MOVES = 16  # in one step; a week that goes round in circles is given back to the visitor
MOST_WAITS = 6  # times the table's own patience, where Telegram gives trouble
LOOKS_BACK = 3  # of the newest messages on a phone


@dataclass(frozen=True, slots=True)
class Move:
    """One thing to do where the phone of `who` shows the words `seeing` ("": whatever it shows).

    `act`: taps the button whose label begins with `what`; writes `what`; opens the newest link on the phone of `what`;
    or turns the clock by `what` ("next").
    """

    who: str
    act: str
    what: str
    seeing: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Over once the phone of `who` has ever shown the words `until`. The first of `moves` that fits leads there."""

    key: str
    title: str
    say: str
    who: str
    until: str
    moves: tuple[Move, ...]


class Table(Protocol):
    """What a guide moves: phones and a clock."""

    simulator: Simulator

    async def turn(self, by: float | str) -> None:
        """Turns the clock, and waits until all is calm."""
        ...

    async def calm(self) -> bool:
        """Waits until nothing is under way any more; False where that takes too long."""
        ...


class Walk:
    """The guide of a table. `pace` is how many real seconds lie between two of its moves, so that they can be seen."""

    def __init__(self, table: Table, steps: Sequence[Step], *, about: str, end: str, pace: float) -> None:
        self._table = table
        self._steps = steps
        self._words = {"about": about, "end": end}
        self._pace = pace
        self._read = 0
        self._done: set[str] = set()
        self._turn_to_walk = asyncio.Lock()
        self._acts: dict[str, Callable[[Move], Awaitable[None]]] = {
            "taps": self._tap,
            "writes": self._write,
            "opens": self._open,
            "turns": lambda move: self._table.turn(move.what),
        }

    def state(self) -> dict[str, Any]:
        """See simulator.stage.Guide."""
        done = self._look()
        steps = [
            {"key": step.key, "title": step.title, "who": step.who, "say": step.say, "done": step.key in done}
            for step in self._steps
        ]
        current = next((step for step in self._steps if step.key not in done), None)
        move = self._next_move(current) if current else None
        return {**self._words, "steps": steps, "next": self._told(move) if move else None}

    async def walk(self, key: str) -> None:
        """See simulator.stage.Guide."""
        keys = [step.key for step in self._steps]
        if key not in keys:
            raise LookupError(f"no such step: {key}")
        async with self._turn_to_walk:
            for step in self._steps[: keys.index(key) + 1]:
                await self._walk_step(step)

    async def _walk_step(self, step: Step) -> None:
        for _ in range(MOST_MOVES):
            if step.key in self._look():
                return
            move = self._next_move(step)
            if move is None:
                break
            await self._acts[move.act](move)
            await self._until_answered()
            await asyncio.sleep(self._pace)
        raise CannotDo(f"Something on the phones is in the way of “{step.title}”. It is yours to do: {step.say}")

    async def _until_answered(self) -> None:
        """A second tap before the answer to the first would undo it."""
        for _ in range(MOST_WAITS):
            if await self._table.calm():
                return
        raise CannotDo("Telegram's trouble holds this up. End the trouble, or give it time, and press it once more.")

    def _look(self) -> set[str]:
        """The steps that are over. What was shown for a moment and edited since counts too, so the log is read."""
        log = self._table.simulator.log.entries
        for entry in log[self._read :]:
            if isinstance(entry, Call) and entry.effect in ("sent", "edited"):
                text = html.unescape(str(entry.params.get("text") or entry.params.get("caption") or ""))
                ids = {step.key for step in self._steps if step.until in text and self._id(step.who) == entry.chat_id}
                self._done |= ids
        self._read = len(log)
        return self._done

    def _next_move(self, step: Step) -> Move | None:
        for back in range(1, LOOKS_BACK + 1):
            for move in step.moves:
                if move.seeing and self._fits(move, back):
                    return move
        return next((move for move in step.moves if not move.seeing), None)

    def _fits(self, move: Move, back: int) -> bool:
        shown = [bubble for bubble in self._phone(move.who).messages if not bubble.from_me]
        if len(shown) < back or move.seeing not in shown[-back].text:
            return False
        return move.act != "taps" or _label(shown[-back], move.what) is not None

    def _told(self, move: Move) -> dict[str, Any]:
        """The move in words, and where on the page it is made."""
        told = {"act": move.act, "what": move.what, "phone": self._id(move.who), "link_on": None}
        whose = f"on {move.who}'s phone"
        match move.act:
            case "taps":
                label = self._label_on(move)
                return told | {"what": label, "say": ["Tap", label, whose]}
            case "writes":
                return told | {"say": ["Write", move.what, whose]}
            case "opens":
                button = f"Open on {move.who}'s phone"
                return told | {"link_on": self._id(move.what), "say": ["Press", button, f"under {move.what}'s link"]}
            case _:
                return told | {"phone": None, "say": ["Press", "Next event", "to let time pass"]}

    async def _tap(self, move: Move) -> None:
        self._phone(move.who).taps(self._label_on(move))

    async def _write(self, move: Move) -> None:
        self._phone(move.who).writes(move.what)

    async def _open(self, move: Move) -> None:
        texts = [bubble.text for bubble in reversed(self._phone(move.what).messages)]
        links = [word for text in texts for word in text.split() if "?start=" in word]
        if not links:
            raise CannotDo(f"There is no link on {move.what}'s phone any more. /invite makes a new one.")
        self._phone(move.who).opens(links[0])

    def _label_on(self, move: Move) -> str:
        shown = [bubble for bubble in reversed(self._phone(move.who).messages) if not bubble.from_me]
        labels = (_label(bubble, move.what) for bubble in shown if move.seeing in bubble.text)
        return next((label for label in labels if label), move.what)

    def _phone(self, name: str) -> Phone:
        return next(phone for phone in self._table.simulator.phones if phone.name == name)

    def _id(self, name: str) -> int | None:
        return self._phone(name).id if name else None


def _label(bubble: Bubble, beginning: str) -> str | None:
    return next((label for label in bubble.labels if label.startswith(beginning)), None)
