"""How somebody smokes, in two taps (the Heaviness of Smoking Index): they see their own answers, and no label."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens.closer import to_closer
from bot.screens.parts import lines, paragraphs, rows
from bot.screens.reads import sees_of, zone_of
from bot.screens.sees import Sees, told_line
from bot.taps.everywhere import OPEN_MINE
from bot.taps.kit import Tap
from bot.taps.measures import HSI_ANEW, HSI_FIRST, HSI_MANY
from bot.texts import Texts
from bot.texts.dates import local, short_day
from db import hsi
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.scales.hsi import First, HsiTold, PerDay

EARLIER = 3  # answers from before that are shown


@dataclass(frozen=True, slots=True)
class Facts:
    """`told` are all their answers, oldest first. `asks`: they answer now; `first` is their first tap."""

    sees: Sees
    zone: str
    told: Sequence[HsiTold] = ()
    asks: bool = False
    first: First | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is now."""
    told = await hsi.of_person(tx, person.id)
    first = row.args.get("first")
    asks = bool(row.args.get("asks")) or not told
    return Facts(await sees_of(tx, person), zone_of(person), told, asks, First(first) if first else None)


def first_buttons(texts: Texts, tap: Tap[First] = HSI_FIRST) -> Rows:
    """How soon after waking up."""
    return rows((does(texts.label(f"hsi-{one}"), tap, one) for one in First), 2)


def many_buttons(first: First, texts: Texts, tap: Tap[tuple[First, PerDay]] = HSI_MANY) -> Rows:
    """How many a day; each tap carries both answers."""
    return rows((does(texts.label(f"hsi-{one}"), tap, (first, one)) for one in PerDay), 2)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The first question, the second, or what they said."""
    if not facts.asks:
        return _told(facts, texts)
    not_now = ((does(texts.label("check-in-not-now"), OPEN_MINE, "closer"),),)
    if facts.first is None:
        asked = paragraphs(texts("hsi-first"), told_line(facts.sees, texts))
        return Screen(asked, (*first_buttons(texts), *not_now))
    return Screen(texts("hsi-per-day"), (*many_buttons(facts.first, texts), *not_now))


def _told(facts: Facts, texts: Texts) -> Screen:
    *before, last = facts.told
    words = texts("hsi-told", **_said(last, texts), day=_day(last, facts, texts))
    entered = texts("hsi-entered", practitioner=_who(facts, texts)) if last.entered else None
    earlier = (texts("hsi-earlier", **_said(one, texts), day=_day(one, facts, texts)) for one in before[-EARLIER:])
    anew = does(texts.label("hsi-anew"), HSI_ANEW)
    shown = paragraphs(lines(words, entered), lines(*earlier), told_line(facts.sees, texts))
    return Screen(shown, ((anew, to_closer(texts)),))


def _said(one: HsiTold, texts: Texts) -> dict[str, str]:
    return {"first": texts.label(f"hsi-{one.said.first}"), "many": texts.label(f"hsi-{one.said.per_day}")}


def _day(one: HsiTold, facts: Facts, texts: Texts) -> str:
    return short_day(texts, local(one.at, facts.zone).date())


def _who(facts: Facts, texts: Texts) -> str:
    return facts.sees.practitioner or texts.label("someone")
