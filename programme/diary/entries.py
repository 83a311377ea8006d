"""The diary: a cigarette or an urge in at most four taps, when it was, and the stress follow-up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final, Self

from programme.check_in.answers import HardMoment, Mood
from programme.diary.patterns import (
    ENOUGH,
    LOOK_BACK_AFTER,
    LOOK_BACK_UNTIL,
    Company,
    Feeling,
    LogEntry,
    PartOfDay,
    StressFollowUp,
    StressPair,
    stress_follow_up,
)
from programme.quitting.lapses import DAYS_BACK, evening_of
from programme.schedule.slots import DAY, instant, is_quiet
from programme.toolkit.strategies import Function, StrategyPlace

Trigger = HardMoment | Feeling
# The hard moments that are no feeling.
SITUATIONS: Final = (HardMoment.OTHERS, HardMoment.DRINK, HardMoment.CANNABIS, HardMoment.OTHER)
PLACES: Final = (StrategyPlace.HOME, StrategyPlace.OUT)


class EntryQuestion(StrEnum):
    """What is asked of an entry, each with one tap. What it was, and how strong, stands before all of them."""

    STRESS = "stress"  # of who wants the look-back
    WHERE = "where"  # and with whom
    GOING_ON = "going_on"  # or how it felt: one word may say both
    FELT = "felt"
    GAVE = "gave"


@dataclass(frozen=True, slots=True)
class Entry:
    """One cigarette (`urge` is None) or one urge, 0 to 5, and what was around it; None: not said.

    `told_at` and `at`, when it was, are aware and in the zone they were in; `at` is None where only the day is known.
    """

    id: int
    person_id: int
    told_at: datetime
    at: datetime | None = None
    urge: int | None = None
    moment: HardMoment | None = None
    mood: Mood | None = None
    feeling: Feeling | None = None
    place: StrategyPlace | None = None
    company: Company | None = None
    function: Function | None = None

    @property
    def is_urge(self) -> bool:
        """An urge, whatever became of it; otherwise a cigarette."""
        return self.urge is not None

    @property
    def was_earlier(self) -> bool:
        """Whether they said another time than when they told. In an hour that comes twice the wall time is the same."""
        return self.at is not None and self.at.timestamp() != self.told_at.timestamp()

    @property
    def triggers(self) -> frozenset[Trigger]:
        """What was going on and how it felt, as far as they said."""
        return frozenset(one for one in (self.moment, self.feeling) if one is not None)

    def felt(self, feeling: Feeling) -> Self:
        """With that feeling; it also says what was going on, where that goes by the same word and was not said."""
        return replace(self, feeling=feeling, moment=self.moment or feeling.moment)

    def going_on(self, what: Trigger) -> Self:
        """With what was going on: a feeling, or a situation, whose feeling is then asked for by itself."""
        if isinstance(what, Feeling):
            return replace(self, feeling=what, moment=what.moment)
        return replace(self, feeling=None, moment=what)


def question_after(ask: EntryQuestion | None, entry: Entry) -> EntryQuestion | None:
    """What is asked next; None: that is all. `ask` None: it was written down this moment.

    Four taps at the most, with the one that wrote it down, and one more for who wants the look-back: of how it felt
    after a situation and what it gave, the one that was not asked is offered in the closing words.
    """
    match ask:
        case None | EntryQuestion.STRESS:
            return EntryQuestion.WHERE
        case EntryQuestion.WHERE:
            return EntryQuestion.GOING_ON
        case EntryQuestion.GOING_ON:
            return EntryQuestion.FELT if entry.moment is not None and entry.feeling is None else EntryQuestion.GAVE
    return None


def offered(entry: Entry) -> tuple[EntryQuestion, ...]:
    """What may still be said of it, in the closing words."""
    open_ = {EntryQuestion.FELT: entry.feeling, EntryQuestion.GAVE: entry.function}
    return tuple(ask for ask, said in open_.items() if said is None)


def place_code(place: StrategyPlace, company: Company) -> str:
    """Where and with whom as one code."""
    return f"{place}-{company}"


def read_place(code: str) -> tuple[StrategyPlace, Company] | None:
    """Where and with whom, from their code; None for any other."""
    return next(((one, who) for one in PLACES for who in Company if place_code(one, who) == code), None)


def read_going_on(code: str) -> Trigger | None:
    """What was going on, from its code: a situation or a feeling; None for any other."""
    return next((one for one in (*SITUATIONS, *Feeling) if one == code), None)


@dataclass(frozen=True, slots=True)
class FeelingCount:
    """How often they smoked, and how often they had an urge, with that feeling."""

    feeling: Feeling
    cigarettes: int
    urges: int


def by_feeling(entries: Iterable[Entry]) -> tuple[FeelingCount, ...]:
    """Cigarettes and urges by feeling, most often first; feelings that were never said are left out (row 1.3)."""
    found = Counter((one.feeling, one.is_urge) for one in entries)
    felt = [FeelingCount(one, found[one, False], found[one, True]) for one in Feeling]
    return tuple(
        sorted((one for one in felt if one.cigarettes + one.urges), key=lambda one: -one.cigarettes - one.urges)
    )


def log_of(entry: Entry) -> LogEntry | None:
    """The entry as patterns are counted from; None where the hour is not known."""
    if entry.at is None:
        return None
    mood = entry.feeling.mood if entry.feeling is not None else entry.mood
    return LogEntry(entry.at, entry.moment, mood, entry.place, entry.company, entry.function, entry.feeling)


def usual_function(entries: Iterable[Entry], trigger: Trigger | None = None) -> Function | None:
    """What smoking gave them most often at that trigger (None: at any), the later one where two are as frequent.

    None where they never said. `entries` are in the order in which they were written down.
    """
    given = [
        one.function for one in entries if one.function is not None and (trigger is None or trigger in one.triggers)
    ]
    times = Counter(given)
    return max(times, key=lambda one: (times[one], _last(given, one)), default=None)


def _last(given: list[Function], one: Function) -> int:
    return max(at for at, each in enumerate(given) if each is one)


HOURS: Final = (1, 2)
AS_TOLD: Final = "now"  # it was then after all
# About the middle of each part of the day: what a part stands for when all of its logs are counted.
MIDDLE: Final[Mapping[PartOfDay, time]] = {
    PartOfDay.MORNING: time(8),
    PartOfDay.MIDDAY: time(12, 30),
    PartOfDay.AFTERNOON: time(15, 30),
    PartOfDay.EVENING: time(19),
    PartOfDay.NIGHT: time(22),
}


def hours_code(hours: int) -> str:
    """That many hours earlier, as a code."""
    return f"h{hours}"


def part_code(days_back: int, part: PartOfDay) -> str:
    """A part of a day that many days earlier, as a code."""
    return f"{days_back}-{part}"


def parts_of(told_at: datetime, zone: str, days_back: int) -> tuple[PartOfDay, ...]:
    """The parts of that day that were over when it was told of, or well begun."""
    return tuple(part for part in MIDDLE if read_earlier(part_code(days_back, part), told_at, zone) is not None)


def read_earlier(code: str, told_at: datetime, zone: str) -> datetime | None:
    """The moment (UTC) that a code names, before `told_at`; None for any other code, and for what was not yet then.

    Hours are as they pass, whatever the clocks do. A day is the one whose evening it was: before four at night, the day
    before.
    """
    for hours in HOURS:
        if code == hours_code(hours):
            return told_at.astimezone(UTC) - timedelta(hours=hours)
    for days_back in range(DAYS_BACK + 1):
        for part, wall in MIDDLE.items():
            if code == part_code(days_back, part):
                at = instant(evening_of(told_at, zone) - days_back * DAY, wall, zone)
                return at if at is not None and at < told_at else None
    return None


LOOKS_A_DAY: Final = 3


@dataclass(frozen=True, slots=True)
class StressAnswer:
    """A cigarette told of at that moment (UTC), with how stressed they were; `later` None: not answered."""

    smoked_id: int
    told_at: datetime
    then: int
    later: int | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the second answer may still come."""
        return self.later is None and now - self.told_at <= LOOK_BACK_UNTIL


def has_room_for_stress(now: datetime, asked: Iterable[StressAnswer], zone: str) -> bool:
    """Whether one more cigarette, told of now, is looked back at: not many a day, one at a time, and not at night."""
    today = [one for one in asked if evening_of(one.told_at, zone) == evening_of(now, zone)]
    asleep = is_quiet(now + LOOK_BACK_AFTER, zone)
    return not asleep and len(today) < LOOKS_A_DAY and not any(one.is_open(now) for one in today)


def counted_stress(asked: Iterable[StressAnswer]) -> StressFollowUp | None:
    """Their own before and after; None while too few were answered twice."""
    return stress_follow_up(StressPair(one.then, one.later) for one in asked)


def is_stress_told(found: StressFollowUp | None) -> bool:
    """Whether their counts are told with an answer: at the seventh, and each seven after that."""
    return found is not None and found.of % ENOUGH == 0
