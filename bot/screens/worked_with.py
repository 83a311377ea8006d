"""What a client and we have worked with in a week: the techniques they received, in plain words."""

from bot.screen import Screen, does
from bot.screens.coverage import by_group, named, weeks
from bot.screens.parts import lines, paragraphs
from bot.taps.everywhere import OPEN_MINE
from bot.texts import Texts
from bot.texts.dates import short_day
from care.coverage import Weekly, received_by
from db.screens import ScreenRow
from db.tx import Tx
from programme.bct import Received
from programme.people import Person


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Weekly:
    """As it is known now."""
    return await received_by(tx, person, int(row.args.get("week", 0)))


def screen(facts: Weekly, texts: Texts) -> Screen:
    """A week, and its neighbours a tap away."""
    head = lines(texts("worked-with", day=short_day(texts, facts.week)), texts("worked-with-told"))
    parts = list(by_group(facts, texts, _line)) or [texts("worked-with-none")]
    back = does(texts.label("button-back"), OPEN_MINE, "progress")
    return Screen(paragraphs(head, *parts), (*weeks(facts, texts), (back,)))


def _line(one: Received, texts: Texts) -> str:
    return texts("worked-with-line", technique=named(one, texts), count=one.messages)
