"""How a guided week goes on: it follows what the phones really show, and can do the next thing itself."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from alongside.demo.week import DemoMove, DemoStep, StepProgress
from bot.texts.dates import local
from simulator import Bubble, Call, CannotDo, Phone, Simulator

LOOKS_BACK = 3  # of the newest messages on a phone


def newest(phone: Phone) -> list[Bubble]:
    """The newest messages of the bot, the newest first."""
    return [bubble for bubble in reversed(phone.messages) if not bubble.from_me][:LOOKS_BACK]


def is_answered(phone: Phone, asked: Bubble) -> bool:
    """Whether words were written below it."""
    return any(bubble.from_me and bubble.id > asked.id for bubble in phone.messages)


def awaits_answer(phone: Phone) -> bool:
    """Whether the newest words on it are its owner's own."""
    return bool(phone.messages) and phone.messages[-1].from_me and not phone.person.blocked


def label(labels: Sequence[str], beginning: str) -> str | None:
    """The first label that begins so; a number is meant as a whole."""
    if beginning.isdigit():
        return beginning if beginning in labels else None
    return next((one for one in labels if one.startswith(beginning)), None)


def day_ahead(seen: Bubble, days: int, simulator: Simulator) -> str | None:
    """The button of the day that many days from today where that month is shown, else the one that leads to it."""
    day = (local(simulator.clock.now(), simulator.stage.zone) + timedelta(days=days)).date()
    month = f"{day:%B %Y}"
    if month in seen.text:
        return label(seen.labels, str(day.day))
    return next((one for one in seen.labels if month in one), None)


def fresh_link(holder: Phone, reader: Phone) -> str | None:
    """The newest start link on the one phone that was not opened on the other one yet."""
    opened = {bubble.text.rpartition(" ")[2] for bubble in reader.messages if bubble.from_me}
    texts = [bubble.text for bubble in reversed(holder.messages)]
    links = [word for text in texts for word in text.split() if "?start=" in word]
    return next((link for link in links if link.partition("?start=")[2] not in opened), None)


MOST_MOVES = 30  # in one step; a week that goes round in circles is given back to the visitor
MOST_WAITS = 6  # times the table's own patience, where Telegram gives trouble


@dataclass(frozen=True, slots=True)
class Deed:
    """A move as it can be made now: `what` is the whole label, the words, the link, or how far to turn."""

    act: str
    what: str
    phone: Phone | None = None
    link_on: Phone | None = None


class GuideStage(Protocol):
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

    def __init__(self, table: GuideStage, steps: Sequence[DemoStep], *, about: str, end: str, pace: float) -> None:
        self._table = table
        self._steps = tuple(steps)
        self._words = {"about": about, "end": end}
        self._pace = pace
        self._read = 0
        self._progress: StepProgress | None = None
        self._skipped: set[str] = set()
        self._turn_to_walk = asyncio.Lock()

    def state(self) -> dict[str, Any]:
        """See simulator.stage.StageGuide."""
        progress = self._look()
        steps = [
            {
                "key": step.key, "title": step.title, "who": step.who, "say": step.say,
                "done": progress.is_over(step), "skipped": step.key in self._skipped,
            }
            for step in self._steps
        ]  # fmt: skip
        current = next((step for step in self._steps if not self._is_past(step)), None)
        is_waiting = any(awaits_answer(phone) for phone in self._table.simulator.phones)
        deed = self._next(current) if current and not is_waiting else None
        return {**self._words, "steps": steps, "next": _told(deed) if deed else None}

    async def walk(self, key: str) -> None:
        """See simulator.stage.StageGuide."""
        place = self._place(key)
        async with self._turn_to_walk:
            for step in self._steps[: place + 1]:
                if step.key == key or step.key not in self._skipped:
                    await self._walk_step(step)

    def skip(self, key: str) -> None:
        """See simulator.stage.StageGuide."""
        self._skipped.add(self._steps[self._place(key)].key)
        self._table.simulator.world.touch()

    def _place(self, key: str) -> int:
        keys = [step.key for step in self._steps]
        if key not in keys:
            raise LookupError(f"no such step: {key}")
        return keys.index(key)

    async def _walk_step(self, step: DemoStep) -> None:
        for _ in range(MOST_MOVES):
            if self._look().is_over(step):
                return
            deed = self._next(step)
            if deed is None:
                break
            await self._do(deed)
            await self._until_answered()
            await asyncio.sleep(self._pace)
        raise CannotDo(
            f"Something on the phones is in the way of “{step.title}”. It is yours to do, or to skip: {step.say}"
        )

    async def _until_answered(self) -> None:
        """A second tap before the answer to the first would undo it."""
        for _ in range(MOST_WAITS):
            if await self._table.calm():
                return
        raise CannotDo("Telegram's trouble holds this up. End the trouble, or give it time, and press it once more.")

    def _is_past(self, step: DemoStep) -> bool:
        return step.key in self._skipped or self._look().is_over(step)

    def _look(self) -> StepProgress:
        if self._progress is None:
            self._progress = StepProgress(self._steps, {phone.name: phone.id for phone in self._table.simulator.phones})
        log = self._table.simulator.log.entries
        for entry in log[self._read :]:
            if isinstance(entry, Call):
                self._progress.read(entry)
        self._read = len(log)
        return self._progress

    def _next(self, step: DemoStep) -> Deed | None:
        """The newest message counts most; what fits whatever is shown comes last, but for buttons that are there."""
        for back in range(LOOKS_BACK):
            for move in step.moves:
                if (move.seeing or move.act in ("taps", "picks")) and (deed := self._where_it_fits(move, back)):
                    return deed
        plain = (self._deed(move, None) for move in step.moves if not move.seeing)
        return next((deed for deed in plain if deed), None)

    def _where_it_fits(self, move: DemoMove, back: int) -> Deed | None:
        phone = self._phone(move.looks_at)
        shown = newest(phone)
        if back >= len(shown) or move.seeing not in shown[back].text:
            return None
        if move.act == "writes" and is_answered(phone, shown[back]) and not move.on:
            return None
        return self._deed(move, shown[back])

    def _deed(self, move: DemoMove, seen: Bubble | None) -> Deed | None:
        match move.act:
            case "turns":
                return Deed("turns", move.what)
            case "writes":
                return Deed("writes", move.what, self._phone(move.who))
            case "opens":
                holder, reader = self._phone(move.what), self._phone(move.who)
                link = fresh_link(holder, reader)
                return Deed("opens", link, reader, holder) if link else None
            case _:
                found = self._button(move, seen)
                return Deed("taps", found, self._phone(move.who)) if found else None

    def _button(self, move: DemoMove, seen: Bubble | None) -> str | None:
        if move.act == "picks":
            return day_ahead(seen, int(move.what), self._table.simulator) if seen else None
        at_hand = [word for row in self._phone(move.who).keyboard for word in row]
        return (label(seen.labels, move.what) if seen else None) or (move.what if move.what in at_hand else None)

    async def _do(self, deed: Deed) -> None:
        match deed:
            case Deed("turns", by):
                await self._table.turn(by)
            case Deed("taps", what, Phone() as phone):
                phone.taps(what)
            case Deed("writes", what, Phone() as phone):
                phone.writes(what)
            case Deed("opens", link, Phone() as phone):
                phone.opens(link)

    def _phone(self, name: str) -> Phone:
        return next(phone for phone in self._table.simulator.phones if phone.name == name)


def _told(deed: Deed) -> dict[str, Any]:
    """The deed in words, and where on the page it is done."""
    told = {"act": deed.act, "what": deed.what, "phone": deed.phone.id if deed.phone else None, "link_on": None}
    match deed:
        case Deed("turns", _):
            return told | {"say": ["Press", "Next event", "to let time pass"]}
        case Deed("opens", _, Phone() as phone, Phone() as holder):
            return told | {
                "what": holder.name,
                "link_on": holder.id,
                "say": ["Press", f"Open on {phone.name}'s phone", f"under {holder.name}'s link"],
            }
        case Deed(act, what, Phone() as phone):
            return told | {"say": ["Tap" if act == "taps" else "Write", what, f"on {phone.name}'s phone"]}
    raise AssertionError(deed)
