"""Set up: when the first check-in comes, what works meanwhile, and what has helped before."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens import nations
from bot.screens.check_in.reads import next_hello
from bot.screens.parts import go, lines, paragraphs
from bot.taps.people import SKIP_HELPED
from bot.taps.schedule import CHANGE_TIME
from bot.texts import Texts
from bot.texts.dates import Expected, when
from care.cards import card_of
from db import toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person

HELPED, KEPT = "helped", "kept"  # views: what has helped is asked; it is kept


@dataclass(frozen=True, slots=True)
class Facts:
    """`next_at` (UTC) is when I write first; None: they chose no check-ins. `card`: its nation is asked for.

    `view`: HELPED asks what has helped before, the first item of the toolkit; KEPT says that it is there.
    """

    name: str
    now: datetime
    zone: str | None
    next_at: Expected | None
    card: CrisisCard
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Their name, when their plan comes due, and whether anything is in their toolkit."""
    view = str(row.args.get("view", ""))
    if view == KEPT and not await toolkit.of_person(tx, person.id):
        view = ""
    comes = await next_hello(tx, person)
    return Facts(person.name or "", tx.now, person.zone, comes, await card_of(tx, person), view)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A greeting, the next hello, and the two commands to remember; one question at a time."""
    craving = (go(texts, "welcome-craving", "craving"),)
    change = () if facts.next_at is None else ((does(texts.label("button-change"), CHANGE_TIME),),)
    if facts.view == HELPED:
        skip = (does(texts.label("button-skip"), SKIP_HELPED),)
        return Screen(paragraphs(_set_up(facts, texts), texts("ask-helped")), (skip, craving, *change))
    said = texts("ready-kept") if facts.view == KEPT else _set_up(facts, texts)
    nation = nations.question(facts.card, texts)
    return Screen(lines(said, nation), (craving, *change, *nations.while_asked(facts.card, texts)))


def _set_up(facts: Facts, texts: Texts) -> str:
    hello = texts("ready-quiet")
    if facts.next_at is not None:
        hello = texts("ready-check-in", when=when(texts, facts.next_at, facts.now, facts.zone))
    return lines(texts("ready", name=facts.name), hello, texts("ready-commands"))
