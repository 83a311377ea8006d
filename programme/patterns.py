"""Patterns in a client's own log: at most three, as counts and as questions, and the client's correction wins.

Nothing is inferred beyond counting: "9 of 14 were after 21:00 on low-mood days. Does that fit?" (FIELD.md rows 1.1 to
1.6). The look-back compares how stressed they were at the time and about 40 minutes later, from their own answers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import combinations
from typing import Final

from programme.check_in import HardMoment, Mood
from programme.counts import LOW
from programme.feeling import Feeling
from programme.strategies import Function, Place

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


class Part(StrEnum):
    """A part of the day, on the client's own clock."""

    MORNING = "morning"  # from 4:00
    MIDDAY = "midday"  # from 11:00
    AFTERNOON = "afternoon"  # from 14:00
    EVENING = "evening"  # from 17:00
    NIGHT = "night"  # from 21:00


class Kind(StrEnum):
    """What a feature is about; no observation names two of one kind."""

    PART = "part"
    MOMENT = "moment"
    MOOD = "mood"
    PLACE = "place"
    COMPANY = "company"
    FUNCTION = "function"
    OWN = "own"  # words of the client's own, by their id; said by them alone, never counted


_STARTS: Final = (
    (time(21), Part.NIGHT),
    (time(17), Part.EVENING),
    (time(14), Part.AFTERNOON),
    (time(11), Part.MIDDAY),
    (time(4), Part.MORNING),
)
LOW_MOOD: Final = "low"
_NO_PATTERN: Final = frozenset({Feeling.OK, Feeling.GOOD})


@dataclass(frozen=True, slots=True)
class Log:
    """One cigarette or urge, when it was (aware, in the zone the client was in); None: not said.

    `mood` is the mood that was said, or that their `feeling` names.
    """

    at: datetime
    moment: HardMoment | None = None
    mood: Mood | None = None
    place: Place | None = None
    company: Company | None = None
    function: Function | None = None
    feeling: Feeling | None = None


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """Something that many of the logs share: its kind and its code. A low mood is low or very low, any other feeling
    goes by its own code."""

    kind: Kind
    code: str


Features = frozenset[Feature]
# The same word, said once of what was going on and once of how it felt: never told as two.
_TWINS: Final = {
    Feature(Kind.MOMENT, HardMoment.STRESS.value): Feature(Kind.MOOD, Feeling.STRESSED.value),
    Feature(Kind.MOMENT, HardMoment.BORED.value): Feature(Kind.MOOD, Feeling.BORED.value),
    Feature(Kind.MOMENT, HardMoment.LOW_MOOD.value): Feature(Kind.MOOD, LOW_MOOD),
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


def observations(logs: Iterable[Log], corrections: Iterable[Correction] = ()) -> tuple[Observation, ...]:
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


def part_of(at: datetime) -> Part:
    """The part of the day; before four at night it is still night."""
    return next((part for start, part in _STARTS if at.time() >= start), Part.NIGHT)


def _features(log: Log) -> dict[Kind, str]:
    """What a log says, by kind; a mood that is not low says so, and is no feature of its own."""
    said = {
        Kind.PART: part_of(log.at),
        Kind.MOMENT: log.moment,
        Kind.MOOD: _mood(log),
        Kind.PLACE: log.place,
        Kind.COMPANY: log.company,
        Kind.FUNCTION: log.function,
    }
    return {kind: str(code) for kind, code in said.items() if code is not None}


def _mood(log: Log) -> str | None:
    if log.mood in LOW:
        return LOW_MOOD
    if log.feeling is not None:
        return "" if log.feeling in _NO_PATTERN else log.feeling.value
    return None if log.mood is None else ""


def _with_twins(features: Iterable[Feature]) -> set[Feature]:
    found = set(features)
    return found | {two for one, twin in _TWINS.items() for two in (one, twin) if found & {one, twin}}


def _candidates(logs: Sequence[dict[Kind, str]]) -> list[Observation]:
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


def _count(features: Features, logs: Sequence[dict[Kind, str]]) -> Observation:
    telling = [log for log in logs if all(feature.kind in log for feature in features)]
    count = sum(all(log[feature.kind] == feature.code for feature in features) for log in telling)
    return Observation(features, count, len(telling))


@dataclass(frozen=True, slots=True)
class Look:
    """How stressed they were when they smoked and about 40 minutes later, each 0 to 5; None: not answered."""

    then: int
    later: int | None = None


@dataclass(frozen=True, slots=True)
class LookBack:
    """Of the times that were answered twice, how often stress was lower, the same, or higher later."""

    lower: int
    same: int
    higher: int

    @property
    def of(self) -> int:
        """Times that were answered twice."""
        return self.lower + self.same + self.higher


def look_back(looks: Iterable[Look]) -> LookBack | None:
    """The client's own before and after, counted; None while fewer than seven were answered twice."""
    changes = [one.later - one.then for one in looks if one.later is not None]
    if len(changes) < ENOUGH:
        return None
    return LookBack(sum(n < 0 for n in changes), changes.count(0), sum(n > 0 for n in changes))


def looks_back(at: datetime, answered_at: datetime) -> bool:
    """Whether an answer given then still says how it was about 40 minutes after `at`."""
    return LOOK_BACK_AFTER <= answered_at - at <= LOOK_BACK_UNTIL
