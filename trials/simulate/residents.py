"""Who lives in the town, and what may happen to them: plain values, drawn by trials.simulate.population."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from programme.people.person import Place, Role


class Happening(StrEnum):
    """One thing that somebody does. Each is done by an act of care: see trials.simulate.living."""

    JOIN = "join"
    NAME_QUIT_DATE = "quit date"  # set or moved; arg: days from that day on
    NO_QUIT_DATE = "no quit date"
    SMOKED = "smoked"  # arg: taken back at once
    RELAPSE = "relapse"  # named by them; arg: the choice
    TONIGHT = "tonight"  # smoking is left for this evening
    CRAVING = "craving"
    WRITE_DOWN = "write down"  # a cigarette or an urge, with what was around it
    LOOK_BACK = "look back"  # how the stress is later; arg: the cigarette
    BLOCK = "block"  # arg: whether Telegram tells us at once
    UNBLOCK = "unblock"
    TRAVEL = "travel"  # arg: the place that they say they are in
    PAUSE = "pause"  # arg: how long, and of what
    BACK = "back"
    LEAVE = "leave"
    CHECK_IN_TIME = "check-in time"  # arg: the wall time
    NO_CHECK_INS = "no check-ins"
    CHECK_INS = "check-ins"
    CHECK_IN_NOW = "check in now"
    LOOK_AHEAD = "look ahead"  # /next
    DANGER = "danger"  # words that bring the crisis card
    TELL_PRACTITIONER = "tell practitioner"
    ASK_SUPPORTER = "ask supporter"  # arg: their name
    REMOVE_SUPPORTER = "remove supporter"
    ANSWER_INVITE = "answer invite"  # a supporter's; arg: yes or no
    STOP_SUPPORTING = "stop supporting"
    ENCOURAGE = "encourage"
    SET_SESSION = "set session"  # a practitioner's; arg: the client's name and the moment
    SUMMARY_TIME = "summary time"  # arg: weekday and wall time
    ANSWER = "answer"  # a check-in; arg: Reply
    ONE_TAP = "one tap"  # on the reminder; arg: the prompt
    LATER = "later"  # till when, by chance
    NOT_TODAY = "not today"
    NUDGE = "nudge"  # what a supporter says to one; arg: the prompt, done or not
    READ_WEEKS = "read weeks"
    OPEN_REQUEST = "open request"
    RATE_WORDS = "rate words"
    RATE_AFTER = "rate after"
    HOW_OFTEN = "how often"  # arg: Dial and its value
    CHANGE_SLOT = "change slot"  # of /next; arg: Slotwise
    MY_SESSION = "my session"  # a client's; arg: the moment, or None to take it away
    SESSION_NOTE = "session note"  # to the word before or after a session; arg: the prompt
    OUTCOME = "outcome"  # how it went; arg: the prompt
    NOT_NOW = "not now"  # a state
    NOW_IS_GOOD = "now is good"
    TIMING = "timing"  # what they say to that question; arg: the prompt
    NOTE = "note"  # words that nobody had asked for; arg: whether they park them for a session
    BELIEF = "belief"  # what they fear; arg: how sure they are, or None to rate one again
    PLAN = "plan"  # one step of My plan
    PROPOSAL = "proposal"  # what they say to one; arg: the proposal and the reply


class Dial(StrEnum):
    """What somebody may pick under "How often"."""

    LEVEL = "level"
    OWN = "own"  # wall times
    DAYS = "days"
    WINDOW = "window"  # minutes, or None
    RISK = "risk"  # wall time, or None
    MORNING = "morning"


class Slotwise(StrEnum):
    """What somebody may do to one slot of the next seven days."""

    MOVE = "move"
    SKIP = "skip"
    BRING_BACK = "bring back"


# What changes when somebody is written to. Rights before and after are kept, so that history can be compared.
EDITS = frozenset(
    {
        Happening.NAME_QUIT_DATE, Happening.NO_QUIT_DATE, Happening.RELAPSE, Happening.TRAVEL, Happening.CHECK_IN_TIME,
        Happening.NO_CHECK_INS,
        Happening.CHECK_INS, Happening.SUMMARY_TIME, Happening.HOW_OFTEN, Happening.CHANGE_SLOT, Happening.MY_SESSION,
        Happening.NOT_NOW,
        Happening.NOW_IS_GOOD,
        Happening.PROPOSAL,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LifeTurn:
    """Somebody (by name) does that at that moment (UTC)."""

    at: datetime
    who: str
    what: Happening
    arg: Any = None


@dataclass(frozen=True, slots=True)
class PlannedReply:
    """How a check-in is answered: at most that many questions, from the beginning or going on; then it is finished."""

    prompt_id: int
    most: int
    finishes: bool


@dataclass(frozen=True, slots=True)
class Habits:
    """How somebody deals with messages: shares from 0 to 1, and the minutes until they look at the phone."""

    answers: float = 0.85
    minutes: tuple[int, int] = (1, 25)
    stops_halfway: float = 0.1
    pauses_halfway: float = 0.1
    puts_off: float = 0.07
    not_today: float = 0.04
    taps_reminder: float = 0.5


@dataclass(frozen=True, slots=True)
class Resident:
    """One person. `silent`: local dates, from and without the last, on which they react to nothing.

    `with_whom` is the client's practitioner, or the supporter's client.
    """

    name: str
    role: Role
    way: str
    place: Place
    habits: Habits
    check_at: time = time(18, 30)
    silent: tuple[tuple[date, date], ...] = ()
    with_whom: str | None = None

    def is_silent(self, day: date) -> bool:
        """Whether they react to nothing on that local date."""
        return any(since <= day < until for since, until in self.silent)


@dataclass(frozen=True, slots=True)
class Standstill:
    """The service is down from then until then (UTC). What people do meanwhile waits at Telegram."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Population:
    """Everybody by name, what happens to them by itself, in order, and when the service stands still."""

    start: datetime
    end: datetime
    residents: Mapping[str, Resident]
    turns: tuple[LifeTurn, ...]
    standstills: tuple[Standstill, ...] = field(default=())
