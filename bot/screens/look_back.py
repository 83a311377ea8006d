"""Forty minutes after a cigarette: how is the stress now? From seven answers on, their own counts as a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.screen import Screen, does
from bot.screens.parts import paragraphs, rows
from bot.taps.diary import LOOK_BACK, LOOK_BACK_FITS, LOOK_BACK_NOW
from bot.texts import Texts
from care.wants_look_back import agreed, fits, looks_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.check_in import STRONGEST_URGE
from programme.looking_back import Asked, counted, is_told
from programme.patterns import LookBack
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The cigarette with both answers as they are kept by now; `counts` where they are told with this answer.

    `args` say that it came too late, or that they said whether the counts fit.
    """

    asked: Asked
    counts: LookBack | None = None
    args: Mapping[str, Any] = field(default_factory=dict)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """Nothing to say to somebody who does not want it any more, or where the cigarette was taken back."""
    every = await looks_of(tx, person) if await agreed(tx, person) else []
    asked = next((one for one in every if one.smoked_id == row.subject_id), None)
    if asked is None:
        return None
    counts = counted(every)
    told = is_told(counts) and await fits(tx, person) is not False
    return Facts(asked, counts if told else None, row.args)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question; or what they said, and, now and then, what all of it comes to."""
    then, later = facts.asked.then, facts.asked.later
    if facts.args.get("said"):
        return Screen(texts("look-back-answered"))
    if facts.args.get("late"):
        return Screen(texts("look-back-late"))
    if later is None:
        ratings = rows((does(str(n), LOOK_BACK_NOW, n) for n in range(STRONGEST_URGE + 1)), STRONGEST_URGE + 1)
        stop = (does(texts.label("look-back-stop"), LOOK_BACK, False),)
        return Screen(paragraphs(texts("look-back", then=then), texts("diary-who-you")), (*ratings, stop))
    noted = texts("look-back-noted", then=then, later=later)
    if facts.counts is None:
        return Screen(noted)
    return Screen(paragraphs(noted, counts(facts.counts, texts)), (fitting(texts),))


def counts(found: LookBack, texts: Texts) -> str:
    """Their own before and after, as a question."""
    return texts("look-back-counts", times=found.of, lower=found.lower, same=found.same, higher=found.higher)


def fitting(texts: Texts) -> tuple[Any, ...]:
    """Whether it fits: theirs to say."""
    labels = {"yes": "look-back-fits", "no": "look-back-fits-not", "unsure": "look-back-unsure"}
    return tuple(does(texts.label(key), LOOK_BACK_FITS, code) for code, key in labels.items())
