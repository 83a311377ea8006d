"""A client's own words for hard moments: they are shown one at a time in a craving."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.taps.everywhere import OPEN_MINE
from bot.taps.toolkit import PHRASE_ASK, PHRASE_BACK, PHRASE_GONE, PHRASES
from bot.texts import Texts
from care.phrases import MOST
from db import own_words
from db.screens import ScreenRow
from db.tx import Tx
from programme.own_words import OwnWords, Purpose
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`asking`: the next words are one. `gone` is the one that was taken off a moment ago."""

    phrases: Sequence[OwnWords] = ()
    asking: bool = False
    gone: OwnWords | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As they are kept now."""
    every = await own_words.of_person(tx, person.id, [Purpose.PHRASE], also_ended=True)
    gone = next((one for one in every if one.ended and one.id == row.args.get("gone")), None)
    return Facts([one for one in every if not one.ended], row.args.get("view") == "ask", gone)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The list, or the question for another one."""
    if facts.asking:
        words = paragraphs(texts("phrases-ask"), texts("phrases-who"))
        return Screen(words, ((does(texts.label("button-back"), PHRASES),),))
    home = does(texts.label("button-back"), OPEN_MINE, "toolkit")
    add = (does(texts.label("phrases-add"), PHRASE_ASK),) if len(facts.phrases) < MOST else ()
    undo = ((does(texts.label("toolkit-undo"), PHRASE_BACK, facts.gone.id),),) if facts.gone else ()
    gone = texts("phrases-gone", words=cut(facts.gone.words, LABEL)) if facts.gone else None
    listed = [texts("phrases-line", words=cut(one.words, EXCERPT)) for one in facts.phrases]
    remove = tuple(
        (does(texts.label("phrases-remove", words=cut(one.words, LABEL)), PHRASE_GONE, one.id),)
        for one in facts.phrases
    )
    told = texts("phrases-more") if listed else texts("phrases-none")
    words = paragraphs(gone, lines(texts("phrases"), *listed), told, texts("phrases-who"))
    return Screen(words, (*undo, *remove, (*add, home)))
