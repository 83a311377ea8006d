"""What comes when: plans and their slots, pauses, evenings that are left in peace, proposals, and what became of each
prompt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from programme.delivery import CannotReach
from programme.event import Action, Answer, ClientAction, Event, Logged, absent, event
from programme.people.person import Switch
from programme.schedule.kinds import KINDS
from programme.schedule.pause import PauseScope, ProposalReply
from programme.schedule.plan import Rule
from programme.schedule.prompt import PromptState


@event
class PlanSet(Action):
    """A plan of that kind (programme.schedule.kinds) has that rule, for slots after `from_` (UTC)."""

    plan_id: int
    kind: str
    version: int
    rule: Rule
    zone: str
    from_: datetime
    about: int | None = absent()


@event
class PlanEnded(Action):
    """A plan ended: slots up to `until` (UTC) were due."""

    plan_id: int
    version: int
    until: datetime


@event
class SlotChanged(Action):
    """One slot was moved to another time of its date, or left out (None)."""

    plan_id: int
    on: date
    slot: str
    to: time | None


@event
class HowOftenSet(ClientAction):
    """A client set how often they are asked."""

    plan_id: int
    version: int


@event
class KindStopped(Action):
    """A client does not want that kind of plan."""

    kind: str


@event
class KindWanted(Action):
    """A client wants that kind of plan after all."""

    kind: str


@event
class Switched(Action):
    """A client has it on or off."""

    switch: Switch
    on: bool


@event
class PauseBegan(Action):
    """A pause: `length` is a code of programme.schedule.pause.Length or "day"; None for `until`: until they say so.

    Older rows do not say what it holds: all.
    """

    length: str
    until: datetime | None
    what: PauseScope | None = absent()


@event
class PauseMoved(Action):
    """A pause ends at another moment (UTC), as its person's zone changed."""

    until: datetime


@event
class PauseEnded(Action):
    """A pause is over."""


@event
class CheckInPutOff(ClientAction):
    """A client answers that check-in later."""

    prompt_id: int
    until: datetime
    closes_at: datetime


@event
class NotNow(ClientAction):
    """Stopping is not for now."""


@event
class NowIsGood(ClientAction):
    """Check-ins come again after a "not now"."""


@event
class TimingStopped(ClientAction):
    """The timing is not asked about any more."""


@event
class Proposed(Logged):
    """We proposed another time (`what`: programme.schedule.pause), read off that many answers."""

    what: str
    from_: time
    to: time
    answers: int


@event
class ProposalAnswered(ClientAction):
    """A client answered a proposal."""

    proposal: int
    answer: ProposalReply


@event
class ProposalsWelcome(ClientAction):
    """A client took their "never ask" back."""


@event
class LeftForTonight(Answer):
    """A client left smoking for this evening."""


@event
class BackForTonight(Answer):
    """This evening is as any other after all."""


@dataclass(frozen=True, slots=True)
class PromptEvent(Logged):
    """What became of a prompt, and why. Each kind of prompt has two: OPENED and CLOSED."""

    prompt_id: int
    plan_id: int | None
    local_date: date
    slot: str
    state: PromptState
    reason: str | None


@event
class MissedByUs(PromptEvent):
    """A prompt that we did not send."""


@dataclass(frozen=True, slots=True)
class PromptCannotReach(PromptEvent):
    """A prompt of somebody who blocks the bot. Its rows share their kind with programme.delivery.CannotReach,
    which they are read as."""


PromptCannotReach.kind_name = CannotReach.kind_name


def _of_prompts(end: str, doc: str) -> Mapping[str, type[PromptEvent]]:
    found: dict[str, type[PromptEvent]] = {}
    for one in KINDS.values():
        kind: type[PromptEvent] = type(f"{one.event}{end}", (PromptEvent,), {"__doc__": doc, "__module__": __name__})
        found[one.name] = event(kind)
    return found


OPENED: Final = _of_prompts("Opened", "A prompt of that kind was opened.")  # by the kind of their prompt
CLOSED: Final = _of_prompts("Closed", "A prompt of that kind ended, or never was opened.")
PROMPT_EVENTS: Final[frozenset[type[Event]]] = frozenset({*OPENED.values(), *CLOSED.values()})
