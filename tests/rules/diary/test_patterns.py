"""Patterns: counts of a client's own log, never before seven, and the client is right."""

from datetime import UTC, datetime, timedelta
from typing import Any

from programme.check_in.answers import HardMoment, Mood
from programme.diary.patterns import (
    Company,
    Correction,
    Feature,
    FeatureKind,
    Feeling,
    LogEntry,
    Observation,
    PartOfDay,
    StressFollowUp,
    StressPair,
    looks_back,
    observations,
    part_of,
    stress_follow_up,
)
from programme.toolkit.strategies import Function, StrategyPlace
from tests.rows import each_row

NIGHT, LOW = Feature(FeatureKind.PART, "night"), Feature(FeatureKind.MOOD, "low")
STRESS, ALONE = Feature(FeatureKind.MOMENT, "stress"), Feature(FeatureKind.COMPANY, "alone")
AT = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)


def logs(count: int, hour: int = 22, **said: Any) -> list[LogEntry]:
    """So many of the same kind, a day apart."""
    return [LogEntry(AT.replace(hour=hour) + timedelta(days=n), **said) for n in range(count)]


def said(*features: Feature, count: int, of: int, confirmed: bool = False) -> Observation:
    """An observation of ours."""
    return Observation(frozenset(features), count, of, confirmed=confirmed)


MIXED = [*logs(9, mood=Mood.VERY_LOW), *logs(2, hour=9, mood=Mood.LOW), *logs(3, hour=15, mood=Mood.GOOD)]
CASES = [
    ("nine of fourteen after 21:00 on low-mood days", MIXED, [said(NIGHT, LOW, count=9, of=14)]),
    ("six logs say nothing yet", logs(6, mood=Mood.LOW), []),
    ("seven do", logs(7, mood=Mood.LOW), [said(NIGHT, LOW, count=7, of=7)]),
    ("what was not said is not counted against it", [*logs(7, mood=Mood.LOW), *logs(7, hour=9)],
     [said(NIGHT, LOW, count=7, of=7), said(Feature(FeatureKind.PART, "morning"), count=7, of=14)]),
    ("two that seldom come together are told apart", [*logs(5, mood=Mood.LOW), *logs(4, hour=9, mood=Mood.LOW)],
     [said(LOW, count=9, of=9), said(NIGHT, count=5, of=9)]),
    ("nor counted for it", [*logs(6, hour=9, mood=Mood.LOW), *logs(6, hour=15)],
     [said(Feature(FeatureKind.PART, "afternoon"), count=6, of=12),
     said(Feature(FeatureKind.PART, "morning"), count=6, of=12)]),
    ("half is enough", [*logs(4), *logs(4, hour=9)],
     [said(Feature(FeatureKind.PART, "morning"), count=4, of=8), said(NIGHT, count=4, of=8)]),
    ("less is not", [*logs(4), *logs(3, hour=9), *logs(3, hour=15)], []),
    ("no feature twice, three at most",
     logs(8, mood=Mood.LOW, moment=HardMoment.STRESS, company=Company.ALONE, place=StrategyPlace.HOME,
     function=Function.CALM),
     [said(ALONE, Feature(FeatureKind.FUNCTION, "calm"), count=8, of=8), said(LOW, STRESS, count=8, of=8),
      said(NIGHT, Feature(FeatureKind.PLACE, "home"), count=8, of=8)]),
    ("a good mood is no pattern of its own", [*logs(5, mood=Mood.GOOD), *logs(2, hour=9, mood=Mood.LOW)],
     [said(NIGHT, count=5, of=7)]),
    ("a feeling goes by its own name", [*logs(5, feeling=Feeling.LONELY), *logs(2, hour=9, feeling=Feeling.OK)],
     [said(NIGHT, Feature(FeatureKind.MOOD, "lonely"), count=5, of=7)]),
    ("a good feeling is no pattern, but it was said", [*logs(4, hour=9, feeling=Feeling.GOOD),
     *logs(3, hour=15, feeling=Feeling.STRESSED)], [said(Feature(FeatureKind.PART, "morning"), count=4, of=7)]),
    ("the same word is told once", logs(8, hour=15, moment=HardMoment.STRESS, feeling=Feeling.STRESSED),
     [said(STRESS, Feature(FeatureKind.PART, "afternoon"), count=8, of=8)]),
    ("no log", [], []),
]  # fmt: skip


@each_row(("told", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_the_log_says(told: list[LogEntry], expected: list[Observation]) -> None:
    """Counts of what at least half share, two features before one."""
    assert list(observations(told)) == expected


def test_the_correction_wins() -> None:
    """What does not fit is said no more; a part of it that was not refused still may be."""
    told = logs(8, mood=Mood.LOW, moment=HardMoment.STRESS)
    no = Correction(frozenset({NIGHT}))
    assert observations(told, [no]) == (said(LOW, STRESS, count=8, of=8),)
    pair = Correction(frozenset({LOW, STRESS}))
    assert all(not {LOW, STRESS} <= one.features for one in observations(told, [pair]))
    assert observations(told, [pair])


def test_what_does_not_fit_is_not_said_in_the_other_word_for_it() -> None:
    """Not bored when it happened: nor is it put as a feeling, with something else or without."""
    bored = Feature(FeatureKind.MOMENT, "bored")
    told = [
        *logs(7, moment=HardMoment.BORED, feeling=Feeling.BORED),
        *logs(3, hour=9, feeling=Feeling.BORED),
    ]
    assert any(bored in one.features for one in observations(told))
    left = observations(told, [Correction(frozenset({bored}))])
    assert [one.features for one in left] == [{NIGHT}]


def test_what_they_say_it_is_comes_first() -> None:
    """In their own place, without counts, from the first log on, and ours does not name it once more."""
    instead = Correction(frozenset({NIGHT}), instead=STRESS)
    assert observations(logs(1), [instead]) == (Observation(frozenset({STRESS}), theirs=True),)
    found = observations(logs(8, mood=Mood.LOW, moment=HardMoment.STRESS), [instead, instead])
    assert found == (Observation(frozenset({STRESS}), theirs=True), said(LOW, count=8, of=8))


def test_what_fits_is_marked() -> None:
    """A yes is kept beside the counts."""
    yes = Correction(frozenset({NIGHT, LOW}), fits=True)
    assert observations(logs(7, mood=Mood.LOW), [yes]) == (said(NIGHT, LOW, count=7, of=7, confirmed=True),)


@each_row(
    ("at", "part"),
    [("03:59", PartOfDay.NIGHT), ("04:00", PartOfDay.MORNING), ("10:59", PartOfDay.MORNING),
    ("11:00", PartOfDay.MIDDAY),
     ("14:00", PartOfDay.AFTERNOON), ("17:00", PartOfDay.EVENING), ("20:59", PartOfDay.EVENING),
     ("21:00", PartOfDay.NIGHT)],
)  # fmt: skip
def test_parts_of_the_day(at: str, part: PartOfDay) -> None:
    """The night lasts to four in the morning."""
    assert part_of(datetime.fromisoformat(f"2026-03-02T{at}Z")) is part


def test_stress_at_the_time_and_later() -> None:
    """Counted from seven pairs on; a look that was not answered is in neither."""
    pairs = [StressPair(4, 2)] * 4 + [StressPair(3, 3)] * 2 + [StressPair(1, 5)]
    assert stress_follow_up(pairs[1:]) is None
    assert stress_follow_up([*pairs[1:], StressPair(5)]) is None
    found = stress_follow_up([*pairs, StressPair(5)])
    assert found == StressFollowUp(lower=4, same=2, higher=1)
    assert found.of == 7


@each_row(("minutes", "counts"), [(39, False), (40, True), (90, True), (91, False)])
def test_when_a_second_answer_counts(minutes: int, counts: bool) -> None:
    """About 40 minutes later, and not hours."""
    assert looks_back(AT, AT + timedelta(minutes=minutes)) is counts
