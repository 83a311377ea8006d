"""What a client says of an observation: kept as codes, and the newest word holds."""

from datetime import UTC, datetime
from typing import Any

from programme.diary.patterns import Correction, Feature, FeatureKind, Features
from programme.diary.pictures import code_of, corrections, features_of
from programme.event import AnyEvent, StoredEvent
from tests.rows import each_row

NIGHT, LOW = Feature(FeatureKind.PART, "night"), Feature(FeatureKind.MOOD, "low")
STRESS, OWN = Feature(FeatureKind.MOMENT, "stress"), Feature(FeatureKind.OWN, "12")


def told(features: Features, *, fits: bool, instead: Feature | None = None) -> dict[str, Any]:
    """A correction as an event keeps it."""
    data: dict[str, Any] = {"of": code_of(features), "fits": fits}
    return data | ({"instead": code_of(frozenset({instead}))} if instead else {})


def event(number: int, kind: str, data: dict[str, Any]) -> AnyEvent:
    """Something that was said."""
    return StoredEvent(number, kind, 7, 7, data, datetime(2026, 3, 2, tzinfo=UTC))


@each_row("features", [{NIGHT}, {NIGHT, LOW}, {STRESS, LOW}, {OWN}])
def test_features_come_back_as_they_went(features: set[Feature]) -> None:
    """Through a button or an event."""
    assert features_of(code_of(frozenset(features))) == frozenset(features)


@each_row(
    "code", ["", "night", "part.", "part.dawn", "mood.good", "own.x", "own.", "part.night,", "part.night,mood.low",
             "part.night,part.night", "x.y"],
)  # fmt: skip
def test_nonsense_is_no_feature(code: str) -> None:
    """A forged code, half of one, or one in another order."""
    assert features_of(code) is None


def test_the_newest_word_holds() -> None:
    """Said, said otherwise, taken back: each about its own features."""
    night, low = frozenset({NIGHT}), frozenset({LOW})
    said = [
        event(1, "PatternSaid", told(night, fits=True)),
        event(2, "PatternSaid", told(low, fits=False, instead=STRESS)),
        event(3, "PatternSaid", told(night, fits=False)),
    ]
    assert corrections(said) == (Correction(low, instead=STRESS), Correction(night))
    assert corrections([*said, event(4, "PatternUnsaid", {"of": code_of(low)})]) == (Correction(night),)
    assert corrections([]) == ()


def test_what_is_not_known_any_more_is_left_out() -> None:
    """A code of an older version changes nothing."""
    assert corrections([event(1, "PatternSaid", {"of": "weather.rain", "fits": True})]) == ()
    instead: Features = frozenset({NIGHT})
    assert corrections(
        [event(1, "PatternSaid", {"of": code_of(instead), "fits": False, "instead": "weather.rain"})]
    ) == (Correction(instead),)
