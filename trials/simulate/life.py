"""All that a check may look at: what the service remembers and what truly happened, with ways between the two."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from db.delivery.outbox import OutboxRow
from db.event_replay import Memory
from programme.event import AnyEvent
from programme.quitting.attempts import Attempt
from programme.quitting.relapses import Choice
from programme.schedule.prompt import Prompt
from trials.simulate.residents import Happening, Population
from trials.simulate.town import Arrived, Did, Truth

A_MOMENT = timedelta(microseconds=1)  # before an instant, or after it
Span = tuple[datetime, datetime]
Break = tuple[datetime, datetime, str]
_T = TypeVar("_T", Arrived, Did)


@dataclass(frozen=True)
class TownLife:
    """A town after its time. `attempts` are the quit attempts by person, `names` people's names by their number."""

    population: Population
    truth: Truth
    memory: Memory
    names: Mapping[int, str]
    attempts: Mapping[int, Sequence[Attempt]]

    @cached_property
    def prompts(self) -> Mapping[int, Prompt]:
        """Every record by its number."""
        return {one.id: one for one in self.memory.prompts}

    @cached_property
    def planned(self) -> Sequence[Prompt]:
        """The records of plans."""
        return [one for one in self.memory.prompts if one.plan_id is not None]

    @cached_property
    def sends(self) -> Sequence[Arrived]:
        """Every new message that reached a phone."""
        return [one for one in self.truth.arrived if one.verb == "send" and not one.bounced]

    @cached_property
    def unasked(self) -> Sequence[Arrived]:
        """Those that nobody had asked for at that moment."""
        return [one for one in self.sends if one.is_unasked]

    @cached_property
    def asks(self) -> Mapping[int, Arrived]:
        """When the question of a prompt reached the phone."""
        return {about[0]: one for one in self.sends if (about := about_prompt(one.key)) and about[1] == "ask"}

    @cached_property
    def over(self) -> Mapping[int, datetime]:
        """When each prompt was first over, by the events: answers that are late end it a second time."""
        found: dict[int, datetime] = {}
        for event in self.memory.events:
            if event.kind.endswith(("Closed", "MissedByUs", "CannotReach")) and "prompt_id" in event.data:
                found.setdefault(event.data["prompt_id"], event.at)
        return found

    @cached_property
    def arrived_keys(self) -> frozenset[str]:
        """The keys of all that reached phones."""
        return frozenset(one.key for one in self.sends if one.key)

    @cached_property
    def changes(self) -> Mapping[int, Sequence[datetime]]:
        """When something shown of a prompt was changed on a phone."""
        found: dict[int, list[datetime]] = defaultdict(list)
        for one in self.truth.arrived:
            if one.verb in ("edit", "strip") and one.subject_id is not None:
                found[one.subject_id].append(one.at)
        return found

    @cached_property
    def rows(self) -> Mapping[str, OutboxRow]:
        """What was put down to be said, by its key."""
        return {row.key: row for row in self.memory.outbox if row.key}

    @cached_property
    def _rows_made(self) -> Mapping[tuple[int, datetime], Sequence[OutboxRow]]:
        found: dict[tuple[int, datetime], list[OutboxRow]] = defaultdict(list)
        for row in self.memory.outbox:
            if row.verb == "send" and row.key:
                found[row.person_id, row.made_at].append(row)
        return found

    def rows_made(self, person_id: int, at: datetime) -> Sequence[OutboxRow]:
        """What with a key was put down at that moment to be sent to that person."""
        return self._rows_made.get((person_id, at), ())

    @cached_property
    def unasked_of(self) -> Mapping[int, Sequence[Arrived]]:
        """The same by person."""
        return _by_person(self.unasked)

    @cached_property
    def heard(self) -> Mapping[int, Sequence[datetime]]:
        """When anything at all came from each person, in order."""
        found: dict[int, list[datetime]] = defaultdict(list)
        for at, person_id in self.truth.heard:
            found[person_id].append(at)
        return found

    @cached_property
    def did(self) -> Mapping[int, Sequence[Did]]:
        """What each person did, in order."""
        return _by_person(self.truth.did)

    def about(self, person_id: int) -> Sequence[Did]:
        """What they did, and what their practitioner entered about them, in order."""
        entered = self._entered.get(self.who(person_id), ())
        return sorted([*self.did.get(person_id, ()), *entered], key=lambda one: one.at)

    @cached_property
    def _entered(self) -> Mapping[str, Sequence[Did]]:
        found: dict[str, list[Did]] = defaultdict(list)
        for one in self.doings(Happening.SET_SESSION):
            found[one.said["client"]].append(one)
        return found

    def who(self, person_id: int | None) -> str:
        """Their name."""
        return self.names.get(person_id or 0, "somebody")

    def events(self, *kinds: str) -> Iterator[AnyEvent]:
        """What was written down of these kinds, in order."""
        return (event for event in self.memory.events if event.kind in kinds)

    @cached_property
    def _events_of(self) -> Mapping[tuple[int | None, str], Sequence[AnyEvent]]:
        found: dict[tuple[int | None, str], list[AnyEvent]] = defaultdict(list)
        for event in self.memory.events:
            found[event.person_id, event.kind].append(event)
        return found

    def events_of(self, person_id: int, kind: str) -> Sequence[AnyEvent]:
        """What was written down of that kind about that person, in order."""
        return self._events_of.get((person_id, kind), ())

    def doings(self, *whats: Happening) -> Iterator[Did]:
        """What anybody did of these, in order."""
        return (one for one in self.truth.did if one.what in whats)

    @cached_property
    def _zones(self) -> Mapping[int, Sequence[tuple[datetime, str]]]:
        found: dict[int, list[tuple[datetime, str]]] = defaultdict(list)
        for one in self.truth.did:
            if "zone" in one.said:
                found[one.person_id].append((one.at, one.said["zone"]))
        return found

    def zone(self, person_id: int, at: datetime) -> str:
        """Where they said they were then."""
        told = self._zones.get(person_id, ())
        return next((zone for since, zone in reversed(told) if since <= at), told[0][1] if told else "UTC")

    def local(self, person_id: int, at: datetime) -> datetime:
        """That moment on their own clock."""
        return at.astimezone(ZoneInfo(self.zone(person_id, at)))

    def local_date(self, person_id: int, at: datetime) -> date:
        """The date where they were then."""
        return self.local(person_id, at).date()

    def standstill(self, at: datetime) -> Span | None:
        """The standstill that held then."""
        return next(((s.since, s.until) for s in self.population.standstills if s.since <= at < s.until), None)

    def no_sooner(self, at: datetime) -> datetime:
        """That moment, or the end of the standstill in which it falls."""
        still = self.standstill(at)
        return still[1] if still else at

    @cached_property
    def away(self) -> Mapping[int, Sequence[tuple[datetime, datetime, bool]]]:
        """From when until when people had blocked us, and whether Telegram told us at once."""
        return self._spans(Happening.BLOCK, Happening.UNBLOCK)

    def _spans(self, begin: Happening, end: Happening) -> Mapping[int, Sequence[tuple[datetime, datetime, bool]]]:
        found: dict[int, list[tuple[datetime, datetime, bool]]] = defaultdict(list)
        since: dict[int, Did] = {}
        for one in self.doings(begin, end):
            if one.what is begin:
                since.setdefault(one.person_id, one)
            elif one.person_id in since:
                begun = since.pop(one.person_id)
                found[one.person_id].append((begun.at, one.at, bool(begun.said.get("is_told"))))
        for person_id, begun in since.items():
            found[person_id].append((begun.at, self.population.end, bool(begun.said.get("is_told"))))
        return found

    @cached_property
    def breaks(self) -> Mapping[int, Sequence[Break]]:
        """From when until when clients were on a break, and of what ("all", "check_ins", "nudges"), as they said."""
        found: dict[int, list[Break]] = defaultdict(list)
        for one in self.doings(Happening.PAUSE, Happening.BACK, Happening.LEAVE):
            spans = found[one.person_id]
            if spans and spans[-1][1] > one.at:
                spans[-1] = (spans[-1][0], one.at, spans[-1][2])
            if one.what is Happening.PAUSE:
                until = datetime.fromisoformat(one.said["until"]) if one.said["until"] else self.population.end
                spans.append((one.at, until, one.said["of"]))
        return found

    def quit_dates(self, person_id: int) -> Sequence[tuple[datetime, date | None]]:
        """Which quit date they had, and since when, as they said. Who left and is back has the one that they had."""
        chosen: date | None = None
        found: list[tuple[datetime, date | None]] = []
        for one in self.did.get(person_id, ()):
            if one.what is Happening.NAME_QUIT_DATE:
                chosen = date.fromisoformat(one.said["day"])
            elif ends_attempt(one):
                chosen = None
            elif one.what not in (Happening.LEAVE, Happening.JOIN):
                continue
            found.append((one.at, None if one.what is Happening.LEAVE else chosen))
        return found

    def quit_date(self, person_id: int, at: datetime) -> date | None:
        """The quit date that held then."""
        return next((day for since, day in reversed(self.quit_dates(person_id)) if since <= at), None)

    def rule_of(self, prompt: Prompt) -> Mapping[str, Any]:
        """The rule that held when it was due, as the events tell."""
        told = self._rules.get(prompt.plan_id or 0, ())
        held = (rule for version, rule in told if version == prompt.plan_version)
        return next(held, {})

    @cached_property
    def _rules(self) -> Mapping[int, Sequence[tuple[int, Mapping[str, Any]]]]:
        found: dict[int, list[tuple[int, Mapping[str, Any]]]] = defaultdict(list)
        for event in self.events("PlanSet"):
            found[event.data["plan_id"]].append((event.data["version"], event.data["rule"]))
        return found


def about_prompt(key: str | None) -> tuple[int, str] | None:
    """The prompt's number and the message that an outbox key names: (12, "ask"); None for any other key."""
    head, _, what = (key or "").partition(":")
    return (int(head[1:]), what) if head[:1] == "p" and head[1:].isdecimal() else None


def counts(one: Arrived) -> bool:
    """Whether it counts in a day: questions, words and reminders of plans. What returns, put off, was asked for."""
    about = about_prompt(one.key)
    return about is not None and about[1] in ("ask", "remind")


def ends_attempt(one: Did) -> bool:
    """Whether they had no quit date from then on: they took it away, or named a relapse and did not keep going."""
    named = one.what is Happening.RELAPSE and one.said["choice"] != Choice.KEEP_GOING
    return one.what is Happening.NO_QUIT_DATE or named


def within(at: datetime, since: datetime, span: timedelta) -> bool:
    """Whether it is after that moment, and no longer after it than that."""
    return since < at <= since + span


def _by_person(found: Sequence[_T]) -> Mapping[int, Sequence[_T]]:
    by_person: dict[int, list[_T]] = defaultdict(list)
    for one in found:
        by_person[one.person_id].append(one)
    return by_person
