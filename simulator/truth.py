"""What truly happened: an append-only log that tests and crash checkers judge by.

Every entry has `number` (its place), `at` (the clock's UTC moment) and `ticks` (the clock's seconds).
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO, TypeVar

from simulator.clock import SimulatorClock, SimulatorWallClock


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthEntry:
    """Something that happened."""

    number: int
    at: datetime
    ticks: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(TruthEntry):
    """A request to the Bot API, written at the moment of its effect and before its answer.

    `effect`: none, sent, edited, deleted, answered, set, confirmed or left. `hidden`: the answer was withheld on
    purpose, so the client cannot know the effect. `status` is what was answered; 0 stands for no answer at all.
    """

    method: str
    chat_id: int | None
    params: dict[str, Any]
    effect: str
    message_id: int | None
    status: int
    description: str | None
    hidden: bool
    fault: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLost(TruthEntry):
    """The client had hung up before the answer of `call` (an entry's number) could be given."""

    call: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateMade(TruthEntry):
    """Something happened on a phone."""

    update_id: int
    kind: str
    user_id: int | None
    update: dict[str, Any]
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateHanded(TruthEntry):
    """An update was put into an answer to getUpdates, or posted to the webhook."""

    update_id: int
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateConfirmed(TruthEntry):
    """An update will not come back: a later offset, a 2xx of the webhook, or a drop on request."""

    update_id: int
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateExpired(TruthEntry):
    """Nobody fetched this update within 24 hours."""

    update_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation(TruthEntry):
    """The bot asked before the retry_after it had been given was over."""

    method: str
    chat_id: int | None
    retry_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strictness(TruthEntry):
    """A request that Telegram might overlook and that is wrong by its own description."""

    method: str
    complaint: str


KINDS: dict[str, type[TruthEntry]] = {kind.__name__: kind for kind in TruthEntry.__subclasses__()}
E = TypeVar("E", bound=TruthEntry)


class TruthLog:
    """The entries in order, and on disk too if `file` is given: one JSON object a line, flushed at each.

    `heard` is called after each new entry.
    """

    def __init__(self, clock: SimulatorClock | None = None, file: Path | None = None) -> None:
        self.entries: list[TruthEntry] = []
        self.heard: Callable[[], None] = lambda: None
        self._clock = clock or SimulatorWallClock()
        self._file: TextIO | None = file.open("a", encoding="utf-8") if file else None

    def add(self, kind: type[E], /, **facts: Any) -> E:
        """Append an entry, stamped now."""
        entry = kind(number=len(self.entries), at=self._clock.now(), ticks=self._clock.ticks(), **facts)
        self.entries.append(entry)
        self.heard()
        if self._file is not None:
            self._file.write(_line(entry))
            self._file.flush()
        return entry

    def close(self) -> None:
        """Close the file; the entries stay readable."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def of(self, kind: type[E]) -> list[E]:
        """All entries of one kind."""
        return [entry for entry in self.entries if isinstance(entry, kind)]

    def calls(self, method: str | None = None, chat_id: int | None = None) -> list[Call]:
        """Requests, of one method and to one chat if said."""
        return [
            call
            for call in self.of(Call)
            if (method is None or call.method == method) and (chat_id is None or call.chat_id == chat_id)
        ]

    def deliveries(self, chat_id: int | None = None) -> list[Call]:
        """The calls that put a new message on a phone, whatever the client was told."""
        return [call for call in self.calls(chat_id=chat_id) if call.effect == "sent"]

    def effects(self, chat_id: int | None = None) -> list[Call]:
        """The calls that changed something anybody can see."""
        return [call for call in self.calls(chat_id=chat_id) if call.effect in SEEN]

    def hidden_answers(self, chat_id: int | None = None) -> list[Call]:
        """The calls that changed something of which the client did not hear."""
        lost = {entry.call for entry in self.of(AnswerLost)}
        return [call for call in self.effects(chat_id) if call.hidden or call.number in lost]

    def rate_limited(self) -> list[Call]:
        """The calls answered 429 because of the limits, not by a fault on request."""
        return [call for call in self.of(Call) if call.status == 429 and call.fault is None]

    def violations(self) -> list[Violation]:
        """The times a retry_after was not waited out."""
        return self.of(Violation)

    def strictness(self) -> list[Strictness]:
        """The requests that were wrong by the book."""
        return self.of(Strictness)

    def updates(self, user_id: int | None = None) -> list[UpdateMade]:
        """The updates made, of one person if said."""
        return [made for made in self.of(UpdateMade) if user_id in (None, made.user_id)]

    def confirmed(self) -> set[int]:
        """The update ids that will not come back."""
        return {entry.update_id for entry in self.of(UpdateConfirmed)}

    def unconfirmed(self) -> list[int]:
        """The wanted update ids nobody has confirmed and that did not expire."""
        gone = self.confirmed() | {entry.update_id for entry in self.of(UpdateExpired)}
        return [made.update_id for made in self.of(UpdateMade) if made.wanted and made.update_id not in gone]


SEEN = frozenset({"sent", "edited", "deleted"})


def read_log(file: Path) -> TruthLog:
    """A log as it was written to `file`; a last line cut in half is left out."""
    log = TruthLog()
    log.entries.extend(_entries(file))
    return log


def _entries(file: Path) -> Iterator[TruthEntry]:
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            raw = json.loads(line)
            kind = KINDS[raw.pop("entry")]
            yield kind(**{**raw, "at": datetime.fromisoformat(raw["at"])})


def as_json(entry: TruthEntry) -> dict[str, Any]:
    """An entry as JSON values, with `entry` for its kind."""
    return {"entry": type(entry).__name__, **asdict(entry), "at": entry.at.isoformat()}


def _line(entry: TruthEntry) -> str:
    shallow = {field.name: getattr(entry, field.name) for field in fields(entry)}
    raw = {"entry": type(entry).__name__, **shallow, "at": entry.at.isoformat()}
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":")) + "\n"
