"""Ratings from 0 to 10, and what smoking cost; each can be left out."""

from dataclasses import dataclass

from bot.kit.parts import lines, paragraphs, rows, ten
from bot.kit.people import country_of
from bot.kit.screen import Rows, Screen, does
from bot.kit.taps import OPEN_MINE
from bot.quitting.taps import (
    QUIT_DATE,
    RATING_IS,
    RATINGS,
    USUAL,
    USUAL_A_DAY,
    USUAL_ASK,
    USUAL_GONE,
    USUAL_PACKET_OF,
    USUAL_SO_BEFORE,
)
from bot.texts import Texts
from bot.texts.dates import currency_of, money
from care.measures.scales import changed_today, usual_of
from care.toolkit import keeps_words
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.measures.dependence import A_PACKET, UsualBefore, UsualDay
from programme.people.person import Person, today_of

_HIGH = 8  # from which on what makes it so is worth more than what is missing


@dataclass(frozen=True, slots=True)
class RatingFacts:
    """`what` is one of RATINGS; `value` what they said on this screen. `done`: words were written to it."""

    what: str
    keeps: bool = True
    value: int | None = None
    done: bool = False


async def rating_facts(tx: Tx, person: Person, row: ScreenRow) -> RatingFacts | None:
    """For clients only."""
    what, value = row.args.get("what"), row.args.get("value")
    if not person.is_client or what not in RATINGS:
        return None
    return RatingFacts(what, await keeps_words(tx, person), value, row.args.get("view") == "done")


def rating_screen(facts: RatingFacts, texts: Texts) -> Screen:
    """The question; of being ready also what would help, in their own words."""
    if not facts.keeps:
        return Screen(texts("rating-unkept"), _out(facts, texts, "button-back"))
    if facts.done:
        return Screen(texts("rating-ready-words"), _out(facts, texts, "button-back"))
    if facts.value is None:
        asked = lines(texts(f"rating-{facts.what}"), texts("rating-who"))
        return Screen(asked, (*ten(RATING_IS), *_out(facts, texts, "button-skip")))
    if facts.what == "sure":
        return Screen(texts("rating-sure-said", value=str(facts.value)), _out(facts, texts, "button-back"))
    key = "rating-ready-most" if facts.value >= _HIGH else "rating-ready-said"
    return Screen(texts(key, value=str(facts.value)), _out(facts, texts, "button-skip"))


def _out(facts: RatingFacts, texts: Texts, label: str) -> Rows:
    """To where it was opened."""
    if facts.what == "ready":
        return ((does(texts.label(label), QUIT_DATE),),)
    return ((does(texts.label(label), OPEN_MINE, "progress"),),)


A_DAY = (5, 10, 15, 20, 30)


@dataclass(frozen=True, slots=True)
class UsualFacts:
    """`told` so far. `view`: what is being asked, or ""; `refused`: what was typed was no such number.

    `currency` is that of where they are (ISO 4217). `keeps`: it can be kept. `before` is what held up to today, where
    they changed it today.
    """

    told: UsualDay | None
    keeps: bool = True
    view: str = ""
    refused: bool = False
    currency: str = "GBP"
    before: UsualBefore | None = None


async def usual_facts(tx: Tx, person: Person, row: ScreenRow) -> UsualFacts | None:
    """For clients only."""
    if not person.is_client:
        return None
    told, keeps = await usual_of(tx, person), await keeps_words(tx, person)
    view, refused = row.args.get("view", ""), bool(row.args.get("refused"))
    before = await changed_today(tx, person, today_of(tx.now, person))
    return UsualFacts(told, keeps, view, refused, currency_of(country_of(person)), before)


def usual_screen(facts: UsualFacts, texts: Texts) -> Screen:
    """How it stands, or the question that is open."""
    back = ((does(texts.label("button-back"), OPEN_MINE, "progress"),),)
    if not facts.keeps:
        return Screen(paragraphs(texts("usual"), texts("usual-not-kept")), back)
    if facts.view in USUAL:
        return _asked(facts, texts)
    if facts.told is None:
        begin = does(texts.label("usual-begin"), USUAL_ASK, "a_day")
        return Screen(paragraphs(texts("usual"), lines(texts("usual-why"), texts("usual-who"))), ((begin,), *back))
    gone = does(texts.label("usual-gone"), USUAL_GONE)
    change = tuple(does(texts.label(f"usual-change-{one}"), USUAL_ASK, one) for one in USUAL[:2])
    stands, rows_ = _stands(facts.told, texts), (change, (gone,), *back)
    if facts.before is None:
        return Screen(paragraphs(texts("usual"), stands, texts("usual-who")), rows_)
    earlier = lines(texts("usual-from-today"), _stands(facts.before, texts))
    so_before = does(texts.label("usual-so-before"), USUAL_SO_BEFORE)
    return Screen(paragraphs(texts("usual"), stands, earlier, texts("usual-who")), ((so_before,), *rows_))


def _stands(told: UsualDay | UsualBefore, texts: Texts) -> str:
    price = None
    if told.price is not None and told.currency is not None:
        price = texts("usual-price", price=money(texts, told.price, told.currency), count=told.packet_of)
    return lines(texts("usual-a-day", count=told.a_day), price)


def _asked(facts: UsualFacts, texts: Texts) -> Screen:
    refused = texts(f"usual-refused-{facts.view}") if facts.refused else None
    words = texts(f"usual-ask-{facts.view}", currency=facts.currency)
    skip = does(texts.label("button-skip"), OPEN_MINE, "usual")
    numbers: Rows = ()
    if facts.view == "a_day":
        numbers = rows((does(str(one), USUAL_A_DAY, one) for one in A_DAY), len(A_DAY))
    elif facts.view == "packet_of":
        numbers = ((does(texts.label("usual-packet", count=A_PACKET), USUAL_PACKET_OF, A_PACKET),),)
    return Screen(lines(refused, words), (*numbers, (skip,)))
