"""What the checker looks at: everything remembered, and what truly happened, with the ways from one to the other."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from heapq import merge
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from db.delivery.outbox import OutboxRow, Rank
from db.event_replay import Memory, ShownScreen
from programme.event import AnyEvent
from programme.schedule.plan import Plan
from programme.schedule.prompt import Prompt
from simulator import Call, TruthLog

SENDS = frozenset({"sendMessage", "sendPhoto", "sendDocument"})
# The screens that show a prompt, by name.
SCREENS = frozenset({"check_in", "reminder", "hello", "quit_morning", "nudge", "weekly"})
HALF_A_DAY = timedelta(hours=12)
_SCREEN = re.compile(r'"callback_data": ?"t:(\d+):')
K = TypeVar("K")
T = TypeVar("T")


def _sorted_by(things: Iterable[T], what: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = defaultdict(list)
    for one in things:
        found[what(one)].append(one)
    return found


@dataclass(frozen=True)
class Case:
    """`log` is None where nobody watched Telegram. `deaths` are the ticks at which the service was killed, `calms` the
    moments, in order, at which nothing was left to do."""

    memory: Memory
    log: TruthLog | None = None
    deaths: Sequence[float] = ()
    calms: Sequence[datetime] = ()

    @cached_property
    def calls(self) -> list[Call]:
        """Every request that puts something new on a phone, with or without effect."""
        return [call for call in self.log.of(Call) if call.method in SENDS] if self.log else []

    @cached_property
    def deliveries(self) -> list[Call]:
        """Those that did."""
        return [call for call in self.calls if call.effect == "sent"]

    @cached_property
    def chats(self) -> Mapping[int, int]:
        """The person's id by the chat's."""
        return {one.telegram_id: one.id for one in self.memory.people.values() if one.telegram_id is not None}

    def is_of_before(self, chat: int | None, at: datetime) -> bool:
        """Was that with a stranger of this chat who was forgotten, and is somebody new now? Nothing is kept of it.

        A stranger is forgotten a day after their last word, so half a day tells the two apart.
        """
        person = self.memory.people.get(self.chats.get(chat or 0, 0))
        return person is not None and at < person.first_seen_at - HALF_A_DAY

    @cached_property
    def rows_of_screen(self) -> Mapping[int, Sequence[OutboxRow]]:
        """What was put down to be sent, by its screen."""
        rows = (row for row in self.memory.outbox if row.screen_id is not None)
        return _sorted_by(rows, lambda row: row.screen_id or 0)

    @cached_property
    def rows_of_person(self) -> Mapping[int, Sequence[OutboxRow]]:
        """What was put down to go to somebody, by who it is."""
        return _sorted_by(self.memory.outbox, lambda row: row.person_id)

    @cached_property
    def standing(self) -> Mapping[tuple[int, int], ShownScreen]:
        """The screens by chat and message, as far as it is known where they stand."""
        chat_of = {one.id: one.telegram_id for one in self.memory.people.values()}
        return {
            (chat, shown.message_id): shown
            for shown in self.memory.screens.values()
            if shown.message_id is not None and (chat := chat_of.get(shown.person_id)) is not None
        }

    @property
    def newest(self) -> datetime:
        """The moment of the newest event: it is at least as late as that."""
        return self.memory.newest or datetime.min.replace(tzinfo=UTC)

    @cached_property
    def _by_kind(self) -> Mapping[str, list[AnyEvent]]:
        return _sorted_by(self.memory.events, lambda event: event.kind)

    def happened(self, *kinds: str) -> list[AnyEvent]:
        """The events of these kinds, oldest first."""
        return list(merge(*(self._by_kind.get(kind, ()) for kind in kinds), key=lambda event: event.id))

    @cached_property
    def _by_person(self) -> Mapping[tuple[int | None, str], list[AnyEvent]]:
        return _sorted_by(self.memory.events, lambda event: (event.person_id, event.kind))

    def happened_to(self, person_id: int | None, *kinds: str) -> list[AnyEvent]:
        """The events of these kinds of that person, oldest first."""
        found = (self._by_person.get((person_id, kind), ()) for kind in kinds)
        return list(merge(*found, key=lambda event: event.id))

    def zone_of(self, person_id: int, at: datetime) -> ZoneInfo:
        """Where they were then; of what was before the first place they told us, where they are now."""
        told = [one for one in self.happened_to(person_id, "PlaceSet") if one.at <= at]
        named = told[-1].data.get("zone") if told else None
        return ZoneInfo(named or self.memory.people[person_id].zone or "UTC")

    @cached_property
    def planned(self) -> Mapping[int, list[Prompt]]:
        """The prompts that came out of somebody's plans, by whose they are."""
        planned = (prompt for prompt in self.memory.prompts if prompt.plan_id is not None)
        return _sorted_by(planned, lambda prompt: prompt.person_id)

    @cached_property
    def plans(self) -> Mapping[int, list[Plan]]:
        """The plans, by whose they are."""
        return _sorted_by(self.memory.plans.values(), lambda plan: plan.person_id)

    def screen_of(self, call: Call) -> ShownScreen | None:
        """The screen that was sent, by its buttons or by the message in which it stands; None where nothing tells."""
        found = _SCREEN.search(json.dumps(call.params.get("reply_markup")))
        if found:
            return self.memory.screens.get(int(found[1]))
        return self.standing.get((call.chat_id or 0, call.message_id or 0))

    @cached_property
    def tried(self) -> Mapping[int, float]:
        """The tick of the first request that was to put each screen on a phone, with or without effect."""
        found: dict[int, float] = {}
        for call in self.calls:
            if (shown := self.screen_of(call)) is not None:
                found.setdefault(shown.id, call.ticks)
        return found

    def prompt_of(self, shown: ShownScreen | None) -> Prompt | None:
        """The prompt that a screen is about; None for one that is about none."""
        return self._prompts.get(shown.subject_id or 0) if shown and shown.name in SCREENS else None

    @cached_property
    def _prompts(self) -> Mapping[int, Prompt]:
        return {prompt.id: prompt for prompt in self.memory.prompts}

    @cached_property
    def unasked(self) -> Sequence[tuple[Call, ShownScreen]]:
        """Every request that put something on a phone, or would have, which its owner had not asked for."""
        found = [(call, self.screen_of(call)) for call in self.calls]
        return [(call, shown) for call, shown in found if shown is not None and self.is_unasked(shown)]

    def is_unasked(self, shown: ShownScreen | None) -> bool:
        """Whether it went out by itself: every sending of it is a prompt."""
        sends = list(self.sends_of(shown.id)) if shown else []
        return bool(sends) and all(row.rank is Rank.PROMPT for row in sends)

    def sends_of(self, screen_id: int) -> Iterator[OutboxRow]:
        """The rows that put that screen on a phone as a new message."""
        return (row for row in self.rows_of_screen.get(screen_id, ()) if row.verb == "send")

    def data_of(self, prompt_id: int, *kinds: str) -> list[Mapping[str, Any]]:
        """What the events of these kinds say about that prompt, oldest first."""
        return [event.data for event in self._told.get(prompt_id, ()) if event.kind in kinds]

    @cached_property
    def _told(self) -> Mapping[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for event in self.memory.events:
            if "prompt_id" in event.data:
                found[event.data["prompt_id"]].append(event)
        return found
