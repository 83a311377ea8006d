"""The Mood and Physical Symptoms Scale (West and Hajek 2004), items 1 to 9: scoring, one filling-in, and its result."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Final, Self

from programme.facts.withdrawal import WORTH_TELLING, ExplainedAs, Felt, Since, explain


class MpssItem(IntEnum):
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


SYMPTOMS: Final = tuple(MpssItem)[:7]  # 1, not at all, to 5, extremely
URGES: Final = tuple(MpssItem)[7:]  # 0 to 5
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
    scores: Mapping[MpssItem, int]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One of items 1 to 7: now, before (the mean of up to two ratings) and the change. None: no baseline, no change."""

    item: MpssItem
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
    changes: tuple[ItemChange, ...]
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


def read_score(item: MpssItem, code: str) -> int | None:
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
        urge_time=rating.scores.get(MpssItem.URGE_TIME),
        urge_strength=rating.scores.get(MpssItem.URGE_STRENGTH),
    )


def _change(item: MpssItem, now: int, before: Sequence[Rating]) -> ItemChange:
    said = [one.scores[item] for one in before if item in one.scores]
    return ItemChange(item, now, Fraction(sum(said), len(said)) if said else None)


def response(rating: Rating, ratings: Iterable[Rating], quit_on: date | None) -> Response:
    """What follows from item 1, a question about depression: it has a rule before it is asked.

    - "Very" or "extremely" is the very-low branch, whatever it was before and however long ago they stopped.
    - A rise of two or more from before the quit date is worth telling.
    - Never called withdrawal here: that is for `programme.facts.withdrawal` to allow, and never at such a score.
    """
    now = rating.scores.get(MpssItem.DEPRESSED)
    if now is None:
        return Response.NONE
    if now >= VERY:
        return Response.VERY_LOW
    before = baseline(ratings, quit_on) if quit_on is not None else ()
    change = _change(MpssItem.DEPRESSED, now, before).change
    return Response.OFFER_TO_TELL if change is not None and change >= RISE else Response.NONE


def mpss_offered(quit_on: date, rated: Collection[date], today: date) -> int | None:
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


OPEN_FOR: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Filling:
    """What was said so far. `on` is the local date on which it was begun; `ended_at`: they came to its end."""

    id: int
    person_id: int
    made_at: datetime
    on: date
    scores: Mapping[MpssItem, int]
    passed: frozenset[MpssItem] = frozenset()
    ended_at: datetime | None = None

    @property
    def next_item(self) -> MpssItem | None:
        """The first question neither answered nor passed over; None at the end."""
        return next((item for item in MpssItem if item not in self.scores and item not in self.passed), None)

    @property
    def rating(self) -> Rating:
        """As it is scored."""
        return Rating(self.on, self.scores)

    def takes_answers(self, now: datetime) -> bool:
        """Whether it is open: not at its end, and not two days old."""
        return self.ended_at is None and now < self.closes_at

    @property
    def closes_at(self) -> datetime:
        """When it closes by itself (UTC)."""
        return self.made_at + OPEN_FOR

    def answer(self, item: MpssItem, code: str) -> Self | None:
        """With that answer; None where it is no answer to that question."""
        score = read_score(item, code)
        if score is None:
            return None
        return replace(self, scores={**self.scores, item: score}, passed=self.passed - {item})

    def skip(self, item: MpssItem) -> Self:
        """With that question passed over; an answer given before stays."""
        return self if item in self.scores else replace(self, passed=self.passed | {item})


FELT: Final[Mapping[MpssItem, Felt]] = {
    MpssItem.DEPRESSED: Felt.LOW_MOOD,
    MpssItem.ANXIOUS: Felt.ANXIOUS,
    MpssItem.IRRITABLE: Felt.IRRITABLE,
    MpssItem.RESTLESS: Felt.RESTLESS,
    MpssItem.HUNGRY: Felt.HUNGRY,
    MpssItem.POOR_CONCENTRATION: Felt.POOR_CONCENTRATION,
    MpssItem.POOR_SLEEP: Felt.POOR_SLEEP,
    MpssItem.URGE_STRENGTH: Felt.URGES,
}
SOMEWHAT: Final = 3  # without a baseline, what is less is not named


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing they feel, and what may be said of it."""

    felt: Felt
    said: ExplainedAs


@dataclass(frozen=True, slots=True)
class MpssResult:
    """One rating. `eased` is what is less than before the quit date; a baseline has no day and notes nothing."""

    scored: Scored | None
    noted: tuple[Noted, ...] = ()
    eased: tuple[Felt, ...] = ()


def mpss_result(
    rating: Rating, ratings: Sequence[Rating], quit_on: date | None, *, medicine: bool = False
) -> MpssResult:
    """What that rating comes to. `ratings` are all of theirs.

    - What was there before the quit date, and is no stronger, is not named as anything of stopping.
    - Low mood and anxiety that are stronger than at the rating before, or very strong, are getting worse.
    """
    if quit_on is None or rating.on < quit_on:
        return MpssResult(None)
    scored = score(rating, ratings, quit_on)
    earlier = sorted((one for one in ratings if quit_on <= one.on < rating.on), key=lambda one: one.on)
    found = [
        Noted(felt, explain(felt, scored.day, since, medicine=medicine))
        for felt, since in ((FELT[one.item], _since(one, earlier)) for one in scored.changes)
        if since is not None
    ]
    if scored.urge_strength:  # raw: no baseline is needed
        found.append(Noted(Felt.URGES, explain(Felt.URGES, scored.day, Since.UNKNOWN)))
    return MpssResult(scored, tuple(found), tuple(FELT[one.item] for one in scored.changes if (one.change or 0) < 0))


def _since(one: ItemChange, earlier: Sequence[Rating]) -> Since | None:
    """How it stands; None where there is nothing to name."""
    is_mood = FELT[one.item] in WORTH_TELLING
    last = next((each.scores[one.item] for each in reversed(earlier) if one.item in each.scores), None)
    if is_mood and (one.now >= VERY or (last is not None and one.now > last)):
        return Since.WORSE
    if one.change is None:
        return Since.UNKNOWN if one.now >= SOMEWHAT else None
    return Since.NEW if one.change > 0 else None
