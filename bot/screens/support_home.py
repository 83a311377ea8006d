"""Where a supporter stands: whom they support, when ideas come, and how to change or stop that."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import back, lines
from bot.screens.reads import zone_of
from bot.screens.support_parts import day_names, name_of
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.schedule import PLACE
from bot.taps.supporters import SUPPORT_DAYS, SUPPORT_STOP, SUPPORT_WORD
from bot.texts import Texts
from bot.texts.dates import clock, local, place
from care import supporting
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.support import Support


@dataclass(frozen=True, slots=True)
class Facts:
    """`support` is None once it has ended. `view`: "" or "stop"."""

    client: str
    support: Support | None
    now: datetime
    zone: str
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """How it stands now."""
    support = await supporting.of_supporter(tx, person, row.subject_id)
    held = support if support and support.holds else None
    client = await name_of(tx, held.client_id) if held else ""
    return Facts(client, held, tx.now, zone_of(person), row.args.get("view", ""))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The days, on a clock they can check; what works; the ways to change it."""
    if facts.support is None:
        return Screen(texts("supporting-ended"))
    if facts.view == "stop":
        yes = does(texts.label("supporting-stop-yes"), SUPPORT_STOP)
        return Screen(texts("supporting-stop", client=facts.client), ((yes,), (back(texts),)))
    rule = facts.support.rule
    here = {"place": place(texts, facts.zone), "now": clock(local(facts.now, facts.zone))}
    days = texts("supporting-when", days=day_names(texts, rule.weekdays), time=clock(rule.times[0]), **here)
    words = lines(
        texts("supporting-home", client=facts.client), days, texts("supporting-commands", client=facts.client)
    )
    change = does(texts.label("supporting-button-days"), SUPPORT_DAYS)
    moved = does(texts.label("supporting-button-place"), PLACE)
    word = does(texts.label("supporting-button-word", client=facts.client), SUPPORT_WORD)
    return Screen(words, ((change, moved), (word,), (does(texts.label("supporting-button-stop"), OPEN_VIEW, "stop"),)))
