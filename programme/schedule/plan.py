"""A plan: what somebody is asked, and the rule by which it comes round (FIELD S1, S9)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, Final, Self

from programme.schedule import slots
from programme.schedule.course import GAP, Course, Form
from programme.schedule.slots import (
    DAY,
    LOOK_AHEAD,
    Slot,
    SlotTime,
    hhmm,
    is_quiet,
    quiet_start_after,
    slots_after,
)

NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)
_PLAIN: Final = 3  # what every stored rule has
EVERY_DAY: Final = frozenset(range(7))
WINDOW_MINUTES: Final = 240


@dataclass(frozen=True, slots=True)
class RandomWindow:
    """The time is drawn each day, within a number of minutes from the rule's own time on (FIELD S9).

    `since` is when the rule was made, in the person's wall time: on that date it is drawn from what was left.
    """

    minutes: int
    seed: int
    since: datetime | None = None

    def draw(self, on: date, asked: SlotTime, soonest: time | None = None) -> SlotTime:
        """That slot at a time of its own, not before `soonest`; the same one whenever it is asked."""
        start = first = datetime.combine(on, asked.wall)
        if soonest is not None:
            first = max(first, datetime.combine(on, soonest))
        first = max(first, self._from(start))
        room = (start + timedelta(minutes=self.minutes) - first) // timedelta(minutes=1)
        moved = first + timedelta(minutes=Random(f"{self.seed}:{on}:{asked.slot}").randrange(max(room, 1)))
        return replace(asked, wall=moved.time())

    def span(self, on: date, wall: time) -> tuple[time, time]:
        """From when to when the time of a slot at that wall time is drawn on that date."""
        start = datetime.combine(on, wall)
        return self._from(start).time(), (start + timedelta(minutes=self.minutes)).time()

    def _from(self, start: datetime) -> datetime:
        """From when on a window that starts then is drawn from: set in the midst of it, what was left."""
        is_midst = self.since is not None and start <= self.since < start + timedelta(minutes=self.minutes)
        return self.since if self.since is not None and is_midst else start


@dataclass(frozen=True, slots=True)
class SlotChange:
    """One slot that was moved to another time of its date, or left out (None); `by` is who did, if not its person."""

    on: date
    slot: str
    to: time | None
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Wall times on weekdays (Monday is 0), and for how many minutes an answer is waited for.

    `on`: on no other dates than those that many `days` after that one. `why` is a code for what it was made for, where
    the kind does not say that. With a `course` the one time is the evening's, and the course says what is asked when;
    what it asks on other weekdays than these comes on the next of these.
    With `chance` a time is drawn each day. `changes` are of single slots.
    """

    times: tuple[time, ...]
    weekdays: frozenset[int] = EVERY_DAY
    window_minutes: int = WINDOW_MINUTES
    on: date | None = None
    why: str | None = None
    days: tuple[int, ...] = (0,)
    course: Course | None = None
    chance: RandomWindow | None = None
    changes: tuple[SlotChange, ...] = ()

    def asked_on(self, day: date) -> Sequence[SlotTime]:
        """What this rule asks for on that local date, in order of time."""
        asked = self._drawn(day, self._planned_on(day))
        if not self.changes:
            return asked
        changed = {change.slot: change.to for change in self.changes if change.on == day}
        kept = ((one, changed.get(one.slot, one.wall)) for one in asked)
        return sorted((replace(one, wall=to) for one, to in kept if to is not None), key=lambda one: one.wall)

    def due_after(self, after: datetime, zone: str) -> datetime:
        """When the first slot strictly after `after` is due (UTC); NEVER where none comes any more."""
        found = next(self._slots(after, zone, LOOK_AHEAD), None)
        return NEVER if found is None else found.at_utc

    def _slots(self, after: datetime, zone: str, dates: int) -> Iterator[Slot]:
        if self.on is None:
            return slots_after(after, self.asked_on, zone, dates=dates)
        if not self.days:
            return iter(())
        first, length = self.on + timedelta(min(self.days)), max(self.days) - min(self.days) + 1
        return slots_after(after, self.asked_on, zone, first=first, dates=length)

    def due_by(self, after: datetime, until: datetime, zone: str) -> tuple[list[Slot], datetime]:
        """Every slot after `after` up to and with `until`, in order, and when the one after these is due (or NEVER)."""
        found: list[Slot] = []
        for one in self._slots(after, zone, (until - after).days + 1 + LOOK_AHEAD):
            if one.at_utc > until:
                return found, one.at_utc
            found.append(one)
        return found, NEVER

    def between(self, after: datetime, until: datetime, zone: str) -> list[Slot]:
        """Every slot after `after` up to and with `until`, in order."""
        return slots.between(after, until, self.asked_on, zone)

    def closes_at(self, due_at: datetime, zone: str) -> datetime:
        """When a slot due at `due_at` is no longer asked for: after the window, and never into the night."""
        if is_quiet(due_at, zone):
            return due_at
        return min(due_at + timedelta(minutes=self.window_minutes), quiet_start_after(due_at, zone))

    def with_change(self, change: SlotChange) -> Self:
        """With that slot moved or left out; what is over by then is forgotten, and a second change replaces a first."""
        kept = (one for one in self.changes if one.on >= change.on - timedelta(days=7))
        rest = tuple(one for one in kept if (one.on, one.slot) != (change.on, change.slot))
        return replace(self, changes=(*rest, change))

    def without_change(self, on: date, slot: str) -> Self:
        """With that slot as it was planned."""
        return replace(self, changes=tuple(one for one in self.changes if (one.on, one.slot) != (on, slot)))

    def change_of(self, on: date, slot: str) -> SlotChange | None:
        """What was changed of that slot; None where it is as it was planned."""
        return next((one for one in self.changes if (one.on, one.slot) == (on, slot)), None)

    def drawn_within(self, day: date, slot: str) -> tuple[time, time] | None:
        """From when to when the time of that slot is drawn by chance that day; None where it is known beforehand."""
        if self.chance is None or any((one.on, one.slot) == (day, slot) and one.to for one in self.changes):
            return None
        found = (one.wall for one in self._planned_on(day) if one.slot == slot and not _is_fixed(one))
        return next((self.chance.span(day, wall) for wall in found), None)

    def _planned_on(self, day: date) -> Sequence[SlotTime]:
        if self.on is not None:
            count = (day - self.on).days
            form = str(count) if len(self.days) > 1 else None
            return tuple(SlotTime(wall, hhmm(wall), form) for wall in self.times) if count in self.days else ()
        if day.weekday() not in self.weekdays:
            return ()
        if self.course is not None:
            return self._of_course(self.course, day)
        return tuple(SlotTime(wall, hhmm(wall)) for wall in sorted(self.times))

    def _of_course(self, course: Course, day: date) -> Sequence[SlotTime]:
        """What would come on weekdays that are not theirs comes on the next that is, where that has nothing itself.

        Without weekdays of their own the days of smoke-free months are asked: see programme.schedule.course.
        """
        spread = self.chance.minutes if self.chance else 0
        if self.weekdays == EVERY_DAY:
            return course.asked_on(day, self.times[0], spread, months=True)
        asked, before = course.asked_on(day, self.times[0], spread), day - DAY
        while not asked and before.weekday() not in self.weekdays:
            asked = course.asked_on(before, self.times[0], spread)
            before -= DAY
        return asked

    def _drawn(self, day: date, asked: Sequence[SlotTime]) -> Sequence[SlotTime]:
        if self.chance is None:
            return asked
        drawn: list[SlotTime] = []
        for one in asked:
            soonest = (datetime.combine(day, drawn[-1].wall) + GAP).time() if drawn else None
            drawn.append(one if _is_fixed(one) else self.chance.draw(day, one, soonest))
        return drawn

    def to_json(self) -> dict[str, Any]:
        """As it is stored: {"times": ["18:30"], "weekdays": [0, ...], "window_minutes": 240}, and what else it has."""
        stored: dict[str, Any] = {
            "times": [hhmm(wall) for wall in self.times],
            "weekdays": sorted(self.weekdays),
            "window_minutes": self.window_minutes,
        }
        if self.on is not None:
            stored |= {"on": self.on.isoformat(), "why": self.why}
        if self.days != (0,):
            stored["days"] = list(self.days)
        if self.course is not None:
            stored["course"] = self.course.to_json()
        if self.chance is not None:
            since = self.chance.since and self.chance.since.isoformat()
            stored["chance"] = {"minutes": self.chance.minutes, "seed": self.chance.seed, "since": since}
        if self.changes:
            stored["changes"] = [_told(one) for one in self.changes]
        return stored

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The rule of `to_json`."""
        times, weekdays = tuple(map(time.fromisoformat, stored["times"])), frozenset(stored["weekdays"])
        if len(stored) == _PLAIN:
            return cls(times, weekdays, stored["window_minutes"])
        return cls(
            times,
            weekdays,
            stored["window_minutes"],
            date.fromisoformat(stored["on"]) if "on" in stored else None,
            stored.get("why"),
            tuple(stored.get("days", (0,))),
            Course.from_json(stored["course"]) if "course" in stored else None,
            _chance(stored["chance"]) if "chance" in stored else None,
            tuple(_change(*one) for one in stored.get("changes", ())),
        )


def _is_fixed(asked: SlotTime) -> bool:
    """Whether its time is the same however the rule's chance falls: the morning's and the hardest hour's are."""
    return asked.form not in (None, Form.EVENING)


def _chance(stored: Mapping[str, Any]) -> RandomWindow:
    since: str | None = stored["since"]
    return RandomWindow(stored["minutes"], stored["seed"], since and datetime.fromisoformat(since))  # type: ignore[arg-type]


def _told(change: SlotChange) -> list[str | int | None]:
    by = () if change.by is None else (change.by,)
    return [change.on.isoformat(), change.slot, None if change.to is None else hhmm(change.to), *by]


def _change(on: str, slot: str, to: str | None, by: int | None = None) -> SlotChange:
    return SlotChange(date.fromisoformat(on), slot, None if to is None else time.fromisoformat(to), by)


CHECK_IN, NUDGE, SUMMARY = "check_in", "nudge", "summary"  # what each is: programme.schedule.kinds
HELLO, QUIT_DAY = "hello", "quit_day"
SESSION_BEFORE, SESSION_AFTER, OUTCOME, TIMING = "session_before", "session_after", "outcome", "timing"
Family = tuple[int, str, int | None]  # person, kind, about whom: one thing is open of it at a time
MOMENT = timedelta(microseconds=1)  # the smallest step that the database keeps


@dataclass(frozen=True, slots=True)
class Plan:
    """Somebody's plan. `zone` is an IANA name; `next_due_at` is NEVER once it has ended.

    `about_id` is the person it is about, where that is somebody else: the client whom a supporter is nudged for.
    """

    id: int
    person_id: int
    kind: str
    rule: Rule
    zone: str
    version: int
    next_due_at: datetime
    ended_at: datetime | None
    about_id: int | None = None

    @property
    def family(self) -> Family:
        """Whose it is, of what kind, and about whom."""
        return self.person_id, self.kind, self.about_id
