"""A number from 0 to 10: how ready they feel to stop, or how sure to get through the next one. Theirs alone."""

from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens.parts import lines
from bot.screens.scale import ten
from bot.taps.everywhere import OPEN_MINE
from bot.taps.quitting import QUIT_DATE, RATING_IS, RATINGS
from bot.texts import Texts
from care.toolkit import keeps_words
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

_HIGH = 8  # from which on what makes it so is worth more than what is missing


@dataclass(frozen=True, slots=True)
class Facts:
    """`what` is one of RATINGS; `value` what they said on this screen. `done`: words were written to it."""

    what: str
    keeps: bool = True
    value: int | None = None
    done: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    what, value = row.args.get("what"), row.args.get("value")
    if not person.is_client or what not in RATINGS:
        return None
    return Facts(what, await keeps_words(tx, person), value, row.args.get("view") == "done")


def screen(facts: Facts, texts: Texts) -> Screen:
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


def _out(facts: Facts, texts: Texts, label: str) -> Rows:
    """To where it was opened."""
    if facts.what == "ready":
        return ((does(texts.label(label), QUIT_DATE),),)
    return ((does(texts.label(label), OPEN_MINE, "progress"),),)
