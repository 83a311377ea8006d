"""Pieces that the screens of clients and their supporters share."""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.screen import Button, does
from bot.texts import Texts
from bot.texts.dates import weekday
from db import people
from db.tx import Tx

MONDAY = date(2024, 1, 1)


def day_name(texts: Texts, day: int) -> str:
    """A weekday (Monday is 0) in words."""
    return weekday(texts, MONDAY + timedelta(days=day))


def day_names(texts: Texts, days: Iterable[int]) -> str:
    """Several of them, in the order of the week."""
    return ", ".join(day_name(texts, day) for day in sorted(days))


def ticked(texts: Texts, label: str, on: bool, do: str, arg: str) -> Button:
    """A box with its label."""
    return does(texts.label("choice-on" if on else "choice-off", choice=label), do, arg)


async def name_of(tx: Tx, person_id: int | None) -> str:
    """What that person is called; nothing where they are not here any more."""
    person = await people.get(tx, person_id) if person_id is not None else None
    return (person.name if person else None) or ""
