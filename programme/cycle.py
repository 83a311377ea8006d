"""How it goes round: what was going on, how it felt, a cigarette, and how it was later, from a client's own entries.

Counts and nothing else: that one thing leads to the next is for the client to say (FIELD.md row 1.6).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from programme.check_in import HardMoment, Mood
from programme.counts import Share
from programme.feeling import Feeling
from programme.patterns import ENOUGH, Correction, Feature, Kind, Look, LookBack

Felt = Feeling | Mood


@dataclass(frozen=True, slots=True)
class Turn:
    """One cigarette that was written down; None: not said."""

    moment: HardMoment | None = None
    felt: Felt | None = None
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """What was going on most often, of the cigarettes of which it was said; of these, how it felt most often, and how
    often stress was lower, the same or higher later. None: nothing was said of it, or the same word twice."""

    moment: HardMoment
    moments: Share
    felt: Felt | None = None
    feelings: Share = Share(0, 0)  # noqa: RUF009  (a value that nobody changes)
    later: LookBack | None = None

    @property
    def trigger(self) -> Feature:
        """What was going on, as something that the client can say fits, or does not."""
        return _feature(self.moment)

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
            None if later is None else LookBack(*later),
        )


def cycle(turns: Sequence[Turn], said: Iterable[Correction] = ()) -> Cycle | None:
    """The round that comes most often; None from fewer than seven cigarettes, or where nothing was said of any.

    What the client said does not fit is left out, and what they put in its place goes first.
    """
    corrections = list(said)
    instead = {one.instead for one in corrections}
    refused = [one.features for one in corrections if not one.fits]
    going_on = [turn.moment for turn in turns if turn.moment is not None]
    found = [(one, n) for one, n in Counter(going_on).most_common() if frozenset({_feature(one)}) not in refused]
    if len(turns) < ENOUGH or not found:
        return None
    moment, count = max(found, key=lambda pair: _feature(pair[0]) in instead)
    theirs = [turn for turn in turns if turn.moment is moment]
    felt, feelings = _most_often([turn.felt for turn in theirs if turn.felt is not None])
    if isinstance(felt, Feeling) and felt.moment is moment:
        felt = None
    return Cycle(moment, Share(count, len(going_on)), felt, feelings, _later(theirs))


def _feature(moment: HardMoment) -> Feature:
    return Feature(Kind.MOMENT, moment.value)


def _most_often(felt: Collection[Felt]) -> tuple[Felt | None, Share]:
    best, count = next(iter(Counter(felt).most_common(1)), (None, 0))
    return best, Share(count, len(felt))


def _later(turns: Iterable[Turn]) -> LookBack | None:
    looks = [turn.look for turn in turns if turn.look is not None]
    changes = [look.later - look.then for look in looks if look.later is not None]
    if not changes:
        return None
    return LookBack(sum(n < 0 for n in changes), changes.count(0), sum(n > 0 for n in changes))


def _felt(code: str) -> Felt:
    return Feeling(code) if code in set(Feeling) else Mood(code)
