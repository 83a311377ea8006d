"""What did smoking cost you? A number a day and a price, for the client's own counts; any of it can be left out."""

from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens.parts import lines, paragraphs, rows
from bot.screens.reads import country_of
from bot.taps.everywhere import OPEN_MINE
from bot.taps.quitting import USUAL, USUAL_A_DAY, USUAL_ASK, USUAL_GONE, USUAL_PACKET_OF, USUAL_SO_BEFORE
from bot.texts import Texts
from bot.texts.money import currency_of, money
from care.quit_date import today_of
from care.toolkit import keeps_words
from care.usual import changed_today
from db import usual
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.usual import A_PACKET, UsualBefore, UsualDay

A_DAY = (5, 10, 15, 20, 30)


@dataclass(frozen=True, slots=True)
class Facts:
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


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    if not person.is_client:
        return None
    told, keeps = await usual.of_person(tx, person.id), await keeps_words(tx, person)
    view, refused = row.args.get("view", ""), bool(row.args.get("refused"))
    before = await changed_today(tx, person, today_of(tx.now, person))
    return Facts(told, keeps, view, refused, currency_of(country_of(person)), before)


def screen(facts: Facts, texts: Texts) -> Screen:
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


def _asked(facts: Facts, texts: Texts) -> Screen:
    refused = texts(f"usual-refused-{facts.view}") if facts.refused else None
    words = texts(f"usual-ask-{facts.view}", currency=facts.currency)
    skip = does(texts.label("button-skip"), OPEN_MINE, "usual")
    numbers: Rows = ()
    if facts.view == "a_day":
        numbers = rows((does(str(one), USUAL_A_DAY, one) for one in A_DAY), len(A_DAY))
    elif facts.view == "packet_of":
        numbers = ((does(texts.label("usual-packet", count=A_PACKET), USUAL_PACKET_OF, A_PACKET),),)
    return Screen(lines(refused, words), (*numbers, (skip,)))
