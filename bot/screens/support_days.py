"""Which days a supporter's ideas come on, and when: proposed by the client, then the supporter's own to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from bot.screen import Screen, does
from bot.screens.parts import paragraphs, rows
from bot.screens.support_parts import day_name, ticked
from bot.taps.supporters import SUPPORT_AT, SUPPORT_DAY, SUPPORT_DAYS_DONE
from bot.texts import Texts
from bot.texts.dates import clock
from care import supporting
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

TIMES = (time(9), time(11), time(17), time(19))


@dataclass(frozen=True, slots=True)
class Facts:
    """`days` are picked (Monday is 0), `at` the time; `taken` days are somebody else's. `own`: the supporter reads."""

    days: Sequence[int]
    at: time
    taken: frozenset[int] = frozenset()
    own: bool = True


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """What is picked so far is in the screen's args; nothing counts before Done."""
    support = await supporting.of_supporter(tx, person, row.subject_id)
    taken = await supporting.taken_days(tx, person, support) if support else frozenset()
    return Facts(row.args["days"], time.fromisoformat(row.args["at"]), taken, support is not None)


def screen(facts: Facts, texts: Texts) -> Screen:
    """A box for each day that is free, a few times, and Done."""
    days = [
        ticked(texts, day_name(texts, day), day in facts.days, SUPPORT_DAY, day)
        for day in range(7)
        if day not in facts.taken
    ]
    times = [ticked(texts, clock(at), at == facts.at, SUPPORT_AT, at) for at in TIMES]
    done = does(texts.label("button-done"), SUPPORT_DAYS_DONE)
    words = paragraphs(texts("days-ask"), None if facts.own else texts("days-of-theirs"))
    return Screen(words, (*rows(days, 2), *rows(times, 2), (done,)))
