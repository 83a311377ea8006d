"""One prompt: a due slot of a plan and what became of it, and whether its person is busy (FIELD S8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from programme.schedule.pause import Pause
from programme.schedule.plan import Family
from programme.schedule.reason_code import HELD_BACK

LATE_FOR = timedelta(hours=48)
REMIND_AFTER = timedelta(minutes=30)
ASK, REMIND, RETURN = "ask", "remind", "return"
WORDS = "hello", "quit_day"  # that morning has a word already; the reason is its kind


class PromptState(StrEnum):
    """What became of it. Only open and part still change; cannot_reach and missed_by_us never count as silence."""

    OPEN = "open"
    DONE = "done"
    PART = "part"  # some of it answered
    SKIPPED = "skipped"  # the person said so, or had done it already
    EXPIRED = "expired"  # closed without an answer
    REPLACED = "replaced"  # a newer one took its place
    MISSED_BY_US = "missed_by_us"  # we did not send it in time
    CANNOT_REACH = "cannot_reach"  # blocked or deactivated
    CANCELLED = "cancelled"  # the plan ended while it was open
    PAUSED = "paused"  # the client wanted none of it just then


class PromptStep(StrEnum):
    """What is to happen to an open prompt by itself, at its `next_at`."""

    REMIND = "remind"
    RETURN = "return"
    CLOSE = "close"


SlotKey = tuple[int | None, date, str]  # plan, local date, slot: one record each


@dataclass(frozen=True, slots=True)
class NewPrompt:
    """A prompt to be recorded, as it begins."""

    plan_id: int | None
    person_id: int
    kind: str
    local_date: date
    slot: str
    due_at: datetime
    opened_at: datetime | None
    closes_at: datetime
    next_at: datetime | None
    next_step: PromptStep | None
    state: PromptState
    reason: str | None
    closed_at: datetime | None
    plan_version: int | None
    decision: Mapping[str, Any]
    about_id: int | None = None
    form: str | None = None

    @property
    def family(self) -> Family:
        """As of a prompt that is recorded."""
        return self.person_id, self.kind, self.about_id


@dataclass(frozen=True, slots=True)
class Prompt:
    """A row of what was due. `plan_id` is None where the person began by themselves; times are UTC.

    `about_id` as in Plan; `form` is what is asked (programme.schedule.course.Form; None: all of it).
    """

    id: int
    plan_id: int | None
    person_id: int
    kind: str
    local_date: date
    slot: str
    due_at: datetime
    opened_at: datetime | None
    closes_at: datetime | None
    next_at: datetime | None
    next_step: PromptStep | None
    state: PromptState
    reason: str | None
    reminded_at: datetime | None
    seen_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    late: bool
    plan_version: int | None
    decision: Mapping[str, Any]
    about_id: int | None = None
    form: str | None = None

    @property
    def family(self) -> Family:
        """Whose it is, of what kind, and about whom: a newer one takes the place of an older one."""
        return self.person_id, self.kind, self.about_id

    @property
    def is_held_back(self) -> bool:
        """Whether our own rules kept it from being said."""
        return self.state is PromptState.SKIPPED and self.reason in HELD_BACK

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answers."""
        return self.state is PromptState.OPEN

    def waits_at(self, now: datetime) -> bool:
        """Whether its window is still open then."""
        return self.is_open and self.closes_at is not None and now < self.closes_at

    def may_be_late(self, now: datetime) -> bool:
        """Whether answers are still taken, marked late: for two days after it closed."""
        ended = self.state in (PromptState.EXPIRED, PromptState.PART)
        return ended and self.closes_at is not None and now <= self.closes_at + LATE_FOR

    def step_at(self, now: datetime, *, reachable: bool) -> PromptStep | None:
        """What is to happen to it now that `next_at` has come; None: nothing before its close."""
        if self.closes_at is None or not self.is_open or now >= self.closes_at:
            return PromptStep.CLOSE
        if not reachable or (self.next_step is PromptStep.REMIND and self.seen_at is not None):
            return None
        return self.next_step if self.next_step in (PromptStep.REMIND, PromptStep.RETURN) else None

    @property
    def returns(self) -> int:
        """How many times it was put off."""
        return int(self.decision.get("returns", 0))


@dataclass(frozen=True, slots=True)
class PromptSummary:
    """As much of a prompt as others of that day depend on."""

    id: int
    plan_id: int | None
    person_id: int
    kind: str
    about_id: int | None
    local_date: date
    slot: str
    form: str | None
    opened_at: datetime | None
    closes_at: datetime | None
    next_step: PromptStep | None
    state: PromptState
    reason: str | None
    reminded_at: datetime | None
    seen_at: datetime | None
    answered_at: datetime | None

    @property
    def family(self) -> Family:
        """As of a prompt."""
        return self.person_id, self.kind, self.about_id

    @property
    def was_said(self) -> bool:
        """Whether it went out, or is about to, without having been asked for."""
        return self.plan_id is not None and self.opened_at is not None and self.state not in _NEVER_CAME

    @property
    def is_held_back(self) -> bool:
        """As of a prompt."""
        return self.state is PromptState.SKIPPED and self.reason in HELD_BACK

    def waits_at(self, now: datetime) -> bool:
        """As of a prompt."""
        return self.state is PromptState.OPEN and self.closes_at is not None and now < self.closes_at


_NEVER_CAME = (PromptState.MISSED_BY_US, PromptState.CANNOT_REACH)


@dataclass(frozen=True, slots=True)
class Pending:
    """A prompt whose next step has come due, and whether its person can be reached."""

    prompt: Prompt
    reachable: bool


@dataclass(frozen=True, slots=True)
class PromptToSend:
    """A prompt at the moment of sending. `wanted`: its person agreed to be asked, or asked for it; `zone` is theirs.

    `pause` as in programme.schedule.due.DuePlan. `last_seen_at` is when anything last came from them, and `awaiting`
    what their next words are for.
    """

    prompt: Prompt
    reachable: bool
    wanted: bool
    zone: str
    pause: Pause | None = None
    last_seen_at: datetime | None = None
    awaiting: str | None = None


def prompt_key(prompt_id: int, what: str) -> str:
    """The outbox key of one of a prompt's messages: "p12:ask", "p12:remind", "p12:return1"."""
    return f"p{prompt_id}:{what}"


def of_key(key: str | None) -> tuple[int, str] | None:
    """The prompt's id and the message named by an outbox key, or None where it belongs to no prompt."""
    head, _, what = (key or "").partition(":")
    if not head.startswith("p") or not head[1:].isdecimal() or not what:
        return None
    return int(head[1:]), what


def remind_at(opened_at: datetime, closes_at: datetime) -> datetime | None:
    """When its one reminder is due: at half of what is left, half an hour after it opened at the soonest, or None."""
    at = max(opened_at + (closes_at - opened_at) / 2, opened_at + REMIND_AFTER)
    return at if at < closes_at else None


ACTIVE_FOR: Final = timedelta(minutes=10)  # since anything came from them, and what they began is not over
CRISIS: Final = timedelta(minutes=30)  # since the crisis card was shown, whatever came since
LOOK_AGAIN: Final = timedelta(minutes=1)
TALKS: Final = frozenset(  # screens that are a talk
    {"calming", "craving", "craving_after", "diary", "look_back", "relapse", "rough", "smoked"}
)
CRISIS_SCREEN: Final = "crisis"


def was_active_recently(last_seen_at: datetime | None, now: datetime, within: timedelta = ACTIVE_FOR) -> bool:
    """Whether something came from them a moment ago. What a clock that was set back left ahead of now is not."""
    return last_seen_at is not None and abs(now - last_seen_at) < within


def is_being_answered(prompt: Prompt | PromptSummary, last_seen_at: datetime | None, now: datetime) -> bool:
    """Whether they are just answering that one."""
    begun = prompt.seen_at is not None and prompt.next_step is not PromptStep.RETURN
    return begun and prompt.waits_at(now) and was_active_recently(last_seen_at, now)
