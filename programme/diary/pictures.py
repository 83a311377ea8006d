"""What a log shows: corrections, how it goes round, and pictures. What was not said is a gap, not a zero."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

from programme.check_in.answers import HardMoment, Mood
from programme.check_in.counts import PromptReply, Share, by_day, urges_by_day
from programme.diary.events import PatternSaid, PatternUnsaid
from programme.diary.patterns import (
    ENOUGH,
    LOW_MOOD,
    Company,
    Correction,
    Feature,
    FeatureKind,
    Features,
    Feeling,
    LogEntry,
    PartOfDay,
    StressFollowUp,
    StressPair,
    part_of,
)
from programme.event import AnyEvent
from programme.quitting.days import DayTold
from programme.quitting.lapses import NIGHT_ENDS
from programme.quitting.record import Amount
from programme.schedule.slots import DAY
from programme.toolkit.strategies import Function, StrategyPlace

PATTERN_CODES: Final[Mapping[FeatureKind, tuple[str, ...]]] = {
    FeatureKind.PART: tuple(PartOfDay),
    FeatureKind.MOMENT: tuple(HardMoment),
    FeatureKind.MOOD: (LOW_MOOD, *(one for one in Feeling if one.mood is None)),
    FeatureKind.PLACE: (StrategyPlace.HOME, StrategyPlace.OUT),
    FeatureKind.COMPANY: tuple(Company),
    FeatureKind.FUNCTION: tuple(Function),
}


def code_of(features: Features) -> str:
    """Features as one code: "mood.low,part.night"."""
    return ",".join(f"{one.kind}.{one.code}" for one in sorted(features))


def features_of(code: str) -> Features | None:
    """The features of such a code; None where it is none (a forged or an old one)."""
    found = [_feature(part) for part in code.split(",")]
    features = frozenset(one for one in found if one is not None)
    return features if len(features) == len(found) and code_of(features) == code else None


def _feature(code: str) -> Feature | None:
    kind, _, value = code.partition(".")
    if kind == FeatureKind.OWN:
        return Feature(FeatureKind.OWN, value) if value.isdecimal() else None
    return (
        Feature(FeatureKind(kind), value)
        if kind in PATTERN_CODES and value in PATTERN_CODES[FeatureKind(kind)]
        else None
    )


def corrections(happened: Iterable[AnyEvent]) -> tuple[Correction, ...]:
    """What holds now, of events in order: the newest about the same features."""
    newest: dict[str, Correction] = {}
    for one in happened:
        match one.event:
            case PatternUnsaid(of=of):
                newest.pop(of, None)
            case PatternSaid(of=of, fits=fits, instead=code):
                newest.pop(of, None)
                if (features := features_of(of)) is not None:
                    instead = features_of(code or "") or frozenset()
                    newest[of] = Correction(features, fits, next(iter(instead), None))
    return tuple(newest.values())


FeltCounts = Feeling | Mood


@dataclass(frozen=True, slots=True)
class Turn:
    """One cigarette that was written down; None: not said."""

    moment: HardMoment | None = None
    felt: FeltCounts | None = None
    look: StressPair | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """What was going on most often, of the cigarettes of which it was said; of these, how it felt most often, and how
    often stress was lower, the same or higher later. None: nothing was said of it, or the same word twice."""

    moment: HardMoment
    moments: Share
    felt: FeltCounts | None = None
    feelings: Share = Share(0, 0)  # noqa: RUF009  (a value that nobody changes)
    later: StressFollowUp | None = None

    @property
    def trigger(self) -> Feature:
        """What was going on, as something that the client can say fits, or does not."""
        return _feature_of_moment(self.moment)

    def codes(self) -> dict[str, Any]:
        """As codes and counts, never words, for an event."""
        later = self.later and [self.later.lower, self.later.same, self.later.higher]
        return {
            "moment": [self.moment.value, self.moments.count, self.moments.of],
            "felt": None if self.felt is None else [self.felt.value, self.feelings.count, self.feelings.of],
            "later": later,
        }

    @classmethod
    def from_codes(cls, codes: Mapping[str, Any]) -> Self:
        """As codes() wrote it. Raises ValueError or KeyError where it did not."""
        moment, felt, later = codes["moment"], codes["felt"], codes["later"]
        return cls(
            HardMoment(moment[0]),
            Share(*moment[1:]),
            None if felt is None else _felt(felt[0]),
            Share(0, 0) if felt is None else Share(*felt[1:]),
            None if later is None else StressFollowUp(*later),
        )


def cycle(turns: Sequence[Turn], said: Iterable[Correction] = ()) -> Cycle | None:
    """The round that comes most often; None from fewer than seven cigarettes, or where nothing was said of any.

    What the client said does not fit is left out, and what they put in its place goes first.
    """
    corrections = list(said)
    instead = {one.instead for one in corrections}
    refused = [one.features for one in corrections if not one.fits]
    going_on = [turn.moment for turn in turns if turn.moment is not None]
    found = [
        (one, n) for one, n in Counter(going_on).most_common() if frozenset({_feature_of_moment(one)}) not in refused
    ]
    if len(turns) < ENOUGH or not found:
        return None
    moment, count = max(found, key=lambda pair: _feature_of_moment(pair[0]) in instead)
    theirs = [turn for turn in turns if turn.moment is moment]
    felt, feelings = _most_often([turn.felt for turn in theirs if turn.felt is not None])
    if isinstance(felt, Feeling) and felt.moment is moment:
        felt = None
    return Cycle(moment, Share(count, len(going_on)), felt, feelings, _later(theirs))


def _feature_of_moment(moment: HardMoment) -> Feature:
    return Feature(FeatureKind.MOMENT, moment.value)


def _most_often(felt: Collection[FeltCounts]) -> tuple[FeltCounts | None, Share]:
    best, count = next(iter(Counter(felt).most_common(1)), (None, 0))
    return best, Share(count, len(felt))


def _later(turns: Iterable[Turn]) -> StressFollowUp | None:
    looks = [turn.look for turn in turns if turn.look is not None]
    changes = [look.later - look.then for look in looks if look.later is not None]
    if not changes:
        return None
    return StressFollowUp(sum(n < 0 for n in changes), changes.count(0), sum(n > 0 for n in changes))


def _felt(code: str) -> FeltCounts:
    return Feeling(code) if code in set(Feeling) else Mood(code)


WEEKDAYS: Final = range(7)  # Monday first
FELT_DAYS: Final = 28
SMOKED_DAYS: Final = 84
Grid = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class MoodDays:
    """Days one after the other from `first` on: the mood said last and the strongest urge; None: not said."""

    first: date
    moods: tuple[Mood | None, ...]
    urges: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class CigaretteDays:
    """Cigarettes of days one after the other from `first` on, least and most; None: not said."""

    first: date
    amounts: tuple[Amount | None, ...]


def grid_of_times(logs: Iterable[LogEntry]) -> Grid:
    """How many by part of the day, in their order, and in each by weekday.

    What was before four at night is of the evening before.
    """
    found = Counter((part_of(log.at), _evening(log).weekday()) for log in logs)
    return tuple(tuple(found[part, weekday] for weekday in WEEKDAYS) for part in PartOfDay)


def _evening(log: LogEntry) -> date:
    return log.at.date() - (DAY if log.at.time() < NIGHT_ENDS else 0 * DAY)


def counted_moments(logs: Iterable[LogEntry]) -> tuple[tuple[HardMoment, int], ...]:
    """What was going on and how often, most often first; what nobody said is not there."""
    return tuple(Counter(log.moment for log in logs if log.moment is not None).most_common())


def counted_feelings(logs: Iterable[LogEntry]) -> tuple[tuple[Feeling | Mood, int], ...]:
    """How they felt, in the word that they picked, and how often, most often first."""
    said = (log.feeling or log.mood for log in logs)
    return tuple(Counter(one for one in said if one is not None).most_common())


def mood_days(replies: Sequence[PromptReply], today: date) -> MoodDays | None:
    """Mood and urges of the last four weeks, as far back as anything was said; None from fewer than seven such days."""
    moods = {day: said[-1] for day, said in by_day(replies, lambda said: said.mood).items()}
    urges = urges_by_day(replies)
    days = _days(moods.keys() | urges.keys(), today, FELT_DAYS)
    if days is None:
        return None
    return MoodDays(days[0], tuple(map(moods.get, days)), tuple(map(urges.get, days)))


def cigarette_days(told: Mapping[date, DayTold], today: date) -> CigaretteDays | None:
    """Cigarettes a day of the last twelve weeks, as far back as anything was said; None from fewer than seven days."""
    known = {day: one.amount for day, one in told.items()}
    days = _days(known, today, SMOKED_DAYS)
    return None if days is None else CigaretteDays(days[0], tuple(map(known.get, days)))


def _days(said: Iterable[date], today: date, most: int) -> list[date] | None:
    found = sorted(day for day in said if today - most * DAY < day <= today)
    return [found[0] + n * DAY for n in range((today - found[0]).days + 1)] if len(found) >= ENOUGH else None
