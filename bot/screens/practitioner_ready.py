"""A practitioner is set up: what to do next."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens import nations
from bot.screens.parts import paragraphs
from bot.screens.reads import zone_of
from bot.taps.practice import INVITE, SUMMARY_TIME
from bot.texts import Texts, texts_for
from bot.texts.dates import when
from care.cards import card_of
from care.weekly import summary_plan
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """What they are called, and when the next weekly summary comes (UTC; None: none is wanted).

    `card` says whether their nation is known: it is the one of whoever opens their links, until those choose.
    """

    name: str
    now: datetime
    zone: str
    card: CrisisCard
    next_at: datetime | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Their name and their plan."""
    plan = await summary_plan(tx, person.id)
    name = person.name or texts_for(person.locale).label("someone")
    return Facts(name, tx.now, zone_of(person), await card_of(tx, person), plan.next_due_at if plan else None)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The three commands, that nothing is watched live, and when the summary comes by itself."""
    invite = does(texts.label("practitioner-invite"), INVITE)
    change = does(texts.label("summary-time-change"), SUMMARY_TIME)
    comes = texts("summary-time-none")
    if facts.next_at is not None:
        comes = texts("summary-time-next", when=when(texts, facts.next_at, facts.now, facts.zone))
    nation = texts("nation-which-clients") if nations.is_asked(facts.card) else None
    return Screen(
        paragraphs(texts("practitioner-ready", name=facts.name), comes, nation),
        ((invite,), (change,), *nations.while_asked(facts.card, texts)),
    )
