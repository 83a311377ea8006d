"""What led to a quit date being moved or taken away: a chip, or their own words; kept with that try, for them alone."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import rows
from bot.taps.quitting import QUIT_DATE, WHY_MOVED_IS, WHY_MOVED_TYPE
from bot.texts import Texts
from care.toolkit import keeps_words
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.quitting import WhyMoved


@dataclass(frozen=True, slots=True)
class Facts:
    """`view`: "" the chips, "type" their own words are asked for, "kept" it was said. `keeps`: it can be kept."""

    view: str = ""
    keeps: bool = True


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For clients alone."""
    return Facts(row.args.get("view", ""), await keeps_words(tx, person)) if person.is_client else None


def screen(facts: Facts, texts: Texts) -> Screen:
    """A few chips, something else, or skip."""
    back = does(texts.label("button-back"), QUIT_DATE)
    if not facts.keeps:
        return Screen(texts("why-moved-unkept"), ((back,),))
    if facts.view == "kept":
        return Screen(texts("why-moved-kept"), ((back,),))
    skip = does(texts.label("button-skip"), QUIT_DATE)
    if facts.view == "type":
        return Screen(texts("why-moved-type"), ((skip,),))
    chips = rows((does(texts.label(f"why-moved-{one}"), WHY_MOVED_IS, one) for one in WhyMoved), 2)
    return Screen(texts("why-moved-ask"), (*chips, (does(texts.label("why-moved-own"), WHY_MOVED_TYPE), skip)))
