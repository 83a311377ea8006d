"""Feelings and patterns in a client's own log: counts and questions, and the client's correction wins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Final

from programme.check_in.answers import HardMoment, Mood
from programme.check_in.counts import LOW
from programme.toolkit.strategies import Function, StrategyPlace


class Feeling(StrEnum):
    """One tap for each log: the feelings that the study names as triggers (FIELD.md row 1.3), and the rest."""

    STRESSED = "stressed"
    ANXIOUS = "anxious"
    BORED = "bored"
    LONELY = "lonely"
    UNHAPPY = "unhappy"
    VERY_LOW = "very_low"
    OK = "ok"
    GOOD = "good"

    @property
    def mood(self) -> Mood | None:
        """The mood that the same word names. None: stressed or lonely says what it was, and not how low: nothing is
        inferred."""
        return _MOODS.get(self)

    @property
    def moment(self) -> HardMoment | None:
        """What was going on, where a hard moment is called by the same word; None where there is none."""
        return _MOMENTS.get(self)


_MOODS: Final[Mapping[Feeling, Mood]] = {
    Feeling.VERY_LOW: Mood.VERY_LOW,
    Feeling.UNHAPPY: Mood.LOW,
    Feeling.OK: Mood.OK,
    Feeling.GOOD: Mood.GOOD,
}
_MOMENTS: Final[Mapping[Feeling, HardMoment]] = {
    Feeling.STRESSED: HardMoment.STRESS,
    Feeling.UNHAPPY: HardMoment.LOW_MOOD,
    Feeling.VERY_LOW: HardMoment.LOW_MOOD,
    Feeling.BORED: HardMoment.BORED,
    Feeling.GOOD: HardMoment.GOOD_MOOD,
}

ENOUGH: Final = 7  # logs, before anything is said of them (FIELD.md row 1.2)
MOST: Final = 3  # observations
CLOSE: Final = 0.75  # of the more frequent of two features, or the two are not told as one
LOOK_BACK_AFTER: Final = timedelta(minutes=40)
LOOK_BACK_UNTIL: Final = timedelta(minutes=90)  # a later answer says nothing about that cigarette


class Company(StrEnum):
    """Who was there."""

    ALONE = "alone"
    SMOKERS = "smokers"
    OTHERS = "others"


class PartOfDay(StrEnum):
    """A part of the day, on the client's own clock."""

    MORNING = "morning"  # from 4:00
    MIDDAY = "midday"  # from 11:00
    AFTERNOON = "afternoon"  # from 14:00
    EVENING = "evening"  # from 17:00
    NIGHT = "night"  # from 21:00


class FeatureKind(StrEnum):
    """What a feature is about; no observation names two of one kind."""

    PART = "part"
    MOMENT = "moment"
    MOOD = "mood"
    PLACE = "place"
    COMPANY = "company"
    FUNCTION = "function"
    OWN = "own"  # words of the client's own, by their id; said by them alone, never counted


_STARTS: Final = (
    (time(21), PartOfDay.NIGHT),
    (time(17), PartOfDay.EVENING),
    (time(14), PartOfDay.AFTERNOON),
    (time(11), PartOfDay.MIDDAY),
    (time(4), PartOfDay.MORNING),
)
LOW_MOOD: Final = "low"
_NO_PATTERN: Final = frozenset({Feeling.OK, Feeling.GOOD})


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One cigarette or urge, when it was (aware, in the zone the client was in); None: not said.

    `mood` is the mood that was said, or that their `feeling` names.
    """

    at: datetime
    moment: HardMoment | None = None
    mood: Mood | None = None
    place: StrategyPlace | None = None
    company: Company | None = None
    function: Function | None = None
    feeling: Feeling | None = None


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """Something that many of the logs share: its kind and its code. A low mood is low or very low, any other feeling
    goes by its own code."""

    kind: FeatureKind
    code: str


Features = frozenset[Feature]
# The same word, said once of what was going on and once of how it felt: never told as two.
_TWINS: Final = {
    Feature(FeatureKind.MOMENT, HardMoment.STRESS.value): Feature(FeatureKind.MOOD, Feeling.STRESSED.value),
    Feature(FeatureKind.MOMENT, HardMoment.BORED.value): Feature(FeatureKind.MOOD, Feeling.BORED.value),
    Feature(FeatureKind.MOMENT, HardMoment.LOW_MOOD.value): Feature(FeatureKind.MOOD, LOW_MOOD),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """What a client said of an observation: it does not fit, or (`fits`) it does; `instead`: what they say it is."""

    features: Features
    fits: bool = False
    instead: Feature | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """`count` of `of` logs had all of these features, of those in which each of their kinds was said.

    `theirs`: the client put it so in place of ours. Then there is nothing to count it against, and both are 0.
    """

    features: Features
    count: int = 0
    of: int = 0
    theirs: bool = False
    confirmed: bool = False


def observations(logs: Iterable[LogEntry], corrections: Iterable[Correction] = ()) -> tuple[Observation, ...]:
    """At most three, those that the client put in place of ours first; none of ours from fewer than seven logs.

    - One or two features together that at least half of the logs share, of seven or more that say anything of them.
    - Two together before one alone, where they nearly always come together; then the larger share, then the larger
      number. No feature is named twice.
    - What the client said does not fit is not said any more, with a further feature or without, or in the other word
      for it.
    """
    said = list(corrections)
    theirs = [Observation(frozenset({one.instead}), theirs=True) for one in said if one.instead is not None]
    refused = [one.features for one in said if not one.fits]
    confirmed = {one.features for one in said if one.fits}
    chosen = list(dict.fromkeys(theirs))[:MOST]
    for one in _candidates([_features(log) for log in logs]):
        named = {feature for other in chosen for feature in other.features}
        known = _with_twins(one.features)
        if len(chosen) < MOST and not known & named and not any(no <= known for no in refused):
            yes = one.features in confirmed
            chosen.append(Observation(one.features, one.count, one.of, confirmed=yes))
    return tuple(chosen)


def part_of(at: datetime) -> PartOfDay:
    """The part of the day; before four at night it is still night."""
    return next((part for start, part in _STARTS if at.time() >= start), PartOfDay.NIGHT)


def _features(log: LogEntry) -> dict[FeatureKind, str]:
    """What a log says, by kind; a mood that is not low says so, and is no feature of its own."""
    said = {
        FeatureKind.PART: part_of(log.at),
        FeatureKind.MOMENT: log.moment,
        FeatureKind.MOOD: _mood(log),
        FeatureKind.PLACE: log.place,
        FeatureKind.COMPANY: log.company,
        FeatureKind.FUNCTION: log.function,
    }
    return {kind: str(code) for kind, code in said.items() if code is not None}


def _mood(log: LogEntry) -> str | None:
    if log.mood in LOW:
        return LOW_MOOD
    if log.feeling is not None:
        return "" if log.feeling in _NO_PATTERN else log.feeling.value
    return None if log.mood is None else ""


def _with_twins(features: Iterable[Feature]) -> set[Feature]:
    found = set(features)
    return found | {two for one, twin in _TWINS.items() for two in (one, twin) if found & {one, twin}}


def _candidates(logs: Sequence[dict[FeatureKind, str]]) -> list[Observation]:
    every = sorted({Feature(kind, code) for log in logs for kind, code in log.items() if code})
    alone = {one: _count(frozenset({one}), logs) for one in every}
    pairs = [
        (pair, _count(frozenset(pair), logs))
        for pair in combinations(every, 2)
        if pair[0].kind is not pair[1].kind and _TWINS.get(pair[0]) != pair[1]
    ]
    close = [both for pair, both in pairs if both.count >= CLOSE * max(alone[one].count for one in pair)]
    found = [one for one in [*close, *alone.values()] if one.of >= ENOUGH and 2 * one.count >= one.of]
    return sorted(found, key=lambda one: (-len(one.features), -one.count / one.of, -one.count, sorted(one.features)))


def _count(features: Features, logs: Sequence[dict[FeatureKind, str]]) -> Observation:
    telling = [log for log in logs if all(feature.kind in log for feature in features)]
    count = sum(all(log[feature.kind] == feature.code for feature in features) for log in telling)
    return Observation(features, count, len(telling))


@dataclass(frozen=True, slots=True)
class StressPair:
    """How stressed they were when they smoked and about 40 minutes later, each 0 to 5; None: not answered."""

    then: int
    later: int | None = None


@dataclass(frozen=True, slots=True)
class StressFollowUp:
    """Of the times that were answered twice, how often stress was lower, the same, or higher later."""

    lower: int
    same: int
    higher: int

    @property
    def of(self) -> int:
        """Times that were answered twice."""
        return self.lower + self.same + self.higher


def stress_follow_up(looks: Iterable[StressPair]) -> StressFollowUp | None:
    """The client's own before and after, counted; None while fewer than seven were answered twice."""
    changes = [one.later - one.then for one in looks if one.later is not None]
    if len(changes) < ENOUGH:
        return None
    return StressFollowUp(sum(n < 0 for n in changes), changes.count(0), sum(n > 0 for n in changes))


def looks_back(at: datetime, answered_at: datetime) -> bool:
    """Whether an answer given then still says how it was about 40 minutes after `at`."""
    return LOOK_BACK_AFTER <= answered_at - at <= LOOK_BACK_UNTIL
