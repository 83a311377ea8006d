"""What one rating of the nine questions comes to, for whoever gave it: what is new, and what may be said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from programme.facts.explained import Said, Since, explain
from programme.facts.withdrawal import WORTH_TELLING, Felt
from programme.scales.mpss import VERY, Change, Item, Rating, Scored, score

FELT: Final[Mapping[Item, Felt]] = {
    Item.DEPRESSED: Felt.LOW_MOOD,
    Item.ANXIOUS: Felt.ANXIOUS,
    Item.IRRITABLE: Felt.IRRITABLE,
    Item.RESTLESS: Felt.RESTLESS,
    Item.HUNGRY: Felt.HUNGRY,
    Item.POOR_CONCENTRATION: Felt.POOR_CONCENTRATION,
    Item.POOR_SLEEP: Felt.POOR_SLEEP,
    Item.URGE_STRENGTH: Felt.URGES,
}
SOMEWHAT: Final = 3  # without a baseline, what is less is not named


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing they feel, and what may be said of it."""

    felt: Felt
    said: Said


@dataclass(frozen=True, slots=True)
class Result:
    """One rating. `eased` is what is less than before the quit date; a baseline has no day and notes nothing."""

    scored: Scored | None
    noted: tuple[Noted, ...] = ()
    eased: tuple[Felt, ...] = ()


def result(rating: Rating, ratings: Sequence[Rating], quit_on: date | None, *, medicine: bool = False) -> Result:
    """What that rating comes to. `ratings` are all of theirs.

    - What was there before the quit date, and is no stronger, is not named as anything of stopping.
    - Low mood and anxiety that are stronger than at the rating before, or very strong, are getting worse.
    """
    if quit_on is None or rating.on < quit_on:
        return Result(None)
    scored = score(rating, ratings, quit_on)
    earlier = sorted((one for one in ratings if quit_on <= one.on < rating.on), key=lambda one: one.on)
    found = [
        Noted(felt, explain(felt, scored.day, since, medicine=medicine))
        for felt, since in ((FELT[one.item], _since(one, earlier)) for one in scored.changes)
        if since is not None
    ]
    if scored.urge_strength:  # raw: no baseline is needed
        found.append(Noted(Felt.URGES, explain(Felt.URGES, scored.day, Since.UNKNOWN)))
    return Result(scored, tuple(found), tuple(FELT[one.item] for one in scored.changes if (one.change or 0) < 0))


def _since(one: Change, earlier: Sequence[Rating]) -> Since | None:
    """How it stands; None where there is nothing to name."""
    is_mood = FELT[one.item] in WORTH_TELLING
    last = next((each.scores[one.item] for each in reversed(earlier) if one.item in each.scores), None)
    if is_mood and (one.now >= VERY or (last is not None and one.now > last)):
        return Since.WORSE
    if one.change is None:
        return Since.UNKNOWN if one.now >= SOMEWHAT else None
    return Since.NEW if one.change > 0 else None
