"""Pieces that the screens of clients and their supporters share."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from bot.kit.parts import LABEL, cut, rows
from bot.kit.screen import Button, Rows, does
from bot.kit.taps import Tap
from bot.supporters.taps import MILESTONE_TELL
from bot.texts import Texts
from bot.texts.dates import weekday
from care.people.accounts import name_of
from db.tx import Tx
from programme.quitting.attempts import Milestone
from programme.supporters.support import Support

T = TypeVar("T")
MONDAY = date(2024, 1, 1)


def day_name(texts: Texts, day: int) -> str:
    """A weekday (Monday is 0) in words."""
    return weekday(texts, MONDAY + timedelta(days=day))


def day_names(texts: Texts, days: Iterable[int]) -> str:
    """Several of them, in the order of the week."""
    return ", ".join(day_name(texts, day) for day in sorted(days))


def ticked(texts: Texts, label: str, on: bool, tap: Tap[T], value: T) -> Button:
    """A box with its label."""
    return does(texts.label("choice-on" if on else "choice-off", choice=label), tap, value)


def milestone_words(milestone: Milestone, texts: Texts) -> str:
    """Such as "3 smoke-free days"."""
    return texts.label(f"milestone-{milestone.unit}", count=milestone.count)


def tell_buttons(supports: Iterable[Support], texts: Texts) -> Rows:
    """One for each supporter who may be told of a milestone. What they would read is looked at before it goes."""
    return rows(
        (
            does(cut(texts.label("support-button-tell", name=one.label), LABEL), MILESTONE_TELL, one.id)
            for one in supports
        ),
        2,
    )


async def supporter_name(tx: Tx, person_id: int | None) -> str:
    """What that person is called; nothing where they are not here any more."""
    return await name_of(tx, person_id) or ""
