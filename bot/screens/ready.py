"""Set up: when the first check-in comes, and what works meanwhile."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens import nations
from bot.screens.check_in.reads import next_at
from bot.screens.parts import go, lines
from bot.texts import Texts
from bot.texts.dates import Expected, when
from care.cards import card_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`next_at` (UTC) is when the first check-in comes; None: they chose none. `card`: its nation is asked for."""

    name: str
    now: datetime
    zone: str | None
    next_at: Expected | None
    card: CrisisCard


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Their name, and when their plan comes due."""
    return Facts(person.name or "", now, person.zone, await next_at(tx, now, person), await card_of(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """A greeting, the next hello, and the two commands to remember."""
    craving = go(texts, "welcome-craving", "craving")
    name = texts("ready", name=facts.name)
    nation = nations.question(facts.card, texts)
    asked = nations.while_asked(facts.card, texts)
    if facts.next_at is None:
        return Screen(lines(name, texts("ready-quiet"), texts("ready-commands"), nation), ((craving,), *asked))
    hello = texts("ready-check-in", when=when(texts, facts.next_at, facts.now, facts.zone))
    change = does(texts.label("button-change"), "time")
    return Screen(lines(name, hello, texts("ready-commands"), nation), ((craving,), (change,), *asked))
