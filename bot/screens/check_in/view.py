"""What a check-in's screens are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.screens.cards import Told
from bot.screens.proposal_card import Put
from bot.screens.sees import Sees
from bot.screens.session_card import Card
from bot.texts.dates import Expected
from care.replay import Replay
from care.using import MoodMedicines
from programme.check_in import CheckIn, HardMoment, Question
from programme.milestone import Milestone
from programme.prompt import Prompt, Step
from programme.session import SessionNote
from programme.snooze import Snooze
from programme.support import Support


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something helped, of how many hard moments of that kind."""

    words: str
    helped: int
    times: int
    moment: HardMoment


@dataclass(frozen=True, slots=True)
class Facts:
    """One check-in as it stands. `view` is what was tapped open over it; `zone` is the person's IANA zone.

    `toolkit` holds ids and words; `counts` and `next_at` (UTC) are known once it is saved. `read_on` is the local
    day on which the practitioner said that they read the week, told with the first question of one check-in.
    `may_add`: words of their own, to what is over; `may_say_barrier`: what got in the way. `milestone` is told with
    the closing words of this one, and `tell` are the supporters who may hear of it. `snoozes` are known while "not now"
    is open. `replay` is what they learned from a lapse whose hour comes round, put before them with the first
    question. `if_hard`: after a silence it asks whether this is hard to look at. The closing message asks at most one
    thing besides, instead of a message of its own: `session`, about a session; `card`; `put`, another time. `agreed`
    are the client's words of what was agreed in their last session. `moved_by` is what they are called who moved it,
    where that was somebody else. `medicines`: those they use that can change mood, looked up where they are low.
    `call`: whom to call, said once after a crisis card; `soft`: a reminder comes in such hours. `since_quit`: its
    cigarettes are those since the quit date.
    """

    now: datetime
    zone: str | None
    name: str | None
    prompt: Prompt
    said: CheckIn
    question: Question | None
    sees: Sees
    view: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    toolkit: tuple[tuple[int, str], ...] = ()
    counts: Counts | None = None
    next_at: Expected | None = None
    read_on: date | None = None
    may_add: bool = False
    may_say_barrier: bool = False
    milestone: Milestone | None = None
    tell: Sequence[Support] = ()
    session: Card | None = None
    card: Told | None = None
    snoozes: Sequence[Snooze] = ()
    put: Put | None = None
    medicines: MoodMedicines | None = None
    agreed: Sequence[SessionNote] = ()
    moved_by: str | None = None
    replay: Replay | None = None
    if_hard: bool = False
    call: str | None = None
    soft: bool = False
    since_quit: bool = False

    @property
    def answering_late(self) -> bool:
        """Whether it is over and being filled in after all."""
        return self.prompt.late and not self.prompt.is_open and self.prompt.next_step is Step.CLOSE
