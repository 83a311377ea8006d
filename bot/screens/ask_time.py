"""When to check in, with the local time shown so that a wrong zone is seen."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.screen import Screen, does
from bot.screens.parts import rows
from bot.screens.reads import country_of, zone_of
from bot.taps.schedule import CHECK_IN_AT, ELSEWHERE, TIME_BACK
from bot.texts import Texts
from bot.texts.dates import clock, local, place
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

OFFERED: Final = (time(8), time(12, 30), time(18, 30), time(20, 30))
_HOME: Final = "GB"


@dataclass(frozen=True, slots=True)
class Facts:
    """`now` is UTC, `zone` the person's IANA zone, `which` two readings of a time they typed ("7").

    `changes`: they have a time, and may leave it at that.
    """

    now: datetime
    zone: str
    country: str
    which: tuple[time, ...] = ()
    changes: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Before the person says where they are, the clock of home is shown for them to see."""
    which = tuple(time.fromisoformat(one) for one in row.args.get("which", ()))
    return Facts(tx.now, zone_of(person), country_of(person), which, row.args.get("for") == "settings")


def screen(facts: Facts, texts: Texts) -> Screen:
    """Four times to tap, or any typed one; and the way out for somebody who has a time."""
    back = ((does(texts.label("button-back"), TIME_BACK),),) if facts.changes else ()
    if facts.which:
        both = tuple(does(clock(one), CHECK_IN_AT, one) for one in facts.which)
        return Screen(texts("ask-time-which"), (both, *back))
    here = texts.label("the-uk") if facts.country == _HOME else place(texts, facts.zone)
    times = rows((does(clock(one), CHECK_IN_AT, one) for one in OFFERED), 4)
    elsewhere = "ask-time-elsewhere" if facts.country == _HOME else "ask-time-move"
    words = texts("ask-time", now=clock(local(facts.now, facts.zone)), place=here)
    return Screen(words, (*times, (does(texts.label(elsewhere), ELSEWHERE),), *back))
