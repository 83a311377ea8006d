"""Somebody asks for a check-in and has done today's."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen
from bot.screens.check_in.reads import next_hello
from bot.screens.parts import lines
from bot.texts import Texts
from bot.texts.dates import Expected, when
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`next_at` (UTC) is when the next one comes by itself, or None."""

    now: datetime
    zone: str | None
    next_at: Expected | None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """From their plan."""
    return Facts(tx.now, person.zone, await next_hello(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Thank you, and when the next one comes."""
    following = None
    if facts.next_at is not None:
        following = texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))
    return Screen(lines(texts("check-in-done-today"), following))
