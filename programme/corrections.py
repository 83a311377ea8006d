"""What a client says of an observation about them, as codes that are kept: the newest word about it holds."""

from collections.abc import Iterable, Mapping
from typing import Final

from programme.check_in import HardMoment
from programme.event import AnyEvent
from programme.events.diary import PatternSaid, PatternUnsaid
from programme.feeling import Feeling
from programme.patterns import LOW_MOOD, Company, Correction, Feature, Features, Kind, Part
from programme.strategies import Function, Place

CODES: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.PART: tuple(Part),
    Kind.MOMENT: tuple(HardMoment),
    Kind.MOOD: (LOW_MOOD, *(one for one in Feeling if one.mood is None)),
    Kind.PLACE: (Place.HOME, Place.OUT),
    Kind.COMPANY: tuple(Company),
    Kind.FUNCTION: tuple(Function),
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
    if kind == Kind.OWN:
        return Feature(Kind.OWN, value) if value.isdecimal() else None
    return Feature(Kind(kind), value) if kind in CODES and value in CODES[Kind(kind)] else None


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
