"""The Mood and Physical Symptoms Scale (West and Hajek 2004, Psychopharmacology 177, 195-199), items 1 to 9.

Items 1 to 7 mean something as the change from before the quit date, 8 and 9 as they stand (the authors' own notes to
the scale). Items 10 to 12 are under test and are left out. On the right to use its words: docs/decisions/0015.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Final


class Item(IntEnum):
    """By their numbers on the scale."""

    DEPRESSED = 1
    ANXIOUS = 2
    IRRITABLE = 3
    RESTLESS = 4
    HUNGRY = 5
    POOR_CONCENTRATION = 6
    POOR_SLEEP = 7
    URGE_TIME = 8
    URGE_STRENGTH = 9


SYMPTOMS: Final = tuple(Item)[:7]  # 1, not at all, to 5, extremely
URGES: Final = tuple(Item)[7:]  # 0 to 5
MOST: Final = 5
BASELINES: Final = 2  # ratings before the quit date
DAYS: Final = (7, 14, 28)  # after it
VERY: Final = 4  # "very", or "extremely"
RISE: Final = 2
OFFERED: Final = {-7: range(-7, -2), -1: range(-2, 0)} | {day: range(day, day + 3) for day in DAYS}
_BASELINE_DAYS: Final = timedelta(days=14)  # an older rating is no "before stopping" any more: our own choice


@dataclass(frozen=True, slots=True)
class Rating:
    """One filling-in on that local date; an item that was passed over is not there."""

    on: date
    scores: Mapping[Item, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One of items 1 to 7: now, before (the mean of up to two ratings) and the change. None: no baseline, no change."""

    item: Item
    now: int
    before: Fraction | None = None

    @property
    def change(self) -> Fraction | None:
        """How much worse than before (negative: better)."""
        return None if self.before is None else self.now - self.before


@dataclass(frozen=True, slots=True)
class Scored:
    """One rating after the quit date. `baselines`: how many ratings stand behind "before"; 0 is said openly."""

    on: date
    day: int
    baselines: int
    changes: tuple[Change, ...]
    urge_time: int | None
    urge_strength: int | None

    @property
    def has_baseline(self) -> bool:
        """Whether items 1 to 7 can be read at all."""
        return self.baselines > 0


class Response(StrEnum):
    """What follows from an answer to "depressed"."""

    NONE = "none"
    OFFER_TO_TELL = "offer-to-tell"  # "worth telling your practitioner", as an offer
    VERY_LOW = "very-low"  # the branch of a very low mood, at once, and into the summary


def read_score(item: Item, code: str) -> int | None:
    """A score of that item from a button's code; None for anything else."""
    least = 1 if item in SYMPTOMS else 0
    return int(code) if code in {str(n) for n in range(least, MOST + 1)} else None


def baseline(ratings: Iterable[Rating], quit_on: date) -> Sequence[Rating]:
    """The last two ratings in the two weeks before the quit date, oldest first."""
    before = (one for one in ratings if quit_on - _BASELINE_DAYS <= one.on < quit_on)
    return sorted(before, key=lambda one: one.on)[-BASELINES:]


def score(rating: Rating, ratings: Iterable[Rating], quit_on: date) -> Scored:
    """Items 1 to 7 as change from before the quit date, 8 and 9 as they stand. A missing item stays missing."""
    before = baseline(ratings, quit_on)
    return Scored(
        on=rating.on,
        day=(rating.on - quit_on).days,
        baselines=len(before),
        changes=tuple(_change(item, rating.scores[item], before) for item in SYMPTOMS if item in rating.scores),
        urge_time=rating.scores.get(Item.URGE_TIME),
        urge_strength=rating.scores.get(Item.URGE_STRENGTH),
    )


def _change(item: Item, now: int, before: Sequence[Rating]) -> Change:
    said = [one.scores[item] for one in before if item in one.scores]
    return Change(item, now, Fraction(sum(said), len(said)) if said else None)


def response(rating: Rating, ratings: Iterable[Rating], quit_on: date | None) -> Response:
    """What follows from item 1, a question about depression: it has a rule before it is asked.

    - "Very" or "extremely" is the very-low branch, whatever it was before and however long ago they stopped.
    - A rise of two or more from before the quit date is worth telling.
    - Never called withdrawal here: that is for `programme.facts.withdrawal` to allow, and never at such a score.
    """
    now = rating.scores.get(Item.DEPRESSED)
    if now is None:
        return Response.NONE
    if now >= VERY:
        return Response.VERY_LOW
    before = baseline(ratings, quit_on) if quit_on is not None else ()
    change = _change(Item.DEPRESSED, now, before).change
    return Response.OFFER_TO_TELL if change is not None and change >= RISE else Response.NONE


def offered(quit_on: date, rated: Collection[date], today: date) -> int | None:
    """For which of its days (-7, -1, 7, 14, 28 since the quit date) it is to be offered on that local date, or None.

    - Twice before the quit date, then on days 7, 14 and 28; the days around each count as well, as not every day has
      a check-in for the offer to ride in.
    - Not where it was rated in those days, nor for a third baseline.
    """
    day = (today - quit_on).days
    found = next(((slot, days) for slot, days in OFFERED.items() if day in days), None)
    if found is None or any((on - quit_on).days in found[1] for on in rated):
        return None
    have = sum(quit_on - _BASELINE_DAYS <= on < quit_on for on in rated)
    return None if found[0] < 0 and have >= BASELINES else found[0]
